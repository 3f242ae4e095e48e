"""Feeds by feedparser, calendars by icalendar, the sitemap and the search by an XML reader."""

import datetime
import re
import xml.etree.ElementTree as tree

import feedparser
import icalendar

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
SEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"


def atom(site):
    faults = []
    files = sorted(site.rglob("*.atom"))
    if site / "changes.atom" not in files or len(files) < 6:
        faults.append(f"{len(files)} feeds")
    known = set()
    for file in files:
        name = file.relative_to(site).as_posix()
        feed = feedparser.parse(file.read_bytes())
        if feed.bozo:
            faults.append(f"{name}: {feed.bozo_exception}")
        if feed.version != "atom10" or not feed.feed.get("title") or not feed.feed.get("updated_parsed"):
            faults.append(f"{name}: no whole feed")
        ids = [entry.id for entry in feed.entries]
        if not ids or len(ids) != len(set(ids)):
            faults.append(f"{name}: {len(ids)} entries, {len(set(ids))} ids")
        for entry in feed.entries:
            if not re.match(r"(https?://|tag:)", entry.id) or not entry.get("updated_parsed") or not entry.get("link"):
                faults.append(f"{name}: {entry.id}")
        if feed.feed.id in known:
            faults.append(f"{name}: the id of another feed")
        known.add(feed.feed.id)
    return faults


def calendars(site):
    faults = []
    files = sorted(site.rglob("*.ics"))
    if not files:
        faults.append("no calendar")
    for file in files:
        name = file.relative_to(site).as_posix()
        calendar = icalendar.Calendar.from_ical(file.read_bytes())
        events = calendar.walk("VEVENT")
        ids = {str(event["UID"]) for event in events}
        if not events or len(ids) != len(events):
            faults.append(f"{name}: {len(events)} events, {len(ids)} ids")
        for event in events:
            start, end = event["DTSTART"].dt, event["DTEND"].dt
            whole_day = not isinstance(start, datetime.datetime)
            if not start < end or not (whole_day or start.tzinfo) or event.errors or event["DTSTAMP"].dt.tzinfo is None:
                faults.append(f"{name}: {event['UID']}")
            if whole_day and end - start != datetime.timedelta(days=1):
                faults.append(f"{name}: {event['UID']}: not one day")
    return faults


def addresses(site):
    """The sitemap and the search are there where the site knows its own address."""
    robots = (site / "robots.txt").read_text()
    found = re.search(r"^Sitemap: (.*)/sitemap\.xml$", robots, re.MULTILINE)
    if not found:
        return [str(path) for name in ("sitemap.xml", "opensearch.xml") if (path := site / name).exists()]
    base, faults, pages = found.group(1), [], set()
    root = tree.parse(site / "sitemap.xml").getroot()
    parts = [root]
    if root.tag == f"{SITEMAP}sitemapindex":
        parts = [tree.parse(site / one.text.removeprefix(f"{base}/")).getroot() for one in root.iter(f"{SITEMAP}loc")]
    for part in parts:
        for url in part.iter(f"{SITEMAP}url"):
            pages.add(url.find(f"{SITEMAP}loc").text.removeprefix(f"{base}/"))
            day = url.find(f"{SITEMAP}lastmod")
            if day is not None:
                datetime.date.fromisoformat(day.text)
    there = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    faults += [f"sitemap.xml: {path}" for path in sorted(pages ^ there)[:5]]
    for prefix in ("", "easy/", "en/"):
        search = tree.parse(site / prefix / "opensearch.xml").getroot()
        template = next(url.get("template") for url in search.iter(f"{SEARCH}Url") if url.get("type") == "text/html")
        name = search.find(f"{SEARCH}ShortName").text
        if template != f"{base}/{prefix}index.html?q={{searchTerms}}" or not 0 < len(name) <= 16:
            faults.append(f"{prefix}opensearch.xml: {name} {template}")
    return faults


def check(site):
    return atom(site) + calendars(site) + addresses(site)

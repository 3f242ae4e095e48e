"""Which version a release gets, and what speaks against it; the changelog's words about it.

Usage: release.py data [TAG]                the tag, the tag before it (or an empty line), the day of the commit
       release.py program [TAG]             the tag
       release.py summary LANG TAG BEFORE   the head of the data's changelog, from the report of `madoguchi diff`
                                            on standard input, or from the list of municipalities where BEFORE is empty
       release.py count                     how many changes, and files not compared, such a report has
       release.py changelog TAG             the section of CHANGELOG.md

TAG names an existing release at this commit, of which the files are made again. Exit status: 0; 1 refused.
Names of tags are whatever somebody pushed: those of another form are not looked at.
"""
import datetime
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

DATA = re.compile(r"data-([0-9]{4})\.([0-9]{2})\.([0-9]{2})(?:\.([2-9]|[1-9][0-9]{1,3}))?")
PROGRAM = re.compile(r"v[0-9]{1,9}\.[0-9]{1,9}\.[0-9]{1,9}(?:-[0-9A-Za-z.-]{1,40})?")
# The data are of Japan, and so is the day.
ZONE = datetime.timezone(datetime.timedelta(hours=9))
# What the files of a release of the data are made from.
SOURCES = ("datasets", "schema", "site-templates", "madoguchi.yaml")

WORDS = {
    "ja": {
        "title": "# データ {version}\n",
        "first": "最初の公開です。自治体の数: {count}",
        "before": "前の公開 `{before}` からの変更です。",
        "new": "加わった自治体: {count}",
        "gone": "なくなった自治体: {count}",
        "stricter": "前より厳しいもの: {count}",
        "looser": "前よりゆるいもの: {count}",
        "left_out": "くらべられなかったファイル: {count}",
    },
    "en": {
        "title": "# Data {version}\n",
        "first": "The first release. Municipalities: {count}",
        "before": "Changes since `{before}`.",
        "new": "Municipalities added: {count}",
        "gone": "Municipalities gone: {count}",
        "stricter": "Stricter than before: {count}",
        "looser": "Looser than before: {count}",
        "left_out": "Files that could not be compared: {count}",
    },
}


class Refused(Exception):
    """There can be no release, and why."""


def git(*words):
    """What git says; nothing where it fails."""
    command = ["git", "--no-pager", "--no-replace-objects", *words]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    return done.stdout.decode("utf-8", "surrogateescape") if done.returncode == 0 else None


def commit(revision):
    said = git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    return None if said is None else said.strip()


def tags(*words):
    said = git("for-each-ref", "--format=%(refname)", *words, "refs/tags/")
    return [] if said is None else [line.removeprefix("refs/tags/") for line in said.splitlines()]


def version(tag):
    """The day of a data tag and its number on that day; none where it is no data tag."""
    found = DATA.fullmatch(tag)
    try:
        return found and (datetime.date(*map(int, found.groups()[:3])), int(found[4] or 1))
    except ValueError:
        return None


def name(version):
    day, number = version
    return f"data-{day:%Y.%m.%d}" + (f".{number}" if number > 1 else "")


def whole_and_clean():
    if commit("HEAD") is None:
        raise Refused("this is no git repository with a commit")
    if git("rev-parse", "--is-shallow-repository") != "false\n":
        raise Refused("the history is cut off, so earlier releases cannot be seen: git fetch --unshallow --tags")
    changed = git("status", "--porcelain=v1", "-z", "--untracked-files=all")
    ignored = git("status", "--porcelain=v1", "-z", "--untracked-files=all", "--ignored=matching", "--", *SOURCES)
    if changed != "" or ignored != "":
        raise Refused("files differ from the commit (git status --ignored names them): commit or remove them")


def existing(tag):
    if commit(f"refs/tags/{tag}") != commit("HEAD"):
        raise Refused("the named release is not of this commit")


def data(tag=""):
    """The version of a release, the one before it, and the day of the commit."""
    day = datetime.datetime.fromtimestamp(int(git("show", "--no-patch", "--format=%ct", "HEAD")), ZONE).date()
    before = sorted(filter(None, map(version, tags("--merged=HEAD"))))
    if tag:
        this = version(tag)
        if this is None:
            raise Refused("the named release is none of the data: data-YYYY.MM.DD")
        existing(tag)
        before = [one for one in before if one < this]
    else:
        known = sorted(filter(None, map(version, tags())))
        this = (day, 1 + max((number for on, number in known if on == day), default=0))
        if known and known[-1] > this:
            raise Refused(f"{name(known[-1])} is later than this commit")
    return this, before[-1] if before else None, day


def program(tag=""):
    """The tag that Cargo.toml asks for."""
    with open("Cargo.toml", "rb") as file:
        wanted = f"v{tomllib.load(file)['workspace']['package']['version']}"
    if not PROGRAM.fullmatch(wanted):
        raise Refused("the version in Cargo.toml is none of three numbers")
    if tag and tag != wanted:
        raise Refused(f"the tag is not the version in Cargo.toml ({wanted})")
    if tag:
        existing(tag)
    elif commit(f"refs/tags/{wanted}"):
        raise Refused(f"{wanted} exists already: set a new version in Cargo.toml")
    changelog(wanted)
    return wanted


def changelog(tag):
    """The section of CHANGELOG.md about a version of the program."""
    wanted = re.escape(tag.removeprefix("v"))
    text = Path("CHANGELOG.md").read_text(encoding="utf-8")
    found = re.search(rf"^## \[?{wanted}\]?(?:[ (][^\n]*)?\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    if not found or not found[1].strip():
        raise Refused(f"CHANGELOG.md says nothing of {tag.removeprefix('v')}: it needs a section with that heading")
    return found[1].strip() + "\n"


def summary(language, tag, before, report):
    """The head of a changelog of the data."""
    words = WORDS[language]
    title = words["title"].format(version=tag.removeprefix("data-"))
    if not before:
        return f"{title}\n{words['first'].format(count=int(report['total']))}\n"
    lines = [line for place in report["places"] for line in place["changes"]]
    turns = [line["turn"] for line in lines if line["kind"] == "municipality"]
    standings = [line.get("standing") for line in lines]
    counts = {turn: turns.count(turn) for turn in ("new", "gone")}
    counts |= {standing: standings.count(standing) for standing in ("stricter", "looser")}
    counts["left_out"] = len(report["left_out"])
    listed = "".join(f"- {words[what].format(count=count)}\n" for what, count in counts.items() if count)
    return f"{title}\n{words['before'].format(before=before)}\n" + (f"\n{listed}" if listed else "")


def main(what, *words):
    if what == "data":
        whole_and_clean()
        this, before, day = data(*words)
        print(name(this), name(before) if before else "", day.isoformat(), sep="\n")
    elif what == "program":
        whole_and_clean()
        print(program(*words))
    elif what == "count":
        report = json.load(sys.stdin)
        print(report["changes"] + len(report["left_out"]))
    elif what == "changelog":
        print(changelog(*words), end="")
    elif what == "summary":
        print(summary(*words, json.load(sys.stdin)), end="")


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except Refused as reason:
        print(f"no release: {reason}", file=sys.stderr)
        sys.exit(1)

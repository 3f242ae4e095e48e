"""Opening days: the calendar of the coming weeks, and "open now" by Japan's clock."""
import datetime
import json

JAPAN = datetime.timezone(datetime.timedelta(hours=9))
CITY = "m/172014.html"
STATE = "[...document.querySelectorAll('.now')].map(e => [{\"○\": \"open\", \"×\": \"closed\", \"△\": \"late\", \"?\": \"ask\"}[e.innerText[0]], e.innerText, e.checkVisibility()])"


def clock(page, moment, zone="Asia/Tokyo"):
    """The device's clock stands at a moment, and the device is set to a time zone, from the next page on."""
    page.send("Emulation.setTimezoneOverride", timezoneId=zone)
    millis = int(moment.timestamp() * 1000)
    script = f"Date.now = () => {millis}; window.Date = class extends Date {{ constructor(...a) {{ super(...(a.length ? a : [{millis}])); }} }};"
    return before(page, script)


def before(page, script):
    """A script runs before those of the next page; it can be forgotten again."""
    return page.send("Page.addScriptToEvaluateOnNewDocument", source=script)["identifier"]


def forget(page, script):
    page.send("Page.removeScriptToEvaluateOnNewDocument", identifier=script)


class Days:
    """What the page was made from: the days of its first calendar, as the table shows them."""

    def __init__(self, browser, url):
        page = browser.page(script=False)
        page.goto(url)
        data = json.loads(page.run("document.querySelector('#opening-days').textContent"))
        self.first = datetime.date.fromisoformat(data["from"])
        self.kinds, self.days = data["calendars"][0]["kinds"], data["calendars"][0]["days"]
        table = "document.querySelector('.calendar')"
        self.cells = page.run(f"[...{table}.querySelectorAll('td[class]')].map(e => [e.className, !!e.querySelector('i')])")
        assert len(self.cells) == len(self.days) == 35, (len(self.cells), len(self.days))
        page.close()

    def find(self, wanted):
        """The place and kind of the first day that is wanted."""
        for at, (state, holiday) in enumerate(self.cells):
            if wanted(at, state, holiday):
                return at, self.kinds[int(self.days[at], 36)]
        return None

    def moment(self, at, minute):
        start = datetime.datetime.combine(self.first + datetime.timedelta(days=at), datetime.time(), JAPAN)
        return start + datetime.timedelta(minutes=minute)


def now(page, url, moment, zone="Asia/Tokyo", changed=""):
    """What a page says of its first counter at a moment, and the day that it marks."""
    scripts = [clock(page, moment, zone), before(page, changed)]
    page.goto(url)
    assert page.run("Intl.DateTimeFormat().resolvedOptions().timeZone") == zone
    (state, text, visible), *_ = page.run(STATE)
    marked = page.run("[...document.querySelector('.calendar').querySelectorAll('td[class]')].findIndex(e => e.ariaCurrent === 'date')")
    assert visible and text and not page.errors, (state, text, visible, page.errors)
    for script in scripts:
        forget(page, script)
    return state, text, marked


def time(minute):
    return f"{minute // 60}:{minute % 60:02}"


def person_sees_the_coming_weeks_without_script(browser, base, site):
    page = browser.page(script=False, width=320)
    page.goto(f"{base}/{CITY}")
    assert page.visible(".calendar td.open") > 10 and page.visible(".calendar td.closed") > 5
    assert page.visible(".now") == 0, "what needs a clock is not there"
    for cell in page.run("[...document.querySelectorAll('.calendar td[class]')].map(e => e.innerText)"):
        assert any(sign in cell for sign in ["○\n", "○ ", "× ", "×\n", "? ", "?\n"]), repr(cell)
    page.close()


def person_sees_whether_a_counter_is_open_now(browser, base, site):
    url = f"{base}/{CITY}"
    page, days = browser.page(), Days(browser, url)
    at, kind = days.find(lambda at, state, holiday: state == "open")
    opens, closes = kind["open"][0], kind["open"][-1]
    for minute, expected, word in [
        (opens - 1, "closed", time(opens)), (opens, "open", time(closes)), (closes - 1, "open", time(closes)), (closes, "closed", ""),
    ]:
        state, text, marked = now(page, url, days.moment(at, minute))
        assert state == expected and word in text and marked == at, (minute, state, text, marked, at)
    page.close()


def person_is_told_of_a_day_off(browser, base, site):
    url = f"{base}/{CITY}"
    page, days = browser.page(), Days(browser, url)
    closed = days.find(lambda at, state, holiday: state == "closed" and holiday) or days.find(lambda at, state, holiday: state == "closed")
    state, text, marked = now(page, url, days.moment(closed[0], 600))
    assert (state, marked) == ("closed", closed[0]) and "休み" in text, (state, text)
    page.close()


def person_abroad_reads_japan_s_time(browser, base, site):
    url = f"{base}/{CITY}"
    page, days = browser.page(), Days(browser, url)
    at, kind = days.find(lambda at, state, holiday: state == "open")
    moment = days.moment(at, kind["open"][0] + 5)
    said = [now(page, url, moment, zone) for zone in ["Asia/Tokyo", "America/New_York", "Pacific/Kiritimati", "Pacific/Pago_Pago"]]
    assert len(set(said)) == 1 and said[0][0] == "open" and said[0][2] == at, said
    page.close()


def person_is_told_nothing_of_days_that_the_page_does_not_have(browser, base, site):
    url = f"{base}/{CITY}"
    page, days = browser.page(), Days(browser, url)
    for at in [-1, -400, 35, 36, 4000]:
        state, text, marked = now(page, url, days.moment(at, 600))
        assert state == "ask" and marked == -1 and "このカレンダーにありません" in text, (at, state, text, marked)
    # As if the table of holidays ended before today.
    uncovered = (
        "const read = JSON.parse; JSON.parse = (text) => { const data = read(text);"
        "data.calendars.forEach(c => { c.kinds = [{say: 'uncovered'}]; c.days = '0'.repeat(35); }); return data; };"
    )
    state, text, _ = now(page, url, days.moment(2, 600), changed=uncovered)
    assert state == "ask" and "祝日の一覧がない" in text, (state, text)
    page.close()


def person_is_told_of_the_last_reception_and_of_what_cannot_be_said(browser, base, site):
    url = f"{base}/{CITY}"
    page, days = browser.page(), Days(browser, url)
    kinds = '[{open: [540, 720, 780, 1035], last: 1020}, {say: "ask"}, {open: [540, 1035], perhaps: true}]'
    changed = (
        f"const read = JSON.parse; JSON.parse = (text) => {{ const data = read(text);"
        f"data.calendars.forEach(c => {{ c.kinds = {kinds}; c.days = '012'.padEnd(35, '0'); }}); return data; }};"
    )
    for at, minute, expected, word in [
        (0, 600, "open", "12:00"), (0, 730, "closed", "13:00"), (0, 900, "open", "17:00"), (0, 1020, "open", "17:00"),
        (0, 1021, "late", "17:00"), (0, 1035, "closed", ""), (1, 600, "ask", "窓口に聞いて"), (2, 600, "open", "17:15"),
        (2, 1100, "ask", "窓口に聞いて"),
    ]:
        state, text, _ = now(page, url, days.moment(at, minute), changed=changed)
        assert state == expected and word in text, (at, minute, state, text)
    page.close()


def person_keeps_the_page_open(browser, base, site):
    url = f"{base}/{CITY}"
    days = Days(browser, url)
    at, kind = days.find(lambda at, state, holiday: state == "open")
    page = browser.page()
    clock(page, days.moment(at, kind["open"][0] - 1))
    # The clock of the page is looked at again and again; here without the wait.
    before(page, "window.setInterval = (run) => { window.again = run; };")
    page.goto(url)
    assert page.run(STATE)[0][0] == "closed"
    page.run(f"Date.now = () => {int(days.moment(at, kind['open'][0]).timestamp() * 1000)}; again()")
    assert page.run(STATE)[0][0] == "open"
    page.close()

"""Finding a municipality, and furigana."""
import json

# What people type, and the code that must be among the first that are found.
SPELLINGS = {
    "172014": ["金沢市", "金沢", "かなざわ", "カナザワ", "ｶﾅｻﾞﾜ", "kanazawa", "KANAZAWA", "Ｋａｎａｚａｗａ", "Kanazawa-shi",
               "kanazawa city", "かなざわし", "石川県金沢市", "石川 金沢", "kanazawa ishikawa", "172014", "１７２０１４", "17201"],
    "121002": ["千葉市", "ちば", "chiba", "tiba", "Chiba City", "千葉県千葉市"],
    "042099": ["多賀城", "tagajo", "tagajō", "tagajou", "tagazyou", "Tagajō-shi", "タガジョウ", "ﾀｶﾞｼﾞｮｳ", "tagajoh"],
    "272191": ["和泉", "izumi", "いずみ", "idzumi", "大阪府和泉市"],
    "252018": ["大津", "otsu", "ōtsu", "ohtsu", "ootsu", "Otsu City", "ootu", "おおつ"],
    "131016": ["千代田区", "千代田", "chiyoda-ku", "tiyoda", "Chiyoda Ward"],
    "131041": ["新宿", "shinjuku", "sinzyuku", "sinjuku", "しんじゅく"],
    "122246": ["鎌ケ谷", "鎌ヶ谷", "鎌が谷", "kamagaya", "かまがや", "かまがや市"],
    "112437": ["吉川", "yoshikawa", "yosikawa", "埼玉県吉川市"],
    "102024": ["高崎", "takasaki", "群馬 高崎", "gumma takasaki", "gunma takasaki"],
    "152021": ["長岡", "nagaoka", "新潟 長岡", "nigata nagaoka"],
    "242012": ["津", "津市", "tsu", "tu"],
    "112356": ["富士見市", "fujimi-shi", "huzimi", "saitama fujimi"],
    "463922": ["さつま町", "satsuma-cho", "satumatyou"],
    "132063": ["東京都府中市", "府中 東京", "fuchu tokyo", "fuchū", "hutyuu toukyou"],
    "342084": ["広島県府中市", "府中 広島", "fuchu hiroshima"],
}


# The readings are loaded and above the words.
READINGS = "document.querySelectorAll('ruby').length > 20"


def lines(site):
    """The lines of the index: prefectures, and municipalities of which those with data have five cells."""
    index = (site / "assets/municipalities.js").read_text(encoding="utf-8")
    return [line.split(",") for line in index.split("`")[1].split("\n")]


def find(page, text):
    """The options that are shown for a text."""
    page.run(f"""(() => {{ const f = document.querySelector("#find-field"); f.focus(); f.value = {json.dumps(text)};
        f.dispatchEvent(new Event("input", {{bubbles: true}})); }})()""")
    return page.run("[...document.querySelectorAll('[role=option]')].map(o => o.innerText)")


def person_finds_a_municipality_by_any_spelling(browser, base, site):
    names = {line[0]: line[1] for line in lines(site)}
    page = browser.page()
    page.goto(f"{base}/index.html")
    wrong = []
    for code, texts in SPELLINGS.items():
        for text in texts:
            found = find(page, text)
            home = names[code[:2]]
            if not any(names[code] in one and home in one for one in found[:8]):
                wrong.append((text, names[code], found[:4]))
    assert not wrong, wrong
    assert not page.errors, page.errors
    page.close()


def person_searches_from_the_browsers_own_field(browser, base, site):
    page = browser.page()
    page.goto(f"{base}/en/index.html?q=kanazawa")
    found = page.run("[...document.querySelectorAll('[role=option]')].map(o => o.innerText)")
    assert found and "金沢市" in found[0], found
    assert page.run("document.querySelector('#find-field').value") == "kanazawa" and not page.errors, page.errors
    page.close()


def person_goes_to_a_city_with_the_keyboard_alone(browser, base, site):
    page = browser.page()
    page.goto(f"{base}/index.html")
    page.run("document.querySelector('#find-field').focus()")
    page.type("かなざわ")
    state = "(f => [f.ariaExpanded, f.getAttribute('aria-activedescendant')])(document.querySelector('#find-field'))"
    assert page.run(state) == ["true", ""], page.run(state)
    page.key("ArrowDown", number=40)
    assert page.run(state) == ["true", "find-1"], page.run(state)
    assert page.run("document.querySelector('#find-1').getAttribute('aria-selected')") == "true"
    page.key("Escape", number=27)
    assert page.run(state)[0] == "false" and page.visible("[role=option]") == 0
    page.key("ArrowDown", number=40)
    page.loaded.clear()
    page.key("Enter", number=13)
    assert page.loaded.wait(20) and page.run("location.pathname").endswith("/m/172014.html"), page.run("location.href")
    page.close()


def person_learns_that_a_municipality_has_no_data_yet(browser, base, site):
    places = [line for line in lines(site) if len(line[0]) == 6]
    code, name, *_ = next(line for line in places if len(line) == 4)
    for folder, word in [("", "データなし"), ("easy/", "まだ"), ("en/", "no data")]:
        page = browser.page()
        page.goto(f"{base}/{folder}index.html")
        found = find(page, code)
        assert len(found) == 1 and name in found[0] and word in found[0], found
        assert page.text("[role=status]"), "the number is announced"
        page.loaded.clear()
        page.click("[role=option]")
        assert page.loaded.wait(20)
        assert page.run("location.href").endswith(f"/{folder}prefecture/{code[:2]}.html#m{code}"), page.run("location.href")
        assert page.count("li:target") and page.count('main a[href$="contribute.html"]')
        page.close()


def person_is_told_of_two_municipalities_of_one_name_with_their_prefectures(browser, base, site):
    page = browser.page()
    page.goto(f"{base}/index.html")
    found = find(page, "ふちゅうし")
    assert sorted(one.split()[-2] for one in found) == ["広島県", "東京都"], found
    assert find(page, "xyzzy") == [] and "見つかりません" in page.text("[role=status]")
    page.close()


def person_finds_a_municipality_without_script(browser, base, site):
    page = browser.page(script=False)
    page.goto(f"{base}/index.html")
    assert page.visible("#find-field") == 0 and page.count("button") == 0
    assert page.visible('a[href="prefecture/17.html"]') and page.visible('a[href="m/172014.html"]')
    page.goto(f"{base}/prefecture/13.html")
    assert "府中市" in page.text()
    page.close()


def person_finds_a_municipality_in_a_folder_without_a_server(browser, base, site):
    page = browser.page()
    page.goto((site / "index.html").resolve().as_uri())
    assert find(page, "tagajo")[0].startswith("多賀城市")
    page.click("button.switch")
    page.until(READINGS)
    assert not page.errors, page.errors
    page.close()


def person_switches_furigana_on_and_off(browser, base, site):
    for path in ["m/121002/pin-reset.html", "easy/m/121002/pin-reset.html"]:
        page = browser.page()
        page.goto(f"{base}/{path}")
        plain = page.text()
        assert page.count("ruby") == 0 and page.run("document.querySelector('button.switch').ariaPressed") == "false"
        loaded = "performance.getEntriesByType('resource').filter(r => r.name.endsWith('readings.js')).length"
        assert page.run(loaded) == 0, "the readings are loaded only when they are wanted"
        page.click("button.switch")
        page.until(READINGS)
        rubies = page.run("[...document.querySelectorAll('ruby')].map(r => r.firstChild.data + ':' + r.lastChild.textContent)")
        assert "窓口:まどぐち" in rubies and "暗証番号:あんしょうばんごう" in rubies, rubies[:40]
        assert all(not set(ruby.split(":")[1]) & set("一人日書") for ruby in rubies)
        assert page.count("ruby ruby") == 0 and page.count("code ruby, svg ruby") == 0
        page.goto(f"{base}/{path.replace('m/121002/pin-reset', 'national')}")
        # The switch stays on from page to page.
        page.until(READINGS)
        page.goto(f"{base}/{path}")
        page.until(READINGS)
        page.click("button.switch")
        assert page.visible("rt") == 0 and page.text() == plain, "the text is as it was"
        assert not page.errors, page.errors
        page.close()
    page = browser.page()
    page.goto(f"{base}/en/m/121002/pin-reset.html")
    assert page.count("button.switch") == 0, "English pages have no such switch"
    page.close()

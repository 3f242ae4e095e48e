"""Comparing municipalities, with and without scripts."""

PAGE = "compare/pin-reset.html"


def person_chooses_rows_and_columns_without_script(browser, base, site):
    page = browser.page(script=False)
    page.goto(f"{base}/{PAGE}")
    everybody = page.visible("#matrix input[value]")
    assert everybody > 3 and not page.visible("#chooser")
    assert page.visible("#f-principal-visits") and not page.visible("#f-agent-visits")
    page.click("#g-agent")
    assert page.visible("#f-agent-visits") and not page.visible("#f-principal-visits")
    page.click('#matrix input[value="172014"]')
    page.click("#p-chiba .all")
    page.click("#only")
    chosen = page.visible("#matrix input[value]")
    assert 2 <= chosen < everybody and page.visible('#matrix input[value="121002"]'), chosen
    assert "3回" in page.text("#matrix") and page.visible(".nation")
    page.close()


def person_puts_two_side_by_side_by_the_address(browser, base, site):
    page = browser.page()
    page.goto(f"{base}/{PAGE}?m=172014,121002")
    assert not page.visible("#matrix") and page.visible(".side")
    heads = page.run("[...document.querySelectorAll('.side thead a[href*=\"pin-reset.html\"]')].map(a => a.textContent).join()")
    assert heads == "金沢市,千葉市", heads
    row = "[...document.querySelectorAll('.side tr')].find(r => r.querySelector('a[href*=\"/agent-visits.html\"]'))"
    assert page.run(f"{row}.className") == "d"
    assert "▽" in page.run(f"{row}.cells[3].textContent"), "Chiba asks for fewer visits than Kanazawa"
    source = page.run(f"{row}.cells[3].querySelector('a').href")
    assert source == f"{base}/m/121002/pin-reset/facts.html#fact-agent-visits", source
    everything = page.visible(".side tbody tr")
    page.click("#differ")
    assert 0 < page.visible(".side tbody tr") < everything
    assert page.errors == [], page.errors
    page.close()


def person_adds_and_removes_with_the_keyboard_and_the_address_follows(browser, base, site):
    page = browser.page()
    page.goto(f"{base}/{PAGE}?m=172014")
    label = page.run("[...document.querySelectorAll('#cities option')].map(o => o.value).find(v => v.startsWith('多賀城市'))")
    assert label == "多賀城市 (宮城県)", label
    page.run("document.getElementById('add').focus()")
    page.type(label)
    assert page.run("location.search") == "?m=172014,042099", page.run("location.search")
    assert page.count(".side thead th") == 4 and page.run("document.activeElement.id") == "add"
    page.run("document.querySelector('#chosen button').focus()")
    page.key("Enter", "Enter", 13)
    assert page.run("location.search") == "?m=042099", page.run("location.search")
    page.click("#only")
    assert page.run("location.search") == "" and page.visible("#matrix")
    page.close()

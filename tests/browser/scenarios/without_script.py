"""What works where no script runs."""


def person_reads_the_answer_of_a_city_from_the_home_page(browser, base, site):
    page = browser.page(script=False)
    page.goto(f"{base}/index.html")
    assert page.count('a[href="m/121002.html"]'), "the home page leads to Chiba"
    page.goto(f"{base}/m/121002.html")
    assert page.count('a[href$="121002/pin-reset.html"]'), "its page leads to the procedure"
    page.goto(f"{base}/m/121002/pin-reset.html")
    text = page.text()
    assert "2回" in text and "任意代理人" in text, repr(text)[:800]
    page.close()


def person_changes_the_language_and_stays_on_the_page(browser, base, site):
    page = browser.page(script=False)
    page.goto(f"{base}/m/121002/pin-reset.html")
    href = page.run("document.querySelector('.languages a[lang=en]').href")
    assert href == f"{base}/en/m/121002/pin-reset.html", href
    page.goto(href)
    assert page.run("document.documentElement.lang") == "en"
    page.close()

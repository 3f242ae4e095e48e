"""The questions: from the first one to a way, without any script."""


def follow(page, *texts):
    """Clicks links by their text, one after the other."""
    for text in texts:
        href = page.run(f"[...document.querySelectorAll('main a')].find(a => a.innerText.includes({text!r}))?.href")
        assert href, f"no link {text} on {page.run('location.pathname')}"
        page.goto(href)


def person_with_a_locked_signature_pin_finds_the_kiosk(browser, base, site):
    page = browser.page(script=False)
    page.goto(f"{base}/index.html")
    page.goto(page.run("document.querySelector('header nav a[href=\"decide/index.html\"]').href"))
    follow(page, "署名用電子証明書", "わかる", "ロックされた", "どれにも当てはまらない")
    follow(page, "本人", "有効期限内", "すべて満たす")
    text = page.text()
    for word in ["コンビニなどの端末で再設定できます", "JPKI暗証番号リセット", "6:30〜23:00", "無料", "公式のページで確認"]:
        assert word in text, f"{word} in {text[:600]}"
    page.close()


def person_whose_mother_forgot_her_pin_ends_at_the_checklist_of_chiba(browser, base, site):
    page = browser.page(script=False)
    page.goto(f"{base}/decide/index.html")
    follow(page, "住民基本台帳用", "忘れた", "任意代理人", "自治体を選ぶ")
    assert "千葉市" in page.text()
    page.goto(page.run("document.querySelector('a[href*=\"checklist/121002/pin-reset/agent\"]').href"))
    assert "2回目の来庁" in page.text()
    page.close()


def person_with_a_known_pin_changes_it_at_home(browser, base, site):
    page = browser.page(script=False)
    page.goto(f"{base}/en/decide/index.html")
    path = "user-known-not-locked.html"
    page.goto(f"{base}/en/decide/{path}")
    assert "without a visit" in page.text("h1"), page.text("h1")
    page.goto(f"{base}/en/decide/smartphone.html")
    assert "No counter" in page.text()
    page.close()

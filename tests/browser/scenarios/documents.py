"""What a document is and where it counts."""


def person_learns_that_the_health_insurance_card_has_ended(browser, base, site):
    page = browser.page(script=False)
    page.goto(f"{base}/documents.html")
    page.goto(page.run("document.querySelector('a[href=\"document/health-insurance-card.html\"]').href"))
    text = page.text()
    for word in ["2024年12月2日", "2025年12月2日", "多賀城市", "一覧にない自治体"]:
        assert word in text, f"{word} in {text[:800]}"
    assert page.count("a[href='../m/042099.html#class-p']"), "each class leads to the municipality's list"
    page.close()

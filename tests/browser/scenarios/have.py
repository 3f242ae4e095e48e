"""What can I do with what I have?"""
import json
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
PAGE = "have/pin-reset.html"
# The page's own functions, over every subset of a sample of papers.
EVALUATE = """(cases => cases.map(({code, applicant, papers, verdicts}) => {
    const row = document.querySelector(`[data-who="${applicant}"] tr[data-code="${code}"]`);
    if (!row) return null;
    const numbers = papers.map(paper => {
        const [whose, what] = paper.split(" ");
        const box = document.querySelector(`[data-hand="${whose}"] input[name="${what}"]`);
        return box ? Number(box.value) : null;
    });
    return Array.from(verdicts, (_, bits) =>
        tripVerdict(row.dataset.trip, numbers.filter((number, at) => bits >> at & 1 && number !== null))
    ).join("");
}))(%s)"""


def hand_cases():
    """The program that says what Rust says."""
    # With the features of the whole workspace it is what `cargo test --workspace` has built already.
    command = ["cargo", "build", "--quiet", "--locked", "--workspace", "--example", "hand_cases", "--message-format", "json"]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert built.returncode == 0, built.stderr
    made = [json.loads(line) for line in built.stdout.splitlines()]
    return next(one["executable"] for one in made if one.get("target", {}).get("name") == "hand_cases")


def person_gets_the_verdicts_that_rust_gives(browser, base, site):
    page, program = browser.page(), hand_cases()
    for file in sorted((site / "have").glob("*.html")):
        page.goto(f"{base}/have/{file.name}")
        if not page.count("#hand"):
            # No municipality's steps are known: there is nothing to tick.
            assert page.count("tr[data-trip]") == page.count("tr[data-trip] .state"), file.name
            continue
        day = page.run("document.getElementById('hand').dataset.day")
        ran = subprocess.run([program, str(ROOT / "datasets"), day, file.stem], capture_output=True, text=True)
        assert ran.returncode == 0, ran.stderr
        cases = json.loads(ran.stdout)
        found = page.run(EVALUATE % ran.stdout)
        shown = [(case, verdicts) for case, verdicts in zip(cases, found) if verdicts is not None]
        wrong = [f"{case['code']} {case['applicant']}" for case, verdicts in shown if case["verdicts"] != verdicts]
        assert not wrong, f"{file.name}: {len(wrong)} of {len(shown)}: {wrong[:5]}"
        assert len(shown) >= page.count("tr[data-trip]") > 0, file.name
        if file.name == "pin-reset.html":
            assert set("".join(found_one for _, found_one in shown)) == set("0123"), "every verdict occurs"
    page.close()


def person_ticks_papers_and_sees_which_cities_are_open(browser, base, site):
    page = browser.page()
    page.goto(f"{base}/{PAGE}")
    verdict = "document.querySelector('section.who:not([hidden]) tr[data-code=\"%s\"] th > .held')?.innerText"
    assert page.run(verdict % "172014") is None, "nothing is said before anything is ticked"
    page.click('[data-hand="principal"] input[name="drivers-licence"]')
    assert "足りません" in page.run(verdict % "172014"), page.run(verdict % "172014")
    page.click('[data-hand="principal"] input[name="my-number-card"]')
    assert "足りています" in page.run(verdict % "172014")
    assert "言えません" in page.run(verdict % "272191"), "what is unclear is never no"
    assert "足りています" in page.text("#hand output"), page.text("#hand output")
    page.click('input[name="who"][value="agent"]')
    assert page.visible('[data-hand="agent"]') == 1 and page.visible('[data-hand="legal-representative"]') == 0
    assert "足りません" in page.run(verdict % "172014")
    page.click('[data-hand="agent"] input[name="drivers-licence"]')
    page.click('[data-hand="agent"] input[name="passport"]')
    assert "言えません" in page.run(verdict % "172014"), "the page does not say what the first visit needs"
    last = "section.who:not([hidden]) tr[data-code='172014'] .things:last-of-type li:nth-child(3)"
    assert "足りています" in page.text(f"{last} .held"), page.text(last)
    page.click("#hand button[type=reset]")
    page.until(f"({verdict % '172014'}) === undefined")
    assert page.run("localStorage.length") == 0 and not page.errors, page.errors
    page.close()


def person_reads_what_is_needed_without_script(browser, base, site):
    page = browser.page(script=False)
    page.goto(f"{base}/{PAGE}")
    assert page.visible("#hand") == 0
    assert page.visible("section.who") >= 3
    text = page.text("section[data-who=agent] tr[data-code='172014'] td")
    assert "マイナンバーカード" in text and "照会" in text, text
    page.close()

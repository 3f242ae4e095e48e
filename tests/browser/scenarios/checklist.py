"""Checklists: printed on one sheet, ticked, kept on the device."""
import shutil
import subprocess
import tempfile
from pathlib import Path

from browser import ROOT, madoguchi

CHIBA = "checklist/121002/pin-reset/agent.html"


LONGEST = 25


def checklists(site):
    """The paths of the longest checklists of each language: what is shorter fits where these do."""
    for language in ["", "easy", "en"]:
        files = sorted((site / language / "checklist").rglob("*.html"), key=lambda file: -file.stat().st_size)
        yield from (file.relative_to(site).as_posix() for file in files[:LONGEST])


def spilling(page, base, paths):
    """Those of the pages that take more than one sheet."""
    return [path for path in paths if not page.goto(f"{base}/{path}").prints_on_one_sheet()]


def person_prints_the_longest_checklists_on_one_sheet(browser, base, site):
    page = browser.page()
    paths = list(checklists(site))
    assert len(paths) > 30, len(paths)
    assert not (found := spilling(page, base, paths)), found
    page.goto(f"{base}/{CHIBA}")
    page.run("document.querySelector('.where').after(...Array.from({length: 90}, () => document.createElement('hr')))")
    assert not page.prints_on_one_sheet(), "a sheet with too much on it is seen"
    page.close()


def person_prints_the_longest_checklists_with_readings_on_one_sheet(browser, base, site):
    page = browser.page()
    page.goto(f"{base}/index.html")
    page.run("localStorage.furigana = true")
    paths = [path for path in checklists(site) if not path.startswith("en/")]
    for path in paths:
        page.goto(f"{base}/{path}").until("document.querySelectorAll('.sheet rt').length > 5")
        assert page.prints_on_one_sheet(), path
    page.run("localStorage.clear()")
    page.close()


def person_prints_the_longest_checklist_of_the_fixtures_on_one_sheet(browser, base, site):
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "root")
        shutil.copytree(ROOT / "datasets", root / "datasets", ignore=shutil.ignore_patterns("municipalities"))
        shutil.copytree(ROOT / "tests/fixtures/municipalities", root / "datasets/municipalities")
        shutil.copytree(ROOT / "site-templates", root / "site-templates")
        (root / "schema").mkdir()
        options = ["build", "--root", str(root), "--out", f"{folder}/site"]
        built = subprocess.run([madoguchi(), *options], cwd=ROOT, capture_output=True, text=True)
        assert built.returncode == 0, built.stdout + built.stderr
        page, fixtures = browser.page(), Path(folder, "site")
        paths = list(checklists(fixtures))
        assert len(paths) > 60, len(paths)
        assert not (found := spilling(page, f"file://{fixtures}", paths)), found
        page.close()


def person_ticks_a_checklist_and_finds_the_ticks_again(browser, base, site):
    page = browser.page()
    page.goto(f"{base}/{CHIBA}")
    ticked = "document.querySelectorAll('.sheet input:checked').length"
    page.click(".sheet .things li:first-child input")
    page.click(".sheet .things li:nth-child(2) label")
    assert page.run(ticked) == 2
    page.goto(f"{base}/en/{CHIBA}")
    assert page.run(ticked) == 2, "the same ticks in another language"
    page.goto(f"{base}/checklist/121002/pin-reset/principal.html")
    assert page.run(ticked) == 0, "another checklist has its own"
    page.goto(f"{base}/{CHIBA}")
    page.click(".tools button[type=reset]")
    assert page.run(ticked) == 0
    page.goto(f"{base}/{CHIBA}")
    assert page.run(ticked) == 0 and page.run("localStorage.length") == 0, "nothing is left on the device"
    assert not page.errors, page.errors
    page.close()


def person_ticks_a_checklist_without_script(browser, base, site):
    page = browser.page(script=False)
    page.goto(f"{base}/{CHIBA}")
    page.click(".sheet .things li:first-child input")
    ticked = "document.querySelectorAll('.sheet input:checked').length"
    assert page.run(ticked) == 1
    page.click(".tools button[type=reset]")
    assert page.run(ticked) == 0
    assert page.visible("[data-print]") == 0, "what needs a script is not shown"
    page.close()

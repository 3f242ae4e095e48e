"""The editor, as somebody uses it who knows a counter's rule. Skipped where the site was built without it."""
import functools
import json
import re
import subprocess
import tempfile
from pathlib import Path

from browser import ROOT, Skipped, madoguchi

AXE = ROOT / "tests/browser/node_modules/axe-core/axe.min.js"
CITY = "172014"
NEW = "292010"
REPOSITORY = "https://example.org/owner/name"
# The repository of the site under test need not be known; that of this test is.
KNOWN = """{ const parse = JSON.parse; JSON.parse = (...all) => {
    const value = parse(...all);
    return value?.frame && value.words ? {...value, repository: '%s'} : value;
}; }""" % REPOSITORY
CONTENT = "document.querySelector('#text').shadowRoot?.querySelector('.cm-content') ?? document.querySelector('#text textarea')"
TITLE = r"^ +title: [^'\"{]+$"
HOSTILE = "<img src=x onerror=alert(1)>"


def with_module(scenario):
    @functools.wraps(scenario)
    def run(browser, base, site):
        if not (site / "assets/editor/main.js").is_file():
            raise Skipped("the site was built without the editor (scripts/web builds it)")
        scenario(browser, base, site)
    return run


def opened(browser, base, query, **look):
    page = browser.page(**look)
    page.send("Page.addScriptToEvaluateOnNewDocument", source=KNOWN)
    visit(page, base, query)
    return page


def visit(page, base, query):
    page.goto(f"{base}/{query}")
    page.until("document.documentElement.dataset.editor === 'ready'", "the editor opens")


def published(site, code=CITY):
    return (site / f"data/yaml/{code}.yaml").read_text(encoding="utf-8")


def page_appears(page):
    """The page beside the text, all of it: from now on only its words change."""
    page.until("(there => there?.readyState === 'complete' && !!there.querySelector('main'))(window.preview.contentDocument)", "the page appears")


def all_marked(page):
    page.run(f"({CONTENT}).focus()")
    for kind in ["keyDown", "keyUp"]:
        page.send("Input.dispatchKeyEvent", type=kind, key="a", code="KeyA", modifiers=2, windowsVirtualKeyCode=65, commands=["selectAll"])


def write(page, text):
    all_marked(page)
    page.type(text)


def to_a_line(page, text, pattern):
    """Puts the cursor behind the first line that is so, by keys."""
    lines = text.splitlines()
    page.run(f"({CONTENT}).focus()")
    page.key("Home", number=36, modifiers=2)
    for _ in range(next(at for at, line in enumerate(lines) if re.search(pattern, line))):
        page.key("ArrowDown", number=40)
    page.key("End", number=35)


def written(page):
    """The text that is in the editor, as it can be taken away."""
    page.run("URL.createObjectURL = blob => { window.saved = blob; return '#' }")
    page.run("document.getElementById('download').click()")
    return page.run("window.saved.text()")


def draft(page, code=CITY):
    """What the tab has kept."""
    key = f"'madoguchi-draft/{code}/' + sessionStorage.getItem('madoguchi-tab')"
    return page.run(f"JSON.parse(localStorage.getItem({key}))?.text")


def clear(page):
    page.run("localStorage.clear(), sessionStorage.clear()")


def faults(page):
    """What the console said. Text that the test inserts over marked text brings styles of the browser's own
    along, which the policy refuses."""
    return [error for error in page.errors if not error.startswith("Applying inline style")]


def leave(page, *expected):
    """Nothing is kept of what was tried, and the console has no fault but what is expected."""
    told = [fault for fault in faults(page) if fault not in expected]
    assert not told, told
    clear(page)
    page.close()


def frame(page, script):
    return page.run(f"(document => {script})(window.preview.contentDocument)")


@with_module
def person_breaks_a_file_reads_what_is_wrong_and_repairs_it(browser, base, site):
    page = opened(browser, base, f"edit/?m={CITY}")
    text = published(site)
    assert page.run("document.querySelector('.error') === null"), page.text("#findings")
    page.until("window.preview.contentDocument?.querySelector('h1')?.textContent.includes('金沢市')", "the page appears")
    # The form of the module's report is that of the command's.
    write(page, text.replace("    read: whole", "    raed: whole", 1))
    page.until("!!document.querySelector('#findings .error')", "the mistake is found")
    said = page.text("#findings")
    assert "raed" in said and "K001" in said and "行目" in said, said
    assert "最後に正しかった" in page.text("#preview-state")
    assert page.run("document.querySelector('#findings a').href").endswith("/lint/K001.html")
    page.click("#findings li button:last-of-type")
    page.until("document.querySelector('#findings .error') === null", "one click repairs it")
    assert written(page) == text and draft(page) is None, "what is published needs no draft"
    assert "今の文章" in page.text("#preview-state")
    write(page, text.replace("reasons: [forgotten, locked]", "reasons: [forgotten]", 1))
    page.until("document.querySelectorAll('#differences li').length > 0", "residents' differences are told")
    leave(page)


@with_module
def person_is_told_of_the_settings_without_being_led_into_the_text(browser, base, site):
    page = browser.page()
    page.send("Page.addScriptToEvaluateOnNewDocument", source="""{ const text = Response.prototype.text;
        Response.prototype.text = async function () {
            const found = await text.call(this);
            if (!this.url.endsWith("/edit/dataset.json")) return found;
            const dataset = JSON.parse(found);
            dataset.files["../madoguchi.yaml"] = "format: 2\\nlevls: {}\\n";
            return JSON.stringify(dataset);
        }; }""")
    visit(page, base, f"en/edit/?m={CITY}")
    page.until("!!document.querySelector('#findings .error')", "the mistake in the settings is told")
    said = page.text("#findings")
    assert "Line 2 (madoguchi.yaml)" in said and "levls" in said, said
    assert page.count("#findings button") == 0, "neither a place of the text nor a repair of it"
    assert page.run(f"!({CONTENT}).querySelector('.cm-lintRange')"), "nothing is marked in the text"
    write(page, published(site).replace("    read: whole", "    raed: whole", 1))
    page.until("document.querySelectorAll('#findings .error').length > 1", "a mistake of the text is told beside it")
    assert page.count("#findings li:has(button)") == 1 and page.count("#findings button") == 2, page.text("#findings")
    page.click("#findings button")
    page.until(f"({CONTENT}).localName === 'textarea' || !!({CONTENT}).querySelector('.cm-lintRange')", "its place is shown, and is marked")
    leave(page)


@with_module
def person_opens_a_municipality_by_its_name(browser, base, site):
    page = browser.page()
    page.goto(f"{base}/en/edit/")
    page.until("!document.getElementById('choose').hidden", "the choice appears")
    page.run("document.getElementById('place').focus()")
    page.type("奈良市")
    page.loaded.clear()
    page.key("Enter", number=13)
    page.loaded.wait(30)
    page.until("document.documentElement.dataset.editor === 'ready'", "the editor opens")
    assert page.run("location.search") == f"?new={NEW}"
    assert page.count("#findings .error") > 0, "what is still missing is said"
    assert "Error" in page.text("#findings")
    leave(page)


@with_module
def person_writes_a_new_file_by_choosing(browser, base, site):
    page = opened(browser, base, f"en/edit/?new={NEW}")
    page.click("#as-form")
    pick = """(word, value) => { const add = [...document.querySelectorAll('#form [data-add]')].filter(b => b.dataset.add === word).at(-1);
        const select = add.parentElement.querySelector('select'); select.value = value;
        if (select.value !== value) throw new Error(value); add.click(); }"""
    remove = "[...document.querySelectorAll('#form button')].filter(b => b.ariaLabel === 'Remove: %s')"
    for word, value, name in [
        ("Add a procedure", "pin-reset", "PIN reset"), ("Add who comes", "agent", "authorised agent"),
        ("Add what to bring", "passport", "passport"), ("Add a letter", "inquiry-reply", "Letter"),
    ]:
        page.run(f"({pick})({json.dumps(word)}, {json.dumps(value)})")
        page.until(f"{remove % name}.length === 1", f"{word}: the form has it")
    text = draft(page, NEW)
    for line in ["procedures:", "  pin-reset:", "      agent:", "                - passport", "          - letter:", "# counters:"]:
        assert f"\n{line}" in text, f"{line} in {text}"
    page.run(f"{remove % 'passport'}[0].click()")
    page.until(f"{remove % 'passport'}.length === 0", "the form is without it")
    assert "passport" not in draft(page, NEW).split("procedures:")[-1].split("# ")[0]
    assert "# counters:" in draft(page, NEW), "comments stay"
    write_broken = "procedures: [\n"
    page.click("#as-text")
    write(page, write_broken)
    page.click("#as-form")
    assert "errors as YAML" in page.text("#form"), page.text("#form")
    leave(page)


@with_module
def person_loses_no_text(browser, base, site):
    page = opened(browser, base, f"edit/?m={CITY}")
    text = published(site)
    first, second = text + "# one\n", text + "# two\n"
    write(page, first)
    assert draft(page) == first, "kept at once"
    visit(page, base, f"edit/?m={CITY}")
    assert draft(page) == first, "a reload loses nothing"
    other = opened(browser, base, f"edit/?m={CITY}")
    assert "別の下書き" in other.text("#drafts")
    write(other, second)
    assert draft(other) == second and draft(page) == first, "two tabs keep two drafts"
    page.until("document.getElementById('state').textContent.includes('別のタブ')", "the first tab says so")
    other.click("#drafts button")
    assert draft(other) == first
    kept = other.run("Object.values(localStorage).map(one => JSON.parse(one).text)")
    assert second in kept, "what was there before is kept beside it"
    page.run("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }")
    write(page, text + "# three\n")
    page.until("!document.getElementById('trouble').hidden", "a full device is told")
    assert page.run("document.getElementById('trouble').role || document.getElementById('trouble').getAttribute('role')") == "alert"
    assert page.run("[...document.querySelectorAll('#copy, #download')].every(e => e.checkVisibility())")
    clear(page)
    other.close()
    page.close()


@with_module
def person_goes_on_when_the_device_is_full(browser, base, site):
    page = opened(browser, base, f"edit/?m={CITY}")
    text = published(site)
    write(page, text + "# kept\n")
    kept = draft(page)
    # Blocks that become smaller until nothing fits in any more.
    page.run("""(() => { for (let size = 1 << 22, at = 0; size > 8; ) {
        try { localStorage.setItem(`full-${at++}`, "x".repeat(size)); } catch { size >>= 1; } } })()""")
    write(page, text + "# more than fits\n" * 200)
    page.until("!document.getElementById('trouble').hidden", "a full device is told")
    assert draft(page) == kept, "what was kept before stays"
    assert written(page).endswith("# more than fits\n"), "the text can be taken away as a file"
    page.run("Object.keys(localStorage).filter(key => key.startsWith('full-')).forEach(key => localStorage.removeItem(key))")
    write(page, text + "# fits again\n")
    assert draft(page) == text + "# fits again\n" and page.run("document.getElementById('trouble').hidden")
    leave(page)


@with_module
def person_opens_another_draft_on_a_full_device_and_loses_none(browser, base, site):
    page = opened(browser, base, f"edit/?m={CITY}")
    text = published(site)
    write(page, text + "# of the first tab\n")
    page.close()
    other = opened(browser, base, f"edit/?m={CITY}")
    drafts = "Object.values(localStorage).map(one => JSON.parse(one).text)"
    other.run("window.put = Storage.prototype.setItem, Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }")
    other.click("#drafts button")
    other.until("!document.getElementById('trouble').hidden", "a full device is told")
    assert written(other) == text + "# of the first tab\n"
    assert other.run(drafts) == [text + "# of the first tab\n"], "the draft stays while it is kept nowhere else"
    assert other.visible("#drafts") == 1
    write(other, text)
    assert other.visible("#trouble") == 0, "what is published needs not be kept"
    other.run("Storage.prototype.setItem = window.put")
    other.click("#drafts button")
    assert draft(other) == text + "# of the first tab\n" and len(other.run(drafts)) == 1
    assert other.visible("#drafts") == 0
    clear(other)
    other.close()


@with_module
def person_finds_the_text_again_after_a_crash(browser, base, site):
    page = opened(browser, base, f"edit/?m={CITY}")
    text = published(site) + "# before the crash\n"
    write(page, text)
    assert draft(page) == text
    # Nothing of the tab runs any more; it is no closing, at which a page could still save.
    page.crash()
    page.close()
    after = opened(browser, base, f"edit/?m={CITY}")
    assert "別の下書き" in after.text("#drafts"), "the draft is offered"
    after.click("#drafts button")
    assert draft(after) == text
    assert not faults(after), faults(after)
    clear(after)
    after.close()


@with_module
def person_goes_on_without_a_connection(browser, base, site):
    page = opened(browser, base, f"edit/?m={CITY}")
    page.send("Network.emulateNetworkConditions", offline=True, latency=0, downloadThroughput=0, uploadThroughput=0)
    text = published(site)
    write(page, text.replace("ja: 金沢市", "ja: 金沢市\u3000", 1))
    page.until("document.querySelectorAll('#findings li').length > 0", "it is still checked")
    right = text.replace("reasons: [forgotten, locked]", "reasons: [forgotten]", 1)
    write(page, right)
    page.until("document.querySelectorAll('#differences li').length > 0", "residents' differences are told")
    assert "今の文章" in page.text("#preview-state"), "the page is made"
    page.click("#as-form")
    assert page.count("#form fieldset") > 0, "the form works"
    page.click("#as-text")
    page.send("Network.emulateNetworkConditions", offline=False, latency=0, downloadThroughput=-1, uploadThroughput=-1)
    visit(page, base, f"edit/?m={CITY}")
    assert draft(page) == right, "with a connection the text is there again"
    leave(page, "Failed to load resource: net::ERR_INTERNET_DISCONNECTED")


def altered(text, number):
    """The text with one of several mistakes."""
    return [
        lambda: text,
        lambda: text.replace("read:", "raed:", 1),
        lambda: text.replace("sources:", "sources: [", 1),
        lambda: text.replace("page_date", "page-date", 2),
        lambda: text.replace("- ", "-\u3000", 1),
    ][number % 5]()


@with_module
def person_is_told_what_the_command_tells(browser, base, site):
    command = madoguchi()
    page = browser.page()
    page.goto(f"{base}/en/edit/")
    page.until("!document.getElementById('choose').hidden", "the module is there")
    shared = json.loads((site / "edit/dataset.json").read_text(encoding="utf-8"))
    codes = sorted(shared["municipalities"])
    chosen = codes[:: max(1, len(codes) // 25)]
    texts = {code: altered((site / f"data/yaml/{code}.yaml").read_bytes().decode(), number) for number, code in enumerate(chosen)}
    day = "2026-12-31"
    told = page.run(f"""(async texts => {{
        const module = await import(new URL("assets/editor/module.js", "{base}/").href);
        const all = await Promise.all(["dataset", "templates-en"].map(name => fetch(`{base}/edit/${{name}}.json`).then(one => one.text())));
        const editor = new module.Editor(...all, "en", "{day}"), told = {{}};
        for (const [code, text] of Object.entries(texts)) {{ editor.open(code, text); told[code] = editor.diagnostics(text); }}
        return told;
    }})({json.dumps(texts)})""")
    with tempfile.TemporaryDirectory() as folder:
        datasets = Path(folder, "datasets")
        written = {shared["municipalities"][code]: text for code, text in texts.items()}
        for path, text in [*shared["files"].items(), *written.items()]:
            place = Path(folder) if path == "madoguchi.yaml" else datasets
            (place / path).parent.mkdir(parents=True, exist_ok=True)
            (place / path).write_bytes(text.encode())
        findings = 0
        for code in texts:
            call = [command, "check", "--root", folder, "--format", "json", "--lang", "en", "--today", day]
            checked = subprocess.run([*call, str(datasets / shared["municipalities"][code])], capture_output=True, check=False)
            assert checked.stdout.decode() == told[code], f"{code}: {checked.stdout[:300]} {told[code][:300]} {checked.stderr}"
            findings += len(json.loads(told[code])["diagnostics"])
    assert len(texts) >= 20 and findings > 20, f"{findings} findings in {len(texts)} files"
    page.close()


@with_module
def person_sees_the_page_while_typing(browser, base, site):
    files = [(abs(len(file.read_text(encoding="utf-8").splitlines()) - 300), file) for file in (site / "data/yaml").glob("*.yaml")]
    file = min(files)[1]
    page = opened(browser, base, f"edit/?m={file.stem}")
    text = file.read_text(encoding="utf-8")
    page_appears(page)
    # From the key's event to the picture after the new page stands in its frame.
    page.run("""window.times = [];
        addEventListener('beforeinput', () => { const began = performance.now();
            new MutationObserver((all, observer) => { observer.disconnect();
                requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - began))); })
                .observe(window.preview.contentDocument, {childList: true, subtree: true}); }, true)""")
    to_a_line(page, text, TITLE)
    for number in range(21):
        page.type(str(number % 10))
        page.until(f"times.length > {number}", "the page follows the key")
    times = sorted(page.run("times"))
    print(f"key to page, {len(text.splitlines())} lines: median {times[len(times) // 2]:.0f} ms, {times[0]:.0f} to {times[-1]:.0f} ms")
    leave(page)


@with_module
def person_writes_for_long_and_the_memory_stays_flat(browser, base, site):
    page = opened(browser, base, f"edit/?m={CITY}")
    page_appears(page)
    page.run("""window.made = 0; new MutationObserver(() => made++).observe(window.preview.contentDocument, {childList: true, subtree: true})""")
    to_a_line(page, published(site), TITLE)

    def keys(count):
        """So many keys, each answered by a page; what is written is taken out again."""
        for number in range(count):
            before = page.run("made")
            page.key("Backspace", number=8) if number % 2 else page.type("x")
            page.until(f"made > {before}", "the page follows the key")
        page.send("HeapProfiler.collectGarbage")
        module = page.run("import(new URL('../assets/editor/module.js', location)).then(module => module.default()).then(made => made.memory.buffer.byteLength)")
        return module, page.run("performance.memory.usedJSHeapSize")

    began, ended = keys(40), keys(240)
    kib = lambda sizes: " and ".join(f"{size // 1024} KiB" for size in sizes)
    print(f"module and scripts after 40 keys: {kib(began)}; after 240 more: {kib(ended)}")
    # A module's memory comes in pieces of 64 KiB, and which of them has room left is chance: two pieces more are no leak.
    assert ended[0] - began[0] <= 2 * 64 * 1024, "the module's memory grows with the keys"
    assert ended[1] - began[1] < 2 * 1024 * 1024, "that of the scripts grows"
    leave(page)


@with_module
def person_proposes_and_nothing_else_is_sent(browser, base, site):
    page = opened(browser, base, f"edit/?m={CITY}")
    links = page.run("[...document.querySelectorAll('#ways a')].map(a => a.href)")
    assert links[0].startswith(f"{REPOSITORY}/edit/main/datasets/municipalities/17-ishikawa/{CITY}-"), links
    assert links[1].startswith(f"{REPOSITORY}/issues/new?title="), links
    page.run("navigator.clipboard.writeText = async text => { window.copied = text }")
    page.run("document.querySelectorAll('#ways a').forEach(a => a.addEventListener('click', event => event.preventDefault()))")
    page.click("#ways a")
    page.until("!!window.copied", "the text is copied")
    assert page.run("window.copied") == published(site)
    assert written(page) == page.run("window.copied")
    asked = page.run("performance.getEntriesByType('resource').map(one => one.name)")
    assert asked and all(one.startswith(base) for one in asked), asked
    new = opened(browser, base, f"edit/?new={NEW}")
    link = new.run("document.querySelector('#ways a').href")
    assert link.startswith(f"{REPOSITORY}/new/main/datasets/municipalities/29-nara?filename={NEW}-nara.yaml"), link
    assert len(link) <= 6000
    new.close()
    page.close()


@with_module
def person_writes_markup_and_reads_it_as_text(browser, base, site):
    page = opened(browser, base, f"edit/?m={CITY}")
    page.run("window.alert = () => { window.hurt = true }")
    text = published(site)
    write(page, text.replace("title: マイナンバーカードの暗証番号について", f"title: '{HOSTILE}</script>'", 1))
    page.until("window.preview.contentDocument?.querySelector('main')?.textContent.includes('onerror')", "it is on the page, as text")
    assert frame(page, "document.querySelectorAll('img, script, [onerror]').length") == 0
    write(page, f'{text}"{HOSTILE}": 1\n')
    page.until("document.getElementById('findings').textContent.includes('onerror')", "it is in the list, as text")
    assert page.count("#findings img") == 0
    hostile = f"{base}/edit/?m={HOSTILE.replace('<', '%3C').replace('>', '%3E').replace(' ', '%20')}"
    clear(page)
    page.goto(hostile)
    page.until("document.getElementById('state').textContent.includes('onerror')", "an unknown code is told as text")
    assert page.count("main img") == 0 and not page.run("window.hurt")
    assert page.run("document.querySelector('iframe').sandbox.contains('allow-scripts')") is False
    page.close()


def tab_to(page, condition, what, back=False):
    """Goes from control to control until a condition holds of the one that is in use."""
    for _ in range(400):
        page.key("Tab", number=9, modifiers=8 if back else 0)
        if page.run(f"(here => !!({condition}))(document.activeElement)"):
            return
    raise AssertionError(f"{what}: not reached by Tab")


@with_module
def person_uses_the_keyboard_alone(browser, base, site):
    page = opened(browser, base, f"edit/?m={CITY}")
    text = published(site)
    tab_to(page, "here.closest('#text')", "the text")
    to_a_line(page, text, "^    read: whole$")
    for _ in ": whole":
        page.key("ArrowLeft", number=37)
    page.key("Backspace", number=8)
    page.until("!!document.querySelector('#findings .error')", "the mistake is found")
    page.key("Tab", number=9)
    assert not page.run("document.activeElement.closest('#text')"), "one Tab leads out of the text"
    tab_to(page, "here.matches('#findings li button:last-of-type')", "the repair")
    page.key("Enter", number=13)
    page.until("!document.querySelector('#findings .error')", "it is repaired")
    assert written(page) == text
    tab_to(page, "here.id === 'as-form'", "the form", back=True)
    page.key("Enter", number=13)
    tab_to(page, "here.matches('#form select') && here.parentElement.querySelector('[data-add]').dataset.add === '持ち物を足す'", "a choice")
    page.key("ArrowDown", number=40)
    tab_to(page, "here.matches('#form [data-add]')", "its button")
    papers = page.count("#form li li")
    page.key("Enter", number=13)
    page.until(f"document.querySelectorAll('#form li li').length === {papers + 1}", "the form has what was chosen")
    assert draft(page) == written(page) != text
    assert page.run("!!document.activeElement.closest('#form')"), "whoever chose stays in the form"
    tab_to(page, "here.id === 'download'", "the text as a file")
    leave(page)


@with_module
def person_finds_no_place_for_a_pin(browser, base, site):
    page = opened(browser, base, f"edit/?m={CITY}")
    for view in ["#as-text", "#as-form"]:
        page.click(view)
        assert page.count("#work button") > 5
        assert page.count("input[type=password], input[type=number], input[inputmode=numeric]") == 0
    leave(page)


@with_module
def person_is_helped_in_every_look(browser, base, site):
    for look in [{}, {"scheme": "dark"}, {"forced": True}, {"width": 320}]:
        page = opened(browser, base, f"edit/?m={CITY}", **look)
        for view in ["#as-text", "#as-form"]:
            page.click(view)
            page.run(AXE.read_text(encoding="utf-8") + ";0")
            found = page.run(
                "axe.run(document, {resultTypes: ['violations'], iframes: false}).then(r => r.violations.map(v => "
                "v.id + ': ' + v.nodes.slice(0, 3).map(n => n.target.join(' ')).join('; ')))"
            )
            assert not found, f"{look} {view}: {found}"
            width, space = page.run("(d => [d.scrollWidth, d.clientWidth])(document.scrollingElement)")
            assert width <= space, f"{look} {view}: {width} px wide in {space}"
        leave(page)


def person_without_script_is_told_other_ways(browser, base, site):
    page = browser.page(script=False)
    page.goto(f"{base}/en/edit/index.html")
    assert page.visible("#without") == 1 and page.visible("#work") == 0
    assert page.run("1") == 1 and "contribute.html" in page.run("document.querySelector('#without a').href")
    page.close()

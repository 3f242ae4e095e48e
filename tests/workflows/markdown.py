"""What strangers write, as Markdown, does nothing."""
import re
import time

import inert
from markdown_it import MarkdownIt
from support import HOSTILE

ALLOWED = {"h1", "h2", "h3", "h4", "p", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "code", "strong", "pre"}
RENDERER = MarkdownIt("commonmark", {"html": True, "linkify": True}).enable(["table", "strikethrough", "linkify"])
# GitHub makes no link of a name alone ("README.md").
RENDERER.linkify.set({"fuzzy_link": False})


def faults(markdown):
    """What in a text GitHub would act upon."""
    html = RENDERER.render(markdown)
    found = sorted(set(re.findall(r"</?([a-z0-9]+|!--)", html.lower())) - ALLOWED)
    # GitHub looks for mentions and references in the text that is shown, outside of code.
    shown = re.sub(r"<code>.*?</code>|<pre>.*?</pre>", "", html, flags=re.DOTALL)
    shown = re.sub(r"<[^>]*>", "", shown)
    shown = shown.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")
    found += re.findall(r"@[A-Za-z0-9]|(?<![&])#[0-9]|GH-[0-9]|https?://|www\.", shown)
    found += re.findall(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]", html)
    return found, html


def test_the_test_finds_what_is_bad():
    raw = [text for text in HOSTILE if faults(text)[0]]
    assert len(raw) >= 25, len(raw)


def test_hostile_lines_do_nothing_alone():
    for text in HOSTILE:
        found, html = faults(inert.document(text))
        assert not found, (text, found, html)


def test_hostile_lines_do_nothing_together():
    for joint in ("\n", "\n\n", " ", "", "`", "**", "|", "\\", "\r", "\n- ", "\n| "):
        for text in (joint.join(HOSTILE), joint.join(reversed(HOSTILE)), joint + joint.join(HOSTILE) + joint):
            found, html = faults(inert.document(text))
            assert not found, (joint, found, html)


def test_hostile_cells_do_nothing():
    for text in HOSTILE:
        found, html = faults(inert.document(f"| a | b |\n|---|---|\n| {text} | {text} |\n"))
        assert not found, (text, found, html)


def test_pairs_of_signs_do_nothing():
    signs = ["`", "``", "*", "**", "\\", "[", "](", ")", "<", ">", "@a", "#1", "https://a.b", "|", " ", "\n", "!", "GH-1", "\t"]
    for one in signs:
        for two in signs:
            for three in signs:
                text = f"{one}{two}x{three}@octocat{two}{one}https://a.example/{three}"
                found, html = faults(inert.document(text))
                assert not found, (text, found, html)


def test_what_is_well_written_stays():
    text = "## 金沢市\n\n- 来庁 3 → **2** 回(`visits`)\n- A+B\n\n| 前 | 後 |\n|---|---|\n| 3 | 2 |\n"
    html = RENDERER.render(inert.document(text))
    for part in ("<h2>金沢市</h2>", "<strong>2</strong>", "<code>visits</code>", "<li>A+B</li>", "<td>2</td>"):
        assert part in html, (part, html)


def test_a_long_text_is_cut_at_a_line_and_says_so():
    text = inert.document("- 長い行です。\n" * 20_000)
    assert len(text) < 61_000 and "Too long" in text


def test_a_long_line_takes_no_long_time():
    for text in ("x", "x:", "`", "*", "http://", "www.", "[", "|", "\\", "GH-", "@", " ", "- "):
        before = time.monotonic()
        assert len(inert.document(text * 100_000)) < 61_000
        assert time.monotonic() - before < 10, text

"""Text that strangers wrote, as Markdown that GitHub shows and does nothing with.

No HTML, no link, no picture, nobody is mentioned, no issue is referred to. What stays: headings, lists, tables,
`code` and **bold**.
"""
import re
import unicodedata

# Joined to a sign, this takes its meaning for GitHub and is not seen.
BREAK = "\u200b"
# What GitHub would make a link of.
ADDRESS = r"(?:[A-Za-z][A-Za-z0-9+.-]{0,19}://|www\.)[^\s`<>|]+"
PIECES = re.compile(rf"(?P<code>`[^`]+`)|(?P<bold>\*\*)|(?P<address>{ADDRESS})", re.IGNORECASE)
LINE = re.compile(r"(?P<mark>#{1,4} +| {0,8}[-*] +| {0,8}[0-9]{1,3}\. +)?(?P<text>.*)", re.DOTALL)
RULE = re.compile(r"\|(?: *:?-+:? *\|)+")


def visible(text):
    """The text with what cannot be seen, or changes the order of what can, written out."""
    return "".join(
        f"\\u{{{ord(sign):x}}}" if unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp") else sign for sign in text
    )


def escaped(text):
    text = re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)
    text = text.replace("\\&", "&amp;").replace("\\<", "&lt;").replace("\\>", "&gt;")
    # Mentions and references are found in what is shown, after Markdown.
    text = text.replace("\\@", f"\\@{BREAK}").replace("\\#", f"\\#{BREAK}")
    text = text.replace(r"\:\/\/", rf"\:{BREAK}\/\/")
    return re.sub(r"(?i)(GH(?=\\-[0-9])|www(?=\\\.))", rf"\1{BREAK}", text)


def inert(text):
    """A stretch of text without line ends."""
    text, done, at = visible(text.replace("\t", " ")), "", 0
    bold = text.count("**") % 2 == 0
    for piece in PIECES.finditer(text):
        done += escaped(text[at : piece.start()])
        at = piece.end()
        if piece["bold"]:
            done += "**" if bold else escaped("**")
            continue
        # Two stretches of code that touch would be one, or none.
        apart = " " if done.endswith("`") else ""
        done += apart + (piece["code"] or f"`{piece['address']}`")
    return done + escaped(text[at:])


def plain(text):
    """The text without the escapes of who wrote it: it gets ours."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def line(text):
    """One line: its mark as it is, the rest inert."""
    text = text.rstrip()
    if len(text) > 1 and text.startswith("|") and text.endswith("|"):
        if RULE.fullmatch(text):
            return text
        return "| " + " | ".join(inert(cell.strip()) for cell in text[1:-1].split("|")) + " |"
    parts = LINE.fullmatch(text)
    mark = (parts["mark"] or "").rstrip()
    said = inert(plain(parts["text"]).lstrip())
    return f"{mark} {said}" if mark else said


def document(text, most=60_000):
    """A whole document, cut at the end of a line where it would have more characters than `most`."""
    lines, length = [], 0
    for written in text.replace("\r\n", "\n").split("\n"):
        shown = line(written)
        length += len(shown) + 1
        if length > most:
            lines += ["", "(長いので、ここまでです。 / Too long: cut here.)"]
            break
        lines.append(shown)
    return "\n".join(lines).strip() + "\n"

"""What the modules share."""
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

FOLDER = tempfile.TemporaryDirectory()
# What a value leaves behind that is run as a command, wherever it is run.
MARK = Path(FOLDER.name, "pwned")

# What strangers may write: each has a meaning for somebody.
HOSTILE = [
    f"$(touch {MARK})",
    f"`touch {MARK}`",
    "; rm -rf ~ #",
    "| tee x && y || z > w",
    "${{ github.token }}",
    "::error::fake",
    "::error file=a,line=1::fake%0A::warning::b",
    "##[error]fake",
    "::set-output name=number::2",
    "::add-mask::a",
    "<script>alert(1)</script>",
    '<img src="https://evil.example/x.png" onerror="alert(1)">',
    "<!-- madoguchi: checks -->",
    "</details></div><details open>",
    "![x](https://evil.example/x.png)",
    "[click](https://evil.example)",
    "[click]: https://evil.example",
    "[x](javascript:alert(1))",
    "<https://evil.example>",
    "https://evil.example/?q=1",
    "www.evil.example",
    "someone@evil.example",
    "mailto:someone@evil.example",
    "@octocat and @github/security",
    "fixes #1, GH-2, owner/name#3",
    "owner/name@0123456789012345678901234567890123456789",
    "``` ```` ` `` @octocat ` @octocat",
    "\\`@octocat\\` \\[x](https://evil.example)",
    "`a``https://evil.example/``b` @octocat",
    "**bold @octocat** __u__ ~~s~~ *i*",
    "> [!WARNING] @octocat",
    "- [ ] task",
    "$\\href{https://evil.example}{x}$ $`x`$",
    "[^1]: note https://evil.example",
    "&lt;img src=x&gt; &#64;octocat &commat;octocat",
    "a\u202eb\u200bc\u2066d",
    "\x1b[2J\x1b]8;;https://evil.example\x07x",
    "a\tb\vc\fd\x85e\u2028f",
    "| a | b |",
    "|---|---|",
    "# heading @octocat",
    "    indented @octocat",
    "1. one https://evil.example",
    "- item <b>x</b> @octocat",
    "===",
    "---",
    "-- -rf --help",
]


def nothing_was_run(folder):
    """Whether no value was run as a command, in a folder or anywhere."""
    return not MARK.exists() and not list(Path(folder).rglob(MARK.name))

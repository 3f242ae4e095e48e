"""The script that keeps the issue of pages to read again, with GitHub played as for the comments."""
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import markdown
from comment import GH, zipped
from support import HOSTILE, ROOT


def run(text="## 読み直すページ\n", archive=None, issues=(), artifacts=None):
    """Exit status, what was printed, and the calls that write."""
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        data = archive if archive is not None else zipped([("issue.md", text), ("report.json", "{}")])
        (here / "archive").write_bytes(data)
        listed = [{"id": 5, "name": "sources", "expired": False, "size_in_bytes": len(data)}] if artifacts is None else artifacts
        answers = {
            "repos/o/n/actions/runs/99/artifacts?name=sources&per_page=100": {"artifacts": listed},
            "repos/o/n/issues?state=open&creator=github-actions[bot]&per_page=100": list(issues),
        }
        (here / "answers").write_text(json.dumps(answers))
        (here / "gh").write_text(GH.format(python=sys.executable, here=folder))
        (here / "gh").chmod(0o755)
        environment = {"PATH": f"{folder}:{os.environ['PATH']}", "GITHUB_REPOSITORY": "o/n", "GITHUB_RUN_ID": "99", "GH_TOKEN": "t0ken"}
        done = subprocess.run(
            [ROOT / ".ci/steps/post-issue"], env=environment, cwd=folder, capture_output=True, text=True, timeout=60
        )
        asked = [json.loads(line) for line in (here / "asked").read_text().splitlines()] if (here / "asked").exists() else []
        assert "t0ken" not in done.stdout + done.stderr
        return done.returncode, done.stdout + done.stderr, [(words, json.loads(body)) for words, body in asked if "--method" in words]


def mine(body="<!-- madoguchi: sources -->\n", **more):
    return {"number": 3, "user": {"login": "github-actions[bot]"}, "body": body, **more}


def test_there_is_one_issue_opened_replaced_and_closed():
    ((words, content),) = run()[2]
    assert words[:4] == ["api", "--method", "POST", "repos/o/n/issues"], words
    assert content["body"].startswith("<!-- madoguchi: sources -->\n") and "読み直すページ" in content["title"]
    ((words, _),) = run(issues=[mine(content["body"])])[2]
    assert words[:4] == ["api", "--method", "PATCH", "repos/o/n/issues/3"], words
    ((words, content),) = run(text="", issues=[mine()])[2]
    assert "PATCH" in words and content == {"state": "closed"}
    assert run(text="\n") == (0, "nothing to read again\n", [])


def test_an_issue_of_others_or_a_pull_request_is_left_alone():
    for other in (mine(user={"login": "somebody"}), mine("x <!-- madoguchi: sources -->"), mine(None), mine(pull_request={})):
        ((words, _),) = run(issues=[other])[2]
        assert "POST" in words, other


def test_an_artifact_that_is_none_is_refused():
    broken = [b"", b"PK\x03\x04", zipped([("report.json", "{}")]), zipped([("../issue.md", "x")]), zipped([("issue.md", b"\xff")])]
    broken += [zipped([("issue.md", "x" * 300_000)]), zipped([("issue.md", "\0" * 30_000_000)])]
    for archive in broken:
        status, said, written = run(archive=archive)
        assert status == 1 and said.startswith("refused: ") and not written, said
    for artifacts in ([], [{"id": 5, "name": "sources", "expired": False, "size_in_bytes": 10**8}]):
        assert run(artifacts=artifacts)[0] == 1


def test_a_hostile_text_is_posted_as_text():
    for text in ("\n".join(HOSTILE), "- " + "\n- ".join(HOSTILE), "- 長い行です。\n" * 5000):
        status, _, written = run(text=text)
        body = written[0][1]["body"]
        theirs = body.split("-->\n", 1)[1].rsplit("\n---\n", 1)[0]
        found, _ = markdown.faults(theirs)
        assert status == 0 and not found and len(body) < 65_536, found
        assert markdown.RENDERER.render(body).count("<a ") == 2 and body.count("<!--") == 1

"""The script that posts, with GitHub played by a script that writes down what it is asked."""
import io
import json
import os
import subprocess
import sys
import tempfile
import warnings
import zipfile
from pathlib import Path

import markdown
from support import HOSTILE, ROOT

GH = """#!{python}
import json, os, sys
from pathlib import Path
here = Path({here!r})
words = sys.argv[1:]
body = sys.stdin.read() if "--input" in words else None
with open(here / "asked", "a", encoding="utf-8") as file:
    file.write(json.dumps([words, body]) + "\\n")
paths = [word for word in words if word.startswith("repos/")]
answers = json.loads((here / "answers").read_text())
if paths[0].endswith("/zip"):
    sys.stdout.buffer.write((here / "archive").read_bytes())
elif "--method" in words:
    print("{{}}")
elif paths[0] in answers:
    print(json.dumps(answers[paths[0]]))
else:
    sys.exit(1)
"""
SHA = "a" * 40


def zipped(files, method=zipfile.ZIP_DEFLATED):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", method) as archive, warnings.catch_warnings(action="ignore"):
        for name, content in files:
            archive.writestr(name, content)
    return data.getvalue()


def pull(**changes):
    head = {"sha": SHA, "ref": "fix", "repo": {"id": 7}}
    head.update({name: value for name, value in changes.items() if name in head})
    return {"state": changes.get("state", "open"), "head": head, "base": {"repo": {"full_name": changes.get("base", "o/n")}}}


def run(number="12\n", text="検査: よし\n", archive=None, comments=(), event="pull_request", pulls=None, artifacts=None):
    """Exit status, what was printed, and the calls that write."""
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        data = archive if archive is not None else zipped([("number", number), ("comment.md", text)])
        (here / "archive").write_bytes(data)
        listed = [{"id": 5, "name": "comment", "expired": False, "size_in_bytes": len(data)}] if artifacts is None else artifacts
        answers = {
            "repos/o/n/actions/runs/99/artifacts?name=comment&per_page=100": {"artifacts": listed},
            "repos/o/n/issues/12/comments?per_page=100": [list(comments)],
            **{f"repos/o/n/pulls/{one}": content for one, content in ({"12": pull()} if pulls is None else pulls).items()},
        }
        (here / "answers").write_text(json.dumps(answers))
        (here / "gh").write_text(GH.format(python=sys.executable, here=folder))
        (here / "gh").chmod(0o755)
        happened = {
            "repository": {"full_name": "o/n"},
            "workflow_run": {
                "id": 99, "event": event, "head_sha": SHA, "head_branch": "fix", "head_repository": {"id": 7},
            },
        }
        (here / "event").write_text(json.dumps(happened))
        environment = {"PATH": f"{folder}:{os.environ['PATH']}", "GITHUB_EVENT_PATH": str(here / "event"), "GH_TOKEN": "t0ken"}
        done = subprocess.run(
            [ROOT / ".ci/steps/post-comment"], env=environment, cwd=folder, capture_output=True, text=True, timeout=60
        )
        asked = [json.loads(line) for line in (here / "asked").read_text().splitlines()] if (here / "asked").exists() else []
        assert sorted(path.name for path in here.iterdir() if path.name != "asked") == ["answers", "archive", "event", "gh"]
        assert "t0ken" not in done.stdout + done.stderr
        return done.returncode, done.stdout + done.stderr, [(words, json.loads(body)) for words, body in asked if "--method" in words]


def refused(**what):
    status, said, written = run(**what)
    assert status == 1 and said.startswith("refused: ") and not written, (what, status, said, written)
    assert said.count("\n") == 1 and "::" not in said, said


def silent(**what):
    status, said, written = run(**what)
    assert status == 0 and said.startswith("nothing posted: ") and not written, (what, status, said, written)


def test_a_comment_is_posted_once_and_then_replaced():
    status, _, written = run()
    assert status == 0
    ((words, content),) = written
    assert words[:4] == ["api", "--method", "POST", "repos/o/n/issues/12/comments"], words
    assert content["body"].startswith("<!-- madoguchi: checks -->\n") and "検査\\: よし" in content["body"]
    mine = {"id": 3, "user": {"login": "github-actions[bot]"}, "body": content["body"]}
    ((words, _),) = run(comments=[mine])[2]
    assert words[:4] == ["api", "--method", "PATCH", "repos/o/n/issues/comments/3"], words


def test_a_strangers_comment_is_never_replaced():
    other = {"id": 3, "user": {"login": "somebody"}, "body": "<!-- madoguchi: checks -->\n"}
    ((words, _),) = run(comments=[other])[2]
    assert "POST" in words


def test_a_number_is_a_number():
    for number in ["1; rm -rf", "12; rm -rf ~", "$(id)", "-1", "0", "012", "12/../13", "12?x", "12\n13", "12\n\n", "1e3", "١٢", "１２", " 12", "", "9" * 15, "12\0", "::error::12\n"]:
        refused(number=number)


def test_the_pull_request_is_that_of_the_run():
    refused(number="13\n", pulls={"12": pull(), "13": pull(ref="other")})
    refused(pulls={"12": pull(repo={"id": 8})})
    refused(pulls={"12": pull(repo=None)})
    refused(pulls={"12": pull(base="somebody/else")})
    silent(pulls={"12": pull(sha="b" * 40)})
    silent(pulls={"12": pull(state="closed")})
    assert run(number="13\n")[0] == 2


def test_runs_that_have_nothing_to_say_are_left_alone():
    silent(event="push")
    silent(artifacts=[])
    silent(artifacts=[{"id": 5, "name": "comment", "expired": True, "size_in_bytes": 9}])


def test_an_archive_is_small_and_has_two_files():
    refused(artifacts=[{"id": 5, "name": "comment", "expired": False, "size_in_bytes": 10**7}])
    refused(archive=b"")
    refused(archive=b"PK\x03\x04 no archive")
    refused(archive=zipped([("number", "12\n"), ("comment.md", "x"), ("../../.ci/steps/post-comment", "x")]))
    refused(archive=zipped([("number", "12\n"), ("comment.md", "x"), ("comment.md/x", "x")]))
    refused(archive=zipped([("number", "12\n"), ("number", "13\n"), ("comment.md", "x")]))
    refused(archive=zipped([("number", "12\n"), ("/comment.md", "x")]))
    refused(archive=zipped([("number", "12\n")]))
    refused(text="x" * (128 * 1024 + 1))
    # Thirty megabytes in thirty kilobytes.
    refused(text="\0" * 30_000_000)
    refused(archive=zipped([("number", b"12\n"), ("comment.md", b"\xff\xfe")]))
    whole = zipped([("number", "12\n"), ("comment.md", "text " * 1000)])
    refused(archive=whole[: len(whole) // 2])
    flipped = bytearray(zipped([("number", "12\n"), ("comment.md", "text\n" * 9)], zipfile.ZIP_STORED))
    flipped[flipped.index(b"text") + 1] ^= 1
    refused(archive=bytes(flipped))


def test_an_entry_that_lies_of_its_size_is_refused():
    data = bytearray(zipped([("number", "12\n"), ("comment.md", "x" * 300_000)]))
    at = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 4)
    data[at + 24 : at + 28] = (10).to_bytes(4, "little")
    refused(archive=bytes(data))


def test_a_link_in_the_archive_is_only_text():
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("number", "12\n")
        link = zipfile.ZipInfo("comment.md")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    status, _, written = run(archive=data.getvalue())
    assert status == 0 and "root:" not in written[0][1]["body"]


def test_a_hostile_text_is_posted_as_text():
    for text in ("\n".join(HOSTILE), "- " + "\n- ".join(HOSTILE), "<!-- madoguchi: checks -->\n@octocat"):
        status, said, written = run(text=text)
        assert status == 0 and said == "comment on 12 posted\n", said
        # A comment's own head and foot are ours: the marker and two links to the run.
        body = written[0][1]["body"]
        theirs = body.split("### 自動の検査 / Automatic checks\n\n", 1)[1].rsplit("\n---\n", 1)[0]
        found, html = markdown.faults(theirs)
        assert not found, (text, found, html)
        assert body.count("<!--") == 1
        links = markdown.RENDERER.render(body).count("<a ")
        assert links == 2, (text, links)


def test_a_long_text_fits_into_a_comment():
    written = run(text="- 長い行です。\n" * 5000)[2]
    assert len(written[0][1]["body"]) < 65_536

"""The steps over data with hostile names and values: what they print, and what they leave behind."""
import json
import os
import re
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

import inert
import markdown
from support import HOSTILE, MARK, ROOT, nothing_was_run

CITY = "datasets/municipalities/17-ishikawa"
COMMAND = re.compile(r"::(error|warning|notice) file=[^,:\n]+(,[A-Za-z]+=[^,:\n]*)*::.*")


def name_of(text):
    """A text as the name of a file, as far as file systems go."""
    return text.replace("/", "∕").replace("\0", "")[:60] + ".yaml"


@contextmanager
def project():
    """A copy of the data and the steps, with hostile files."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "$(touch pwned) `touch pwned` ::error::x")
        for part in (".ci", "datasets", "schema", "site-templates"):
            shutil.copytree(ROOT / part, copy / part, ignore=shutil.ignore_patterns("__pycache__"))
        (copy / "tests/fixtures").mkdir(parents=True)
        city = copy / CITY
        values = (city / "172014-kanazawa.yaml").read_text(encoding="utf-8")
        for number, text in enumerate(HOSTILE):
            name = name_of(text)
            (city / name).write_text(f"municipality: {json.dumps(text)}\n{json.dumps(text)}: {json.dumps(text)}\n", encoding="utf-8")
            (city / f"1720{number:02}-x.yaml").write_text(
                values.replace("read: whole", f"read: {json.dumps(text, ensure_ascii=False)}"), encoding="utf-8"
            )
        (city / "two\nlines\n::error::fake.yaml").write_text("x\n", encoding="utf-8")
        for file in sorted((ROOT / "tests/hostile").glob("*.yaml")):
            shutil.copy(file, city / f"hostile-{file.name}")
        yield copy


def run(copy, step, *arguments, **environment):
    env = {**os.environ, "GITHUB_ACTIONS": "true", "LANG": "C.UTF-8", **environment}
    env.pop("GITHUB_STEP_SUMMARY", None) if "GITHUB_STEP_SUMMARY" not in environment else None
    done = subprocess.run([copy / ".ci/steps" / step, *arguments], cwd=copy, env=env, capture_output=True, timeout=300)
    assert nothing_was_run(copy.parent), step
    return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8", "replace")


def commands(said):
    """What the runner would take as a command, in what is printed while commands are on."""
    on, found, word = True, [], ""
    for line in said.splitlines():
        if on and (stop := re.fullmatch(r"::stop-commands::([0-9a-f]{32})", line)):
            on, word = False, stop[1]
        elif not on and line == f"::{word}::":
            on = True
        elif on and (line.lstrip().startswith("::") or "##[" in line):
            found.append(line)
    return found, on


def test_a_value_that_is_run_is_noticed():
    for value in HOSTILE[:2]:
        with tempfile.TemporaryDirectory() as folder:
            assert nothing_was_run(folder)
            subprocess.run(["sh", "-c", f"echo {value}"], check=True, stdout=subprocess.DEVNULL)
            assert not nothing_was_run(folder), value
            MARK.unlink()
            subprocess.run(["sh", "-c", "touch pwned"], check=True, cwd=folder)
            assert not nothing_was_run(folder)


def test_annotations_are_one_line_a_finding_and_no_other_command():
    with project() as copy:
        status, said, _ = run(copy, "annotations")
        assert status == 1
        lines = said.splitlines()
        # Every line begins as a command of ours, so what is in it is read as its words.
        assert len(lines) > 100 and all(COMMAND.fullmatch(line) for line in lines), [
            line for line in lines if not COMMAND.fullmatch(line)
        ]
        status, sarif, _ = run(copy, "reports", str(copy / "out"))
        assert status == 0
        results = json.loads((copy / "out/report.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
        assert len(results) == len(lines), (len(results), len(lines))


def test_the_comment_is_bounded_and_does_nothing():
    with project() as copy:
        status, said, _ = run(copy, "reports", str(copy / "out"), PULL_REQUEST="12")
        assert status == 0 and commands(said) == ([], True), said
        assert sorted(path.name for path in (copy / "out/comment").iterdir()) == ["comment.md", "number"]
        assert (copy / "out/comment/number").read_text() == "12\n"
        text = (copy / "out/comment/comment.md").read_text(encoding="utf-8")
        assert len(text.encode()) < 128 * 1024 and text.count("\n") < 70
        found, html = markdown.faults(inert.document(text))
        assert not found, found


def test_the_comment_says_what_changes_for_residents():
    with project() as copy:
        git = ["git", "-c", "user.name=x", "-c", "user.email=x@x.example", "-C", str(copy)]
        for command in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "--message", "before"]):
            subprocess.run([*git, *command], check=True)
        chiba = copy / "datasets/municipalities/12-chiba/121002-chiba.yaml"
        written = chiba.read_text(encoding="utf-8")
        telephone = re.search(r"(?m)^  telephone: (.*)$", written)[1]
        chiba.write_text(written.replace(telephone, "000-111-2222"), encoding="utf-8")
        subprocess.run([*git, "commit", "--quiet", "--all", "--message", "after"], check=True)
        status, said, error = run(copy, "reports", str(copy / "out"), PULL_REQUEST="12")
        assert status == 0 and commands(said) == ([], True), (said, error)
        text = inert.document((copy / "out/comment/comment.md").read_text(encoding="utf-8"))
        assert not markdown.faults(text)[0]
        shown = re.sub(r"\\(.)", r"\1", text)
        assert "### 千葉市(千葉県)" in shown and "### Chiba (Chiba)" in shown and shown.count("000-111-2222") == 2, shown


def test_a_number_that_is_none_is_refused():
    with project() as copy:
        for number in ("1; rm -rf", "$(touch pwned)", "-1", "12\n13", "１２", "../12", " "):
            status, said, _ = run(copy, "reports", str(copy / "out"), PULL_REQUEST=number)
            assert status == 1 and not (copy / "out/comment").exists(), (number, status)


def test_folders_with_hostile_names_are_only_names():
    with project() as copy:
        for text in ("$(touch pwned)", "`touch pwned`", "a b", "-rf", "::error::x", "a\nb"):
            status, _, said = run(copy, "reports", text)
            assert status == 0 and (copy / text / "report.sarif").is_file(), (text, said)


def test_other_steps_print_no_commands():
    with project() as copy:
        for step in ("data", "layout", "preview"):
            status, said, error = run(copy, step, *(["out"] if step == "preview" else []))
            assert status in (1, 2), (step, status)
            found, on = commands(said)
            assert not found and on, (step, found)
            # Both streams are one log.
            assert not commands(said.split("\n", 1)[0] + "\n" + error)[0], step
        assert not (copy / "out").exists()


def test_the_text_of_an_issue_does_nothing():
    with project() as copy:
        summary = copy / "summary"
        status, said, _ = run(copy, "notes", GITHUB_STEP_SUMMARY=str(summary))
        assert status == 1 and commands(said) == ([], True), said
        found, html = markdown.faults(summary.read_text(encoding="utf-8"))
        assert not found, found
        assert "データの見直し" in html


def test_a_command_that_fails_fails_the_step():
    with project() as copy:
        shutil.rmtree(copy / "datasets")
        for step in ("annotations", "reports", "notes", "data"):
            status, said, _ = run(copy, step, *(["out"] if step == "reports" else []), PULL_REQUEST="12")
            assert status != 0, step
        assert not (copy / "out/comment").exists()

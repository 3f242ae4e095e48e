"""Versions, releases of the program, and the script that publishes, with GitHub played by a script."""
import gzip
import hashlib
import io
import json
import os
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

import markdown
import release
from comment import zipped
from scratch import CHANGES, MANIFEST, PLAIN, contents, scratch, sums_fit
from support import HOSTILE, ROOT

GH = """#!{python}
import json, sys
from pathlib import Path
here = Path({here!r})
words = sys.argv[1:]
with open(here / "asked", "a", encoding="utf-8") as file:
    file.write(json.dumps(words) + "\\n")
if words[0] == "api" and words[1].endswith("/zip"):
    sys.stdout.buffer.write((here / words[1].split("/")[-2]).read_bytes())
elif words[0] == "api":
    print((here / "artifacts").read_text())
elif words[:2] == ["release", "view"]:
    if not (here / "there").exists():
        sys.exit(1)
    print((here / "there").read_text())
elif "--notes-file" in words:
    (here / "notes").write_bytes(Path(words[words.index("--notes-file") + 1]).read_bytes())
"""
# Git takes these for tags.
BAD_TAGS = ["data-2026.12.01.1", "data-2026.12.01.02", "data-2026.13.01", "data-2026.12.01-x", "data-２０２６.12.01", "data-$(touch@pwned)", "data-`touch`", "data-;ls", "xdata-2026.12.09"]
NO_TAGS = [*BAD_TAGS, "", "v1.2", "v1.2.3 --draft", "--help", "v1.2.3\n", "data-2026.12.01\n", "v1.2.3\nv1.2.4"]


def said(script, *words, folder):
    env = {**os.environ, **PLAIN}
    done = subprocess.run([sys.executable, ROOT / ".ci/release.py", script, *words], cwd=folder, env=env, capture_output=True, text=True)
    return done.returncode, done.stdout, done.stderr


def version(here, *words):
    status, out, error = said("data", *words, folder=here.folder)
    assert status == 0, error
    return out.split("\n")[:3]


def refused(here, why, *words, kind="data"):
    status, out, error = said(kind, *words, folder=here.folder)
    assert status == 1 and not out and error.startswith("no release: ") and why in error and error.count("\n") == 1, (out, error)


def test_data_have_the_day_of_their_commit_and_a_number_from_the_second_on():
    with scratch() as here:
        assert version(here) == ["data-2026.12.01", "", "2026-12-01"]
        here.git("tag", "data-2026.12.01")
        here.commit()
        assert version(here) == ["data-2026.12.01.2", "data-2026.12.01", "2026-12-01"]
        here.git("tag", "-a", "-m", "x", "data-2026.12.01.2")
        here.commit()
        for number in range(3, 11):
            here.git("tag", f"data-2026.12.01.{number}")
        here.commit()
        assert version(here)[:2] == ["data-2026.12.01.11", "data-2026.12.01.10"], "by number, not by letter"
        # Half past midnight in Japan.
        here.commit(day="2026-12-01T15:30:00+00:00")
        assert version(here) == ["data-2026.12.02", "data-2026.12.01.10", "2026-12-02"]


def test_tags_of_another_form_are_not_looked_at():
    assert release.version("data-2026.12.01.10")[1] == 10 and release.PROGRAM.fullmatch("v1.2.3-rc.1")
    for tag in [*NO_TAGS, *HOSTILE]:
        assert not release.version(tag) and not release.PROGRAM.fullmatch(tag), tag
    with scratch() as here:
        for tag in [*BAD_TAGS, "v9.9.9", "data"]:
            here.git("tag", tag)
        here.git("branch", "data-2026.12.01")
        assert version(here)[:2] == ["data-2026.12.01", ""]


def test_a_release_of_another_branch_is_no_release_before_and_its_name_is_taken():
    with scratch() as here:
        here.git("checkout", "--quiet", "-b", "other")
        here.commit()
        here.git("tag", "data-2026.12.01")
        here.git("checkout", "--quiet", "main")
        assert version(here)[:2] == ["data-2026.12.01.2", ""]
        here.git("tag", "data-2026.12.09")
        refused(here, "data-2026.12.09 is later than this commit")


def test_an_unclean_or_cut_tree_makes_no_release():
    with scratch() as here:
        for path in ("untracked", "README.md", "datasets/x.yaml"):
            here.write(path, "x\n")
            for kind in ("data", "program"):
                refused(here, "files differ from the commit", kind=kind)
            here.git("clean", "-fdq")
            here.git("reset", "--quiet", "--hard")
        # What is ignored elsewhere would still be read here.
        here.write("datasets/node_modules/x.yaml", "x\n")
        refused(here, "files differ from the commit")
        here.git("clean", "-fdxq")
        here.commit()
        cut = here.folder.parent / "cut"
        here.git("clone", "--quiet", "--depth", "1", f"file://{here.folder}", str(cut))
        status, _, error = said("data", folder=cut)
        assert status == 1 and "the history is cut off" in error
        assert said("data", folder=tempfile.gettempdir())[0] == 1


def test_a_release_is_made_again_at_its_commit_only():
    with scratch() as here:
        here.git("tag", "data-2026.12.01")
        here.git("tag", "v1.2.3")
        assert version(here, "data-2026.12.01")[:2] == ["data-2026.12.01", ""]
        assert said("program", "v1.2.3", folder=here.folder)[1] == "v1.2.3\n"
        refused(here, "exists already", kind="program")
        here.commit()
        refused(here, "not of this commit", "data-2026.12.01")
        refused(here, "not of this commit", "v1.2.3", kind="program")
        for tag in ("data-2026.13.01", "$(touch pwned)", "--help"):
            refused(here, "none of the data", tag)
            refused(here, "not the version in Cargo.toml", tag, kind="program")


def test_the_program_has_the_version_of_its_manifest_and_a_section_of_the_changelog():
    with scratch() as here:
        assert said("program", folder=here.folder)[1] == "v1.2.3\n"
        assert said("changelog", "v1.2.3", folder=here.folder)[1] == "### Added\n\n- `madoguchi check`\n"
        refused(here, "not the version in Cargo.toml (v1.2.3)", "v1.2.4", kind="program")
        for text in (CHANGES.replace("1.2.3", "1.2.30"), CHANGES.replace("1.2.3", "1x2x3"), "# Changelog\n\n## 1.2.3\n\n## 1.2.2\n\n- x\n"):
            here.write("CHANGELOG.md", text)
            here.commit()
            refused(here, "CHANGELOG.md says nothing of 1.2.3", kind="program")
        here.write("Cargo.toml", MANIFEST.replace("1.2.3", "1.2.3; touch pwned"))
        here.commit()
        refused(here, "none of three numbers", kind="program")


def program(here, *words, version="1.2.3", **environment):
    """The step, with a script in place of the command and of Rust."""
    tools = here.folder.parent / "tools"
    tools.mkdir(exist_ok=True)
    for name, says in (("madoguchi", f"madoguchi {version}"), ("rustc", "host: x86_64-unknown-linux-gnu")):
        (tools / name).write_text(f"#!/bin/sh\necho '{says}'\n")
        (tools / name).chmod(0o755)
    path = f"{tools}:{os.environ['PATH']}"
    return here.run("release-program", *words, MADOGUCHI=str(tools / "madoguchi"), PATH=path, **environment)


def test_the_files_of_the_program_are_the_same_bytes_each_time():
    with scratch() as here:
        outs = [here.folder.parent / name for name in ("a", "$(touch pwned) b")]
        for out, zone in zip(outs, ("UTC", "Asia/Tokyo")):
            status, said, handed = program(here, str(out), TZ=zone)
            assert status == 0 and handed == "tag=v1.2.3\n", said
            # Another user's copy, made at another time.
            for path in here.folder.glob("*.md"):
                path.chmod(0o600)
                os.utime(path, (1, 1))
        assert contents(outs[0]) == contents(outs[1]) and sums_fit(outs[0])
        name = "madoguchi-1.2.3-x86_64-unknown-linux-gnu"
        assert set(contents(outs[0])) == {f"{name}.tar.gz", "CHANGES.md", "SHA256SUMS"}
        packed = (outs[0] / f"{name}.tar.gz").read_bytes()
        assert packed[4:8] == bytes(4), "gzip says no time"
        with tarfile.open(fileobj=io.BytesIO(gzip.decompress(packed))) as archive:
            members = archive.getmembers()
        assert [one.name for one in members] == [name] + [f"{name}/{one}" for one in ("CHANGELOG.md", "LICENSE-MIT", "README.md", "madoguchi")]
        assert {(one.uid, one.gid, one.mtime) for one in members} == {(0, 0, 1796094000)}
        assert [oct(one.mode) for one in members[1:]] == ["0o644"] * 3 + ["0o755"]
        assert program(here, str(outs[0]))[0] == 1, "old files never get among the new"


def test_a_program_that_is_not_the_version_is_no_release():
    with scratch() as here:
        out = here.folder.parent / "out"
        status, said, handed = program(here, str(out), version="1.2.2")
        assert status == 1 and "the command has another version" in said and not handed and not out.exists()
        for tag in ("v1.2.4", "data-2026.12.01", "$(touch pwned)", "::error::x"):
            status, said, handed = program(here, str(out), GITHUB_REF_TYPE="tag", GITHUB_REF_NAME=tag)
            assert status == 1 and not handed and not out.exists(), said
        here.git("tag", "v1.2.3")
        assert program(here, str(out), GITHUB_REF_TYPE="branch", GITHUB_REF_NAME="main")[0] == 1
        status, said, handed = program(here, str(out), GITHUB_REF_TYPE="tag", GITHUB_REF_NAME="v1.2.3")
        assert status == 0 and handed == "tag=v1.2.3\n", said


def test_without_a_folder_a_step_only_says_the_version():
    with scratch() as here:
        status, said, handed = program(here)
        assert status == 0 and "version: v1.2.3\n" in said and not handed
        assert here.git("status", "--porcelain") == ""


def files(**contents):
    """An artifact as the steps leave it."""
    named = {name.replace("__", "."): content for name, content in contents.items()}
    sums = "".join(f"{hashlib.sha256(content.encode()).hexdigest()}  {name}\n" for name, content in named.items())
    return zipped([*named.items(), ("SHA256SUMS", sums)])


DATA = {"facts__csv": "a,b\n", "changes__ja__md": "# データ\n", "changes__en__md": "# Data\n"}


def post(*archives, tag="data-2026.12.01", there=None, **environment):
    """Exit status, what was printed, the words of the release that was made, its text, and its files."""
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        listed = []
        for number, data in enumerate(archives or [files(**DATA)]):
            (here / str(number)).write_bytes(data)
            listed.append({"id": number, "name": f"release-{number}", "expired": False, "size_in_bytes": len(data)})
        # What is not of a release is left alone.
        listed += [{"id": 77, "name": "comment", "expired": False, "size_in_bytes": 1}]
        listed += [{"id": 78, "name": "release-old", "expired": True, "size_in_bytes": 1}]
        (here / "artifacts").write_text(json.dumps({"artifacts": environment.pop("listed", listed)}))
        if there is not None:
            (here / "there").write_text(json.dumps(there))
        (here / "gh").write_text(GH.format(python=sys.executable, here=folder))
        (here / "gh").chmod(0o755)
        env = {"PATH": f"{folder}:{os.environ['PATH']}", "GH_TOKEN": "t0ken", "TAG": tag, "GITHUB_REPOSITORY": "o/n"}
        env |= {"GITHUB_RUN_ID": "99", "GITHUB_SHA": "a" * 40, "GITHUB_REF_TYPE": "branch", "GITHUB_REF_NAME": "main", **environment}
        out = here / "out/released"
        done = subprocess.run([ROOT / ".ci/steps/post-release", out], env=env, cwd=folder, capture_output=True, text=True, timeout=60)
        assert "t0ken" not in done.stdout + done.stderr
        asked = [json.loads(line) for line in (here / "asked").read_text().splitlines()] if (here / "asked").exists() else []
        made = [words for words in asked if words[:2] == ["release", "create"]]
        text = (here / "notes").read_text(encoding="utf-8") if made else ""
        return done.returncode, done.stdout + done.stderr, made, text, contents(out) if out.exists() else {}


def not_posted(*archives, **what):
    status, said, made, _, out = post(*archives, **what)
    assert status == 1 and said.startswith("refused: ") and said.count("\n") == 1 and not made and not out, (status, said, made)


def test_a_release_has_the_files_of_its_run():
    status, said, ((*words,),), text, out = post()
    assert (status, said) == (0, "data-2026.12.01 published\n")
    assert words[2] == "data-2026.12.01" and words[words.index("--target") + 1] == "a" * 40 and "--latest=true" in words
    assert sorted(Path(path).name for path in words[words.index("--") + 1 :]) == sorted(out)
    assert set(out) == {"facts.csv", "changes.ja.md", "changes.en.md", "SHA256SUMS"}
    assert "# データ" in text and "# Data" in text and "sha256sum" in text


def test_the_program_of_each_kind_of_machine_is_in_one_release():
    one, other = files(a__tar__gz="1", CHANGES__md="- x\n"), files(b__tar__gz="2", CHANGES__md="- x\n")
    status, _, (words,), text, out = post(one, other, tag="v1.2.3", GITHUB_REF_TYPE="tag", GITHUB_REF_NAME="v1.2.3")
    assert status == 0 and set(out) == {"a.tar.gz", "b.tar.gz", "CHANGES.md", "SHA256SUMS"} and text.count("- x") == 1
    assert out["SHA256SUMS"].count(b"\n") == 3 and "--latest=false" in words and "--prerelease" not in words
    assert "--prerelease" in post(one, tag="v1.2.3-rc.1")[2][0]
    not_posted(one, files(b__tar__gz="2", CHANGES__md="- y\n"), tag="v1.2.3")


def test_a_tag_that_is_none_or_another_makes_no_release():
    for tag in ("", "--help", "v1.2.3 --draft", "data-2026.12.01\n", "$(touch pwned)"):
        not_posted(tag=tag)
    not_posted(tag="v1.2.3", GITHUB_REF_TYPE="tag", GITHUB_REF_NAME="v1.2.4")


def test_files_that_are_not_what_the_steps_write_make_no_release():
    whole = files(**DATA)
    broken = [b"", b"PK\x03\x04", whole[: len(whole) // 2], zipped([("facts.csv", "x")]), zipped([("facts.csv", "x"), ("SHA256SUMS", "")])]
    broken += [zipped([("SHA256SUMS", "0" * 64 + "  facts.csv\n"), ("facts.csv", "x")]), zipped([("SHA256SUMS", "::error::x\n")])]
    broken += [files(**{name: "x"}) for name in ("../x", "/x", "a/b", "-rf", ".x", "$(touch pwned)", "a b", "a\nb", "x" * 101)]
    for data in broken:
        not_posted(data)
    many = zipped([(f"{number}.csv", "x") for number in range(101)])
    not_posted(many)
    not_posted(listed=[])
    not_posted(listed=[{"id": 0, "name": "release-data", "expired": False, "size_in_bytes": 10**10}])


def test_a_release_that_is_there_is_left_as_it_is():
    *_, out = post()
    assets = [{"name": name, "digest": f"sha256:{hashlib.sha256(content).hexdigest()}"} for name, content in out.items()]
    status, said, made, *_ = post(there={"assets": assets, "isDraft": False})
    assert (status, said, made) == (0, "data-2026.12.01 is published already\n", [])
    for other in ({"assets": assets[1:], "isDraft": False}, {"assets": assets, "isDraft": True}, {"assets": [], "isDraft": False}):
        status, said, made, *_ = post(there=other)
        assert status == 1 and "another release" in said and not made


def test_a_hostile_changelog_is_text_and_fits():
    for text in ("\n".join(HOSTILE), "- " + "\n- ".join(HOSTILE), "- 長い行です。\n" * 20_000):
        for names in (["changes__ja__md", "changes__en__md"], ["CHANGES__md"]):
            status, said, _, shown, _ = post(files(**{name: text.replace("\0", "") for name in names}))
            assert status == 0 and said == "data-2026.12.01 published\n", said
            theirs, _, ours = shown.rpartition("\n---\n")
            found, _ = markdown.faults(theirs)
            assert not found and "SHA256SUMS" in ours and len(shown) < 125_000, found


def test_numbers_of_a_changelog_are_those_of_the_report():
    line = {"kind": "fact", "turn": "changed"}
    changes = [{"kind": "municipality", "turn": "new"}, {**line, "standing": "looser"}, {**line, "standing": "looser"}, line]
    report = {"changes": 4, "left_out": [{}], "places": [{"changes": changes}]}
    shown = release.summary("ja", "data-2026.12.02", "data-2026.12.01", report)
    assert shown.startswith("# データ 2026.12.02\n\n前の公開 `data-2026.12.01` からの変更です。\n\n- 加わった自治体: 1\n"), shown
    assert "前よりゆるいもの: 2" in shown and "厳しい" not in shown and "くらべられなかったファイル: 1" in shown
    assert "Municipalities: 3" in release.summary("en", "data-2026.12.02", "", {"total": 3})

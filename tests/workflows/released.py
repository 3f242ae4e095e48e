"""The files of a release of the data, made by the command from a scratch repository."""
import json
import os
import re
import subprocess
import tarfile
import zipfile

import inert
import markdown
from scratch import CITIES, contents, scratch, sums_fit
from steps import commands
from support import HOSTILE

CHIBA = f"datasets/municipalities/{CITIES[1]}.yaml"
KANAZAWA = f"datasets/municipalities/{CITIES[2]}.yaml"
TABLES = {"facts.csv", "pin-reset.csv", "gif-451-4.csv", "datapackage.json", "metadata.json", "madoguchi.sqlite"}

# What the rules of the data let pass.
QUIET = [text.strip() for text in HOSTILE if text.isprintable()]


def telephone(here, number):
    text = (here.folder / CHIBA).read_text(encoding="utf-8")
    here.write(CHIBA, re.sub(r"(?m)^(  telephone: ).*$", rf"\g<1>{number}", text, count=1))


def made(here, name, *words, **environment):
    out = here.folder.parent / name
    status, said, handed = here.run("release-data", str(out), *words, **environment)
    assert status == 0 and out.is_dir() and sums_fit(out), said
    return out, handed


def test_releases_follow_each_other():
    with scratch(with_data=True) as here:
        out, handed = made(here, "first")
        tag = "data-2026.12.01"
        assert handed == f"tag={tag}\n"
        names = set(contents(out))
        assert TABLES | {f"madoguchi-{tag}.tar.gz", f"madoguchi-{tag}.zip", "changes.ja.md", "changes.en.md", "SHA256SUMS"} <= names, names
        assert "最初の公開です。自治体の数: 3" in (out / "changes.ja.md").read_text(encoding="utf-8")
        listed = {one["path"] for one in json.loads((out / "datapackage.json").read_text())["resources"]}
        assert listed <= names, listed - names

        # Both archives hold what git holds, and the command reads them.
        tracked = {f"madoguchi-{tag}/{path}" for path in here.git("ls-files", "datasets", "schema", "madoguchi.yaml").splitlines()}
        with tarfile.open(out / f"madoguchi-{tag}.tar.gz") as archive:
            members = archive.getmembers()
            archive.extractall(here.folder.parent / "unpacked", filter="data")
        assert {one.name for one in members if one.isfile()} == tracked
        assert {(one.uid, one.gid, one.mtime, oct(one.mode)) for one in members if one.isfile()} == {(0, 0, 1796094000, "0o644")}
        with zipfile.ZipFile(out / f"madoguchi-{tag}.zip") as archive:
            assert {name for name in archive.namelist() if not name.endswith("/")} == tracked
        words = [os.environ["MADOGUCHI"], "check", "--deny", "warning", "--today", "2026-12-01", "--root"]
        subprocess.run([*words, here.folder.parent / f"unpacked/madoguchi-{tag}"], check=True, stdout=subprocess.DEVNULL)

        # Elsewhere, with other settings: the same bytes.
        here.git("tag", tag)
        other = here.folder.parent / "other"
        here.git("-c", "core.umask=0077", "clone", "--quiet", f"file://{here.folder}", str(other))
        where, here.folder = here.folder, other
        here.git("config", "tar.umask", "0077")
        again, _ = made(here, "again", tag, TZ="America/New_York", MADOGUCHI_LANG="en")
        assert contents(again) == contents(out)
        here.folder = where

        # Nothing that residents see: a comment.
        here.write(CHIBA, "# A comment.\n" + (here.folder / CHIBA).read_text(encoding="utf-8"))
        here.commit()
        status, said, handed = here.run("release-data", str(here.folder.parent / "none"))
        assert status == 0 and f"nothing changed for residents since {tag}: no release\n" in said and not handed, said
        assert not (here.folder.parent / "none").exists()

        # The second of that day, with what somebody wrote into a note, and tags that somebody pushed.
        telephone(here, "000-111-2222")
        notes = "".join(f"      - {{ ja: {json.dumps(f'{said} 窓口')}, en: {json.dumps(said)} }}\n" for said in QUIET)
        text = (here.folder / KANAZAWA).read_text(encoding="utf-8")
        here.write(KANAZAWA, re.sub(r"(?s)(\n  citizens-centres:.*?\n    notes:\n)", lambda found: found[1] + notes, text, count=1))
        here.commit()
        for odd in ("data-$(touch@pwned)", "data-2026.12.01-x", "data-`touch`", "data-2026.12.1"):
            here.git("tag", odd)
        out, handed = made(here, "second")
        assert handed == f"tag={tag}.2\n" and {"changes.json", f"madoguchi-{tag}.2.tar.gz"} <= set(contents(out))
        for language, phrases in (("ja", ("# データ 2026.12.01.2\n", f"前の公開 `{tag}`", "千葉市")), ("en", ("# Data 2026.12.01.2\n", f"Changes since `{tag}`", "Chiba"))):
            text = (out / f"changes.{language}.md").read_text(encoding="utf-8")
            assert all(phrase in text for phrase in phrases) and "000-111-2222" in text and "octocat" in text, text
            found, html = markdown.faults(inert.document(text))
            assert not found, (found, html)


def test_data_with_findings_make_no_release():
    with scratch(with_data=True) as here:
        text = (here.folder / CHIBA).read_text(encoding="utf-8")
        for name in HOSTILE[:12:3]:
            here.write(CHIBA, re.sub(r"(?m)^(  ja: |name: \{ ja: ).*?([,\n])", lambda found: found[1] + json.dumps(name) + found[2], text, count=1))
            here.commit()
            out = here.folder.parent / "out"
            status, said, handed = here.run("release-data", str(out))
            assert status == 1 and "the data have findings" in said and not handed and not out.exists(), said
            assert commands(said.replace("no release: ", "")) == ([], True), said


def test_data_that_do_not_say_the_format_of_today_make_no_release():
    with scratch(with_data=True) as here:
        for settings in ("format: 1\n", "levels: {}\n", "format: 99\n"):
            here.write("madoguchi.yaml", settings)
            here.commit()
            status, said, handed = here.run("release-data")
            assert status == 1 and "no release: the data are of an earlier format" in said and not handed, said

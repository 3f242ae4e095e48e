"""A scratch repository with the steps, to make releases of."""
import os
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

from support import ROOT, nothing_was_run

CITIES = ("04-miyagi/042099-tagajo", "12-chiba/121002-chiba", "17-ishikawa/172014-kanazawa")
MANIFEST = '[workspace.package]\nversion = "1.2.3"\n'
CHANGES = "# Changelog\n\n## Unreleased\n\n- later\n\n## 1.2.3 (2026-12-01)\n\n### Added\n\n- `madoguchi check`\n\n## 1.2.2\n\n- before\n"
# Nothing of the machine's own settings.
PLAIN = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "LANG": "C.UTF-8"}


class Scratch:
    """A repository; a commit is of noon in Japan unless it says otherwise."""

    def __init__(self, folder):
        self.folder = Path(folder)

    def git(self, *words, day="2026-12-01T12:00:00+09:00"):
        dated = {"GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day}
        command = ["git", "-c", "user.name=x", "-c", "user.email=x@x.example", "-C", self.folder, *words]
        done = subprocess.run(command, env={**os.environ, **PLAIN, **dated}, check=True, stdout=subprocess.PIPE)
        return done.stdout.decode("utf-8").strip()

    def write(self, path, text):
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / path).write_text(text, encoding="utf-8")

    def commit(self, **when):
        self.git("add", ".")
        self.git("commit", "--quiet", "--allow-empty", "--message", "x", **when)

    def run(self, step, *arguments, **environment):
        """Exit status, what was printed, and what was handed on to the workflow."""
        with tempfile.NamedTemporaryFile("r", encoding="utf-8") as handed:
            env = {**os.environ, **PLAIN, "GITHUB_ACTIONS": "true", "GITHUB_OUTPUT": handed.name, **environment}
            done = subprocess.run([self.folder / ".ci/steps" / step, *arguments], env=env, cwd="/", capture_output=True, timeout=300)
            assert nothing_was_run(self.folder.parent), step
            return done.returncode, (done.stdout + done.stderr).decode("utf-8", "replace"), handed.read()


@contextmanager
def scratch(with_data=False):
    with tempfile.TemporaryDirectory() as folder:
        here = Scratch(Path(folder, "$(touch pwned) ::error::x"))
        shutil.copytree(ROOT / ".ci", here.folder / ".ci", ignore=shutil.ignore_patterns("__pycache__"))
        for name in (".gitignore", "LICENSE-MIT", "README.md", "madoguchi.yaml"):
            shutil.copy(ROOT / name, here.folder)
        if with_data:
            for part in ("datasets/national", "datasets/vocabulary", "schema", "site-templates"):
                shutil.copytree(ROOT / part, here.folder / part)
            for city in CITIES:
                text = (ROOT / f"datasets/municipalities/{city}.yaml").read_text(encoding="utf-8")
                here.write(f"datasets/municipalities/{city}.yaml", text)
        here.write("Cargo.toml", MANIFEST)
        here.write("CHANGELOG.md", CHANGES)
        here.git("init", "--quiet", "--initial-branch", "main")
        here.commit()
        yield here


def contents(folder):
    return {path.name: path.read_bytes() for path in Path(folder).iterdir()}


def sums_fit(folder):
    """Whether the checksums are those of all files, as the tool for it says."""
    listed = {line.split("  ")[1] for line in (Path(folder) / "SHA256SUMS").read_text().splitlines()}
    subprocess.run(["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=folder, check=True)
    return listed == set(contents(folder)) - {"SHA256SUMS"}

"""What every workflow, form and step keeps to."""
import re
import stat
import subprocess

from ruamel.yaml import YAML
from support import ROOT

GITHUB = ROOT / ".github"
STEPS = ROOT / ".ci/steps"
PINNED = re.compile(r"uses: actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")


def read(path):
    return YAML(typ="safe").load(path.read_text(encoding="utf-8"))


def workflows():
    return {path.name: read(path) for path in sorted((GITHUB / "workflows").iterdir())}


def jobs():
    for name, workflow in workflows().items():
        for job, content in workflow["jobs"].items():
            yield f"{name}, {job}", content


def steps():
    for name, job in jobs():
        for step in job.get("steps", []):
            yield name, step


def form(name):
    return read(GITHUB / "ISSUE_TEMPLATE" / name)


def test_a_workflow_gives_nothing_and_a_job_takes_what_it_needs():
    for name, workflow in workflows().items():
        assert workflow["permissions"] == {}, name
    writing = {name: job["permissions"] for name, job in jobs() if "write" in job["permissions"].values()}
    assert set(writing) == {"comment.yml, comment", "pages.yml, deploy", "release.yml, publish", "sources.yml, issue"}, writing
    pushing = {name for name, job in jobs() if job["permissions"].get("contents", "read") != "read"}
    assert pushing == {"release.yml, publish"}, pushing


def test_every_job_ends_and_every_workflow_that_is_started_has_one_run_at_a_time():
    for name, job in jobs():
        assert "uses" in job or job["timeout-minutes"] <= 60, name
    for name, workflow in workflows().items():
        assert "concurrency" in workflow or set(workflow["on"]) == {"workflow_call"}, name


def test_no_workflow_holds_a_secret():
    for path in (GITHUB / "workflows").iterdir():
        assert "secrets" not in path.read_text(encoding="utf-8").replace("no secrets", ""), path.name


def test_a_step_is_one_script_of_the_repository_and_no_expression():
    for name, step in steps():
        if "run" in step:
            words = step["run"].split(" ")
            assert re.fullmatch(r"\.ci/steps/[a-z-]+( target/[a-z]+)?", step["run"]), (name, step["run"])
            assert (STEPS / words[0].rsplit("/", 1)[1]).is_file(), (name, step["run"])


def test_only_actions_of_github_by_their_commit():
    for path in (GITHUB / "workflows").iterdir():
        for line in path.read_text(encoding="utf-8").splitlines():
            if "uses:" in line and "uses: ./.github/workflows/" not in line:
                assert PINNED.search(line), (path.name, line)


def test_a_checkout_keeps_no_credentials_and_names_no_other_commit():
    found = [(name, step) for name, step in steps() if str(step.get("uses", "")).startswith("actions/checkout@")]
    assert len(found) >= 6
    for name, step in found:
        assert step["with"]["persist-credentials"] is False, name
        assert not {"ref", "repository", "allow-unsafe-pr-checkout"} & set(step["with"]), name


def test_a_token_is_at_hand_only_where_nothing_of_others_is_built():
    holders = {step["run"].split(" ")[0] for _, step in steps() if "GH_TOKEN" in step.get("env", {})}
    assert holders == {".ci/steps/post-comment", ".ci/steps/pages-address", ".ci/steps/post-issue", ".ci/steps/post-release"}, holders


def test_who_goes_out_to_the_network_writes_nothing_and_who_writes_goes_nowhere():
    jobs = workflows()["sources.yml"]["jobs"]
    assert jobs["visit"]["permissions"] == {"contents": "read"}
    assert [step["run"] for step in jobs["issue"]["steps"] if "run" in step] == [".ci/steps/post-issue"]


def test_who_makes_a_release_builds_nothing_and_waits_for_all_that_is_in_it():
    jobs = workflows()["release.yml"]["jobs"]
    publish = jobs.pop("publish")
    assert [step["run"] for step in publish["steps"] if "run" in step] == [".ci/steps/post-release target/released"]
    assert publish["steps"][0]["with"]["sparse-checkout"] == ".ci"
    assert "!failure() && !cancelled()" in publish["if"] and set(publish["needs"]) == {"data", "program"}
    for name in publish["needs"]:
        job = jobs[name]
        assert job["permissions"] == {"contents": "read"} and job["needs"] == "checks" and "refs/heads/main" in job["if"], name
        assert job["steps"][0]["with"]["fetch-depth"] == 0, name
        assert f".ci/steps/release-{name} target/released" in [step.get("run") for step in job["steps"]], name


def test_the_run_that_posts_follows_the_run_of_pull_requests():
    comment = workflows()["comment.yml"]
    assert comment["on"]["workflow_run"]["workflows"] == [workflows()["pull-request.yml"]["name"]]


def test_the_checks_of_a_pull_request_are_those_of_the_main_branch():
    assert set(workflows()["pull-request.yml"]["on"]) == {"pull_request"}
    for name in ("pull-request.yml", "pages.yml", "release.yml"):
        assert workflows()[name]["jobs"]["checks"]["uses"] == "./.github/workflows/checks.yml"


def test_every_step_is_used_can_be_run_and_says_what_it_is():
    called = {step["run"].split(" ")[0] for _, step in steps() if "run" in step}
    called |= set(re.findall(r"\.ci/steps/[a-z-]+", (ROOT / ".ci/run").read_text(encoding="utf-8")))
    for path in sorted(STEPS.iterdir()):
        text = path.read_text(encoding="utf-8")
        assert f".ci/steps/{path.name}" in called, path.name
        assert path.stat().st_mode & stat.S_IXUSR, path.name
        if text.startswith("#!/usr/bin/env bash\n# "):
            assert '\n. "$(dirname "$0")/../lib.sh"\n' in text, path.name
            subprocess.run(["bash", "-n", path], check=True)
        else:
            assert text.startswith('#!/usr/bin/env python3\n"""'), path.name
            compile(text, path, "exec")


def test_the_forms_have_the_fields_that_the_site_fills_in():
    fields = {name: {field.get("id") for field in form(name)["body"]} for name in ("wrong-fact.yml", "new-municipality.yml")}
    assert {"municipality", "procedure", "page"} <= fields["wrong-fact.yml"]
    assert "municipality" in fields["new-municipality.yml"]


def test_every_form_is_in_both_languages_and_asks_for_the_page_and_its_date():
    names = [path.name for path in sorted((GITHUB / "ISSUE_TEMPLATE").iterdir()) if path.name != "config.yml"]
    assert names == ["changed-law.yml", "new-lint.yml", "new-municipality.yml", "wrong-fact.yml"]
    for name in names:
        content = form(name)
        said = [content["name"], content["description"], content["title"]]
        said += [field["attributes"]["label"] for field in content["body"] if field["type"] != "markdown"]
        for text in said:
            japanese, _, english = text.partition(" / ")
            assert english and re.search(r"[\u3040-\u30ff\u4e00-\u9fff]", japanese), (name, text)
            assert not re.search(r"[\u3040-\u30ff\u4e00-\u9fff]", english), (name, text)
        ids = {field.get("id") for field in content["body"]}
        assert {"page" if name == "new-municipality.yml" else "source", "page_date", "read_on"} <= ids, (name, ids)
        warning = content["body"][0]["attributes"]["value"]
        assert "個人の情報は書かないで" in warning and "Do not write a PIN" in warning, name


def test_the_template_of_pull_requests_has_five_lines():
    text = (GITHUB / "pull_request_template.md").read_text(encoding="utf-8")
    assert len([line for line in text.splitlines() if line.strip()]) == 5


def test_owned_paths_are_there():
    for line in (GITHUB / "CODEOWNERS").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            assert (ROOT / line.split()[0].lstrip("/")).exists(), line


def test_hooks_call_scripts_that_are_there():
    hooks = read(ROOT / ".pre-commit-hooks.yaml")
    for hook in hooks:
        assert (ROOT / hook["entry"].split()[0]).is_file(), hook["id"]

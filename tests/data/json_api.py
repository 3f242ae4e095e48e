"""The JSON API: its description by openapi-spec-validator, every file by the schemas in it."""

import json
import re

import jsonschema
from openapi_spec_validator import OpenAPIV31SpecValidator


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def check(site):
    folder = site / "api" / "v1"
    description = load(folder / "openapi.json")
    faults = [f"openapi.json: {error.message}" for error in OpenAPIV31SpecValidator(description).iter_errors()]
    described = {}
    for path, item in description["paths"].items():
        schema = item["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        # The schemas name each other from the root of the description.
        validator = jsonschema.Draft202012Validator({**schema, "components": description["components"]})
        described[re.compile(re.sub(r"\\\{[^/]+\\\}", "[^/]+", re.escape(path)) + "$")] = validator
    used = set()
    for file in sorted(folder.rglob("*.json")):
        path = "/" + file.relative_to(folder).as_posix()
        if path == "/openapi.json":
            continue
        pattern = next((pattern for pattern in described if pattern.match(path)), None)
        if pattern is None:
            faults.append(f"{path}: nothing describes it")
            continue
        used.add(pattern)
        content = load(file)
        faults += [f"{path}: {error.message[:200]}" for error in described[pattern].iter_errors(content)]
        if path.startswith("/changes/") and any(one["date"][:4] != file.stem for one in content["result"]):
            faults.append(f"{path}: a change of another year")
    faults += [f"{pattern.pattern}: no file" for pattern in described if pattern not in used]
    return faults


def is_b_alone(papers):
    alternatives = [part.strip() for part in papers.get("own", "").split("|")]
    return papers.get("of") == "principal" and "B" in alternatives


def answers(site):
    two, alone, unread = set(), set(), set()
    for file in sorted((site / "api" / "v1" / "municipalities").glob("*.json")):
        for fact in load(file)["result"]["facts"]:
            code, value = fact["municipality"], fact.get("value", {})
            if fact["state"] == "unread":
                unread.add((code, fact["procedure"], fact.get("applicant", ""), fact["facet"]))
            if fact["procedure"] != "pin-reset" or fact["state"] != "stated":
                continue
            if fact["facet"] == "agent-visits" and value.get("number", 9) <= 2:
                two.add(code)
            if fact["facet"] == "principal-identity" and any(map(is_b_alone, value.get("papers", []))):
                alone.add(code)
    return {"agent_in_two_visits": two, "principal_class_b_alone": alone, "unread": unread}

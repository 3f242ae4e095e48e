"""The tables: their Data Package by frictionless, their facts by pandas."""

import re

import frictionless
import pandas


def check(site):
    faults = []
    report = frictionless.validate(str(site / "data" / "datapackage.json"))
    faults += [f"{error.type}: {error.message}" for error in report.errors]
    for task in report.tasks:
        faults += [f"{task.name}: {error.type}: {error.message}" for error in task.errors]
    if len(report.tasks) < 3:
        faults.append(f"{len(report.tasks)} tables")
    return faults


def table(path):
    return pandas.read_csv(path, dtype=str, keep_default_na=False)


def answers(site):
    facts = table(site / "data" / "facts.csv")
    unread = facts[facts["state"] == "unread"]
    reset = facts[(facts["procedure"] == "pin-reset") & (facts["state"] == "stated")]
    visits = reset[(reset["facet"] == "agent-visits") & reset["value"].str.fullmatch(r"\d+")]
    identity = reset[reset["facet"] == "principal-identity"]

    def is_b_alone(value):
        own = re.findall(r"principal: [^;]*?\[own ([^\]]*)\]", value)
        return any("B" in [part.strip() for part in formula.split("|")] for formula in own)

    return {
        "agent_in_two_visits": set(visits[visits["value"].astype(int) <= 2]["municipality"]),
        "principal_class_b_alone": set(identity[identity["value"].map(is_b_alone)]["municipality"]),
        "unread": set(unread[["municipality", "procedure", "applicant", "facet"]].itertuples(index=False, name=None)),
    }

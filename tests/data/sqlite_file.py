"""The database, by Python's sqlite3."""

import json
import sqlite3


def opened(site):
    return sqlite3.connect(f"file:{site / 'data' / 'madoguchi.sqlite'}?mode=ro&immutable=1", uri=True)


def check(site):
    faults = []
    base = opened(site)
    whole = [row[0] for row in base.execute("PRAGMA integrity_check")]
    if whole != ["ok"]:
        faults += whole
    faults += [f"foreign key: {row}" for row in base.execute("PRAGMA foreign_key_check")]
    tables = base.execute("SELECT name, type, strict FROM pragma_table_list WHERE schema = 'main'").fetchall()
    named = {name: kind for name, kind, _ in tables if not name.startswith("sqlite_")}
    faults += [f"{name}: not strict" for name, kind, strict in tables if kind == "table" and named.get(name) and not strict]
    views = [name for name, kind in named.items() if kind == "view"]
    if not any(name.startswith("compare_") for name in views):
        faults.append("no view for the comparison")
    for view in views:
        if not base.execute(f'SELECT count(*) FROM "{view}"').fetchone()[0]:
            faults.append(f"{view}: empty")
    described = json.loads((site / "data" / "metadata.json").read_text())["databases"]["madoguchi"]["tables"]
    if set(described) != set(named):
        faults.append(f"metadata.json: {sorted(set(described) ^ set(named))}")
    for name, about in described.items():
        columns = {row[1] for row in base.execute(f'PRAGMA table_info("{name}")')}
        if about.get("columns") and set(about["columns"]) != columns:
            faults.append(f"metadata.json: {name}: {sorted(set(about['columns']) ^ columns)}")
    return faults


def answers(site):
    base = opened(site)
    two = base.execute(
        """SELECT municipality FROM fact
        WHERE procedure = 'pin-reset' AND facet = 'agent-visits' AND state = 'stated' AND number <= 2"""
    )
    formulas = base.execute(
        """SELECT municipality, formula FROM requirement JOIN fact ON fact.id = requirement.fact
        WHERE procedure = 'pin-reset' AND facet = 'principal-identity' AND state = 'stated' AND owner = 'principal'
        AND formula IS NOT NULL"""
    )
    alone = {code for code, formula in formulas if "B" in [part.strip() for part in formula.split("|")]}
    unread = base.execute(
        """SELECT municipality, procedure, coalesce(applicant, ''), facet FROM fact JOIN facet ON facet.id = facet
        WHERE state = 'unread'"""
    )
    return {
        "agent_in_two_visits": {row[0] for row in two},
        "principal_class_b_alone": alone,
        "unread": set(unread.fetchall()),
    }

"""The tables for spreadsheet programs: the same as the others behind a byte-order mark."""

import codecs
import csv

import pandas


def check(site):
    faults = []
    folder = site / "data"
    plain = sorted(path.name for path in folder.glob("*.csv"))
    marked = sorted(path.name for path in (folder / "excel").glob("*.csv"))
    if plain != marked or not plain:
        faults.append(f"{plain} and {marked}")
    for name in marked:
        content = (folder / "excel" / name).read_bytes()
        if not content.startswith(codecs.BOM_UTF8):
            faults.append(f"{name}: no byte-order mark")
        with open(folder / "excel" / name, encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file, strict=True))
        if len({len(row) for row in rows}) != 1:
            faults.append(f"{name}: rows of several lengths")
        # A sheet takes such a cell for a formula.
        formulas = [cell for row in rows for cell in row if cell[:1] in ("=", "+", "-", "@")]
        faults += [f"{name}: a formula: {cell[:40]}" for cell in formulas]
        frames = [
            pandas.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")
            for path in (folder / name, folder / "excel" / name)
        ]
        if not frames[0].equals(frames[1]) or len(frames[1]) != len(rows) - 1:
            faults.append(f"{name}: another table than the plain one")
    return faults

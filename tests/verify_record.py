#!/usr/bin/env python3
"""Checks the record of a run by itself: every file's SHA-256 and size, and the counts of the output.

usage: verify_record.py RECORD

Prints the names of what differs, one a line; status 0 if nothing does, 3 if something does, 1 if it is no record.
It runs nothing: whether the same run gives the same output again, `screen verify` tells.
"""

import csv
import hashlib
import json
import pathlib
import sys


def sums(path):
    """The SHA-256 and the size of a file; nothing where it cannot be read."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    return hashlib.sha256(content).hexdigest(), len(content)


def statuses(path, form):
    """The status of each candidate of an output; nothing where its format does not tell."""
    if form == "csv":
        with open(path, encoding="utf-8", newline="") as lines:
            rows = list(csv.DictReader(lines))
    elif form == "json":
        rows = json.loads(path.read_text(encoding="utf-8"))["candidates"]
    elif form == "jsonl":
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    else:
        return None
    return [row["status"] for row in rows] if all("status" in row for row in rows) else None


def main(name):
    folder = pathlib.Path(name).parent
    try:
        record = json.loads(pathlib.Path(name).read_text(encoding="utf-8"))
        output, counts = record["output"], record["counts"]
        files = record["inputs"] + [record["criteria"]] + record["decisions"] + [output]
        known = {file["name"]: (folder / file["path"], (file["sha256"], file["bytes"])) for file in files if file["path"]}
    except (OSError, ValueError, KeyError, TypeError) as error:
        print(f"{name}: {error}", file=sys.stderr)
        return 1
    differing = [name for name, (path, told) in known.items() if sums(path) != told]
    if output["path"] and output["name"] not in differing and counts["shown"] == counts["candidates"]:
        found = statuses(folder / output["path"], record["options"]["format"])
        names = ("eligible", "review", "not_eligible")
        if found is not None and [found.count(name) for name in names] != [counts[name] for name in names]:
            differing.append("counts")
    print("\n".join(differing), end="\n" if differing else "")
    return 3 if differing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

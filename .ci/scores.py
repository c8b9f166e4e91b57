#!/usr/bin/env python3
"""Scores the extractor from outside, where the scorer is at hand, and compares with the floors.

`.ci/floors` has a line `name value` for each score that must not fall; `--record` rewrites it from this run.
"""

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FLOORS = ROOT / ".ci" / "floors"
SHARED = ROOT.parent / "shared"
SCORER = SHARED / "score" / "score.py"

# What the lines of the scorer are called here, with the patterns of their figures.
GOLD = {
    "mentions/precision": r"MENTIONS P ([\d.]+)",
    "mentions/recall": r"MENTIONS .* R ([\d.]+)",
    "mentions/kind": r"kind ([\d.]+)%",
    "mentions/bounds": r"value\+bounds ([\d.]+)%",
    "mentions/unit": r"unit ([\d.]+)%",
    "mentions/timex": r"timex ([\d.]+)%",
    "facts/precision": r"FACTS found P ([\d.]+)",
    "facts/recall": r"FACTS found .* R ([\d.]+)",
    "facts/whole": r"whole facts right .*: ([\d.]+)%",
}


def scorer(what, files):
    """The output of one run of the scorer, shown as it is."""
    run = subprocess.run(
        [sys.executable, SCORER, what, *files], cwd=ROOT, text=True, stdout=subprocess.PIPE, check=True
    )
    print(run.stdout, flush=True)
    return run.stdout


def peers():
    out = scorer("peers", sorted((SHARED / "peers").glob("*.jsonl")))
    suites = re.findall(r"^ *\d+/\d+ +([\d.]+)%  (\S+)$", out, re.M)
    return {f"peers/{suite}": float(percent) for percent, suite in suites}


def gold():
    scores = {}
    for path in sorted((SHARED / "gold").glob("*.jsonl")):
        print(f"-- {path.stem}", flush=True)
        out = scorer("gold", [path])
        found = {name: re.search(pattern, out) for name, pattern in GOLD.items()}
        scores |= {f"gold/{path.stem}/{name}": float(m[1]) for name, m in found.items() if m}
    return scores


def script():
    if importlib.util.find_spec("opencc") is None:
        print("SKIPPED: no opencc, so the two scripts were not compared")
        return {}
    out = scorer("script", sorted((SHARED / "gold").glob("*.jsonl")))
    same, all_ = re.search(r"SCRIPT (\d+)/(\d+)", out).groups()
    return {"script": 100 * int(same) / int(all_)}


def floors():
    lines = FLOORS.read_text().splitlines() if FLOORS.exists() else []
    return {name: float(value) for name, value in (line.split() for line in lines if line.strip())}


def verdict(name, scores, floor):
    """What is wrong with a score, or nothing; the floors have one decimal."""
    if name not in scores:
        return "" if name == "script" else f"{name}: not in the output of the scorer"
    return f"{name}: {scores[name]:.1f} is below {floor}" if round(scores[name], 1) < floor else ""


def main():
    if not SCORER.exists():
        print(f"SKIPPED: no scorer at {SCORER}")
        return
    scores = peers() | gold() | script()
    if "--record" in sys.argv[1:]:
        FLOORS.write_text("".join(f"{name} {value:.1f}\n" for name, value in sorted(scores.items())))
        return
    fallen = [line for name, floor in floors().items() if (line := verdict(name, scores, floor))]
    if fallen:
        sys.exit("\n".join(["scores have fallen:", *fallen]))
    print("no score below its floor")


if __name__ == "__main__":
    main()

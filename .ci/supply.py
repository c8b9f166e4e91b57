#!/usr/bin/env python3
"""Checks what the crate is built from, with cargo alone: licences, sources, versions, unused dependencies.

`cargo deny` checks more where it is installed; the licences that are allowed stand in deny.toml for both.
"""

import json
import pathlib
import re
import subprocess
import sys
import tomllib

ROOT = pathlib.Path(__file__).resolve().parent.parent
REGISTRY = "registry+https://github.com/rust-lang/crates.io-index"


def main():
    command = ["cargo", "metadata", "--format-version", "1", "--all-features", "--locked"]
    metadata = json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout)
    root = next(package for package in metadata["packages"] if package["name"] == "zhfact")
    others = [package for package in metadata["packages"] if package is not root]
    allowed = set(tomllib.loads((ROOT / "deny.toml").read_text("utf-8"))["licenses"]["allow"])
    problems = [*licences(others, allowed), *sources(others), *versions(root), *unused(root)]
    for problem in problems:
        print(problem)
    print(f"{len(others)} crates, {len(root['dependencies'])} of them direct: {len(problems)} problems")
    sys.exit(bool(problems))


def licences(packages, allowed):
    """Crates that cannot be had under an allowed licence."""
    for package in packages:
        # The old way to write OR.
        terms = (package["license"] or "none").replace("/", " OR ")
        if not offers(re.findall(r"[()]|[^\s()]+", terms), allowed):
            yield f"{package['name']} {package['version']}: licence {terms}"


def offers(words, allowed):
    """Whether an SPDX expression can be met: OR of ANDs of names and brackets."""

    def any_of():
        met = all_of()
        while words and words[0] == "OR":
            words.pop(0)
            met = all_of() or met
        return met

    def all_of():
        met = one()
        while words and words[0] == "AND":
            words.pop(0)
            met = one() and met
        return met

    def one():
        name = words.pop(0)
        if name == "(":
            met = any_of()
            words.pop(0)
            return met
        if words[:1] == ["WITH"]:
            # An exception only ever grants more.
            del words[:2]
        return name in allowed

    return any_of()


def sources(packages):
    """Crates from elsewhere than the registry."""
    for package in packages:
        if package["source"] != REGISTRY:
            yield f"{package['name']} {package['version']}: from {package['source']}"


def versions(root):
    """Direct dependencies of any version at all."""
    for dependency in root["dependencies"]:
        if dependency["req"] == "*" and dependency.get("path") is None:
            yield f"{dependency['name']}: any version"


def unused(root):
    """Direct dependencies that no source names: those of the crate in src, the others anywhere."""
    for dependency in root["dependencies"]:
        places = ["src", "tests", "benches", "examples"] if dependency["kind"] == "dev" else ["src"]
        name = (dependency["rename"] or dependency["name"]).replace("-", "_")
        # In a path, an attribute or a `use`; a mention in a comment is none.
        used = re.compile(rf"^(?!\s*//).*(?:\b{name}::|\buse {name}\b|extern crate {name}\b)", re.MULTILINE)
        texts = (file.read_text("utf-8") for place in places for file in (ROOT / place).rglob("*.rs"))
        if not any(map(used.search, texts)):
            yield f"{dependency['name']}: no source uses it"


main()

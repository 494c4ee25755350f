"""Licences, sources and versions of all crates, by deny.toml: what cargo-deny checks too, without it and without the network."""

import json
import re
import tomllib

from process import ROOT
from results import failed, from_status


def suite(log):
    rules = tomllib.loads((ROOT / "deny.toml").read_text())
    status, out = log.run(["cargo", "metadata", "--locked", "--format-version", "1", "--all-features"], timeout=900, quiet=True)
    if status != 0:
        return failed("cargo metadata")
    found = json.loads(out)
    own = set(found["workspace_members"])
    crates = [package for package in found["packages"] if package["id"] not in own]
    counts = from_status(len(crates) < 20, "there are crates to look at")
    for what, wrong in {
        "every licence is one of deny.toml": [f"{c['name']}: {c['license']}" for c in crates if not licensed(c, rules["licenses"])],
        "every crate comes from the registry": [c["name"] for c in crates if not from_registry(c, rules["sources"])],
        "no crate that deny.toml bans": [c["name"] for c in crates if c["name"] in {ban["crate"] for ban in rules["bans"]["deny"]}],
        "two versions of a crate only where deny.toml says why": doubles(crates, rules["bans"]),
    }.items():
        log.write(f"{what}: {wrong}\n")
        counts += from_status(bool(wrong), f"{what}: {wrong}")
    return counts


def licensed(crate, rules):
    """Whether a licence expression (SPDX) is satisfied by what is allowed."""
    allowed = set(rules["allow"])
    for exception in rules.get("exceptions", []):
        if exception["crate"] == crate["name"]:
            allowed |= set(exception["allow"])
    said = {clarified["crate"]: clarified["expression"] for clarified in rules.get("clarify", [])}
    expression = crate["license"] or said.get(crate["name"], "none")
    # A slash is the older spelling of OR.
    tokens = re.findall(r"\(|\)|[^\s()]+", expression.replace("/", " OR "))
    return satisfied(tokens, allowed) and not tokens


def satisfied(tokens, allowed):
    """Reads `a AND b OR c` from the tokens; AND binds more closely."""
    result = both(tokens, allowed)
    while tokens and tokens[0] == "OR":
        tokens.pop(0)
        other = both(tokens, allowed)
        result = result or other
    return result


def both(tokens, allowed):
    result = one(tokens, allowed)
    while tokens and tokens[0] == "AND":
        tokens.pop(0)
        other = one(tokens, allowed)
        result = result and other
    return result


def one(tokens, allowed):
    token = tokens.pop(0)
    if token == "(":
        result = satisfied(tokens, allowed)
        tokens.pop(0)
        return result
    if tokens[:1] == ["WITH"]:
        token = f"{token} WITH {tokens[1]}"
        del tokens[:2]
    return token in allowed


def from_registry(crate, rules):
    return any(crate["source"] == f"registry+{registry}" for registry in rules["allow-registry"])


def doubles(crates, rules):
    """Crates with several versions beyond those that are skipped, and skips of what is not there."""
    versions = {}
    for crate in crates:
        versions.setdefault(crate["name"], set()).add(crate["version"])
    skipped = {skip["crate"] for skip in rules["skip"]}
    there = {f"{name}@{version}" for name, found in versions.items() for version in found}
    many = [f"{name}: {sorted(found)}" for name, found in versions.items() if sum(f"{name}@{v}" not in skipped for v in found) > 1]
    return many + [f"{skip} is not used" for skip in sorted(skipped - there)]

"""The bill of materials: CycloneDX 1.5, of the crates that are in a library."""

import datetime
import json
import uuid

import crates
from archive import epoch


def bill(target, version):
    linked, depends = crates.linked(target)
    sums = crates.checksums()
    reference = {crate["id"]: f"{crate['name']}@{crate['version']}" for crate in linked}
    own = next(crate for crate in linked if crate["name"] == "stoner")

    def component(crate):
        known = {"type": "library", "bom-ref": reference[crate["id"]], "name": crate["name"], "version": crate["version"]}
        known["licenses"] = [{"expression": crates.expression(crate)}]
        if crate["source"] is not None:  # else a part of this project
            known["purl"] = f"pkg:cargo/{crate['name']}@{crate['version']}"
            known["hashes"] = [{"alg": "SHA-256", "content": sums[crate["name"], crate["version"]]}]
        return known

    made = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"timestamp": stamp(), "component": component(own), "properties": [{"name": "target", "value": target}]},
        "components": [component(crate) for crate in linked if crate is not own],
        "dependencies": sorted(
            ({"ref": reference[one], "dependsOn": sorted(reference[other] for other in others)} for one, others in depends.items()),
            key=lambda entry: entry["ref"],
        ),
    }
    # The same contents have the same number.
    made["serialNumber"] = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps([version, made], sort_keys=True)).urn
    return json.dumps(made, indent=1) + "\n"


def stamp():
    return datetime.datetime.fromtimestamp(epoch(), datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")

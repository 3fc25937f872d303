#!/usr/bin/env python3
"""Lists what is in the program, as SPDX 2.3: packaging/sbom.py METADATA OUT, from what `cargo metadata` prints."""

import json
import pathlib
import re
import sys

metadata = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
lock = (pathlib.Path(__file__).resolve().parent.parent / "Cargo.lock").read_text(encoding="utf-8")
CHECKSUMS = {
    (name, version): checksum
    for name, version, checksum in re.findall(
        r'name = "([^"]+)"\nversion = "([^"]+)"\nsource = "[^"]+"\nchecksum = "([^"]+)"', lock)
}
packages = {package["id"]: package for package in metadata["packages"]}
nodes = {node["id"]: node for node in metadata["resolve"]["nodes"]}


def reached(start):
    """What a package is built of: its dependencies and theirs, without those of tests and of build scripts."""
    found, open_ids = {}, [start]
    while open_ids:
        at = open_ids.pop()
        if at not in found:
            kept = [dep["pkg"] for dep in nodes[at]["deps"] if any(kind["kind"] is None for kind in dep["dep_kinds"])]
            found[at] = kept
            open_ids += kept
    return found


def spdx_id(package):
    return "SPDXRef-" + re.sub(r"[^A-Za-z0-9.-]", "-", f"{package['name']}-{package['version']}")


def entry(package):
    checksum = CHECKSUMS.get((package["name"], package["version"]))
    licence = package["license"] or "NOASSERTION"
    return {
        "SPDXID": spdx_id(package),
        "name": package["name"],
        "versionInfo": package["version"],
        "downloadLocation": package["repository"] or "NOASSERTION",
        # Crates of long ago write a stroke for OR.
        "licenseDeclared": licence.replace("/", " OR "),
        "licenseConcluded": "NOASSERTION",
        "copyrightText": "NOASSERTION",
        "filesAnalyzed": False,
        **({"checksums": [{"algorithm": "SHA256", "checksumValue": checksum}]} if checksum else {}),
        "externalRefs": [{
            "referenceCategory": "PACKAGE-MANAGER",
            "referenceType": "purl",
            "referenceLocator": f"pkg:cargo/{package['name']}@{package['version']}",
        }],
    }


root = next(package for package in packages.values() if package["name"] == "variorum")
found = reached(root["id"])
listed = sorted((packages[id] for id in found), key=lambda one: (one["name"], one["version"]))
document = {
    "spdxVersion": "SPDX-2.3",
    "dataLicense": "CC0-1.0",
    "SPDXID": "SPDXRef-DOCUMENT",
    "name": f"variorum-{root['version']}",
    "documentNamespace": f"urn:variorum:{root['version']}",
    "creationInfo": {"created": "1980-01-01T00:00:00Z", "creators": ["Tool: packaging/sbom.py"]},
    "packages": [entry(package) for package in listed],
    "relationships": [
        {"spdxElementId": "SPDXRef-DOCUMENT", "relationshipType": "DESCRIBES", "relatedSpdxElement": spdx_id(root)},
        *({"spdxElementId": spdx_id(packages[one]), "relationshipType": "DEPENDS_ON",
           "relatedSpdxElement": spdx_id(packages[other])}
          for one in sorted(found) for other in sorted(found[one])),
    ],
}
pathlib.Path(sys.argv[2]).write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")
print(f"{sys.argv[2]}: {len(listed)} packages")

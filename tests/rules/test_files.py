"""Rules about files: their length, their names, and what none of them may mention."""

from __future__ import annotations

import re
from collections import Counter

LONGEST = 400
FULLEST = 12
VAGUE = {"util", "utils", "helper", "helpers", "manager", "managers", "misc", "common"}
WITHOUT_INIT = ("app", "packaging", "installer", "tests")
IMAGES = {".png", ".ico", ".icns"}
# Written in two parts, since this file is read as well.
REGISTRIES = ["pypi" + ".org", "pythonhosted" + ".org", "deb.debian" + ".org", "registry.npmjs" + ".org"]
MACHINE_PATH = re.compile(r"(?<![\w.~}-])/(?:root|work)/\w")


def test_no_python_file_is_longer_than_a_reader_can_hold(root, tracked):
    lengths = {str(path): len((root / path).read_bytes().splitlines()) for path in tracked if path.suffix == ".py"}
    assert {path: lines for path, lines in lengths.items() if lines > LONGEST} == {}


def test_no_folder_of_the_program_holds_more_modules_than_a_reader_can_hold(tracked):
    folders = Counter(
        str(path.parent)
        for path in tracked
        if path.suffix == ".py" and path.parts[:2] == ("app", "traydial") and path.name != "__init__.py"
    )
    assert {folder: modules for folder, modules in folders.items() if modules > FULLEST} == {}


def test_every_module_is_named_after_what_it_holds(tracked):
    parts = {path: {*path.parts[:-1], path.stem} for path in tracked if path.suffix == ".py"}
    assert [str(path) for path, names in parts.items() if names & VAGUE] == []


def test_folders_that_are_no_packages_have_no_init(tracked):
    inits = [path for path in tracked if path.name == "__init__.py"]
    assert [str(path) for path in inits if path.parts[:2] != ("app", "traydial")] == []
    assert {path.parts[0] for path in inits}.issubset(WITHOUT_INIT)


def test_the_top_level_holds_what_a_visitor_looks_for(tracked):
    visible = {path.parts[0] for path in tracked if not path.parts[0].startswith(".")}
    documents = {"README.md", "LICENSE", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "pyproject.toml"}
    assert visible <= documents | {"app", "resources", "tests", "packaging", "installer", "docs"}
    assert documents <= visible


def test_no_file_names_a_machine_or_a_package_registry(root, tracked):
    found = []
    for path in tracked:
        if path.suffix in IMAGES:
            continue
        text = (root / path).read_text(encoding="utf-8")
        found += [f"{path}: {host}" for host in REGISTRIES if host in text]
        found += [f"{path}: {match.group()}" for match in MACHINE_PATH.finditer(text)]
    assert found == []


def test_nothing_generated_is_kept(tracked):
    assert [str(path) for path in tracked if path.suffix in {".qm", ".pyc", ".whl", ".deb"}] == []

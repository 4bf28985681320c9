"""Documents keep up with the code: every adapter has its page and tests, and the README's commands exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from traydial.core.adapter import API_VERSION
from traydial.services.registry import Registry

ROOT = Path(__file__).resolve().parents[2]
ADAPTERS = sorted(
    path.stem
    for path in (ROOT / "app/traydial/adapters").iterdir()
    if path.name != "__init__.py" and (path.suffix == ".py" or (path / "__init__.py").is_file())
)
MARKDOWN = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def test_the_registry_lists_what_the_folder_holds():
    assert sorted(spec.id for spec in Registry().specs()) == ADAPTERS


@pytest.mark.parametrize("pbx", ADAPTERS)
def test_every_adapter_has_its_page_its_tests_and_its_simulator(pbx):
    assert (ROOT / "docs/adapters" / f"{pbx}.md").is_file()
    assert (ROOT / "tests/adapters" / f"test_{pbx}.py").is_file()
    assert (ROOT / "app/traydial/simulator" / f"{pbx}.py").is_file()
    assert Registry().spec(pbx).api == API_VERSION


@pytest.mark.parametrize("pbx", ADAPTERS)
def test_the_page_of_an_adapter_explains_every_setting(pbx):
    page = (ROOT / "docs/adapters" / f"{pbx}.md").read_text(encoding="utf-8")
    assert [field.key for field in Registry().spec(pbx).fields if f"`{field.key}`" not in page] == []


@pytest.mark.parametrize("page", MARKDOWN, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_between_documents_lead_somewhere(page):
    targets = re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8"))
    local = [target for target in targets if not re.match(r"[a-z]+:", target)]
    assert [target for target in local if not (page.parent / target).exists()] == []


def test_the_commands_of_the_readme_exist():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    scripts = set(re.findall(r"^\s+python3 (\S+)", text, re.MULTILINE))
    assert {"app/run", "tests/run"} <= scripts
    assert [script for script in scripts if not (ROOT / script).is_file()] == []

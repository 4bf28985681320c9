import json

import pytest

from traydial.services.calling.adapter_memory import AdapterMemory


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "facts.json"


def test_a_fact_outlives_the_program(path):
    AdapterMemory(path).remember("office", "form", "query")
    assert AdapterMemory(path).recall("office", "form") == "query"
    assert AdapterMemory(path).recall("home", "form") is None


def test_nothing_is_written_for_what_is_known(path):
    facts = AdapterMemory(path)
    facts.remember("office", "form", "query")
    before = path.stat().st_ino
    facts.remember("office", "form", "query")
    assert path.stat().st_ino == before


def test_another_process_s_facts_are_kept(path):
    one, other = AdapterMemory(path), AdapterMemory(path)
    assert one.recall("office", "form") is None
    other.remember("home", "form", "body")
    one.remember("office", "form", "query")
    assert json.loads(path.read_bytes()) == {"home": {"form": "body"}, "office": {"form": "query"}}


def test_an_account_is_forgotten(path):
    facts = AdapterMemory(path)
    facts.remember("office", "form", "query")
    facts.forget("office")
    assert AdapterMemory(path).recall("office", "form") is None


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"office": 1}', b"\xff\xfe"])
def test_a_broken_file_only_forgets(path, content, caplog):
    path.parent.mkdir()
    path.write_bytes(content)
    facts = AdapterMemory(path)
    assert facts.recall("office", "form") is None
    assert "not readable" in caplog.text
    facts.remember("office", "form", "query")
    assert AdapterMemory(path).recall("office", "form") == "query"


def test_a_file_that_cannot_be_written_costs_nothing(path, caplog):
    path.mkdir(parents=True)
    facts = AdapterMemory(path)
    facts.remember("office", "form", "query")
    assert facts.recall("office", "form") == "query"
    assert "not written" in caplog.text

import sys

import pytest

from traydial.core.errors import ConfigError
from traydial.services.registry import BUILT_IN, Registry

PLUGIN = """
from traydial.core.adapter import AdapterSpec, Capability
SPEC = AdapterSpec(id={id!r}, name="Plugin", capabilities=Capability.DIAL, fields=(), api={api})
class Adapter:
    pass
"""


@pytest.fixture
def install(tmp_path, monkeypatch):
    """Install a distribution with one adapter, as pip would."""

    def install(name, text):
        (tmp_path / f"plugin_{name}.py").write_text(text)
        info = tmp_path / f"plugin_{name}-1.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: plugin-{name}\nVersion: 1\n")
        (info / "entry_points.txt").write_text(f"[traydial.adapters]\n{name} = plugin_{name}\n")
        monkeypatch.delitem(sys.modules, f"plugin_{name}", raising=False)

    monkeypatch.syspath_prepend(tmp_path)
    return install


def test_every_adapter_of_ours_declares_itself():
    specs = Registry().specs()
    assert tuple(spec.id for spec in specs)[: len(BUILT_IN)] == tuple(BUILT_IN)
    assert all(Registry().adapter_class(spec.id) for spec in specs)


def test_an_unknown_pbx_names_those_that_are_known():
    with pytest.raises(ConfigError) as caught:
        Registry().spec("nothing")
    assert caught.value.code == "pbx_unknown"
    assert "tvox" in caught.value.values["known"]


def test_an_installed_adapter_is_found(install):
    install("phone", PLUGIN.format(id="phone", api=1))
    registry = Registry({})
    assert [spec.id for spec in registry.specs()] == ["phone"]
    assert registry.adapter_class("phone").__module__ == "plugin_phone"


@pytest.mark.parametrize(
    "text",
    [
        "raise SystemError",
        "",
        PLUGIN.format(id="phone", api=99),
        PLUGIN.format(id="other", api=1),
        "import nothing_at_all",
    ],
)
def test_a_broken_installed_adapter_is_left_out(install, text, caplog):
    install("phone", text)
    registry = Registry({})
    assert registry.specs() == ()
    assert "phone" in caplog.text
    with pytest.raises(ConfigError, match="pbx_unknown"):
        registry.spec("phone")


def test_an_installed_adapter_does_not_replace_ours(install):
    install("tvox", PLUGIN.format(id="tvox", api=1))
    registry = Registry()
    assert registry.adapter_class("tvox").__module__ == "traydial.adapters.tvox"
    assert [spec.id for spec in registry.specs()].count("tvox") == 1

"""The control for a setting, made from the setting's declaration."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, SignalInstance
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QDoubleSpinBox, QLineEdit, QRadioButton, QWidget

from traydial.core.i18n import QT_TRANSLATE_NOOP
from traydial.core.setting import DAYS, Kind, Setting
from traydial.ui.base.i18n import translate
from traydial.ui.settings.hotkey_edit import HotkeyEdit
from traydial.ui.widgets.choice_box import ChoiceBox
from traydial.ui.widgets.numbers import country_name
from traydial.ui.widgets.region_box import RegionBox
from traydial.words.catalogue import LANGUAGES

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent

CONTEXT = "settings"
DESKTOP_LANGUAGE = QT_TRANSLATE_NOOP("settings", "As the desktop")
DESKTOP_COUNTRY = QT_TRANSLATE_NOOP("settings", "As the desktop: {country}")
NONE = QT_TRANSLATE_NOOP("settings", "none")


@dataclass(frozen=True, slots=True, kw_only=True)
class Editor:
    """`widgets` are more than one for radio buttons; `value` reads what is chosen now."""

    setting: Setting
    widgets: tuple[QWidget, ...]
    value: Callable[[], Any]
    changed: SignalInstance

    @property
    def widget(self) -> Any:
        return self.widgets[0]


class AmountBox(QDoubleSpinBox):
    """The wheel changes the amount once the box has the keyboard; until then it scrolls the page."""

    def __init__(self, unit: str) -> None:
        super().__init__()
        self._unit = unit
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.valueChanged.connect(self._show_unit)
        self._show_unit(0)
        self.setMaximumWidth(self.fontMetrics().averageCharWidth() * 20)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _show_unit(self, amount: float) -> None:
        """Show the unit behind the amount, in the singular or the plural."""
        unit = self.tr("day(s)", "", int(amount)) if self._unit == DAYS else translate(CONTEXT, self._unit)
        suffix = f" {unit}" if self._unit else ""
        if suffix != self.suffix():  # setting it rewrites the text, also while a person is typing
            self.setSuffix(suffix)


def editor_of(setting: Setting, value: Any, parent: QObject, *, system_region: str) -> Editor:
    """Return a control that shows `value`."""
    match setting.kind:
        case Kind.SWITCH:
            box = QCheckBox(translate(CONTEXT, setting.title))
            box.setChecked(value)
            return Editor(setting=setting, widgets=(box,), value=box.isChecked, changed=box.toggled)
        case Kind.AMOUNT:
            return _amount(setting, value)
        case Kind.CHOICE if any(choice.meaning for choice in setting.choices):
            return _radio_buttons(setting, value, parent)
        case Kind.CHOICE:
            titles = [(translate(CONTEXT, choice.title), choice.value) for choice in setting.choices]
            return _box(setting, titles, value)
        case Kind.LANGUAGE:
            by_desktop = translate(CONTEXT, DESKTOP_LANGUAGE)
            return _box(setting, [(by_desktop, ""), *((name, code) for code, name in LANGUAGES.items())], value)
        case Kind.COUNTRY:
            country = country_name(system_region) or translate(CONTEXT, NONE)
            region = RegionBox(value, translate(CONTEXT, DESKTOP_COUNTRY).format(country=country))
            return Editor(setting=setting, widgets=(region,), value=region.region, changed=region.currentIndexChanged)
        case Kind.CHORD:
            hotkey = HotkeyEdit(value)
            return Editor(setting=setting, widgets=(hotkey,), value=hotkey.chord, changed=hotkey.changed)
        case _:
            return _list(setting, value)


def _amount(setting: Setting, value: float) -> Editor:
    box = AmountBox(setting.unit)
    box.setDecimals(0 if setting.step >= 1 else 1)
    box.setRange(setting.lowest, setting.highest)
    box.setSingleStep(setting.step)
    box.setSpecialValueText(translate(CONTEXT, setting.zero) if setting.zero else "")
    box.setValue(value)
    number = type(setting.default)
    return Editor(setting=setting, widgets=(box,), value=lambda: number(box.value()), changed=box.valueChanged)


def _box(setting: Setting, titles: list[tuple[str, str]], value: str) -> Editor:
    box = ChoiceBox()
    for title, data in titles:
        box.addItem(title, str(data))
    box.setCurrentIndex(max(0, box.findData(str(value))))
    chosen = type(setting.default)
    return Editor(
        setting=setting, widgets=(box,), value=lambda: chosen(box.currentData()), changed=box.currentIndexChanged
    )


def _radio_buttons(setting: Setting, value: str, parent: QObject) -> Editor:
    group = QButtonGroup(parent)
    for place, choice in enumerate(setting.choices):
        button = QRadioButton(translate(CONTEXT, choice.title))
        button.setAccessibleDescription(translate(CONTEXT, choice.meaning))
        button.setChecked(choice.value == value)
        group.addButton(button, place)
    chosen = type(setting.default)
    return Editor(
        setting=setting,
        widgets=tuple(group.buttons()),
        value=lambda: chosen(setting.choices[group.checkedId()].value),
        changed=group.idToggled,
    )


def _list(setting: Setting, value: tuple[str, ...]) -> Editor:
    line = QLineEdit(", ".join(value))
    if setting.example:
        line.setPlaceholderText(translate(CONTEXT, setting.example))
    return Editor(
        setting=setting,
        widgets=(line,),
        value=lambda: tuple(entry for text in line.text().split(",") if (entry := text.strip())),
        changed=line.textEdited,
    )

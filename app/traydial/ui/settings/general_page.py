"""Language, country, start at login, where calls are shown, and what a click on the icon does."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QWidget

from traydial.core.config import BubblePlace, LeftClick
from traydial.ui.catalogue import LANGUAGES
from traydial.ui.numbers import country_name
from traydial.ui.settings.region_box import RegionBox

if TYPE_CHECKING:
    from traydial.core.config import Config


class GeneralPage(QWidget):
    """`system_region` is the country that the desktop is set to; `desktop_shows`: it can show calls for us."""

    def __init__(self, config: Config, system_region: str, *, desktop_shows: bool) -> None:
        super().__init__()
        self.language = QComboBox()
        self.language.setAccessibleName(self.tr("Language"))
        self.language.addItem(self.tr("As the desktop"), "")
        for code, name in LANGUAGES.items():
            self.language.addItem(name, code)
        self.language.setCurrentIndex(max(0, self.language.findData(config.language)))
        country = country_name(system_region) or self.tr("none")
        self.region = RegionBox(config.region, self.tr("As the desktop: {country}").format(country=country))
        self.region.setAccessibleName(self.tr("Country of the numbers"))
        self.start_at_login = QCheckBox(self.tr("&Start Traydial at login"))
        self.start_at_login.setChecked(config.start_at_login)
        self.click_records = QCheckBox(self.tr("A &click on the icon switches the recording"))
        self.click_records.setChecked(config.ui.left_click is LeftClick.RECORD)
        self.bubble = QComboBox()
        self.bubble.setAccessibleName(self.tr("Calls are shown"))
        self.bubble.addItem(self.tr("By the desktop if it offers buttons, else in a window"), BubblePlace.AUTO)
        self.bubble.addItem(self.tr("In a window of Traydial"), BubblePlace.OWN)
        self.bubble.addItem(self.tr("By the desktop, also without buttons"), BubblePlace.DESKTOP)
        self.bubble.setCurrentIndex(list(BubblePlace).index(config.ui.bubble))
        form = QFormLayout(self)
        form.addRow(self.tr("&Language"), self.language)
        form.addRow(self.tr("Cou&ntry of the numbers"), self.region)
        if desktop_shows:
            form.addRow(self.tr("Calls are sho&wn"), self.bubble)
        form.addRow("", self.start_at_login)
        form.addRow("", self.click_records)

    def applied(self, config: Config) -> Config:
        """Return `config` with what is chosen here."""
        return replace(
            config,
            language=str(self.language.currentData()),
            region=self.region.region(),
            start_at_login=self.start_at_login.isChecked(),
            ui=replace(
                config.ui,
                left_click=LeftClick.RECORD if self.click_records.isChecked() else LeftClick.PALETTE,
                bubble=BubblePlace(self.bubble.currentData()),
            ),
        )

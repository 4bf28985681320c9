"""A box to choose the country that national numbers belong to."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox

from traydial.ui.widgets.choice_box import ChoiceBox
from traydial.ui.widgets.numbers import country_name


class RegionBox(ChoiceBox):
    """`otherwise` is the text of the first entry: no choice here."""

    def __init__(self, chosen: str, otherwise: str) -> None:
        super().__init__()
        from traydial.core.number.numbering import REGIONS

        self.addItem(otherwise, "")
        for name, region in sorted((country_name(region) or region, region) for region in REGIONS):
            self.addItem(f"{name} ({region})", region)
        self.setCurrentIndex(max(0, self.findData(chosen)))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)

    def region(self) -> str:
        """The ISO 3166 code, or an empty text."""
        return str(self.currentData())

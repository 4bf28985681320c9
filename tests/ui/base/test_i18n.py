"""The translations: in step with the source, complete, and safe to fill with values."""

import ast
import html
import re
import shutil
import string
import sys
from pathlib import Path

import pytest
from babel import localedata
from phonenumbers import SUPPORTED_REGIONS
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt
from PySide6.QtWidgets import QWidget

from traydial.core.config import Config, HistorySettings
from traydial.ui.base.i18n import Language, translate
from traydial.ui.settings.pages import HistoryPage
from traydial.ui.widgets.numbers import country_name
from traydial.words.catalogue import LANGUAGES, Catalogue, language_of

ROOT = Path(__file__).parents[3]
CATALOGUES = sorted((ROOT / "resources" / "i18n").glob("*.ts"))
MESSAGE = re.compile(r"<message.*?</message>", re.DOTALL)
MNEMONIC = re.compile(r"&\w")
SOURCES = sorted((ROOT / "app" / "traydial").rglob("*.py"))


@pytest.fixture(scope="module")
def translations():
    sys.path.insert(0, str(ROOT / "packaging"))
    try:
        import translations
    finally:
        sys.path.pop(0)
    return translations


@pytest.fixture
def language(qapp):
    language = Language(qapp)
    yield language
    language.use("en")


def texts(catalogue, element):
    for message in MESSAGE.findall(catalogue.read_text()):
        source = re.search(r"<source>(.*?)</source>", message, re.DOTALL).group(1)
        found = re.search(rf"<{element}(.*?)>(.*?)</{element}>", message, re.DOTALL)
        forms = re.findall(r"<numerusform>(.*?)</numerusform>", found.group(2), re.DOTALL) or [found.group(2)]
        for form in forms if "numerus=" in message else forms[:1]:
            yield html.unescape(source), found.group(1), html.unescape(form)


def fields(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda path: path.stem)
def test_a_catalogue_is_in_step_with_the_source(catalogue, translations, tmp_path):
    copy = tmp_path / catalogue.name
    shutil.copy(catalogue, copy)
    translations.update(copy)
    assert copy.read_text() == catalogue.read_text(), "run packaging/translations.py and translate what is new"


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda path: path.stem)
def test_a_catalogue_is_complete(catalogue):
    assert [source for source, kind, text in texts(catalogue, "translation") if kind or not text] == []


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda path: path.stem)
def test_a_translation_asks_for_the_same_values_and_keeps_a_mnemonic(catalogue):
    wrong = [
        source
        for source, _, text in texts(catalogue, "translation")
        if fields(source) != fields(text) or bool(MNEMONIC.search(source)) != bool(MNEMONIC.search(text))
    ]
    assert wrong == []


def test_there_is_a_catalogue_for_every_language():
    assert {path.stem.removeprefix("traydial_") for path in CATALOGUES} == set(LANGUAGES)


@pytest.mark.parametrize(
    ("code", "one", "many"),
    [
        ("en", "1 call exported to {file}.", "12 calls exported to {file}."),
        ("it", "1 chiamata esportata in {file}.", "12 chiamate esportate in {file}."),
        ("vi", "Đã xuất 1 cuộc gọi vào {file}.", "Đã xuất 12 cuộc gọi vào {file}."),
    ],
)
def test_a_count_has_the_right_plural(language, code, one, many):
    language.use(code)
    exported = "%n call(s) exported to {file}."
    said = [QCoreApplication.translate("HistoryWindow", exported, "", count) for count in (1, 12)]
    assert said == [one, many]


@pytest.mark.parametrize(("code", "said"), [("en", ["1 day", "2 days"]), ("it", ["1 giorno", "2 giorni"])])
def test_an_amount_in_settings_has_the_right_plural_as_it_changes(language, qtbot, code, said):
    language.use(code)
    page = HistoryPage(Config(history=HistorySettings(keep_days=1)), frozenset())
    days = page.editors["history.keep_days"].widget
    shown = [days.text()]
    qtbot.keyClick(days, Qt.Key.Key_Up)
    assert [*shown, days.text()] == said


def test_a_language_is_spoken_and_given_up_again(language):
    assert language.use("it") == "it"
    assert translate("messages", "Try again.") == "Riprovare."
    assert language.use("vi") == "vi"
    assert translate("messages", "Try again.") == "Hãy thử lại."
    assert language.use("fr") == "en"
    assert translate("messages", "Try again.") == "Try again."


def test_an_open_window_is_told_to_speak_another_language(language, qtbot):
    told = []

    class Window(QWidget):
        def changeEvent(self, event):
            told.append(event.type())

    window = Window()
    qtbot.addWidget(window)
    language.use("en")
    qtbot.waitUntil(lambda: QEvent.Type.LanguageChange in told)


def test_what_is_not_ours_is_left_to_qt(language):
    language.use("it")
    assert translate("QPlatformTheme", "Cancel") == "Annulla"
    assert translate("QPlatformTheme", "unheard of") == "unheard of"
    language.use("en")
    assert translate("QPlatformTheme", "Cancel") == "Cancel"


def test_the_command_line_speaks_the_language_of_its_terminal():
    catalogue = Catalogue(language_of({"LANG": "it_IT.UTF-8"}))
    assert catalogue("messages", "Try again.") == "Riprovare."
    assert catalogue("messages", "unheard of") == "unheard of"
    assert language_of({"LC_ALL": "C", "LANG": "vi_VN"}) == "en"
    assert language_of({"LC_MESSAGES": "vi", "LANG": "it_IT"}) == "vi"


@pytest.mark.parametrize("language_code", ["en", "it", "vi"])
def test_countries_have_the_names_of_cldr(language, language_code):
    language.use(language_code)
    names = localedata.load(language_code)["territories"]
    assert {region: country_name(region) for region in SUPPORTED_REGIONS} == {
        region: names[region] for region in SUPPORTED_REGIONS
    }


def test_dates_and_digits_are_in_the_language_of_the_words_as_at_home(language):
    for code, month, point in (("it", "maggio", ","), ("it_CH", "maggio", "."), ("en_GB", "May", ".")):
        language.use(code)
        assert (QLocale().monthName(5), QLocale().decimalPoint()) == (month, point)


def test_english_text_has_no_foreign_digits(language, monkeypatch):
    language.use("it")
    arabic = QLocale("ar_EG")
    assert arabic.toString(2026) != "2026"
    monkeypatch.setattr(QLocale, "system", lambda: arabic)
    assert language.use("") == "en"
    assert QLocale().toString(2026).replace(",", "") == "2026"
    assert QLocale().monthName(5) == "May"


def calls(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in ("tr", "QT_TRANSLATE_NOOP"):
                yield node


def test_only_literal_texts_are_marked():
    """`pyside6-lupdate` reads the source: it cannot see a text that is put together when the program runs."""
    marked = [(path, node) for path in SOURCES for node in calls(ast.parse(path.read_text()))]
    assert len(marked) > 300
    hidden = [
        f"{path.name}:{node.lineno}"
        for path, node in marked
        if path.name != "marks.py"
        for argument in node.args[:2]
        if not (isinstance(argument, ast.Constant) and isinstance(argument.value, str))
    ]
    assert hidden == []

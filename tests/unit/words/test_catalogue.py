"""The languages: which one is spoken, and its form for a count."""

import pytest

from traydial.words.catalogue import Catalogue, language_of

EXPORTED = ("HistoryWindow", "%n call(s) exported to {file}.")


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({"LANG": "it_IT.UTF-8"}, "it"),
        ({"LANG": "vi.UTF-8"}, "vi"),
        ({"LANG": "it"}, "it"),
        ({"LC_MESSAGES": "vi_VN", "LANG": "it_IT"}, "vi"),
        ({"LC_ALL": "C.UTF-8", "LC_MESSAGES": "vi_VN", "LANG": "it_IT"}, "en"),
        ({"LC_ALL": "", "LANG": "it_IT"}, "it"),  # set to nothing is not set
        ({"LANG": "pt_BR"}, "en"),
        ({}, "en"),
    ],
)
def test_a_terminal_says_its_language(environ, language):
    assert language_of(environ) == language


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", ("%n calls", "%n call", "%n calls")),
        ("it", ("%n chiamate", "%n chiamata", "%n chiamate")),
        ("vi", ("Đã xuất %n cuộc gọi", "Đã xuất %n cuộc gọi", "Đã xuất %n cuộc gọi")),
    ],
)
def test_none_one_and_many(language, forms):
    found = [Catalogue(language).find(*EXPORTED, count) for count in (0, 1, 2)]
    assert [text.startswith(f"{form} ") for text, form in zip(found, forms, strict=True)] == [True] * 3


def test_one_catalogue_answers_whatever_was_asked_first():
    catalogue = Catalogue("en")
    assert catalogue.find("messages", "Try again.") is None
    assert catalogue.find(*EXPORTED, 1).startswith("%n call ")
    assert catalogue.find("messages", "Try again.") is None


def test_a_text_without_a_translation_stays():
    catalogue = Catalogue("it")
    assert catalogue("messages", "Try again.").startswith("Riprova")
    assert catalogue("messages", "Never written.") == "Never written."
    assert catalogue("elsewhere", "Try again.") == "Try again."


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("<translation>Da capo.</translation>", "Da capo."),
        ('<translation type="unfinished">Forse.</translation>', "Again."),
        ('<translation type="vanished">Forse.</translation>', "Again."),
        ("<translation></translation>", "Again."),
        ("<translation><numerusform>Una.</numerusform><numerusform></numerusform></translation>", "Again."),
        ("", "Again."),
    ],
)
def test_what_is_not_translated_yet_is_told_in_english(message, told, tmp_path, monkeypatch):
    text = f"<TS><context><name>c</name><message><source>Again.</source>{message}</message></context></TS>"
    (tmp_path / "traydial_it.ts").write_text(text, encoding="utf-8")
    monkeypatch.setattr("traydial.words.catalogue.resource", lambda folder, name: tmp_path / name)
    assert Catalogue("it")("c", "Again.") == told

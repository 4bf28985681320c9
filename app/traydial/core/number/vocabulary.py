"""The words around numbers, in the languages that people write them: labels, extensions, measures.

Words are matched without regard to case, composed or decomposed. A new language is a new line here.
"""

from __future__ import annotations

import re
import unicodedata

_PHONE = """
    tel telephone telephones phone phones mobile mob mobil cell cellphone cel call calls ring dial sms fax telefax
    whatsapp viber zalo signal hotline ph landline toll-free freephone helpdesk helpline switchboard contact
    contacts reach office telefono telefoni telefonico cellulare cellulari chiama chiamare chiamaci chiamate
    contatto contatti ufficio centralino recapito verde telefon telefonnummer telefonnr rufnummer ruf anruf anrufen
    handy handynummer mobiltelefon mobilnummer faxnummer festnetz zentrale servicenummer téléphone appelez appeler
    portable teléfono telf tfno llame llamar móvil celular telefone ligue tlf tlfn puhelin gọi thoại đt sđt đtdđ
    động тел телефон моб home work casa privat dienstlich büro port natel kom dahili chiamami chiamateci contattami
    contattaci contattare contattateci telefonami telefonare erreichen erreichbar reachable
"""
_INITIALS = "t m p f d o h w c"  # only with a colon or a full stop: "T: +39 ..."
_OTHER = """
    order error box invoice ticket case iban bic vat tax gst abn acn tfn ssn ein nhs nin sin imei imsi iccid isbn
    issn ean gtin upc sku asin udid uid uuid guid ids ref reference account acct acc a/c policy membership booking
    reservation confirmation tracking parcel shipment serial s/n sn part p/n pn mac version ver build rev bday
    prodid pid pin puk otp password token lat lon lng latitude longitude gps passport licence license plate zip
    postcode swift timestamp epoch total amount price qty quantity transaction employee student iva piva p.iva p.i
    c.f cf codice cod fiscale fattura ordine ddt bolla rif riferimento pratica polizza protocollo prot matricola
    conto art articolo lotto cup cig rea cap contratto tessera bestellung bestell rechnung rechnungs auftrag
    auftrags vorgang aktenzeichen az konto kto blz steuer ustid ust artikel vertrag hrb hra plz kunde kunden
    postfach siret siren tva nif cif nie pedido factura commande facture cpf cnpj rfc rut dni curp mã mst stk cmnd
    cccd mssv khoản đơn hàng hồ id
"""
# Words that settle nothing after a phone word.
_VAGUE = "no nr n num n.o code customer client clients cliente clienti line page row item"
_NUMBER = "number no num nr id code nummer numero número"  # of what stands before: "confirmation number"
_POSSESSIVES = """
    my our his her your their the this that a new old direct main home work local emergency contact service business
    il al dal sul mio nostro suo tuo questo nuovo mein meine unser unsere ihr ihre seine die der das diese el mi
    nuestro su le mon notre ce
"""
_EXTENSION = """
    ext extn extension x int interno durchwahl dw nebenstelle nst app apparat poste ramal anexo extensión toestel
    wew lokal доб máy_lẻ nhánh số_nội_bộ 分机 內線 内線
"""
_ANNOUNCING = """
    tel phone call dial ring chiama chiamare chiamate notruf emergency emergenza emergenze gọi wähle wählen
    appelez llame
"""
_CONNECTING = """
    at on to or and is are me us via by with under from for al allo alla lo il o e è oppure su sul numero nostro mio
    anche presso unter auf und oder ist bei an au aux le et ou est en y es ao do là hoặc và qua số theo number
    nummer numéro
"""
_CODE_VERBS = """
    dial press call digita digitare componi comporre wähle wählen bấm gọi composez marque
"""
_ARTICLES = "the il al den die der le el số no nr"
_CURRENCIES = "EUR USD GBP AUD NZD ZAR VND VNĐ CHF CAD JPY CNY INR SEK NOK DKK PLN"
_MEASURES = """
    euro euros dollar dollars đồng đ pound pounds rand km cm mm kg mg ml m² m2 sqm mb gb kb tb byte bytes ms sec bps
    kwh hz mhz ghz volt volts watt watts people persons items pcs units
"""


def _any_of(words: str) -> str:
    """Return a pattern for any of `words`, composed or decomposed; `_` stands for a blank."""
    forms = {form for word in words.split() for form in (word, unicodedata.normalize("NFD", word))}
    return "|".join(re.escape(form).replace("_", " ") for form in sorted(forms, key=len, reverse=True))


_MEANINGS = (
    dict.fromkeys(_OTHER.split(), "other")
    | dict.fromkeys(_VAGUE.split(), "vague")
    | dict.fromkeys(_PHONE.split(), "phone")
)
_INITIAL_LETTERS = frozenset(_INITIALS.split())
_NUMBER_WORDS = frozenset(_NUMBER.split())
_NAMELESS = frozenset((_PHONE + _POSSESSIVES).split())
_CONNECTING_WORDS = frozenset(_CONNECTING.split())
_ANNOUNCING_WORDS = frozenset((_ANNOUNCING + _EXTENSION).split()) - {"x"}
_ARTICLE_WORDS = frozenset(_ARTICLES.split())
_COMPOUND_ENDINGS = ("nummer", "nr")
_WORD = re.compile(r"[^\W\d_]+(?:[./\-][^\W\d_]+)*")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_JOINT = re.compile(r"[./\-]")
_DIGIT = re.compile(r"[0-9]")
_BLANK = "[ \u2060]"

EXTENSION = re.compile(
    rf"{_BLANK}{{0,3}}[,;.(\-]?{_BLANK}{{0,3}}(?:(?:{_any_of(_EXTENSION)})(?: ?(?:no|nr|n))?\.?[:=]?|#){_BLANK}{{0,2}}"
    r"([0-9]{1,7})(?![0-9\w%@*#]|[ .\-]?[0-9])\)?",
    re.IGNORECASE,
)
FEATURE_CODE = re.compile(
    rf"(?<![^\W_])(?:{_any_of(_CODE_VERBS)}) (?:(?:{_any_of(_ARTICLES)}) )?([*#][0-9*#]{{1,20}})(?![\w*#])",
    re.IGNORECASE,
)
MONEY_BEFORE = re.compile(rf"(?:[€$£¥₫₹₽₩฿]|(?<![^\W_])(?:Rs?|{_any_of(_CURRENCIES)})\.?) ?-?$")
MEASURE_AFTER = re.compile(rf" ?(?:[€$£¥₫₹₽₩฿%‰°]|(?:{_any_of(_CURRENCIES + _MEASURES)})(?![^\W_]))", re.IGNORECASE)


def label(line: str) -> str:
    """Return what the last label in `line` says of the digits after it: "phone", "other" or "" (nothing).

    A label speaks for the first digits after it only. "No." settles nothing after "Tel.", but alone it is no phone's,
    and "confirmation number" is one thing, "my number" another.
    """
    line = unicodedata.normalize("NFC", line.lower())
    found, previous, after = "", "", 0
    for match in _WORD.finditer(line):
        whole, end = match[0], match.end()
        words = (whole,) if whole.isalpha() or whole in _MEANINGS else _JOINT.split(whole)
        for word in words:
            meaning = _meaning(word, previous, line[end : end + 1])
            if meaning == "vague":
                meaning = found or "other"
            if meaning:
                found, after = meaning, end
            previous = word
    return "" if found and _DIGIT.search(line, after) else found


def _meaning(word: str, previous: str, following: str) -> str:
    if word in _NUMBER_WORDS and previous:
        return "phone" if previous in _NAMELESS else "other"
    if meaning := _MEANINGS.get(word):
        return meaning
    if word in _INITIAL_LETTERS:
        return "phone" if following in (":", ".") else ""
    return "other" if word.endswith(_COMPOUND_ENDINGS) and word not in _NUMBER_WORDS else ""


def names_phone(text: str, start: int) -> bool:
    """Whether text[start:] begins with a word for a phone: "030 123456/Fax 030 123457"."""
    word = _WORD.match(text, start)
    return word is not None and _MEANINGS.get(word[0].lower()) == "phone"


def leads_up(line: str) -> bool:
    """Whether digits in one block after `line` may be a number that nothing names: after a name, "at", or nothing."""
    line = line.rstrip()
    if line.endswith(("=", '":', "':", '": "', "': '")):  # code and data; their keys would name a phone
        return False
    word = _LAST_WORD.search(line)
    return word is None or not word[0][0].islower() or unicodedata.normalize("NFC", word[0]) in _CONNECTING_WORDS


def announces(line: str) -> bool:
    """Whether `line` ends in a word that wants a number right after it: "call", "ext.", "chiama il"."""
    words = unicodedata.normalize("NFC", line.lower()).rstrip(" .:").split()
    if words and words[-1] in _ARTICLE_WORDS:
        words.pop()
    return bool(words) and words[-1].strip("(.:") in _ANNOUNCING_WORDS

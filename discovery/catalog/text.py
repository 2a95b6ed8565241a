"""Text as partners send it → text that can be shown, searched and stored."""

import html
import re
import unicodedata

# Tags of HTML only: catalogues use angle brackets themselves ("v. <1-3>", "1987-<1992>").
_TAGS = re.compile(
    r"</?(?:a|b|big|blockquote|body|br|center|cite|code|div|em|font|h[1-6]|hr|html|i|img|iframe|input|li|link|meta|object"
    r"|ol|p|pre|q|s|small|span|strike|strong|style|sub|sup|svg|table|tbody|td|th|tr|tt|u|ul)(?:[\s/][^<>]*)?>",
    re.IGNORECASE,
)
_SCRIPTS = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|$)", re.IGNORECASE | re.DOTALL)
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});")
# Control characters, U+0098/U+009C among them (the non-sorting marks of German catalogues), and direction marks.
_CONTROLS = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)
_SURROGATES = re.compile(r"[\ud800-\udfff]")
_SPACES = re.compile(r"\s+")
# UTF-8 read as Latin-1 or Windows-1252: "Ã©", "Ã‰", "â€™". A closing mark may well follow a capital Ã.
_MOJIBAKE = re.compile(
    "[ÃÂ][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018\u201a\u201c\u201e"
    "\u2020-\u2026\u2030\u2039\u203a\u20ac\u2122]|â€[\u0080-\uffff]"
)


def plain_text(value: str) -> str:
    """`value` as one line of plain text: composed (NFC), without markup, control characters and doubled blanks."""
    if value.isascii():
        if value.isprintable() and "<" not in value and "&" not in value and "  " not in value:
            return value.strip()
    elif not unicodedata.is_normalized("NFC", value):
        value = unicodedata.normalize("NFC", value)
    if "&" in value and ";" in value and _ENTITY.search(value):
        value = html.unescape(value)
    if "<" in value:
        value = _TAGS.sub(" ", _SCRIPTS.sub(" ", value))
    if not value.isprintable():
        value = _SURROGATES.sub("\ufffd", _CONTROLS.sub("", value))
        return _SPACES.sub(" ", value).strip()
    return _SPACES.sub(" ", value).strip() if "  " in value else value.strip()


def text_problem(text: str) -> str:
    """What looks wrong with the letters of `text`: "mojibake", "letters-lost", or "" when nothing does."""
    if text.isascii():
        return ""
    if "\ufffd" in text:
        return "letters-lost"
    # The pattern tries each place of a text; hardly any has the letters with which it begins.
    found = ("Ã" in text or "Â" in text or "â€" in text) and _MOJIBAKE.search(text)
    return "mojibake" if found else ""

"""ISO 5426, the extended Latin set of UNIMARC and MAB: floating accents stand before the letter they change.

https://en.wikipedia.org/wiki/ISO_5426
"""

from unicodedata import normalize

_SIGNS = {
    0xA1: "¡", 0xA2: "„", 0xA3: "£", 0xA4: "$", 0xA5: "¥", 0xA6: "†", 0xA7: "§", 0xA8: "′", 0xA9: "‘", 0xAA: "“",
    0xAB: "«", 0xAC: "♭", 0xAD: "©", 0xAE: "℗", 0xAF: "®", 0xB0: "ʻ", 0xB1: "ʼ", 0xB2: "‚", 0xB6: "‡", 0xB7: "·",
    0xB8: "″", 0xB9: "’", 0xBA: "”", 0xBB: "»", 0xBC: "♯", 0xBD: "ʹ", 0xBE: "ʺ", 0xBF: "¿", 0xE1: "Æ", 0xE2: "Đ",
    0xE6: "Ĳ", 0xE8: "Ł", 0xE9: "Ø", 0xEA: "Œ", 0xEC: "Þ", 0xF1: "æ", 0xF2: "đ", 0xF3: "ð", 0xF5: "ı", 0xF6: "ĳ",
    0xF8: "ł", 0xF9: "ø", 0xFA: "œ", 0xFB: "ß", 0xFC: "þ",
}  # fmt: skip
_ACCENTS = {
    0xC0: "\u0309", 0xC1: "\u0300", 0xC2: "\u0301", 0xC3: "\u0302", 0xC4: "\u0303", 0xC5: "\u0304", 0xC6: "\u0306",
    0xC7: "\u0307", 0xC8: "\u0308", 0xC9: "\u0308", 0xCA: "\u030a", 0xCB: "\u0315", 0xCC: "\u0312", 0xCD: "\u030b",
    0xCE: "\u031b", 0xCF: "\u030c", 0xD0: "\u0327", 0xD1: "\u031c", 0xD2: "\u0326", 0xD3: "\u0328", 0xD4: "\u0325",
    0xD5: "\u032e", 0xD6: "\u0323", 0xD7: "\u0324", 0xD8: "\u0332", 0xD9: "\u0333", 0xDA: "\u0329", 0xDB: "\u032d",
    0xDD: "\ufe20", 0xDE: "\ufe21", 0xDF: "\ufe23",
}  # fmt: skip
# The control characters around what filing skips (ISO 6630), which the title's crosswalk looks for.
_CONTROLS = range(0x80, 0xA0)


def decode_iso5426(content: bytes) -> str:
    """The text, composed; a byte that the set doesn't have becomes U+FFFD. Never raises."""
    text: list[str] = []
    accents = ""
    for byte in content:
        if byte in _ACCENTS:
            accents += _ACCENTS[byte]
            continue
        text.append((chr(byte) if byte < 0x80 or byte in _CONTROLS else _SIGNS.get(byte, "\ufffd")) + accents)
        accents = ""
    return normalize("NFC", "".join(text) + accents)

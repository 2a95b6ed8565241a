"""Lines of a text table, and the character set that they are in."""

import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from charset_normalizer import from_bytes

# The longest line read as one; a longer one is no row of a catalogue.
MAX_LINE = 1 << 20
# Bytes that the guesses rest on.
SAMPLED = 1 << 18
UTF8, WESTERN, MACINTOSH, DOS = "utf-8", "windows-1252", "mac_roman", "cp850"
_OTHER_SCRIPTS = [
    "cp1251", "cp1256", "cp1253", "cp1255", "koi8_r", "shift_jis", "gb18030", "big5", "euc_kr", "cp874",
]  # fmt: skip
# Letters beyond ASCII stand alone in the languages of the West ("Café", "Indië"), and side by side in other scripts.
_SIDE_BY_SIDE = re.compile(rb"[\x80-\xff]{3,}")
_TWO = re.compile(rb"[\x80-\xff]{2}")
# á à â ä ç é è ê ö õ ü as a Macintosh wrote them; Windows has capitals, marks and nothing there, and no word of small
# letters goes on with these. The letters of Windows are others, and so are é, ü and ä of DOS.
_OF_MACINTOSH = re.compile(rb"(?<=[a-z])[\x87-\x8a\x8d-\x90\x9a\x9b\x9f](?=[a-z]|[^\w\x80-\xff])")
_OF_OTHERS = re.compile(
    rb"(?<=[A-Za-z])[\xc0-\xc8\xca-\xcf\xd6-\xff]|[\xc0-\xc8\xca-\xcf\xd6-\xff](?=[a-z])|(?<=[a-z])[\x81\x82\x84]"
)
# ü é ä ê ë è ï î ô ö as DOS wrote them; within words Windows has none of these marks and capitals. 0xE1 may be its ß.
_OF_DOS = re.compile(rb"(?<=[A-Za-z])(?:[\x81\x82\x88-\x8a\x8c](?=[a-z]|[^\w\x80-\xff])|[\x84\x8b\x93\x94](?=[a-z]))")
_OF_WINDOWS = re.compile(rb"(?<=[A-Za-z])[\xc0-\xe0\xe2-\xff]|[\xc0-\xe0\xe2-\xff](?=[a-z])")
_CELLS = re.compile(rb"[^,;\t\"\n]+")


def byte_lines(stream: BinaryIO) -> Iterator[bytes]:
    """Lines without their ends, whichever of the three it is; a longer one than MAX_LINE comes as its beginning."""
    rest = b""
    overlong = False
    while chunk := stream.read(SAMPLED):
        if b"\r" in chunk:
            if chunk.endswith(b"\r"):
                chunk += stream.read(1)
            if b"\x00" not in chunk[:100]:  # in UTF-16 a line end is two bytes each
                chunk = chunk.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        *whole, tail = (rest + chunk).split(b"\n")
        for line in whole:
            if not overlong:
                yield line[:MAX_LINE]
            overlong = False
        rest = tail
        if len(rest) > MAX_LINE:
            if not overlong:
                yield rest[:MAX_LINE]
            rest, overlong = b"", True
    if rest:
        yield rest


def wide_encoding(begin: bytes) -> str:
    """The kind of UTF-16 that a file which begins so is in, with its byte order mark or without; "" for none."""
    if begin[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    # Latin letters, digits and separators have one half empty, and always the same.
    begin = begin[:200]
    even, odd = begin[0::2].count(0), begin[1::2].count(0)
    if max(even, odd) * 5 < len(begin) or max(even, odd) <= 4 * min(even, odd):
        return ""
    return "utf-16-be" if even > odd else "utf-16-le"


def guess_encoding(lines: Iterable[bytes]) -> tuple[str, str]:
    """The character set of most lines that are not ASCII, and the one for lines that are no UTF-8.

    UTF-8 can't be hit by chance. Of the rest, cells whose letters are mostly beyond ASCII are in another script,
    however few they are beside Latin ones; which one is told from their bytes. Else it is what Windows writes in the
    West, or what Excel calls CSV (Macintosh) and CSV (MS-DOS).
    """
    utf8 = other = 0
    strange: list[bytes] = []
    for line in lines:
        if line.isascii():
            continue
        try:
            line.decode(UTF8)
            utf8 += 1
        except UnicodeDecodeError:
            other += 1
            strange.append(line)
    text = b"\n".join(strange)
    fallback = _other_script(text) or (MACINTOSH if _is_macintosh(text) else DOS if _is_dos(text) else WESTERN)
    return (fallback, fallback) if other > utf8 else (UTF8, fallback)


def decoded(line: bytes, encoding: str, fallback: str) -> tuple[str, str]:
    """A line of a file in `encoding`, and the name of the line's own where that is another.

    A "Café" in a list of Arabic titles is Western.
    """
    if line.isascii():
        return line.decode("ascii"), ""
    if encoding not in (UTF8, fallback):
        return line.decode(encoding, "replace"), ""
    try:
        text, own = line.decode(UTF8), UTF8
    except UnicodeDecodeError:
        own = fallback if fallback in (MACINTOSH, DOS) or _TWO.search(line) else WESTERN
        text = line.decode(own, "replace")
    return text, "" if own == encoding else own


def _is_macintosh(text: bytes) -> bool:
    return len(_OF_MACINTOSH.findall(text)) > len(_OF_OTHERS.findall(text))


def _is_dos(text: bytes) -> bool:
    return len(_OF_DOS.findall(text)) > len(_OF_WINDOWS.findall(text))


def _other_script(text: bytes) -> str:
    """The character set of a text in another script; "" for one in the West's."""
    beyond = sum(byte > 127 for byte in text)
    side_by_side = sum(map(len, _SIDE_BY_SIDE.findall(text)))
    if side_by_side * 2 <= beyond and beyond * 5 <= len(text) * 2:
        return ""
    cells = b"\n".join(cell for cell in _CELLS.findall(text) if _SIDE_BY_SIDE.search(cell))
    best = from_bytes((cells or text)[:50_000], cp_isolation=_OTHER_SCRIPTS).best()
    if best is None:
        return ""
    return "gb18030" if best.encoding == "euc_kr" and not _is_korean(str(best)) else best.encoding


def _is_korean(text: str) -> bool:
    """Whether letters that can be Korean are: Chinese ones, taken for Korean, are as much Hanja as Hangul."""
    letters = [letter for letter in text if letter > "\x7f"]
    return sum("가" <= letter <= "힣" for letter in letters) * 10 >= len(letters) * 9

"""Cut text into words, once, for both engines and for index and query alike.

A token is a run of letters, digits and combining marks. Inside it an apostrophe ("Qur'an"), and a full stop between
digits ("959.8", "2X4.1", "2.0"), hold it together. A hyphen and everything else part: "self-help" is two tokens
next to each other. "C++", "C#" and a lone "&" are tokens.

Chinese, Japanese and Korean are written without spaces, or with few, and become overlapping pairs of characters.
In the index a run ends with its last character alone, so that each of its characters begins a token, and one
typed character finds all of them as a prefix.
"""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from discovery.analysis.ascii_words import ascii_words
from discovery.analysis.fold import APOSTROPHES, INVISIBLE, fold, marks
from discovery.analysis.kept import REPEATED, Kept

# Stands between the values of a field that has several, so that no phrase runs from one into the next. It and the
# filler of empty fields are ASCII, as folded texts mostly are: where nothing else is in a document, tantivy takes its
# bytes as they are instead of 45,000 instructions later.
VALUE_MARK: Final = "|"

_CJK: Final = (
    "\u1100-\u11ff\u2e80-\u2fdf\u3005-\u3007\u3021-\u302f\u3031-\u3035\u3038-\u303c\u3041-\u309f\u30a1-\u30fa"
    "\u30fc-\u30ff\u3105-\u312f\u3131-\u318e\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f"
    "\uac00-\ud7ff\uf900-\ufaff\uff66-\uff9f\uffa0-\uffdc\U0001b000-\U0001b16f\U00020000-\U0003ffff"
)
_WORD: Final = rf"\w+(?:[{marks()}]+\w*)*"
# French and Italian articles and pronouns that lose their vowel: "l'histoire" is found as "histoire". Not "t'" and
# "k'", with which Wade-Giles syllables begin (T'ang), nor "o'", with which Irish names do.
_ELIDED: Final = r"(?:[CDJLMNScdjlmns]|[Qq]u|[Dd]ell|[Nn]ell|[Ss]ull)(?=['’][haeiouyàâéèêëîïôœHAEIOUYÀÂÉÈÊËÎÏÔŒ])"
TOKEN: Final = re.compile(
    rf"{_ELIDED}"
    rf"|{_WORD}(?:[{re.escape(APOSTROPHES)}]{_WORD}|\.(?<=\d\.)(?=\d){_WORD})*"
    r"(?:\+\+(?<=\b[A-Za-z]\+\+)(?!\w)|[#♯](?<=\b[A-Za-z].)(?!\w))?"
    r"|&"
)
_SCRIPT_RUN: Final = re.compile(rf"[{_CJK}]+|[^\s{_CJK}]+")
_CJK_CHARACTER: Final = re.compile(f"[{_CJK}]")
_INVISIBLE: Final = frozenset(INVISIBLE)
_WITHOUT_INVISIBLE: Final = dict.fromkeys(map(ord, INVISIBLE))
# Elasticsearch cuts a token into pieces after 255 UTF-16 units and tantivy doesn't; ours stay well below.
_LONGEST: Final = 80


def tokens(text: str) -> list[str]:
    """The folded tokens of a text, as the index holds them."""
    if text.isascii():
        return _ascii_tokens(text)
    folded: list[str] = []
    for chunk in text.replace("_", " ").split():
        folded += _tokens_of[chunk]
    return shortened(text, folded)


def query_tokens(text: str) -> list[str]:
    """The folded tokens to look up: those of `tokens` without the lone last character of a CJK run of several."""
    if text.isascii():
        return _ascii_tokens(text)
    return shortened(text, [part for word in TOKEN.findall(text.replace("_", " ")) for part in query_parts(word)])


def words(text: str) -> list[str]:
    """The tokens as written, in lower case and NFC, which is what stemmers need. CJK runs stay whole."""
    spaced = text.replace("_", " ")
    return shortened(text, ascii_words(spaced) if text.isascii() else written_words(spaced))


def exact_key(text: str) -> str:
    """A whole value folded: how titles, names and headings are compared as one, punctuation aside."""
    if text.isascii():
        return " ".join(_ascii_tokens(text))
    chunks = text.replace("_", " ").split()
    return " ".join(filter(None, [_key_of[chunk] for chunk in chunks]))


def tokens_and_words(text: str) -> tuple[list[str], list[str]]:
    """`tokens` and `words` of a text in one reading, for fields that are searched by both."""
    if text.isascii():
        found = shortened(text, ascii_words(text))
        return ([fold(word) for word in found] if _has_apostrophe(text) else found), found
    written: list[str] = []
    folded: list[str] = []
    for chunk in text.replace("_", " ").split():
        if len(chunk) <= REPEATED:
            parts, as_written = _parts_and_words[chunk]
            folded += parts
            written += as_written
        else:
            long = shortened(text, written_words(chunk))
            written += long
            folded += _parts_of(long)
    return shortened(text, folded), written


def token_parts(word: str) -> tuple[str, ...]:
    """The index tokens of one match of `TOKEN`: one, or several where it holds CJK."""
    folded = fold(word)
    if not _CJK_CHARACTER.search(folded):
        return tuple(folded.split())
    runs = _SCRIPT_RUN.findall(folded)
    return tuple(part for run in runs for part in (*_pairs(run), run[-1] if is_cjk(run) else run))


def query_parts(word: str) -> tuple[str, ...]:
    """The query tokens of one match of `TOKEN`."""
    runs = _SCRIPT_RUN.findall(fold(word))
    return tuple(part for run in runs for part in _pairs(run) or [run])


def is_cjk(text: str) -> bool:
    """Whether the first character belongs to a script that is written with few spaces or none."""
    return _CJK_CHARACTER.match(text) is not None


def script_runs(word: str) -> list[tuple[int, str]]:
    """A match of `TOKEN` cut where CJK begins or ends, each piece with its place."""
    return [(run.start(), run[0]) for run in _SCRIPT_RUN.finditer(word)]


def _ascii_tokens(text: str) -> list[str]:
    found = shortened(text, ascii_words(text))
    return [fold(word) for word in found] if _has_apostrophe(text) else found


# No token and no rule about its neighbours reaches across a blank, so each chunk between blanks is read by itself.


def _read_tokens(chunk: str) -> tuple[str, ...]:
    return tuple(_parts_of(TOKEN.findall(chunk)))


def _read_parts_and_words(chunk: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    written = written_words(chunk)
    return tuple(_parts_of(written)), tuple(written)


def _read_key(chunk: str) -> str:
    return " ".join(filter(None, map(fold, TOKEN.findall(chunk))))


_tokens_of: Final = Kept(_read_tokens, 32_768, REPEATED)
_parts_and_words: Final = Kept(_read_parts_and_words, 32_768, REPEATED)
_key_of: Final = Kept(_read_key, 32_768, REPEATED)


def written_words(text: str) -> list[str]:
    """The matches of `TOKEN` in lower case and NFC, however long, without what is invisible in them.

    Stemmers would take it for a letter, each engine's in its own way.
    """
    found = TOKEN.findall(in_lower_case(text))
    if _INVISIBLE.isdisjoint(text):
        return found
    return [word.translate(_WITHOUT_INVISIBLE) for word in found]


def in_lower_case(text: str) -> str:
    """As stemmers need it: in NFC, and with one small sigma, which Python ends words with and compiled code doesn't."""
    return unicodedata.normalize("NFC", text).lower().replace("ς", "σ")


def _parts_of(found: Sequence[str]) -> list[str]:
    return [part for word in found for part in token_parts(word)]


def shortened(text: str, found: list[str]) -> list[str]:
    """The tokens of a text, none longer than both engines take."""
    if len(text) > _LONGEST and any(len(token) > _LONGEST for token in found):
        return [token[:_LONGEST] for token in found]
    return found


def _has_apostrophe(text: str) -> bool:
    return "'" in text or "`" in text


def _pairs(run: str) -> list[str]:
    """The overlapping pairs of a CJK run; none of a single character or of any other script."""
    return [run[at : at + 2] for at in range(len(run) - 1)] if is_cjk(run) else []

"""ASCII texts cut into words as `discovery.analysis.tokens` cuts all others: most of a catalogue, in less time."""

import re
from typing import Final

from discovery.analysis.kept import REPEATED, Kept

# `discovery.analysis.tokens.TOKEN` for ASCII in lower case.
_TOKEN: Final = re.compile(
    r"(?:[cdjlmns]|qu|dell|nell|sull)(?='[haeiouy])"
    r"|[0-9a-z]+(?:['`][0-9a-z]+|\.(?<=\d\.)(?=\d)[0-9a-z]+)*"
    r"(?:\+\+(?<=\b[a-z]\+\+)(?!\w)|#(?<=\b[a-z]#)(?!\w))?"
    r"|&"
)
_INNER_STOP: Final = re.compile(r"\.(?<=[0-9]\.)[0-9]")
# Bytes are asked for numbers: asked for bytes they raise an error within first, which takes as long as all the rest.
_MARK: Final = ord("'")
_STOP: Final = ord(".")


def _plain(character: str) -> int:
    """Letters in lower case, digits and stops; one mark for all else that a token may hold; blanks for the rest."""
    if character in "'`&+#":
        return _MARK
    return ord(character.lower()) if character.isalnum() or character == "." else ord(" ")


_PLAIN: Final = bytes(_plain(chr(code)) if code < 128 else 0 for code in range(256))


def ascii_words(text: str) -> list[str]:
    """The tokens of an ASCII text in lower case, however long, apostrophes included."""
    plain = text.encode().translate(_PLAIN)
    if _MARK not in plain:
        if _STOP not in plain:
            return plain.decode().split()
        if _INNER_STOP.search(text) is None:
            return plain.replace(b".", b" ").decode().split()
    found: list[str] = []
    for chunk in text.lower().split():
        found += _words_of[chunk]
    return found


def _read_words(chunk: str) -> tuple[str, ...]:
    return tuple(_TOKEN.findall(chunk))


# No token and no rule about its neighbours reaches across a blank, so each chunk between blanks is read by itself.
_words_of: Final = Kept(_read_words, 16_384, REPEATED)

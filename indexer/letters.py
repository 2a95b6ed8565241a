"""Letters that were read in the wrong character set ("ThÃ©Ã¢tre"), read back where that is certain."""

import re
import unicodedata
from functools import lru_cache

# What isn't filed stands between U+0098 and U+009C, which ftfy would take for letters of Windows-1252 once it has them.
_NOT_FILED = re.compile("\xc2([\x98\x9c])")


@lru_cache(maxsize=4096)
def mended_letters(text: str) -> str:
    """The text as it was before it was misread; itself where that can't be told for certain.

    UTF-8 that some program took for another character set, once or several times, can be had back: ftfy
    (https://ftfy.readthedocs.io) knows the ways, and leaves alone what only looks like it.
    """
    if _NOT_FILED.search(text):
        parts = _NOT_FILED.split(text)
        parts[::2] = map(mended_letters, parts[::2])
        return "".join(parts)
    # Here, because it takes a quarter of a second and most catalogues never need it.
    from ftfy import TextFixerConfig, fix_encoding

    composed = unicodedata.normalize("NFC", text)
    # Bytes that are lost can't be had back, and the control characters among the letters mark what isn't filed.
    config = TextFixerConfig(replace_lossy_sequences=False, fix_c1_controls=False)
    mended = fix_encoding(composed, config)
    return text if mended == composed or "\ufffd" in mended else mended

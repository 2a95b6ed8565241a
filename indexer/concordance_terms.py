"""A heading of one vocabulary as the concordance counts it."""

from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

from discovery.search.keyword_fields import cut, heading_key


class Term(NamedTuple):
    """A heading of one vocabulary. `key` is its folded form, `id` a number made of both."""

    id: int
    vocabulary: str
    key: str
    text: str


@lru_cache(maxsize=65_536)
def term_of(vocabulary: str, text: str) -> Term:
    """A heading of a vocabulary as the concordance counts it."""
    key = cut(heading_key(text))
    return Term(number_of(f"{vocabulary}\0{key}"), vocabulary, key, text)


def number_of(text: str) -> int:
    """A number for a text, the same in every process."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), signed=True)

"""What stands for a place or a publisher that a piece doesn't name, in the languages that cataloguers write."""

from typing import Final

# "sine loco", "sine nomine" and their kin (ISBD 4.1.15, 4.2.14), and what cataloguers write since RDA; without the stop
# at the end, and without blanks behind the others.
_NOT_SAID: Final = frozenset(
    {
        "s.l", "s.n", "sl", "sn", "s.a", "s.l.: s.n", "s.l.s.n", "sine loco", "sine nomine", "t.t", "t.p", "t.t.p",
        "tanpa tempat", "tanpa penerbit", "tanpa kota", "o.o", "o.j", "o.v", "n.p", "n.pub", "z.pl", "z.p", "z.u",
        "z.n", "d.m", "d.n", "b.m", "د.م", "د.ن", "б.м", "б.и", "ḥ.mo.l", "xx", "unknown", "n/a", "not identified",
        "place of publication not identified", "publisher not identified", "distributor not identified",
        "tidak diketahui", "tempat penerbitan tidak diketahui", "penerbit tidak diketahui",
        "tempat terbit tidak diidentifikasi", "penerbit tidak diidentifikasi", "verlag nicht ermittelbar",
        "ort nicht ermittelbar", "lieu de publication non identifié", "éditeur non identifié",
    }
)  # fmt: skip


def is_unsaid(name: str) -> bool:
    """Whether a place or a publisher says that there is none; punctuation alone says nothing either."""
    if not any(map(str.isalnum, name)):
        return True
    bare = name.casefold().strip("[]. ")
    return bare in _NOT_SAID or (". " in bare and bare.replace(". ", ".") in _NOT_SAID)

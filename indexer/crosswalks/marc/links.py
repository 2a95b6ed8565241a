"""856, and 024 of no named kind → addresses, by what stands behind them."""

import re

from discovery.catalog.holding import Link, LinkKind
from indexer.crosswalks.marc.fields import Field, MarcFields

# 3 and 4 are a part of the thing, and another version of a part: who follows such a link doesn't get the whole.
_KINDS: dict[str, LinkKind] = {"0": "resource", "1": "version", "2": "related", "3": "related", "4": "related"}
_CONTENTS = re.compile(
    r"table of contents|contents|daftar isi|inhaltsverzeichnis|table des matières|inhoudsopgave", re.IGNORECASE
)
# https://iiif.io/api/presentation/3.0/: a manifest's address has no fixed form, but all systems call it so.
_MANIFEST = re.compile(r"/manifest(?:\.json)?/?$|/iiif/.*\bmanifests?\b", re.IGNORECASE)
# A file's name with blanks, which a browser would write as "%20"; nothing with a blank in its host is an address.
_SPACED_NAME = re.compile(r"\w+://[^\s/]+/(?:(?!://).)+\.[A-Za-z0-9]{2,5}", re.DOTALL)
_COVER = re.compile(r"cover (?:art|image)|sampul|\bcover\b", re.IGNORECASE)


def map_links(marc: MarcFields) -> tuple[Link, ...]:
    """Each http(s) address once: the thing itself, another version of it, something related, contents or a cover.

    https://www.loc.gov/marc/bibliographic/bd856.html: the second indicator says which. $y is the link's text, $3 the
    part it leads to, $z a note; $x is private and goes nowhere.
    """
    found: dict[str, Link] = {}
    for field in marc.get("856"):
        for url in field.all("u"):
            address = web_address(url)
            if address:
                found.setdefault(address, _link(field, address))
    for field in marc.get("024"):
        for value in field.all("a"):
            if address := address_in_024(field, value):
                found.setdefault(address, Link(address))
    return tuple(found.values())


def address_in_024(field: Field, value: str) -> str:
    """The address that stands where a number of an unnamed kind should: a handle, as DSpace writes it, or ""."""
    return web_address(value) if field.first == "8" and "://doi.org/" not in value else ""


def web_address(text: str) -> str:
    """`text` if it is an http or https address, completed where only "www." stands, and with the blanks of a file's
    name as browsers write them; else "".
    """
    text = text.strip()
    if text[:4].lower() == "www.":
        text = f"http://{text}"
    if " " in text and _SPACED_NAME.fullmatch(text):
        text = text.replace(" ", "%20")
    scheme, mark, rest = text.partition("://")
    if not mark or scheme.lower() not in ("http", "https") or not rest or any(c in text for c in ' "<>\\'):
        return ""
    return f"{scheme.lower()}://{rest}"


def is_manifest(url: str) -> bool:
    """Whether a viewer of page images (IIIF) opens this address."""
    return "anifest" in url and _MANIFEST.search(url.partition("?")[0]) is not None


def is_contents(words: str) -> bool:
    """Whether the words about a link say that it leads to a table of contents."""
    return _CONTENTS.search(words) is not None


def _link(field: Field, url: str) -> Link:
    # "04" is "40" the wrong way round.
    kind = _KINDS.get(field.second, "resource") if (field.first, field.second) != ("0", "4") else "resource"
    materials = f"{field.get('3')} {field.get('y')}"
    if is_manifest(url):
        kind = "manifest"
    elif kind != "resource" and is_contents(materials):
        kind = "contents"
    elif _COVER.search(materials):
        kind = "cover"
    return Link(url, _words(field), kind)


def _words(field: Field) -> str:
    """What it leads to, and what is to be known of that: "Jil. 1: Teks penuh (hanya untuk anggota)"."""
    said = dict.fromkeys(text for code in "3y" if (text := field.get(code).strip(" :")))
    leading, note = ": ".join(said), field.get("z").strip(" :")
    return f"{leading} ({note})" if leading and note and note not in said else leading or note

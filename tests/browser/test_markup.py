"""Every page's HTML by the letter of the standard: what a parser has to mend, and what may stand in what.

The content models are those of https://html.spec.whatwg.org/multipage/indices.html#elements-3, as far as we use them.
"""

import urllib.error
import urllib.request
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib
import pytest

from tests.browser.places import PLACES, Demo

PHRASING = frozenset((
    "a", "abbr", "b", "bdi", "br", "button", "cite", "code", "data", "em", "i", "iframe", "img", "input", "kbd",
    "label", "link", "mark", "meta", "picture", "script", "select", "small", "span", "strong", "sub", "sup", "svg",
    "template", "textarea", "time", "var", "wbr",
))  # fmt: skip
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
TITLED = PHRASING | HEADINGS
ROWS = frozenset({"tr"})
CHILDREN = {
    **dict.fromkeys(
        ("p", "span", "bdi", "b", "small", "label", "button", "mark", "code", "pre", "cite", "time", *HEADINGS),
        PHRASING,
    ),
    "summary": TITLED,
    "legend": TITLED,
    "ul": frozenset({"li"}),
    "ol": frozenset({"li"}),
    "dl": frozenset({"dt", "dd", "div"}),
    "select": frozenset({"option", "optgroup"}),
    "table": frozenset({"caption", "colgroup", "thead", "tbody", "tfoot", "tr"}),
    "thead": ROWS,
    "tbody": ROWS,
    "tr": frozenset({"th", "td"}),
}
ONLY_IN = {"li": {"ul", "ol"}, "dt": {"dl", "div"}, "dd": {"dl", "div"}, "summary": {"details"}, "legend": {"fieldset"}}
FIRST_IN = {"details": "summary", "fieldset": "legend"}
INTERACTIVE = frozenset({"a", "button", "input", "select", "textarea", "label", "details", "iframe"})
REFERENCES = ("for", "form", "aria-labelledby", "aria-describedby", "aria-controls", "list", "headers")
REPLACED = frozenset({"iframe", "img", "video"})
REQUIRED = {"data": "value", "img": "alt", "html": "lang", "iframe": "title", "optgroup": "label"}


@pytest.mark.parametrize("language", ["id", "en", "ar"])
@pytest.mark.parametrize("name", PLACES)
def test_a_parser_has_nothing_to_mend(demo: Demo, name: str, language: str) -> None:
    document, errors = parsed(fetched(demo.at(name, language)))
    assert errors == []
    assert [*misplaced(document), *incomplete(document), *dangling(document)] == []


@pytest.mark.parametrize(
    ("body", "faults"),
    [
        ('<p lang="id"dir="auto">x</p>', ["unexpected-character-after-attribute-value"]),
        ("<p><ul><li>x</ul></p>", ["unexpected-end-tag"]),
        ("<ul><b>x</b></ul>", ["b in ul"]),
        ("<span><div>x</div></span>", ["div in span"]),
        ("<ul><li><a href=/><button>x</button></a></ul>", ["button within a"]),
        ("<div><li>x</div>", ["li in div"]),
        ("<details><p>x</p><summary>y</summary></details>", ["details doesn't begin with summary"]),
        ("<p><data>1</data>", ["data without value"]),
        ('<iframe title="x" width="100%"></iframe>', ["width 100%"]),
        (
            '<p id="x" class="x">1</p><p id="x"><a href="#y">2</a><b aria-labelledby="z">3</b>',
            ["x twice", "no y", "no z"],
        ),
    ],
)
def test_every_kind_of_fault_is_found(body: str, faults: list[str]) -> None:
    document, errors = parsed(f"<!doctype html><html lang=id><head><title>x</title></head><body>{body}".encode())
    assert [*errors, *misplaced(document), *incomplete(document), *dangling(document)] == faults


def fetched(address: str) -> bytes:
    try:
        with urllib.request.urlopen(address) as answer:
            body: bytes = answer.read()
    except urllib.error.HTTPError as error:
        with error:
            body = error.read()
    return body


def parsed(html: bytes) -> tuple[Element, list[str]]:
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    document: Element = parser.parse(html, transport_encoding="utf-8")
    return document, [f"{code}" for _, code, _ in parser.errors]


def misplaced(document: Element) -> Iterator[str]:
    for parent in document.iter():
        for child in parent:
            allowed, places = CHILDREN.get(str(parent.tag)), ONLY_IN.get(str(child.tag))
            is_foreign = not isinstance(child.tag, str) or child.tag.startswith("{")
            if not is_foreign and ((allowed and child.tag not in allowed) or (places and parent.tag not in places)):
                yield f"{child.tag} in {parent.tag}"
        first = FIRST_IN.get(str(parent.tag))
        if first and (not len(parent) or parent[0].tag != first):
            yield f"{parent.tag} doesn't begin with {first}"
    for outer in ("a", "button"):
        for element in document.iter(outer):
            yield from (
                f"{inner.tag} within {outer}"
                for inner in element.iter()
                if inner is not element and inner.tag in INTERACTIVE
            )


def incomplete(document: Element) -> Iterator[str]:
    for element in document.iter():
        yield from (
            f"{size} {element.get(size)}"
            for size in ("width", "height")
            if element.tag in REPLACED and not element.get(size, "0").isdigit()
        )
    for tag, attribute in REQUIRED.items():
        yield from (f"{tag} without {attribute}" for element in document.iter(tag) if not element.get(attribute))


def dangling(document: Element) -> Iterator[str]:
    ids = [found for element in document.iter() if (found := element.get("id"))]
    yield from (f"{each} twice" for each in dict.fromkeys(ids) if ids.count(each) > 1)
    for element in document.iter():
        wanted = [each for name in REFERENCES for each in element.get(name, "").split()]
        if (target := element.get("href", "")).startswith("#"):
            wanted.append(target[1:])
        yield from (f"no {each}" for each in wanted if each not in ids)

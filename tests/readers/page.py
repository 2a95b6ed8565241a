"""A page as its reader meets it: what can be seen, what links, fields and buttons are called, what a form would send.

Names are computed as browsers tell them to screen readers, as far as these pages need:
https://www.w3.org/TR/accname-1.2/
"""

from collections.abc import Iterator
from copy import deepcopy

from lxml import html
from lxml.html import HtmlElement

_INLINE = frozenset(("a", "abbr", "b", "bdi", "cite", "code", "em", "i", "mark", "q", "span", "strong", "sub", "sup"))
_UNREAD = frozenset(("script", "style", "template", "head"))
_GROUPS = "self::fieldset or self::section or self::aside or self::nav or self::details or self::form"
_HEADINGS = "self::h1 or self::h2 or self::h3 or self::h4 or self::legend or self::summary"


def parse(text: str) -> HtmlElement:
    """A page's root element."""
    return html.document_fromstring(text)


def spoken(element: HtmlElement) -> str:
    """The text of an element without its decorations, white space collapsed."""
    return " ".join("".join(_pieces(element)).split())


def _pieces(element: HtmlElement) -> Iterator[str]:
    if not isinstance(element.tag, str) or element.tag in _UNREAD or element.get("aria-hidden") == "true":
        return
    gap = "" if element.tag in _INLINE else " "
    yield gap
    yield element.get("alt", "") if element.tag == "img" else element.text or ""
    for child in element:
        yield from _pieces(child)
        yield child.tail or ""
    yield gap


def name_of(element: HtmlElement) -> str:
    """What a link, a field, a button or a group is called."""
    told = element.get("aria-label")
    if told:
        return " ".join(told.split())
    pointed = element.get("aria-labelledby")
    if pointed:
        return " ".join(spoken(each) for each in element.xpath("//*[@id=$id]", id=pointed))
    if element.tag in ("input", "select", "textarea"):
        labels = element.xpath("ancestor::label") or element.xpath("//label[@for=$id]", id=element.get("id", ""))
        return spoken(_without_controls(labels[0])) if labels else ""
    if element.tag in ("fieldset", "section", "aside", "nav", "details", "form"):
        headings = element.xpath(f"(.//*[{_HEADINGS}])[1]")
        return spoken(headings[0]) if headings else ""
    return spoken(element)


def _without_controls(label: HtmlElement) -> HtmlElement:
    copy = deepcopy(label)
    for control in copy.xpath(".//select | .//input | .//textarea"):
        control.drop_tree()
    return copy


def below(heading: HtmlElement) -> HtmlElement:
    """What follows a heading, until the next one of its level or above."""
    part = html.Element("div")
    for each in heading.itersiblings():
        if each.tag in ("h1", "h2", "h3", "h4") and each.tag <= heading.tag:
            break
        part.append(deepcopy(each))
    return part


def groups_of(element: HtmlElement) -> list[str]:
    """The names of the groups that an element stands in, the innermost first."""
    return [name_of(group) for group in reversed(element.xpath(f"ancestor::*[{_GROUPS}]"))]


def folded_away(element: HtmlElement) -> HtmlElement | None:
    """The closed `<details>` that hides an element, if any; its summary can be seen."""
    for details in element.xpath("ancestor::details[not(@open)]"):
        summaries = details.xpath("./summary")
        if not summaries or (element is not summaries[0] and summaries[0] not in element.iterancestors()):
            return details
    return None


def form_of(control: HtmlElement) -> HtmlElement:
    """The form that a field or a button belongs to, wherever it stands."""
    owner = control.get("form")
    forms = control.xpath("//form[@id=$id]", id=owner) if owner else control.xpath("ancestor::form")
    assert len(forms) == 1, f"no form for {name_of(control)!r}"
    return forms[0]


def pairs_of(form: HtmlElement, button: HtmlElement) -> list[tuple[str, str]]:
    """What a browser sends when a form is submitted by a button, in the order of the page.

    https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#constructing-the-form-data-set
    """
    controls = form.xpath("//input[@name] | //select[@name] | //textarea[@name] | //button[@name]")
    return [
        pair
        for control in controls
        if (control.get("form") == form.get("id") if control.get("form") else form in control.iterancestors())
        for pair in _successful(control, button)
    ]


def _successful(control: HtmlElement, button: HtmlElement) -> Iterator[tuple[str, str]]:
    name, kind = str(control.get("name")), control.get("type", "")
    if control.tag == "button":
        if control is button:
            yield name, control.get("value", "")
    elif control.tag == "select":
        options = control.xpath(".//option[@selected]") or control.xpath("(.//option)[1]")
        yield name, options[-1].get("value", "")
    elif kind not in ("checkbox", "radio") or "checked" in control.attrib:
        yield name, control.get("value", "")

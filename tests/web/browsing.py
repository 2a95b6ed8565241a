"""A reader without JavaScript: pages fetched in process, links followed and forms submitted as a browser does."""

from dataclasses import dataclass
from urllib.parse import urlencode

from bs4 import BeautifulSoup, Tag
from starlette.testclient import TestClient


@dataclass(frozen=True, slots=True)
class Page:
    """A fetched page."""

    client: TestClient
    html: BeautifulSoup

    def texts(self, selector: str) -> list[str]:
        """The text of every element that fits, white space collapsed."""
        return [" ".join(found.get_text().split()) for found in self.html.select(selector)]

    def click(self, text: str) -> "Page":
        """Follow the link that has this text."""
        (link, *_) = [a for a in self.html.select("a[href]") if text in " ".join(a.get_text().split())]
        return visit(self.client, str(link["href"]))

    def submit(self, form: str, **typed: str) -> "Page":
        """Fill in some fields and submit; tick a checkbox by its label with `tick`, press a button with `press`."""
        ticked, pressed = typed.pop("tick", ""), typed.pop("press", "")
        pairs = [pair for field in self._fields(form) for pair in _successful(field, typed, ticked)]
        if pressed:
            (button,) = self.html.select(f'button[form="{form}"][aria-label="{pressed}"]')
            pairs.append((str(button["name"]), str(button["value"])))
        (element,) = self.html.select(f"form#{form}")
        return visit(self.client, f"{element['action']}?{urlencode(pairs)}")

    def _fields(self, form: str) -> list[Tag]:
        fields = self.html.select("input[name], select[name]")
        return [field for field in fields if field.get("form", _owner(field)) == form]


def visit(client: TestClient, address: str) -> Page:
    """A page that is there."""
    answer = client.get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    return Page(client, BeautifulSoup(answer.text, "html.parser"))


def _owner(field: Tag) -> object:
    form = field.find_parent("form")
    return form.get("id") if form else None


def _successful(field: Tag, typed: dict[str, str], ticked: str) -> list[tuple[str, str]]:
    """The pairs a field contributes: https://html.spec.whatwg.org/multipage/form-control-infrastructure.html"""
    name = str(field["name"])
    if name in typed:
        return [(name, typed[name])]
    if field.name == "select":
        return [(name, str(option["value"])) for option in field.select("option[selected]")]
    if field.get("type") == "checkbox":
        label = field.find_parent("label")
        is_ticked = field.has_attr("checked") or bool(ticked and label and ticked == label.get_text().strip())
        return [(name, str(field["value"]))] if is_ticked else []
    return [(name, str(field.get("value", "")))]

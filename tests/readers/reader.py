"""A reader without JavaScript, who knows no address: everything is reached from the front page by what it is called."""

from dataclasses import dataclass
from email.message import Message
from urllib.parse import parse_qs, unquote, urlencode, urljoin, urlsplit

from lxml.html import HtmlElement
from starlette.testclient import TestClient

from tests.readers.page import below, folded_away, form_of, groups_of, name_of, pairs_of, parse, spoken

PARTS = "self::section or self::aside or self::details or self::ul or self::nav"


@dataclass(frozen=True, slots=True)
class File:
    """Something that was taken away."""

    name: str
    media_type: str
    text: str
    body: bytes


class Reader:
    """Somebody in front of the catalogue. `language` is what their browser asks for."""

    def __init__(self, client: TestClient, language: str) -> None:
        self.client = client
        self.language = language
        self._open("/")

    # Going on

    def follow(self, text: str, *, beside: str = "", within: str = "") -> None:
        """Click the link that is called `text`: the one nearest to other words, or in a named part of the page."""
        self._open(self._link(text, beside, within))

    def receive(self, address: str) -> None:
        """Open an address that somebody else has given away."""
        self._open(address)

    def take(self, text: str, *, within: str = "") -> File:
        """Click a link that gives a file."""
        answer = self.client.get(self._link(text, "", within))
        assert answer.status_code == 200, (text, answer.status_code)
        disposition = Message()
        disposition["content-disposition"] = answer.headers.get("content-disposition", "")
        name = disposition.get_filename() or urlsplit(str(answer.url)).path.rpartition("/")[2]
        return File(name, answer.headers["content-type"].split(";")[0], answer.text, answer.content)

    def unfold(self, summary: str, *, beside: str = "") -> None:
        """Open a part of the page that is folded away: the one nearest to other words, where several have its name."""
        found = [each for each in self.page.xpath("//details/summary") if name_of(each) == summary]
        found = _nearest(found, beside) if beside else found
        assert len(found) == 1, f"{summary!r} is folded {len(found)} times: {self._names('//details/summary')}"
        found[0].getparent().set("open", "")

    def fill(self, label: str, text: str, *, within: str = "") -> None:
        """Type into a field."""
        self._control(label, "//input[not(@type='hidden')] | //textarea", within).set("value", text)

    def choose(self, label: str, option: str, *, within: str = "") -> None:
        """Choose from a list of options."""
        control = self._control(label, "//select", within)
        wanted = [each for each in control.xpath(".//option") if spoken(each) == option]
        assert len(wanted) == 1, f"{option!r} isn't among {[spoken(each) for each in control.xpath('.//option')]}"
        for each in control.xpath(".//option[@selected]"):
            del each.attrib["selected"]
        wanted[0].set("selected", "")

    def tick(self, label: str, *, within: str = "") -> None:
        """Tick a box."""
        self._control(label, "//input[@type='checkbox']", within).set("checked", "")

    def press(self, button: str, *, within: str = "") -> None:
        """Send a form off."""
        pressed = self._control(button, "//button", within)
        form = form_of(pressed)
        action = pressed.get("formaction") or form.get("action")
        self._open(f"{action}?{urlencode(pairs_of(form, pressed))}")

    def search(self, words: str, *, field: str = "") -> None:
        """Type into the box on top of the page and press its button."""
        (box,) = self.page.xpath("//form[@role='search']")
        (typed,) = box.xpath(".//input[@type='search']")
        typed.set("value", words)
        if field:
            self.choose(name_of(box.xpath(".//select")[0]), field, within=name_of(box))
        self.press(spoken(box.xpath(".//button")[0]), within=name_of(box))

    # Reading

    @property
    def heading(self) -> str:
        """What the page is called."""
        return spoken(self.page.xpath("//h1")[0])

    @property
    def titles(self) -> list[str]:
        """The titles of the hits."""
        return [spoken(each) for each in self.page.xpath("//ol[contains(@class, 'hits')]/li//h2")]

    @property
    def count(self) -> str:
        """What is said of how many were found."""
        return " ".join(spoken(each) for each in self.page.xpath("//p[@class='counts' or @class='result-count']"))

    @property
    def text(self) -> str:
        """Everything in the middle of the page."""
        return spoken(self.page.xpath("//main")[0])

    @property
    def facts(self) -> dict[str, list[str]]:
        """Labels with their values."""
        pairs = ((each.xpath("./dt"), each.xpath("./dd")) for each in self.page.xpath("//main//dl/div"))
        return {spoken(labels[0]): [spoken(value) for value in values] for labels, values in pairs if labels}

    def filled(self, label: str) -> str:
        """What stands in a field."""
        return str(self._control(label, "//input[not(@type='hidden')]", "").get("value"))

    def chosen(self, label: str) -> str:
        """Which option is chosen."""
        (option,) = self._control(label, "//select", "").xpath(".//option[@selected]")
        return spoken(option)

    def part(self, heading: str) -> str:
        """The text of the part of the page that has a heading."""
        return spoken(self._part(heading))

    def lines(self, heading: str) -> list[str]:
        """The items of the lists in the part of the page that has a heading, lists within lists as one."""
        lists = self._part(heading).xpath(".//li[not(ancestor::li)] | .//tbody/tr")
        return [spoken(each) for each in lists]

    def hit(self, title: str) -> str:
        """Everything that a list says of one of its titles."""
        (found,) = [
            spoken(each)
            for each in self.page.xpath("//ol[contains(@class, 'hits')]/li")
            if spoken(each.xpath(".//h2")[0]) == title
        ]
        return found

    def links(self, heading: str = "") -> list[str]:
        """What can be followed, on the page or in a part of it."""
        root = self._part(heading) if heading else self.page
        return [name_of(each) for each in root.xpath(".//a[@href]")]

    def address_of(self, text: str) -> str:
        """Where a link leads that goes out of the catalogue."""
        return self._link(text, "", "")

    def letter(self, text: str) -> dict[str, str]:
        """What a link would open in a mail program: to whom, subject and body."""
        parts = urlsplit(self._link(text, "", ""))
        assert parts.scheme == "mailto", parts
        return {"to": unquote(parts.path), **{name: value[0] for name, value in parse_qs(parts.query).items()}}

    # The page under the hands

    def _open(self, address: str) -> None:
        answer = self.client.get(address, headers={"accept-language": self.language})
        assert answer.status_code == 200, (address, answer.status_code, answer.text[:2_000])
        assert answer.headers["content-type"].startswith("text/html"), answer.headers["content-type"]
        self.page: HtmlElement = parse(answer.text)
        self.address = str(answer.url)

    def _link(self, text: str, beside: str, within: str) -> str:
        """The address of a link; several of one name may stand on a page if they lead to the same place."""
        everything = [each for each in self.page.xpath("//body//a[@href]") if not _is_hidden(each)]
        named = [each for each in everything if name_of(each) == text] or [
            each for each in everything if text in name_of(each)
        ]
        named = [each for each in named if not within or within in groups_of(each)]
        if beside:
            named = _nearest(named, beside)
        addresses = list(dict.fromkeys(str(each.get("href")) for each in named))
        assert len(addresses) == 1, (
            f"{text!r} names {len(addresses)} links within {within!r}: {[name_of(each) for each in everything]}"
        )
        return urljoin(getattr(self, "address", ""), addresses[0])

    def _control(self, label: str, path: str, within: str) -> HtmlElement:
        found = [
            each
            for each in self.page.xpath(path)
            if name_of(each) == label and not _is_hidden(each) and (not within or within in groups_of(each))
        ]
        assert len(found) == 1, f"{label!r} is there {len(found)} times in {within!r}: {self._names(path)}"
        return found[0]

    def _part(self, heading: str) -> HtmlElement:
        """A named part of the page, or else what stands below a heading."""
        parts = self.page.xpath(f"//main//*[{PARTS}]")
        headings = self.page.xpath("//main//h2 | //main//h3")
        named = [each for each in parts if name_of(each) == heading]
        headed = [each for each in headings if name_of(each) == heading]
        assert named or headed, f"no part {heading!r}: {[name_of(each) for each in headings]}"
        return named[0] if named else below(headed[0])

    def _names(self, path: str) -> list[str]:
        return [name_of(each) for each in self.page.xpath(path)]


def _is_hidden(element: HtmlElement) -> bool:
    return folded_away(element) is not None


def _nearest(links: list[HtmlElement], words: str) -> list[HtmlElement]:
    """Those links in whose smallest surroundings some words stand."""

    def distance(link: HtmlElement) -> int:
        around = link.iterancestors()
        return next((steps for steps, each in enumerate(around) if words in spoken(each)), 1_000)

    distances = [distance(link) for link in links]
    return [link for link, steps in zip(links, distances, strict=True) if steps == min(distances)]

"""altRepGroup: one statement in two scripts, as 880 is in MARC.

https://www.loc.gov/standards/mods/userguide/attributes.html
"""

from collections.abc import Sequence

from indexer.crosswalks.xml.elements import Element, attribute, text_of


def in_scripts(elements: Sequence[Element]) -> list[tuple[Element, Element | None]]:
    """The elements in order, each with the one that says the same in its original script, if there is one.

    Of two in one group the romanised one stands for both, as in MARC; two in one script stay two.
    """
    groups: dict[str, list[Element]] = {}
    for each in elements:
        number = attribute(each, "altRepGroup")
        if number:
            groups.setdefault(number, []).append(each)
    originals: dict[Element, Element] = {}
    for group in groups.values():
        romanised, *others = sorted(group, key=_is_latin, reverse=True)
        if len(others) == 1 and _is_latin(romanised) != _is_latin(others[0]):
            originals[romanised] = others[0]
    taken = set(originals.values())
    return [(each, originals.get(each)) for each in elements if each not in taken]


def _is_latin(element: Element) -> bool:
    letters = [letter for letter in text_of(element) if letter.isalpha()]
    return sum(letter < "\u0250" or "\u1e00" <= letter < "\u1f00" for letter in letters) * 2 > len(letters)

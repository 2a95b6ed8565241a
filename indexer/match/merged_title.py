"""The title that a union record shows, and the other titles that it is found by."""

from collections.abc import Sequence
from itertools import chain

from msgspec.structs import replace

from discovery.catalog.record import Description, Title, VariantTitle
from indexer.match.choice import is_all_capitals, most_agreed, same_text, united


def agreed_title(told: Sequence[Description]) -> Title:
    """The title proper on which most agree, as the one writes it that says most, in its own script if any has that."""
    titles = [each.title for each in told]
    agreed = most_agreed(titles, lambda title: same_text(title.main), lambda title: is_all_capitals(title.main))
    if agreed is None:
        return titles[0]
    same = [title for title in titles if same_text(title.main) == same_text(agreed.main)]
    fullest = max(same, key=lambda title: (not is_all_capitals(title.main), *_parts_said(title)))
    script = next((title for title in (fullest, *same) if title.original_responsibility), fullest)
    return replace(
        fullest,
        original=script.original or next((title.original for title in (fullest, *same) if title.original), ""),
        original_responsibility=script.original_responsibility,
    )


def other_titles(told: Sequence[Description], title: Title) -> tuple[VariantTitle, ...]:
    """The members' variants, and their titles proper where they differ from the one shown: readers look for those."""
    others = (VariantTitle(each.title.main) for each in told)
    given = chain.from_iterable(each.variants for each in told)
    shown = {same_text(title.main), same_text(title.full)}
    return tuple(
        variant
        for variant in united(chain(given, others), lambda variant: same_text(variant.text))
        if variant.kind == "uniform" or same_text(variant.text) not in shown
    )


def _parts_said(title: Title) -> tuple[bool, bool, bool]:
    return bool(title.subtitle), bool(title.parts), bool(title.responsibility)

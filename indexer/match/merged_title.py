"""The title that a union record shows, and the other titles that it is found by."""

from collections.abc import Sequence
from itertools import chain

from msgspec.structs import replace

from discovery.catalog.record import Description, Title, VariantTitle
from indexer.match.choice import is_all_capitals, most_agreed, same_text, united
from indexer.match.romanised import skeletons
from indexer.match.titles import title_words


def agreed_title(told: Sequence[Description]) -> Title:
    """The title proper on which most agree, as the one writes it that says most, in its own script if any has that,
    romanised in the same consonants.
    """
    titles = [each.title for each in told]
    agreed = most_agreed(titles, lambda title: same_text(title.main), lambda title: is_all_capitals(title.main))
    if agreed is None:
        return titles[0]
    same = [title for title in titles if same_text(title.main) == same_text(agreed.main)]
    fullest = max(same, key=lambda title: (not is_all_capitals(title.main), *_parts_said(title)))
    if not any(title.original for title in titles):
        return fullest
    alike = [title for title in titles if title not in same and _romanised(title) == _romanised(fullest)]
    written = [title for title in (fullest, *same, *alike) if title.original]
    script = next((title for title in written if title.original_responsibility), next(iter(written), fullest))
    return replace(fullest, original=script.original, original_responsibility=script.original_responsibility)


def _romanised(title: Title) -> tuple[str, ...]:
    return skeletons(title_words(title.main))


def other_titles(told: Sequence[Description], title: Title) -> tuple[VariantTitle, ...]:
    """The members' variants, and their titles proper where they differ from the one shown, each in its own script too:
    readers look for those.
    """
    others = (VariantTitle(each.title.main, original=each.title.original) for each in told)
    given = (*chain.from_iterable(each.variants for each in told), *others)
    scripts: dict[str, str] = {}
    for variant in given:
        if variant.original and not same_text(title.original).startswith(same_text(variant.original)):
            scripts.setdefault(same_text(variant.text), variant.original)
    shown = {same_text(title.main), same_text(title.full)}
    return tuple(
        replace(variant, original=scripts.get(same_text(variant.text), ""))
        for variant in united(given, lambda variant: same_text(variant.text))
        if variant.kind == "uniform" or same_text(variant.text) not in shown
    )


def _parts_said(title: Title) -> tuple[bool, bool, bool]:
    return bool(title.subtitle), bool(title.parts), bool(title.responsibility)

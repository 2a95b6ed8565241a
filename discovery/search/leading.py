"""Headings that nothing has and that lead to others: what is suggested where somebody types a variant."""

from collections.abc import Callable, Sequence

from discovery.analysis.filing import list_key
from discovery.analysis.tokens import exact_key
from discovery.search.keyword_fields import cut
from discovery.search.request import HeadingKind
from discovery.search.results import Heading, Suggestion

Place = tuple[HeadingKind, str]  # a heading's kind and key


def suggestions(
    found: Sequence[Heading], standing: Callable[[list[Place]], Sequence[Heading | None]]
) -> tuple[Suggestion, ...]:
    """Headings as suggestions, in their order; one without records stands with the heading it leads to.

    That one's records are what a search for it finds. `standing` looks headings up, and isn't asked for nothing.
    """
    shown = {(heading.kind, heading.display) for heading in found if heading.count}
    goals = [_goal(heading) for heading in found if not heading.count and heading.see]
    looked_up = dict(zip(goals, standing(goals), strict=True)) if goals else {}
    suggested = []
    for heading in found:
        if heading.count:
            suggested.append(Suggestion(heading.kind, heading.display, heading.count))
            continue
        goal = looked_up.get(_goal(heading)) if heading.see else None
        if goal is not None and (goal.kind, goal.display) not in shown:
            suggested.append(Suggestion(heading.kind, heading.display, goal.count, goal.display))
    return tuple(suggested)


def _goal(heading: Heading) -> Place:
    return heading.kind, cut(list_key(exact_key(heading.see[0])))

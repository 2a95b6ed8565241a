"""The score that a tree gives to everything it matches, where it gives but one."""

from discovery.search.tree import All, Best, Between, Boost, Combine, Constant, Empty, Has, Node, Starts


def flat_score(node: Node) -> float | None:
    """The score that every match of this tree has, where that can be told from the tree, else None."""
    match node:
        case All() | Has() | Between() | Starts() | Empty():
            return 1.0
        case Constant(score=score):
            return score
        case Boost(part=part, factor=factor):
            score_of_part = flat_score(part)
            return None if score_of_part is None else score_of_part * factor
        case Combine(must=must, should=()):
            scores = [flat_score(part) for part in must]
            return sum(score for score in scores if score is not None) if None not in scores else None
        case Best(parts=(part,)) | Combine(must=(), should=(part,)):
            return flat_score(part)
        case _:
            return None

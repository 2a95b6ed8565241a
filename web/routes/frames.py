"""The frame of a page, made from the visit."""

from web.desk import Visit, static_version
from web.pages.layout import Frame


def frame_for(visit: Visit) -> Frame:
    """What a presenter may know of the visit."""
    return Frame(
        words=visit.words,
        links=visit.links,
        path=visit.path,
        pairs=visit.pairs,
        style=visit.links.static("site.css", static_version("site.css")),
        icon=visit.links.static("icon.svg", static_version("icon.svg")),
    )

"""The frame of a page, made from the visit."""

from web.desk import Visit
from web.pages.layout import Frame
from web.static_files import static_name


def frame_for(visit: Visit) -> Frame:
    """What a presenter may know of the visit."""
    return Frame(
        words=visit.words,
        links=visit.links,
        path=visit.path,
        pairs=visit.pairs,
        style=visit.links.static(static_name("site.css")),
        icon=visit.links.static(static_name("icon.svg")),
    )

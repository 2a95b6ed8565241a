"""The frame of a page, made from the visit."""

from web.desk import Visit
from web.pages.layout import Frame
from web.static_files import static_name


def frame_for(visit: Visit) -> Frame:
    """What a presenter may know of the visit."""
    links = visit.links
    return Frame(
        words=visit.words,
        links=links,
        path=visit.path,
        pairs=visit.pairs,
        style=links.static(static_name("site.css")),
        script="" if visit.saves_data else links.static(static_name("site.js")),
        icon=links.static(static_name("icon.svg")),
    )

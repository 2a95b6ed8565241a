"""How the addresses of the widget are spelled: a part of `web.links`."""

from web.address_links import AddressLinks, Pairs


class WidgetLinks(AddressLinks):
    """Addresses of the search box that other sites take."""

    __slots__ = ()

    def widget(self, library: str = "") -> str:
        """The page that makes the code to paste, for all libraries or for one."""
        return self._address("/widget", (("library", library),) if library else ())

    def widget_form(self) -> str:
        """Where that page's form goes."""
        return self._prefix() + "/widget"

    def widget_script(self) -> str:
        """The widget itself, under a name that never changes, for it stands on other people's pages."""
        return self._prefix() + "/widget.js"

    def widget_frame(self, pairs: Pairs = ()) -> str:
        """The widget as a page of its own, for sites that allow no script of others."""
        return self._address("/widget/frame", pairs)

    def widget_frame_form(self) -> str:
        """Where that page's form goes that shows results in the frame."""
        return self._prefix() + "/widget/frame"

    def widget_theme(self, pairs: Pairs) -> str:
        """A style sheet with a site's colours, for pages that may hold no style of their own."""
        return self._address("/widget/theme.css", pairs)

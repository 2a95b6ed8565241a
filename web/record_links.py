"""How the addresses of a record and of the pages around it are spelled: a part of `web.links`."""

from typing import TYPE_CHECKING
from urllib.parse import quote

from web.address_links import AddressLinks

if TYPE_CHECKING:
    from web.links import SearchState


class RecordLinks(AddressLinks):
    """Addresses of one record."""

    __slots__ = ()

    def record(self, record_id: str, extension: str = "", member: str = "") -> str:
        """A record's page, or the record in another format; `member` for that member's own."""
        path = f"/record/{record_id}.{extension}" if extension else f"/record/{record_id}"
        return self._address(path, (("member", member),) if member else ())

    def hit(self, record_id: str, state: "SearchState", number: int) -> str:
        """A record as one of a search's hits (from 1), so that its page leads on to the next."""
        return self._address(f"/record/{record_id}", (*state.on_page(1).pairs, ("hit", str(number))))

    def citations(self, record_id: str) -> str:
        """A record in the standard citation styles."""
        return self._address(f"/record/{record_id}/cite")

    def marc(self, record_id: str, member: str = "") -> str:
        """A record's MARC fields, or those of a member's own record, for people to read."""
        return self._address(f"/record/{record_id}/marc", (("member", member),) if member else ())

    def holdings(self, record_id: str) -> str:
        """Every library that has a record, where its page shows only the nearest."""
        return self._address(f"/record/{record_id}/libraries")

    def evidence(self, record_id: str) -> str:
        """Why the members of a record are one."""
        return self._address(f"/record/{record_id}/evidence")

    def asking(self, record_id: str, library: str, way: str = "") -> str:
        """A request for a library's copy."""
        pairs = (("way", way),) if way else ()
        return self._address(f"/record/{record_id}/ask/{quote(library, safe='')}", pairs)

    @staticmethod
    def mail(address: str, subject: str = "", text: str = "") -> str:
        """What opens a letter in the reader's mail program: https://www.rfc-editor.org/rfc/rfc6068"""
        given = (("subject", subject), ("body", text.replace("\n", "\r\n")))
        fields = "&".join(f"{name}={quote(value)}" for name, value in given if value)
        return f"mailto:{quote(address, safe='@')}{'?' if fields else ''}{fields}"

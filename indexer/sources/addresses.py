"""Which machines a partner's address may lead to: by default none of this machine's own network.

A name is resolved here once, and connected to as what it was resolved to, so that it can't mean another machine a
moment later. https://owasp.org/www-community/attacks/Server_Side_Request_Forgery
"""

import socket
from ipaddress import IPv6Address, ip_address

from discovery.errors import SourceUnreadable


def public_addresses(host: str, port: int) -> tuple[str, ...]:
    """The numbers behind a host's name. Raises SourceUnreadable if one of them isn't of the public internet."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise SourceUnreadable(f"There is no machine called {host} ({error}).") from error
    addresses = tuple(dict.fromkeys(str(each[4][0]) for each in found))
    for address in addresses:
        if not is_public(address):
            raise SourceUnreadable(
                f"{host} is on this machine or its own network ({address}); if that is right, "
                "say private = true in this [[partner]]."
            )
    return addresses


def is_public(address: str) -> bool:
    """Whether a number is one of the public internet."""
    number = ip_address(address.partition("%")[0])
    if isinstance(number, IPv6Address) and number.ipv4_mapped is not None:
        number = number.ipv4_mapped
    return number.is_global and not number.is_multicast

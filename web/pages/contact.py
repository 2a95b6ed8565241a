"""How a library is reached: the words that padu.toml gives, and the e-mail address among them."""

import re

from web.links import Links
from web.pages.linked_text import LinkedText

# Enough to know an address from a telephone number; the mail program does the rest.
_MAIL = re.compile(r"[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+")


def mail_address(contact: str) -> str:
    """The e-mail address in what a library says of itself; "" where there is none."""
    found = _MAIL.search(contact)
    return found[0] if found else ""


def linked_contact(contact: str, about: str = "") -> LinkedText:
    """The words as they are, with a link that opens a letter where they hold an e-mail address."""
    address = mail_address(contact)
    return LinkedText(contact, Links.mail(address, about) if address else "")

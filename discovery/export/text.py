"""Text made fit for a line-based or XML format."""

# What XML 1.0 can't hold, escaped or not: https://www.w3.org/TR/xml/#charsets
_NOT_XML = dict.fromkeys([*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF])


def single_line(text: str) -> str:
    """The text with every run of white space, line breaks included, as one space."""
    return " ".join(text.split())


def xml_characters(text: str) -> str:
    """The text without the characters that no XML document may contain."""
    return text.translate(_NOT_XML)

"""Writes ISO 2709 by hand, so that a test can damage one place and nothing else."""

from collections.abc import Sequence

DEFAULT_FIELDS = ((b"001", b"rec-1"), (b"245", b"10\x1faBumi manusia /\x1fcPramoedya Ananta Toer."))


def iso2709(
    fields: Sequence[tuple[bytes, bytes]] = DEFAULT_FIELDS,
    *,
    scheme: bytes = b"a",
    length: bytes | None = None,
    base: bytes | None = None,
    leader_prefix: bytes = b"",
) -> bytes:
    directory, body = b"", b""
    for tag, content in fields:
        directory += tag + b"%04d%05d" % (len(content) + 1, len(body) % 100_000)
        body += content + b"\x1e"
    start = 24 + len(directory) + 1
    total = start + len(body) + 1
    leader = (length or b"%05d" % total) + b"nam " + scheme + b"22" + (base or b"%05d" % start) + b" a 4500"
    return leader_prefix + leader + directory + b"\x1e" + body + b"\x1d"

"""A partner's file on the web: fetched when it has changed, kept, and replaced only by a whole one.

Validators: RFC 9110, 8.8; conditional requests: 13.1. https://www.rfc-editor.org/rfc/rfc9110
"""

import hashlib
import os
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import httpx2
import msgspec
import stamina

from discovery.errors import SourceUnreadable
from indexer.access import Access, shown
from indexer.sources.alone import alone
from indexer.sources.courtesy import brisk
from indexer.sources.unpacking import MAX_UNPACKED
from indexer.sources.web_client import BrokenOff, open_client, refuse_status, told

# 202 promises a file, 204 and 205 have none, and 206 is a part that nobody asked for: RFC 9110, 15.3.
_WHOLE = frozenset({200, 203})
# Bytes; with what stands behind it while it comes, fewer than the 255 that file systems allow.
_LONGEST_NAME = 200
_UNSAFE = re.compile(r"[^\w.-]+")
# Of a download that breaks off on its way; what can't even be asked for is asked for again by the client.
_ATTEMPTS = 3
# Begins with a dot, as no fetched file's name does.
_RECORD = ".fetched"
_NAMED = re.compile(r"""filename\s*=\s*"?([^";]+)""", re.IGNORECASE)


class _Kept(msgspec.Struct, frozen=True):
    """What the last whole download was. `address` is a digest: an address may hold a password."""

    address: str
    name: str
    size: int
    etag: str = ""
    modified: str = ""


def fetch_file(url: str, access: Access, role: str = "source") -> Path:
    """The file at this address as it is now, on disk; nothing is fetched when it hasn't changed.

    `role` keeps a partner's files of different use apart. Raises SourceUnreadable; what was fetched before is then
    still there, and whole.
    """
    folder = access.folder / role
    with alone(access.folder, url):
        folder.mkdir(exist_ok=True)
        for attempt in stamina.retry_context(on=BrokenOff, attempts=_ATTEMPTS, timeout=None, wait_initial=1.0):
            with attempt:
                return _fetched(url, access, folder)
    raise AssertionError("stamina lets the last error through")  # pragma: no cover


def _fetched(url: str, access: Access, folder: Path) -> Path:
    kept = _kept(folder, url)
    with open_client(url, access) as client, client.stream("GET", url, headers=_conditions(kept)) as response:
        if kept is not None and response.status_code == httpx2.codes.NOT_MODIFIED:
            return folder / kept.name
        refuse_status(url, response.status_code)
        if response.status_code not in _WHOLE:
            raise SourceUnreadable(
                f"{shown(url)} answers with status {response.status_code}, and not with a whole file."
            )
        try:
            return _stored(response, folder, url, access)
        except httpx2.TransportError as error:
            raise BrokenOff(told(url, error, access)) from error


def _kept(folder: Path, url: str) -> _Kept | None:
    """What is there of this address, if it is still as it was fetched."""
    try:
        kept = msgspec.json.decode((folder / _RECORD).read_bytes(), type=_Kept)
        unharmed = kept.address == _digest(url) and (folder / kept.name).stat().st_size == kept.size
    except (OSError, msgspec.DecodeError):
        return None
    return kept if unharmed else None


def _conditions(kept: _Kept | None) -> dict[str, str]:
    if kept is None:
        return {}
    return {
        name: value for name, value in (("If-None-Match", kept.etag), ("If-Modified-Since", kept.modified)) if value
    }


def _stored(response: httpx2.Response, folder: Path, url: str, access: Access) -> Path:
    """The answer's body under its name, once all of it has come."""
    name = _name(response, url)
    part = folder / f"{name}.part"
    size = 0
    try:
        with part.open("wb") as file:
            for chunk in brisk(response.iter_bytes(), access):
                size += len(chunk)
                if size > MAX_UNPACKED:
                    raise SourceUnreadable(f"{shown(url)} sends more than {MAX_UNPACKED >> 30} GiB.")
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
        part.replace(folder / name)
    finally:
        part.unlink(missing_ok=True)
    kept = _Kept(_digest(url), name, size, response.headers.get("ETag", ""), response.headers.get("Last-Modified", ""))
    # Written after the file: a run killed between the two fetches it again.
    record = folder / f"{_RECORD}.part"
    record.write_bytes(msgspec.json.encode(kept))
    record.replace(folder / _RECORD)
    for other in folder.iterdir():
        if other.name not in (name, _RECORD):
            other.unlink()
    return folder / name


def _name(response: httpx2.Response, url: str) -> str:
    """What the file is called: by its address, or, where that tells no ending, by the answer."""
    name = unquote(urlsplit(url).path).rpartition("/")[2]
    if "." not in name and (given := _NAMED.search(response.headers.get("Content-Disposition", ""))):
        name = given[1].strip().rpartition("/")[2]
    return _UNSAFE.sub("_", name).encode()[-_LONGEST_NAME:].decode(errors="ignore").strip(".") or "catalogue"


def _digest(url: str) -> str:
    return hashlib.sha256(url.encode()).hexdigest()

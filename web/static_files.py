"""Style sheet, script and icon: read and compressed once, under names that change with their content."""

import gzip
import hashlib
import mimetypes
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

STATIC = Path(__file__).parent / "static"
FOR_EVER = "public, max-age=31536000, immutable"
# Without its version a file is somebody's bookmark; an hour is soon enough for its next edition.
FOR_AN_HOUR = "public, max-age=3600"
_DIGITS = 8

# The registries of some machines don't know these, or know them by older names.
_MEDIA_TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


@dataclass(frozen=True, slots=True)
class StaticFile:
    """One file as it is sent; `versioned` is its name with the fingerprint of its content before the ending."""

    versioned: str
    media_type: str
    plain: bytes
    compressed: bytes

    @property
    def tag(self) -> str:
        """Weak, because it may be sent compressed or not (RFC 9110 8.8.1)."""
        return f'W/"{self.versioned}"'


@lru_cache(maxsize=1)
def static_files() -> dict[str, StaticFile]:
    """Every file of the folder by its plain name."""
    return {path.name: static_file(path.name, path.read_bytes()) for path in sorted(STATIC.iterdir()) if path.is_file()}


def static_name(name: str) -> str:
    """The name under which a file may be kept for ever."""
    return static_files()[name].versioned


def static_file(name: str, plain: bytes) -> StaticFile:
    """A file of a name and a content."""
    path = Path(name)
    version = hashlib.sha256(plain).hexdigest()[:_DIGITS]
    known = _MEDIA_TYPES.get(path.suffix) or mimetypes.guess_type(name)[0]
    return StaticFile(
        versioned=f"{path.stem}.{version}{path.suffix}",
        media_type=known or "application/octet-stream",
        plain=plain,
        compressed=gzip.compress(plain, 9, mtime=0),
    )


def answer_with(file: StaticFile, kept: str, asked: Headers) -> Response:
    """The file as this browser takes it, or word that it has it already."""
    headers = {"Cache-Control": kept, "Vary": "Accept-Encoding", "ETag": file.tag}
    if file.tag in (each.strip() for each in asked.get("if-none-match", "").split(",")):
        return Response(status_code=304, headers=headers)
    takes_gzip = "gzip" in asked.get("accept-encoding", "")
    if takes_gzip:
        headers["Content-Encoding"] = "gzip"
    return Response(file.compressed if takes_gzip else file.plain, headers=headers, media_type=file.media_type)


class StaticAssets:
    """Answers for the files from memory, compressed where the browser takes it."""

    def __init__(self) -> None:
        files = static_files()
        self._files = {name: (file, FOR_AN_HOUR) for name, file in files.items()}
        self._files |= {file.versioned: (file, FOR_EVER) for file in files.values()}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        name = str(scope["path"]).rpartition("/static/")[2]
        if scope["type"] != "http" or name not in self._files:
            raise HTTPException(404)
        file, kept = self._files[name]
        await answer_with(file, kept, Headers(scope=scope))(scope, receive, send)

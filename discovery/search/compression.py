"""How source records are kept: each compressed by itself, byte-exact.

On MARC records of 1 kB Zstandard takes a third of the time of zlib's fastest level, and a twentieth more room.
"""

from functools import lru_cache

from zstandard import ZstdCompressor, ZstdDecompressor

_LEVEL = 1


@lru_cache(maxsize=1)
def _compressor() -> ZstdCompressor:
    return ZstdCompressor(level=_LEVEL)


def compressed(content: bytes) -> bytes:
    """One Zstandard frame that says how long its content is. Not thread-safe."""
    return _compressor().compress(content)


def decompressed(frame: bytes) -> bytes:
    """What `compressed` was given. Raises zstandard.ZstdError on anything else."""
    return ZstdDecompressor().decompress(frame)

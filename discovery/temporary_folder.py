"""The folder for temporary files, and what is said where there is none: each is on a full disk, or can't be written."""

from tempfile import gettempdir

NO_TEMPORARY_FOLDER = (
    "No folder takes temporary files: make room on the disk that holds them, or name one that can be written to in the "
    "variable TMPDIR; then run the same command again."
)


def temporary_folder() -> str:
    """Its name, for a sentence. Python looks for it by writing a file, which a full disk refuses."""
    try:
        return gettempdir()
    except FileNotFoundError:
        return "for which there is no folder"


def lacks_temporary_folder(error: BaseException) -> bool:
    """Whether it is what Python says where it found no folder to write to."""
    return isinstance(error, FileNotFoundError) and "temporary directory" in str(error.strerror)

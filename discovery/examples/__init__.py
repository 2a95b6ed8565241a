"""The demo: catalogues of invented libraries that hold real works, and the padu.toml that joins them."""

from importlib.resources import files
from pathlib import Path


def examples_folder() -> Path:
    """The folder of the demo's padu.toml and catalogues, wherever the package is installed."""
    return Path(str(files(__name__)))

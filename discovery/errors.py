"""Every error Padu raises on purpose, in one tree.

Each carries the HTTP status a web page answers with and a sentence somebody can act on. Adapters translate
their client's exceptions into these (``raise EngineUnavailable(...) from error``). A bad catalogue record is
not here: it is data (`indexer.report.Rejected`). Neither is a reader's query, which can't fail.
"""

from collections.abc import Callable


def message(text: str) -> str:
    """Marks a sentence for translation where it isn't the first argument of an error."""
    return text


class PaduError(Exception):
    """The root: `str(error)` is one clear sentence in English, without credentials and without a traceback.

    `sentence` may have places ({0}, {1} …) that `values` fill, so that it can be told in other languages.
    """

    status = 500
    # What the public is told instead, where the sentence is for whoever runs Padu; "" where it is for everybody.
    public = ""

    def __init__(self, sentence: str = "", *values: object) -> None:
        super().__init__(_filled(sentence, values))
        self.sentence = sentence
        self.values = values

    def told(self, translate: Callable[[str], str]) -> str:
        """What the public is told of it, in a reader's language."""
        return translate(self.public) if self.public else _filled(translate(self.sentence), self.values)


def _filled(sentence: str, values: tuple[object, ...]) -> str:
    return sentence.format(*values) if values else sentence


class SettingsError(PaduError):
    """padu.toml or a PADU_ variable says something that can't be: names the place and what is allowed."""


class NotFound(PaduError):
    """There is no such record, library or partner."""

    status = 404


class Gone(PaduError):
    """The record was here and its last owner withdrew it; the message says what it was, `title` only its title."""

    status = 410

    def __init__(self, sentence: str, title: str = "") -> None:
        super().__init__(sentence, title)
        self.title = title


class SourceUnreadable(PaduError):
    """A partner's file or address can't be read at all (missing, forbidden, not what its format says)."""


class EngineError(PaduError):
    """The search engine couldn't do what was asked of it. Where and why stands in the log and in `padu status`."""

    status = 503
    public = message("Its search engine doesn't answer; whoever looks after the catalogue can read why in the log.")


class EngineUnavailable(EngineError):
    """The engine doesn't answer, refuses us, or isn't there."""


class EngineOutdated(EngineError):
    """The published generation was built with another field table: run ``padu rebuild``."""

    public = message("The catalogue is being renewed and will be back soon.")


class EngineEmpty(EngineError):
    """Nothing has been published yet: run ``padu sync``."""

    public = message("Nothing has been published here yet.")


class StoreError(PaduError):
    """The record store can't be opened, is of another version, or its disk is full."""


class StoreLocked(StoreError):
    """Another run holds the store."""

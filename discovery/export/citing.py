"""What a citation is, and the styles that one can be had in. Knows no citation processor."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CitationStyle:
    """`code` stands in links; `name` is what the style calls itself; `file` is its name among the CSL styles."""

    code: str
    name: str
    file: str


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a citation, set in italics or not."""

    text: str
    is_italic: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """One record in one style."""

    style: CitationStyle
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """The citation without its italics."""
        return "".join(run.text for run in self.runs)


# Chicago's 16th edition: the processor inverts no editor's name in the files of the later ones.
STYLES = (
    CitationStyle("apa", "APA (7)", "apa"),
    CitationStyle("mla", "MLA (9)", "modern-language-association"),
    CitationStyle("chicago", "Chicago (16)", "chicago-author-date-16th-edition"),
)

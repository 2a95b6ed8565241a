"""Notes on how a request was read, as sentences in the reader's language."""

from discovery.labels.labels import Labels
from discovery.search.notes import MESSAGES, Note


def note_sentence(note: Note, labels: Labels) -> str:
    """The note's English sentence translated, then filled with its values."""
    return labels.sentence(MESSAGES[note.code]).format(*note.values)

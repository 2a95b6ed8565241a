"""Three damaged records, so that the demo shows what happens to such: they are refused, and counted with a reason."""

from pymarc import Record

from tests.data.examples import marc8
from tests.data.examples.fields import make


def without_title(record: Record) -> bytes:
    """A record that somebody saved before typing the title."""
    record.remove_fields("245")
    record.add_ordered_field(make("500", "  ", ("a", "Judul menyusul.")))
    return _renamed(record, "kbg-tanpa-judul")


def broken_directory(record: Record) -> bytes:
    """A record whose directory was overwritten: its lengths are letters."""
    data = _renamed(record, "kbg-direktori-rusak")
    return data[:24] + b"X" * 12 + data[36:]


def error_page() -> bytes:
    """What a failing server wrote in place of a record."""
    return b"<html><head><title>502 Bad Gateway</title></head><body>502 Bad Gateway</body></html>\x1d"


def _renamed(record: Record, control_number: str) -> bytes:
    record["001"].data = control_number
    return marc8.encode_record(record)

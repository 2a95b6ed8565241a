"""What the aspects and problems of `discovery.catalog.quality` are called, for a cataloguer."""

from discovery.labels.labels import Labels
from discovery.labels.translations import message

ASPECTS: dict[str, str] = {
    "title": message("Title"),
    "author": message("Author or contributor"),
    "identifiers": message("Valid standard number"),
    "subjects": message("Subject headings"),
    "language": message("Language as coded"),
    "class": message("Class number"),
    "year": message("Year of publication"),
    "holdings": message("Holdings"),
}

# What is the matter, and then what can be done about it where the record was made.
PROBLEMS: dict[str, str] = {
    "mojibake": message(
        "Letters are damaged (“Ã©” for “é”) and can't be read back for certain: correct them in the record."
    ),
    "mojibake-mended": message(
        "Letters were damaged (“Ã©” for “é”) and have been read back: choose UTF-8 where the file is exported."
    ),
    "letters-lost": message("Letters are lost (�): type them again in the record."),
    "encoding": message(
        "The record isn't in the character set it claims, and was read in the likeliest: choose UTF-8 where it is "
        "exported."
    ),
    "structure": message(
        "A length, a position, a tag or a code in the record is wrong, and it was read as nearly as it could be: "
        "export it again."
    ),
    "no identifier": message(
        "The record has no identifier of its own, so its content stands for one and a correction looks like another "
        "record: export the record number with it."
    ),
    "identifier-damaged": message(
        "A spreadsheet has rounded the record's identifier (9.79E+12): make the column text and export it again."
    ),
    "repeated-001": message("The record has several control numbers (001); the first one counts."),
    "isbn-invalid": message("The ISBN's check digit is wrong: compare it with the book."),
    "isbn-damaged": message(
        "The ISBN can't be read, or a spreadsheet has rounded it (9.79E+12): make the column text and type it again."
    ),
    "isbn-zeros-restored": message(
        "A spreadsheet had eaten zeros at the front of the ISBN; the check digit gave them back."
    ),
    "issn-invalid": message("The ISSN's check digit is wrong: compare it with the issue."),
    "issn-damaged": message("The ISSN can't be read, or a spreadsheet has rounded it: type it again."),
    "issn-zeros-restored": message(
        "A spreadsheet had eaten zeros at the front of the ISSN; the check digit gave them back."
    ),
    "no-245": message("The record has no title field (245); another title stands in for it."),
    "empty-245": message("The title field (245) has no title in it; another title stands in for it."),
    "no-200": message("The record has no title field (200); another title stands in for it."),
    "empty-200": message("The title field (200) has no title in it; another title stands in for it."),
    "class-damaged": message("The class number can't be read: compare it with the label on the book."),
    "class-mended": message(
        "A spreadsheet had changed the class number (a comma for the point, zeros at the front); it was put right."
    ),
    "year-unreadable": message("The year of publication can't be read; the record counts as undated."),
    "date-mended": message("A spreadsheet had made a date of a year or a number; the year was read from it."),
    "pages-mended": message("A spreadsheet had made a date of the pages (Okt 22); they were read from it (10-22)."),
    "date-damaged": message(
        "A spreadsheet has made a date of a class number, a shelf mark or pages (2.5 became 2 May), and what stood "
        "there is lost: make the column text and type it again."
    ),
    "cell-error": message("A cell holds a spreadsheet's error (#REF!) where its value should be."),
    "address-unread": message(
        "The cell for a web address holds other words, and what lies behind them isn't read: write the address itself "
        "(https://…)."
    ),
    "no-copy-left": message(
        "All copies are withdrawn, lost or suppressed, so no library is shown as having it: delete the record if it "
        "is to go."
    ),
}


def aspect_name(code: str, labels: Labels) -> str:
    """What one of `catalog.quality.ASPECTS` is called."""
    return labels.sentence(ASPECTS[code])


def problem_sentence(code: str, labels: Labels) -> str:
    """What one of `catalog.quality.PROBLEMS` means, and what to do about it; of an unknown one its code."""
    return labels.sentence(PROBLEMS[code]) if code in PROBLEMS else code

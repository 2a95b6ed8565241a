"""The form of each piece of a query, as a regular expression: a field's name, years, a number, a sign, a word."""

import re

from discovery.search.field_names import ISBN_LABEL, ISSN_LABELS, VALUE_FIELDS, every_field, names_of
from discovery.search.year_ranges import HIJRI_MARK

# What a page in Arabic, or a spreadsheet, copies along with a text: Unicode's marks of direction.
_DIRECTION_MARKS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
# The signs of the query language as other keyboards have them, Chinese and Japanese ones in full width. Not the hyphen:
# "日本史 －近世編－" is a title with its subtitle.
SIGNS_TYPED = str.maketrans("“”„‟«»＂（）：＊", '"""""""():*', _DIRECTION_MARKS)
_FIELD = names_of(every_field())
# The names of the prefixes that rule words, as a pattern.
WORD_FIELDS = names_of(field for field in every_field() if field not in VALUE_FIELDS)
_YEAR = names_of(("year",))
# "pengarang: hirata" is a field, and the blank means nothing. In lower case only (Arabic has no other), and before a
# language or a library only where nothing else follows: "Language: an introduction to the study of speech" is a title.
_BEFORE_BLANK = (
    rf"(?-i:{WORD_FIELDS})(?=:\s+[^\s:])"
    rf"|(?-i:{names_of(('year', 'identifier'))})(?=:\s+-?\d)"
    rf"|(?-i:{names_of(('language', 'library'))})(?=:\s+[^\s:]+\s*$)"
)
_DASH = "[-\u2010-\u2015]"
# "1405 H", "1400 - 1410 H". Not "1990 H. Agus Salim".
_HIJRI_YEAR = r"(?:[1١۱][0-5٠-٥۰-۵]\d\d|\d{3})"
_HIJRI = rf"{_HIJRI_YEAR}(?:\s*{_DASH}\s*(?:{_HIJRI_YEAR}|\d\d))?\s*{HIJRI_MARK}"
# Pasted titles have a blank before the dash of their years and after the Arabic article: "2018 -2030", "al -Qur'an".
_DASH_AND_NO_NOT = r"(?<=\d)\s+-(?=\d)|(?<=\bal)\s+-(?=[^\W\d_])"
ITEM = re.compile(
    r'"(?P<phrase>[^"]*)"'
    r"|(?P<open>\()|(?P<close>\))"
    rf"|(?P<label>{ISBN_LABEL}|{'|'.join(ISSN_LABELS)})\s*:?\s*(?P<number>\d(?:[\s\u2010-\u2015-]?[\dX]){{6,12}})(?![\w-])"
    rf"|(?:{_YEAR}):\s*(?P<years>{_HIJRI}|\d{{3,4}}\s+{_DASH}\s*\d{{3,4}}|\d{{3,4}}{_DASH}\s+\d{{3,4}})(?![\w-])"
    rf"|(?P<field>(?:{_FIELD})(?=:[^\s:])|{_BEFORE_BLANK}):\s*"
    rf"|{_DASH_AND_NO_NOT}"
    r'|(?P<not>(?<![^\s(])-(?=[^\W_]|["(]))'
    r'|(?P<word>[^\s"()]+)',
    re.IGNORECASE,
)
# A year, a language or a library among a reader's words, in the forms without a blank: what it leaves is checked.
LIMIT = re.compile(
    rf'(?<![^\s(])(?:{names_of(("year", "language", "library"))}):(?:"[^"]*"|[^\s"()]+)(?![^\s)])', re.IGNORECASE
)

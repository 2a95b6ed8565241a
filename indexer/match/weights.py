"""What each reason weighs when two records are compared, and how much it takes to be one edition."""

THRESHOLD = 8.0
CONTRADICTION = -100.0

# Chosen so that an identifier and an equal title, or an equal title, author and year with publisher or extent, pass the
# threshold, and then checked on labelled pairs of real records.
WEIGHTS = {
    "identifier-shared": 6.0,
    "isbn-differs": -6.0,
    "issn-differs": -8.0,
    "lccn-differs": -2.0,
    "title-equal": 4.0,
    "title-proper-equal": 3.0,
    "title-contained": 2.5,
    "title-similar": 2.5,
    "title-generic": 1.0,
    "subtitle-differs": 0.5,
    "title-unlike": -4.0,
    "title-differs": CONTRADICTION,
    "title-number-differs": CONTRADICTION,
    "title-missing": -2.0,
    "author-agrees": 2.5,
    "author-stated": 2.0,
    "author-one-sided": -0.5,
    "author-differs": -4.0,
    "year-equal": 2.0,
    "year-near": 0.5,
    "year-differs": -5.0,
    "publisher-agrees": 1.5,
    "publisher-differs": -1.0,
    "pages-equal": 2.0,
    "pages-near": 1.0,
    "pages-differ": -2.5,
    "volumes-equal": 1.0,
    "volumes-differ": -2.5,
    "edition-equal": 0.5,
    "edition-one-sided": -1.5,
    "edition-differs": -5.0,
    "part-differs": CONTRADICTION,
    "part-one-sided": -6.0,
    "language-differs": -6.0,
    "carrier-differs": CONTRADICTION,
    "type-near": -2.0,
    "type-differs": CONTRADICTION,
    "component-differs": CONTRADICTION,
}
# What an agreeing identifier explains: a reprint's year, a wrong language code.
EXCUSED_BY_IDENTIFIER = {
    "year-differs": 0.0,
    "language-differs": -1.0,
    "author-differs": -2.0,
    "edition-differs": -3.0,
}

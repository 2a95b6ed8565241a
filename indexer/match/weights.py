"""What each reason weighs when two records are compared, and how much it takes to be one edition.

A record that agrees in everything scores about 12. The weights of SET are set, because they say what another edition
is: another edition statement, ISBN, author, year, or a set beside its volume outweighs the agreement of all the rest,
or, where a slip is likelier (a part, a number in a series), of all but the extent. The others are rounded from what
labelled pairs say (benchmarks/match_weights.py tells what pairs of one's own would change).
"""

THRESHOLD = 4.0
CONTRADICTION = -100.0
# What a librarian says outweighs everything.
DECIDED = 100.0

WEIGHTS = {
    "identifier-shared": 6.0,
    "identifier-reused": 0.0,
    "issn-shared": 0.0,
    "isbn-differs": -9.0,
    "issn-differs": -10.0,
    "ismn-differs": -9.0,
    "lccn-differs": -2.0,
    "title-equal": 4.0,
    "title-proper-equal": 2.9,
    "title-variant": 3.0,
    "title-contained": 2.4,
    "title-subject": 1.0,
    "title-covered": 2.0,
    "title-similar": 2.4,
    "title-reordered": 0.0,
    "title-romanised-alike": 2.5,
    "title-akin": 0.0,
    "title-word-differs": -5.0,
    "title-generic": 1.0,
    "subtitle-similar": 2.4,
    "subtitle-differs": 0.5,
    "subtitle-word-differs": -5.0,
    "title-unlike": -5.0,
    "title-differs": CONTRADICTION,
    "title-number-differs": CONTRADICTION,
    "title-missing": -2.0,
    "author-agrees": 2.3,
    "author-stated": 2.0,
    "author-shared": 1.5,
    "author-similar": 1.5,
    "author-one-sided": -0.5,
    "author-differs": -6.0,
    "body-differs": -2.5,
    "year-equal": 2.5,
    "year-among": 1.3,
    "year-possible": 0.5,
    "year-near": 0.0,
    "year-close": -2.4,
    "year-differs": -6.5,
    "publisher-agrees": 1.1,
    "publisher-named": 0.5,
    "publisher-differs": -1.2,
    "place-agrees": 0.4,
    "place-differs": -0.4,
    "series-equal": 0.9,
    "series-number-differs": -6.5,
    "pages-equal": 1.5,
    "pages-among": 1.3,
    "pages-near": 1.0,
    "pages-apart": 0.0,
    "pages-differ": -2.5,
    "pages-far": -6.5,
    "pages-within": -9.0,
    "pages-elsewhere": CONTRADICTION,
    "volumes-equal": 1.0,
    "volumes-differ": -2.5,
    "set-and-volume": -6.5,
    "edition-equal": 0.2,
    "edition-one-sided": -1.5,
    "edition-differs": -9.0,
    "part-differs": CONTRADICTION,
    "part-stated": 0.0,
    "part-one-sided": -6.5,
    "language-differs": -8.0,
    "language-doubted": -3.0,
    "carrier-differs": CONTRADICTION,
    "form-differs": CONTRADICTION,
    "presentation-differs": CONTRADICTION,
    "work-differs": CONTRADICTION,
    "type-near": -2.0,
    "type-differs": CONTRADICTION,
    "agreements-few": -4.0,
    "differences-many": -2.5,
    "component-differs": CONTRADICTION,
}
# What an agreeing identifier explains: a reprint's year, a wrong language code. A part that only one names it makes
# graver: a set's number stands on its volumes, and a journal's on its supplements.
EXCUSED_BY_IDENTIFIER = {
    "part-one-sided": -12.0,
    "subtitle-word-differs": 0.5,
    "year-differs": 0.0,
    "language-differs": -1.0,
    "language-doubted": -1.0,
    "author-differs": -2.0,
    "edition-differs": -3.0,
    "series-number-differs": -2.0,
    "pages-far": -2.5,
}
# What a title that one publisher brought out in one year with one number of pages explains, if it is long or stands
# under one name: a language code mistaken, a part or collection that only one names, an entry under another name.
SAME_IMPRINT = frozenset({"publisher-agrees", "year-equal", "pages-equal"})
FEWEST_TELLING_PAGES = 40
FEWEST_TELLING_WORDS = 4
EXCUSED_BY_IMPRINT = {
    "subtitle-word-differs": 0.5,
    "author-differs": -3.0,
    "language-differs": -3.0,
    "part-one-sided": -4.0,
}
# Another publisher's score is engraved anew, and often arranged by another: "Norwegian wood" for two bands.
OF_SCORES = {"publisher-differs": -7.0}
# What tells two things under one number apart: nobody describes his copies of one book by different extents.
ANOTHER_EXTENT = frozenset(
    {"pages-apart", "pages-differ", "pages-far", "pages-within", "volumes-differ", "set-and-volume", "part-one-sided"}
)
SET = frozenset(
    {
        "identifier-shared", "identifier-reused", "issn-shared", "isbn-differs", "issn-differs", "ismn-differs",
        "lccn-differs", "title-romanised-alike", "title-word-differs", "subtitle-word-differs", "title-unlike",
        "title-missing", "title-generic", "title-subject",
        "author-differs", "year-differs", "series-number-differs", "pages-far", "pages-within",
        "volumes-differ", "set-and-volume", "edition-differs", "part-one-sided", "language-differs", "language-doubted",
        "agreements-few",
        *(code for code, weight in WEIGHTS.items() if weight == CONTRADICTION),
    }
)  # fmt: skip
TITLE_CODES = frozenset([code for code in WEIGHTS if code.startswith(("title-", "subtitle-"))])

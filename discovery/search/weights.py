"""What counts how much: every number that decides the order of hits, with the search that asked for it.

A folded match of a rare word in a title scores about 8, of a common one about 2; the numbers below stand beside
that. Ratios between fields start from those that VuFind and Stanford published and were then tried on real records.
"""

from dataclasses import dataclass
from functools import cache

from discovery.search.query import Scope

# The fields a word is looked for in, by scope, with the weight of a match there.
# - "laskar pelangi": the novel before books about it, so title above subject;
# - "madilog" (a variant title of most editions): a title people use may not rank far below the printed one;
# - "hirata pelangi": author beside title, or every other Hirata and every rainbow would come first;
# - "sejarah indonesia": subject close to title, because the standard works aren't called so;
# - "cage silence", "ilmu sosial dasar 1991": series, publisher, contents and call number let every word count, and
#   rank low, because notes mention everything.
FIELD_WEIGHTS: dict[Scope, tuple[tuple[str, float], ...]] = {
    "all": (
        ("title", 1.0),
        ("variant", 0.9),
        ("author", 0.9),
        ("subject", 0.7),
        ("contents", 0.4),
        ("series", 0.4),
        ("call_number", 0.4),
        ("publisher", 0.3),
    ),
    "title": (("title", 1.0), ("variant", 0.9)),
    "author": (("author", 1.0),),
    "subject": (("subject", 1.0),),
    "series": (("series", 1.0),),
    "publisher": (("publisher", 1.0),),
    "call_number": (("call_number", 1.0),),
    "contents": (("contents", 1.0),),
    "identifier": (),
}
# "merdeka": books with the word before books with "kemerdekaan".
STEM_WEIGHT = 0.6
# "sukarno": records of Sukarno before those of Soekarno; "müller" before Mueller, "al-Qur'an" before Alquran.
SPELLING_WEIGHT = 0.6
# Up to so many different words are a title, a name or a few keywords, and every one of them was meant: "the one",
# "apa itu cinta". More are a longer title, or say in a sentence what a thing is about.
MOST_WORDS_ALL_MEANT = 4
# "Measurement of the dielectric constant of liquids by microwave techniques" has seven telling words, and what it is
# about may hold two of them (CISI's questions cut to eight: nDCG@10 0.90 of plain BM25 where three must match, 0.95).
SHORT_SENTENCE = 8
# In a sentence what a thing says of itself counts as its title does, and any form of a word nearly as the word: "What
# is information science? Give definitions where possible" (CISI's questions over 1,460 abstracts: nDCG@10 0.33 with
# the weights above, 0.35 with these).
SENTENCE_CONTENTS = 1.0
SENTENCE_STEM_WEIGHT = 0.95
# "heat transfer ablation" where three records have all of it: they come first, in the order that they would have alone,
# and below them what has some of the words. More than all else together can score.
ENOUGH_WORDS = 1_000.0
# "civil war vermont soldiers letters": the one record with four of these words came below ten that have "civil" and
# "war", or "civil" and "Vermont", in title, subject and notes. What a record of some of a few keywords gets for each
# that it has (ADR 0058). With more, or in a long sentence, common words would outweigh a rare one.
EACH_WORD = 0.75
MOST_KEYWORDS = 6
# With fewer records than half a page shows, those below are wanted too. Headings of real catalogues searched in records
# without them, Indonesian and English, three and four words: nDCG@10 0.39 to 0.76 of plain
# BM25 without them, 0.82 to 1.07 with.
FEW_RECORDS = 10
# "What problems and concerns are there in making up descriptive titles": "what", "are" and "there" stand in every
# abstract, and together outweighed "titles" (0.36 at full weight, 0.40 with this).
FUNCTION_WORD = 0.1
# What "jilid 2" adds to what the other words are about: enough to put that volume before the others of its set, and
# too little to put another work's second volume before what has one more of the words (ADR 0060).
WHICH_ONE = 0.4
# "sejarah indonesia": a book with the word in title and subject before one that has it in the title alone.
TIE = 0.2

# Per word of the query, because a title of seven words collects seven words' scores elsewhere too.
# "It", "Apa itu", "To be or not to be": nothing but the exact title can put these first.
EXACT_TITLE = 8.0
# "bumi manusia" before "manusia dan bumi"; "ekonomi" : "Ekonomi : suatu pengantar" before titles that end so.
ANCHORED_TITLE = 1.5
PHRASE_IN_TITLE = 1.5
# Below the title proper, and still far above loose words: "tales from the thousand and one nights".
PHRASE_IN_VARIANT = 1.2
# "auditing arens", "arens auditing": what has the one for its whole title and the other among its authors.
TITLE_AND_AUTHOR = 3.0
# An author is typed with at most so many words beside the title.
MOST_WORDS_OF_AN_AUTHOR = 8
# "Lecture notes in economics 25": the volume itself before others of the series with 25 in their notes.
# Records of one publisher name it in their notes as well: "CIHM/ICMH Digital series = CIHM/ICMH collection numérisée
# 99633" came eleventh at 1 (series and number over real catalogues: MRR 0.53 and 0.60, 0.99 and 1.00 at 2).
PHRASE_IN_SERIES = 2.0
# "Pramoedya Ananta Toer": his own books before those that name him in their titles' words.
EXACT_AUTHOR = 3.0
PHRASE_IN_AUTHOR = 1.2
# "Indonesia — History": what is catalogued under the heading before what shares its words.
EXACT_SUBJECT = 1.5
PHRASE_IN_SUBJECT = 0.8
# Bonuses stop growing with this many words, so that a pasted abstract doesn't outgrow the sum of its parts.
BONUS_WORDS = 8

# "9789793062792": the item itself before any record in whose notes the number stands.
NUMBER = 100.0
# "9789790590213", one volume's number with a wrong check digit, and with the right one another volume's.
NUMBER_AS_TYPED = 110.0
# "9789790590220", that other volume's number, typed as it is: the first one, which has it misprinted, comes second.
MENDED_NUMBER = 90.0
# "0198-5310": the serial itself before the one that names it as its earlier title, and the volumes of a series.
RELATED_NUMBER = 50.0
# "kamus besar bahasa indonesia": among equal editions the one that most libraries hold. Each step is a small part
# of one word's score, so that a rare edition asked for by its title isn't buried.
HOLDERS: tuple[tuple[int, float], ...] = ((2, 0.15), (4, 0.15), (8, 0.15), (16, 0.15))

# Words that are written as a sign as often: "crime & punishment".
AMPERSAND = "&"
CONNECTIVES = ("and", "dan", "en", "et", "und")


@dataclass(frozen=True, slots=True)
class Weighing:
    """The weights of one group of words: by field, and of a stem beside the word itself."""

    fields: tuple[tuple[str, float], ...]
    stem: float


@cache
def weighing(scope: Scope, *, is_sentence: bool = False) -> Weighing:
    """How the words of a group are weighed."""
    fields = FIELD_WEIGHTS[scope]
    if not is_sentence:
        return Weighing(fields, STEM_WEIGHT)
    sentence = tuple((field, SENTENCE_CONTENTS if field == "contents" else weight) for field, weight in fields)
    return Weighing(sentence, SENTENCE_STEM_WEIGHT)


def required(telling: int, *, is_question: bool = False) -> int:
    """How many of a sentence's different telling words must match; the sum of all its words decides the order.

    All of up to four, so that nothing is found for "Oversight of the tSate Department" and it is asked again as it was
    meant; but of a question two: "Siapa yang akan memindahkan Patung Kartini dalam waktu dekat ini". Two of more, and
    three of many: "Measurement of the dielectric constant of liquids by microwave techniques". A share of the words is
    too many of a long sentence. ADR 0011 has the figures.
    """
    if is_question:
        return min(telling, 2)
    if telling <= MOST_WORDS_ALL_MEANT:
        return telling
    return 2 if telling <= SHORT_SENTENCE else 3

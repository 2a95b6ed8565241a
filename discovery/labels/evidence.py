"""What matching's reasons, and the rules by which a member's value is shown, are called, for anybody."""

from discovery.labels.labels import Labels
from discovery.labels.translations import message

REASONS: dict[str, str] = {
    "decided-same": message("A librarian decided that they are one"),
    "decided-apart": message("A librarian decided that they are two"),
    "identifier-shared": message("They share a standard number"),
    "identifier-reused": message("They share a standard number, but it stands on different titles"),
    "issn-shared": message("They share an ISSN, which is that of a journal or a series"),
    "isbn-differs": message("Their ISBNs differ"),
    "issn-differs": message("Their ISSNs differ"),
    "ismn-differs": message("Their ISMNs differ"),
    "lccn-differs": message("Their Library of Congress numbers differ"),
    "title-equal": message("The titles are the same"),
    "title-proper-equal": message("The titles are the same; only one has a subtitle"),
    "title-variant": message("The one's title is another title of the other"),
    "title-contained": message("The one's title begins with the other's"),
    "title-subject": message("The one's title is only a subject, and the other's begins with it"),
    "title-covered": message("The one's title stands in what the other says of itself"),
    "title-similar": message("The titles are almost the same"),
    "title-reordered": message("The titles have the same words in another order"),
    "title-romanised-alike": message("The titles are one in the Arabic script, romanised in two ways"),
    "title-akin": message("The titles are similar"),
    "title-word-differs": message("A word of the titles differs"),
    "title-generic": message("The titles are the same, but say little (“Annual report”)"),
    "subtitle-similar": message("The subtitles are similar"),
    "subtitle-differs": message("The subtitles differ"),
    "subtitle-word-differs": message("Each subtitle has words of its own"),
    "title-unlike": message("The titles are hardly alike"),
    "title-differs": message("The titles differ"),
    "title-number-differs": message("A number in the titles differs"),
    "title-missing": message("One has no title"),
    "author-agrees": message("The authors agree"),
    "author-stated": message("The one's author is named in the other's statement of responsibility"),
    "author-shared": message("A contributor is the same"),
    "author-similar": message("The authors' names are similar"),
    "author-one-sided": message("Only one names an author"),
    "author-differs": message("The authors differ"),
    "body-differs": message("The organisations responsible differ"),
    "year-equal": message("The years are the same"),
    "year-among": message("A year is named by both"),
    "year-possible": message("The years may be the same"),
    "year-near": message("The years are next to each other"),
    "year-close": message("The years are two or three apart"),
    "year-differs": message("The years differ"),
    "publisher-agrees": message("The publishers agree"),
    "publisher-named": message("The one's publisher is the other's author"),
    "publisher-differs": message("The publishers differ"),
    "place-agrees": message("The places of publication agree"),
    "place-differs": message("The places of publication differ"),
    "series-equal": message("The series is the same"),
    "series-number-differs": message("The numbers in the series differ"),
    "pages-equal": message("The numbers of pages are the same"),
    "pages-among": message("A number of pages is named by both"),
    "pages-near": message("The numbers of pages are almost the same"),
    "pages-apart": message("The numbers of pages differ a little"),
    "pages-differ": message("The numbers of pages differ"),
    "pages-far": message("The numbers of pages differ"),
    "pages-within": message("One is some pages long, the other a whole book"),
    "pages-elsewhere": message("They are different pages of one book"),
    "volumes-equal": message("The numbers of volumes are the same"),
    "volumes-differ": message("The numbers of volumes differ"),
    "set-and-volume": message("One is a set, the other a single volume"),
    "edition-equal": message("The edition is the same"),
    "edition-one-sided": message("Only one says which edition it is"),
    "edition-differs": message("The editions differ"),
    "part-differs": message("They are different parts"),
    "part-stated": message("The part that one names stands in the other too"),
    "part-one-sided": message("Only one is named as a part"),
    "language-differs": message("The languages differ"),
    "language-doubted": message("The languages differ, but the long titles are the same word by word"),
    "carrier-differs": message("The one is printed, online or a microform, the other not"),
    "form-differs": message("One is large print, braille, a kit, abridged or a facsimile"),
    "presentation-differs": message("One is a vocal score, or on another kind of disc or tape"),
    "work-differs": message("They are numbered as different pieces of music"),
    "type-near": message("The kinds differ, but both are texts"),
    "type-differs": message("The kinds differ"),
    "agreements-few": message("Too little else agrees"),
    "differences-many": message("Several things differ a little"),
    "component-differs": message("One is part of a larger work"),
}

RULES: dict[str, str] = {
    "only": message("no other record says it"),
    "all": message("all records that say it agree"),
    "most": message("most records that say it agree"),
    "fullest": message("the records differ, and this is the fullest description among them"),
}


def reason_label(labels: Labels, code: str) -> str:
    """A reason in words; a code that nobody named is shown as it stands."""
    return labels.sentence(REASONS.get(code, code))


def rule_label(labels: Labels, rule: str) -> str:
    """A rule in words."""
    return labels.sentence(RULES.get(rule, rule))

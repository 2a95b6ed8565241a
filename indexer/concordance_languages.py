"""In which language a subject vocabulary is."""

# The language of a vocabulary, by its MARC source code: https://www.loc.gov/standards/sourcelist/subject.html.
# Two headings of one language are spellings of a subject, not counterparts; what isn't listed may be any language.
_LANGUAGES = {
    **dict.fromkeys(
        ("lcsh", "lcshac", "fast", "lcgft", "mesh", "nal", "cash", "aat", "sears", "gsafd", "bisacsh", "lctgm",
         "gmgpc", "rbgenr", "rbprov", "cgpa", "nasat", "lst", "blmlsh", "ukslc", "agrovoc", "unbist", "icpsr",
         "trt", "tlsh", "umitrist", "fssh"),
        "en",
    ),
    **dict.fromkeys(("rvm", "rvmgf", "ram", "rameau", "rasuqam", "rero", "rerovoc", "fmesh", "agrovocf"), "fr"),
    **dict.fromkeys(("gnd", "gnd-content", "gnd-carrier", "swd", "gatbeg", "stw", "jurivoc"), "de"),
    **dict.fromkeys(("gtt", "brinkman", "gtr"), "nl"),
    **dict.fromkeys(("bidex", "embne", "qlsp", "larpcal", "agrovocs"), "es"),
}  # fmt: skip


def same_language(one: str, other: str) -> bool:
    """Whether two vocabularies are known to be in one language."""
    language = _LANGUAGES.get(one)
    return language is not None and language == _LANGUAGES.get(other)


def language_or_name(vocabulary: str) -> str:
    """What tells vocabularies of different languages apart: the language, or the name where that is unknown."""
    return _LANGUAGES.get(vocabulary, vocabulary)

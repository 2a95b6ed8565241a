"""dc:type by the vocabularies that repositories draw on."""

from collections.abc import Mapping

from discovery.catalog.record import Type

# info:eu-repo/semantics/…, https://wiki.surfnet.nl/display/standards/info-eu-repo, and DCMI's own types.
_TERMS: Mapping[str, Type] = {
    "article": "article", "bachelorthesis": "thesis", "masterthesis": "thesis", "doctoralthesis": "thesis",
    "book": "book", "bookpart": "article", "conferenceobject": "article", "conferencepaper": "article",
    "workingpaper": "article", "preprint": "article", "review": "article", "report": "book", "lecture": "other",
    "contributiontoperiodical": "article", "image": "image", "stillimage": "image", "movingimage": "video",
    "sound": "audio", "software": "software", "dataset": "software", "physicalobject": "object",
    "interactiveresource": "software", "collection": "other", "event": "other", "service": "other",
    "patent": "other", "other": "other",
    # The list that DSpace comes with: common_types in its dspace/config/submission-forms.xml.
    "animation": "video", "bookchapter": "article", "learningobject": "other", "planorblueprint": "image",
    "presentation": "other", "recording,acoustical": "audio", "recording,musical": "audio", "recording,oral": "audio",
    # Those of EPrints, as its phrases eprint_typename_… say them.
    "booksection": "article", "conferenceorworkshopitem": "article", "artefact": "object", "show/exhibition": "other",
    "composition": "score", "performance": "other", "experiment": "other", "teachingresource": "other",
}  # fmt: skip
# https://vocabularies.coar-repositories.org/resource_types/, as OpenAIRE's guidelines and DSpace give them.
_COAR: Mapping[Type, str] = {
    "article": "c_6501 c_2df8fbb1 c_dcae04bc c_beb9 c_545b c_b239 c_3e5a c_998f c_3248 c_ba08 c_efa0 c_5794 c_6670"
               " c_c94f c_18cp c_18co c_8042 c_816b c_7bab c_7acd",
    "serial": "c_0640 c_2659 c_2fe3 c_2cd9",
    "thesis": "c_46ec c_7a1f c_bdcc c_db06",
    "book": "c_2f33 c_f744 c_86bc c_93fc c_18gh c_18ws c_18hj c_18op c_186u c_18wq c_18wz c_18ww c_ba1f c_71bd c_18cf",
    "software": "c_5ce6 c_c950 c_ddb1 c_cb28 c_e9a0 c_7ad9 c_393c",
    "image": "c_c513 c_ecc8",
    "video": "c_8a7e c_12ce",
    "audio": "c_18cc c_18cd",
    "score": "c_18cw",
    "map": "c_12cc c_12cd",
    "manuscript": "c_0040",
    "other": "c_1843 c_8544 c_15cd c_e059 c_baaf c_26e4 c_1162 c_ab20",
}  # fmt: skip
_KNOWN: Mapping[str, Type] = {**{code: kind for kind, codes in _COAR.items() for code in codes.split()}, **_TERMS}


def type_of_term(text: str) -> Type | None:
    """The type that a term of eu-repo, DCMI, COAR, DSpace or EPrints names, by its word or its address."""
    words = text.replace(" ", "").casefold()
    return _KNOWN.get(words) or _KNOWN.get(words.rstrip("/").rpartition("/")[2].rpartition(":")[2])

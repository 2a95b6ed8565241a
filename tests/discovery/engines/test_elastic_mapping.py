"""What an index is made of: everything in the field table, and nothing that a stock Elasticsearch lacks."""

from itertools import chain

from discovery.engines.elastic.analyzers import analysis_settings
from discovery.engines.elastic.mapping import fingerprint, heading_properties, headings_index, record_properties
from discovery.search import fields
from discovery.search.fields import (
    KEYWORD_FIELDS,
    NUMBER_FIELDS,
    ORDER_FIELDS,
    STEM_LANGUAGES,
    TEXT_FIELDS,
    keyword_field,
    stem_field,
)
from discovery.search.number_columns import WORK_NUMBER, order_columns


def test_every_field_of_the_table_has_a_place_beside_numbers_and_the_display() -> None:
    stems = (stem_field(text.name, language) for text in TEXT_FIELDS if text.stemmed for language in STEM_LANGUAGES)
    texts = (text.name for text in TEXT_FIELDS)
    keywords = (keyword_field(keyword.name) for keyword in KEYWORD_FIELDS)
    columns = chain.from_iterable(map(order_columns, ORDER_FIELDS))
    expected = {*texts, *stems, *keywords, *NUMBER_FIELDS, *ORDER_FIELDS, *columns, WORK_NUMBER, "display"}
    assert set(record_properties()) == expected


def test_only_types_that_every_distribution_has_are_used() -> None:
    used = {field["type"] for field in chain(record_properties().values(), heading_properties().values())}
    assert used == {"text", "keyword", "integer", "long", "object"}


def test_both_indices_refuse_what_they_do_not_know() -> None:
    assert headings_index({})["mappings"]["dynamic"] == "strict"


def test_every_language_has_a_stemmer_after_its_overrides() -> None:
    settings = analysis_settings()
    for language in STEM_LANGUAGES:
        chain_of = settings["analyzer"][f"stems_{language}"]["filter"]
        own = [name for name in chain_of if name in settings["filter"]]
        assert own[-1] == f"stemmer_{language}"
        assert own[:-1] in ([], [f"overrides_{language}"])


def test_another_field_table_gives_another_fingerprint(monkeypatch) -> None:
    before = fingerprint()
    monkeypatch.setattr(fields, "fingerprint", lambda: "0123456789")
    assert fingerprint() != before
    assert len(fingerprint()) == 10

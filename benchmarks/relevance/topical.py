"""Judged topical sets in TREC form: documents that are about something, questions, and which answers which.

A folder holds docs.jsonl (id, title, text), queries.tsv (id, tab, question) and qrels.txt (question, 0, document,
grade). Documents become records with the text as their abstract, so that the product's own indexing and search
are measured, and are held against plain stemmed BM25 over the same text.
"""

import json
import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from discovery.analysis.stem import stem
from discovery.analysis.tokens import words
from discovery.catalog.ids import record_id
from discovery.catalog.record import Description, Member, Title, UnionRecord
from discovery.search.engine import IndexWriter
from discovery.search.indexing import index_document, words_of
from discovery.search.params import Row, SearchParams
from discovery.search.results import Word
from discovery.search.service import SearchService

DEPTH = 10
_K1, _B = 1.2, 0.75


@dataclass(frozen=True, slots=True)
class TopicalSet:
    """`judged` maps a question's id to its documents' grades."""

    name: str
    documents: tuple[tuple[str, str, str], ...]
    questions: tuple[tuple[str, str], ...]
    judged: Mapping[str, Mapping[str, int]]


def read_set(folder: Path) -> TopicalSet:
    """The set in a folder; questions that nothing answers are left out."""
    lines = (folder / "docs.jsonl").read_text("utf-8").split("\n")
    documents = [json.loads(line) for line in lines if line]
    judged: dict[str, dict[str, int]] = defaultdict(dict)
    for line in (folder / "qrels.txt").read_text("utf-8").splitlines():
        question, _, document, grade = line.split()
        judged[question][document] = int(grade)
    rows = [line.split("\t", 1) for line in (folder / "queries.tsv").read_text("utf-8").splitlines() if line]
    return TopicalSet(
        folder.name,
        tuple((each["id"], each.get("title", ""), each["text"]) for each in documents),
        tuple((number, text) for number, text in rows if any(judged[number].values())),
        judged,
    )


def load(topical: TopicalSet, language: str, writer: IndexWriter) -> None:
    """Publish the documents, each a record with its text as the abstract, and their words."""
    found = [index_document(_record(topical.name, document, language)) for document in topical.documents]
    writer.begin()
    writer.write(found)
    writer.write_words(Word(word, count) for word, count in words_of(found).items())
    writer.publish()


def searched(topical: TopicalSet, service: SearchService) -> dict[str, float]:
    """The nDCG of each question through the product's own search."""
    return {number: ndcg(_answers(service, text), topical.judged[number]) for number, text in topical.questions}


def _answers(service: SearchService, text: str) -> list[str]:
    hits = service.search(SearchParams(rows=(Row(text),), size=DEPTH), facets=()).hits
    return [hit.record.members[0].source_id for hit in hits]


def baseline(topical: TopicalSet, language: str) -> dict[str, float]:
    """The nDCG of each question by BM25 over the stems of title and text as one field, any word matching."""
    counts = {number: Counter(_stems(f"{title} {text}", language)) for number, title, text in topical.documents}
    lengths = {number: found.total() for number, found in counts.items()}
    average = sum(lengths.values()) / len(lengths)
    having = Counter(word for found in counts.values() for word in found)
    postings: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for number, found in counts.items():
        for word, times in found.items():
            rarity = math.log(1 + (len(counts) - having[word] + 0.5) / (having[word] + 0.5))
            spread = times + _K1 * (1 - _B + _B * lengths[number] / average)
            postings[word].append((number, rarity * times / spread))
    figures = {}
    for question, text in topical.questions:
        scores: Counter[str] = Counter()
        for word in _stems(text, language):
            scores.update(dict(postings[word]))
        figures[question] = ndcg([number for number, _ in scores.most_common(DEPTH)], topical.judged[question])
    return figures


def ndcg(ranked: Sequence[str], grades: Mapping[str, int]) -> float:
    """Normalised discounted cumulative gain of the first `DEPTH`."""
    best = _dcg(sorted(grades.values(), reverse=True))
    return _dcg([grades.get(document, 0) for document in ranked]) / best if best else 0.0


def _dcg(gains: Sequence[int]) -> float:
    return sum((2.0**gain - 1) / math.log2(place + 2) for place, gain in enumerate(gains[:DEPTH]))


def _stems(text: str, language: str) -> list[str]:
    return [stem(word, language) for word in words(text)]


def _record(name: str, document: tuple[str, str, str], language: str) -> UnionRecord:
    number, title, text = document
    own = record_id(name, "bibliographic", number)
    description = Description(Title(title), abstract=text, languages=(language,))
    return UnionRecord(own, (own,), own, description, (Member(own, name, number),))

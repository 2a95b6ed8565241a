"""The answers that OpenAPI shows as examples, one a schema."""

from typing import Any

from pydantic import ConfigDict

Example = dict[str, Any]


def example_of(value: Example) -> ConfigDict:
    """The configuration of a schema that shows this one."""
    return ConfigDict(json_schema_extra={"examples": [value]})


HIT: Example = {
    "id": "mfzwizlsn5zgk",
    "title": "Bumi manusia : sebuah roman",
    "authors": ["Pramoedya Ananta Toer"],
    "published": "Jakarta : Hasta Mitra, 1980",
    "year": 1980,
    "type": "book",
    "carrier": "print",
    "languages": ["id"],
    "subjects": ["Fiksi Indonesia"],
    "isbns": ["9789799731234"],
    "libraries": [{"code": "id-amn", "name": "Perpustakaan AMN", "call_number": "899.221 PRA b"}],
    "library_count": 7,
    "highlights": {"title": "<mark>Bumi</mark> manusia : sebuah roman"},
    "url": "https://katalog.example/record/mfzwizlsn5zgk",
}
FACET: Example = {
    "label": "Perpustakaan",
    "more": True,
    "buckets": [{"value": "id-amn", "label": "Perpustakaan AMN", "count": 12, "selected": False}],
}
FACET_PAGE: Example = {**FACET, "facet": "library", "offset": 0, "size": 50}
SEARCH: Example = {
    "query": "bumi manusia",
    "understood": "bumi manusia",
    "notes": [],
    "total": 41,
    "works": 33,
    "page": 1,
    "size": 20,
    "took_ms": 7,
    "hits": [HIT],
    "facets": {"library": FACET},
    "suggestions": [],
}
SUGGEST: Example = {
    "query": "pram",
    "suggestions": [
        {
            "kind": "author",
            "text": "Pramoedya Ananta Toer",
            "count": 31,
            "see": "",
            "url": "https://katalog.example/search?q=Pramoedya+Ananta+Toer&in=author",
        }
    ],
}
BROWSE: Example = {
    "kind": "subject",
    "at": "pertanian",
    "headings": [
        {
            "text": "Pertanian",
            "count": 112,
            "see": [],
            "see_also": ["Agronomi"],
            "url": "https://katalog.example/search?q=%22Pertanian%22&in=subject",
        }
    ],
    "previous": "?before=pertanian&size=25",
    "next": "?at=peternakan&size=25",
}
LIBRARIES: Example = {
    "libraries": [
        {
            "code": "id-amn",
            "name": "Perpustakaan AMN",
            "kind": "academic",
            "city": "Surabaya",
            "province": "Jawa Timur",
            "address": "Jalan Contoh 1",
            "hours": "Senin–Jumat 08.00–16.00",
            "contact": "layanan@amn.example",
            "librarian": "rujukan@amn.example",
            "lending": "Baca di tempat",
            "borrow_with": "",
            "reading_room": True,
            "interlending": True,
            "website": "https://amn.example",
            "records": 4960,
            "url": "https://katalog.example/libraries/id-amn",
        }
    ]
}
HEALTH: Example = {
    "ok": True,
    "detail": "ready",
    "generation": "1f0c9a27e5-7",
    "revision": 3,
    "documents": 202114,
    "version": "0.1.0",
}
PROBLEM: Example = {
    "type": "about:blank",
    "title": "Not Found",
    "status": 404,
    "detail": "There is no record mfzwizlsn5zgk.",
    "instance": "/api/v1/records/mfzwizlsn5zgk",
}
RECORD: Example = {
    "id": "mfzwizlsn5zgk",
    "ids": ["mfzwizlsn5zgk", "nfswk4tjmvzwi"],
    "work": "o5xxe23hmvxxe",
    "url": "https://katalog.example/record/mfzwizlsn5zgk",
    "title": {
        "main": "Bumi manusia",
        "subtitle": "sebuah roman",
        "parts": [],
        "responsibility": "Pramoedya Ananta Toer",
        "original": "",
        "original_responsibility": "",
        "full": "Bumi manusia : sebuah roman",
    },
    "variants": [],
    "type": "book",
    "carrier": "print",
    "contributors": [
        {
            "name": "Toer, Pramoedya Ananta",
            "direct": "Pramoedya Ananta Toer",
            "original": "",
            "kind": "person",
            "roles": ["aut"],
            "primary": True,
            "dates": "1925-2006",
            "work": "",
            "fuller": "",
        }
    ],
    "publication": {
        "statement": "Jakarta : Hasta Mitra, 1980",
        "place": "Jakarta",
        "publisher": "Hasta Mitra",
        "date": "1980",
        "year": 1980,
        "last_year": None,
        "uncertain": False,
    },
    "edition": "",
    "original_edition": "",
    "extent": "xii, 354 hlm.",
    "series": [],
    "identifiers": [{"scheme": "isbn", "value": "9789799731234", "qualifier": ""}],
    "languages": [{"code": "id", "name": "Indonesia"}],
    "original_languages": [],
    "language_basis": "coded",
    "subjects": [{"heading": "Fiksi Indonesia", "kind": "topic", "scheme": "", "original": ""}],
    "classifications": [{"scheme": "ddc", "number": "899.2213"}],
    "audience": "",
    "contents": [],
    "abstract": "",
    "notes": [],
    "relations": [],
    "links": [],
    "holdings": [
        {
            "library": "id-amn",
            "name": "Perpustakaan AMN",
            "branch": "",
            "shelf": "Fiksi",
            "call_number": "899.2213 TOE b",
            "copies": 2,
            "statuses": [{"status": "on_loan", "label": "sedang dipinjam", "copies": 1}],
            "run": "",
            "note": "",
            "links": [],
            "confirmed": "2026-11-20",
        }
    ],
    "members": [{"id": "mfzwizlsn5zgk", "partner": "id-amn", "source_id": "17", "confirmed": "2026-11-20"}],
    "counterparts": [
        {
            "heading": "Ekonomi",
            "counterparts": [
                {
                    "text": "Economics",
                    "kind": "equivalent",
                    "basis": "parallel",
                    "scheme": "lcsh",
                    "support": 3,
                    "confidence": 0.438,
                    "evidence": ["mfzwizlsn5zgk"],
                    "url": "https://katalog.example/search?q=%22Economics%22&in=subject",
                }
            ],
        }
    ],
    "similar": [],
}

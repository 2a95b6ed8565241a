"""The record that OpenAPI shows as an example."""

from typing import Any

RECORD_EXAMPLE: dict[str, Any] = {
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
            "run": "",
            "note": "",
            "links": [],
            "confirmed": "2026-11-20",
        }
    ],
    "members": [{"id": "mfzwizlsn5zgk", "partner": "id-amn", "source_id": "17", "confirmed": "2026-11-20"}],
}

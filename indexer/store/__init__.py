"""The record store: what every partner gave, what became one union record, and what is still to be published.

Between the partners and the index, so that one correction re-merges only what it touches, a new mapping needs no
new harvest, and the index can always be rebuilt. SQLite by default, PostgreSQL by URL; only the indexer opens it.
"""

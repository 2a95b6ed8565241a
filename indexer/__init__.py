"""Brings partners' catalogues into the shared index: read, map, store, match, merge, publish."""

"""Relevance measured: known items of a loaded catalogue, and judged topical sets."""

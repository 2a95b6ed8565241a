"""Elasticsearch 9 behind the engine port."""

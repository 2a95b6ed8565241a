"""A PostgreSQL schema and an Elasticsearch name for one test: empty before it, gone after it."""

from collections.abc import Iterator
from uuid import uuid4

import pytest
from elasticsearch import Elasticsearch
from sqlalchemy import create_engine, make_url, text

from tests.indexer.store.databases import store, store_url

__all__ = ["elasticsearch_engine", "postgresql_schema", "store", "store_url"]


@pytest.fixture
def postgresql_schema(postgresql_url: str) -> Iterator[str]:
    """The URL of an empty schema."""
    name = f"test_{uuid4().hex[:12]}"
    engine = create_engine(postgresql_url)
    with engine.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {name}"))
    url = make_url(postgresql_url).update_query_dict({"options": f"-csearch_path={name}"})
    yield url.render_as_string(hide_password=False)
    with engine.begin() as connection:
        connection.execute(text(f"DROP SCHEMA {name} CASCADE"))
    engine.dispose()


@pytest.fixture
def elasticsearch_engine(elasticsearch_url: str) -> Iterator[str]:
    """An engine URL under a name of its own."""
    name = f"test-{uuid4().hex[:12]}"
    yield f"{elasticsearch_url}/{name}"
    with Elasticsearch(elasticsearch_url) as client:
        for index in client.indices.get(index=f"{name}-*", expand_wildcards="all"):
            client.indices.delete(index=index)

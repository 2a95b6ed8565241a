from tests.indexer.store.databases import store, store_url

__all__ = ["store", "store_url"]

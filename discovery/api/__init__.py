"""The JSON API. Speaks the HTTP contract's parameters and keys, and knows the search service but no engine."""

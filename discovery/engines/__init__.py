"""The search engines behind `discovery.search.engine`'s port; `registry` opens the one a URL names."""

"""From a partner's format to `discovery.catalog.record.Record`. Knows neither where bytes came from nor the index."""

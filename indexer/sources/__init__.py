"""Where a partner's bytes come from. Knows nothing of the index or of other partners."""

"""What may be asked and what comes back. Knows no engine, no HTTP and no MARC."""

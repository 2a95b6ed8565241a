"""Rows of tables to records, one file a field."""

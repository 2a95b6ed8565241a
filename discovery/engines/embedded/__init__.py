"""One machine, no server: tantivy for records, SQLite for headings, behind the engine port."""

"""MARC 21 → Record: one file a field, or a closely bound group of fields, with one public function each."""

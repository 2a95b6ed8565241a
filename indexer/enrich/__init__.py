"""What a crosswalk can't know from one field: the language of uncoded records, and where a title files."""

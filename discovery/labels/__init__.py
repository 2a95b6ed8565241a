"""What the catalogue's codes are called in the reader's language, for the JSON API and the pages alike."""

"""Language handling, once, in Python, for every engine."""

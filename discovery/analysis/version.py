"""Raised by hand whenever folding, tokenising or stemming changes what an index holds."""

ANALYSIS_VERSION = 11

"""Raised by hand whenever keys, comparison or grouping change what meets; the store is then matched anew."""

MATCHING_VERSION = 24

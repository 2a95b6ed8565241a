"""Measurements, each printed as a ratio within one run: absolute times on a shared machine mean little."""

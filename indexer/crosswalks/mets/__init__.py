"""METS: which section describes the thing, and which files it links to. https://www.loc.gov/standards/mets/"""

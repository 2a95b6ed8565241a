"""UNIMARC → Record: one file a concern, each field read directly and none by way of MARC 21.

Fields, subfields and codes are those of IFLA's UNIMARC manual, bibliographic format (3rd edition and updates):
https://www.ifla.org/unimarc-bibliographic-format/.
"""

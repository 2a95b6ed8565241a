"""MARC 21 made from the union record, and a member's own MARC cleared for going out.

`record` builds it, `fixed` its leader and 008, `description`, `access` and `holdings` its fields; `serialise`
writes ISO 2709 and MARCXML; `own` reads a member's record and takes out what isn't public. The only part of
`discovery.export` that knows pymarc.
"""

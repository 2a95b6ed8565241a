"""Dublin Core, simple and qualified → Record: one file a concern.

The elements are those of https://www.dublincore.org/specifications/dublin-core/dcmi-terms/; what systems put where the
terms leave room is said at each.
"""

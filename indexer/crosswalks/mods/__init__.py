"""MODS → Record: one file a concern. https://www.loc.gov/standards/mods/userguide/"""

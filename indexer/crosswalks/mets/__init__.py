"""METS: which section describes the thing, and which files it links to.

| element | goes to |
| --- | --- |
| OBJID | source id |
| dmdSec/mdWrap (MODS before Dublin Core), the one the outermost div names | everything, by that format's crosswalk |
| fileSec/fileGrp/file/FLocat, by USE | links: the thing itself, its cover; of a whole book's pages none |
| an address of a IIIF manifest in FLocat, mptr or mdRef | link of kind "manifest" |

Source: https://www.loc.gov/standards/mets/METSOverview.v2.html, https://iiif.io/api/presentation/3.0/
"""

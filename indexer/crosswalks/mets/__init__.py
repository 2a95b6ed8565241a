"""METS: which section describes the thing, and which files it links to.

| element | goes to |
| --- | --- |
| OBJID, else the MODS's recordInfo/recordIdentifier | source id |
| dmdSec/mdWrap (MODS before Dublin Core), the one the outermost div names | everything, by that format's crosswalk |
| fileSec/fileGrp/file/FLocat, by USE | links: the thing itself, its cover; of a whole book's pages none |
| an address of a IIIF manifest in FLocat, mptr or mdRef | link of kind "manifest" |
| amdSec's links for the DFG Viewer: iiif, presentation | links: the manifest, the page that shows the whole |

Source: https://www.loc.gov/standards/mets/METSOverview.v2.html, https://iiif.io/api/presentation/3.0/,
https://dfg-viewer.de/metadaten. Not kept: descriptions of parts and pages, those in MARC, EAD or binData, files without
an address of their own, and what amdSec says of files and rights.
"""

"""A library's own site, from another origin than the catalogue: a bare page, one with a hostile style sheet, one with a
strict policy, and others with the search box in them.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from tests.loopback import Answer, Request, serving

# What no page of a library should do, and some do: whatever is inherited reaches into a shadow root.
HOSTILE = """
* { all: unset !important; color: red !important; background: red !important; font: 3px/0.5 fantasy !important;
    letter-spacing: 1em !important; text-transform: uppercase !important; text-align: end !important;
    direction: rtl !important; visibility: visible !important; cursor: none !important; white-space: pre !important;
    outline: none !important; pointer-events: auto !important; text-indent: -9em !important; }
input, button, ul, ol, form, [role] { display: none !important; }
"""
BOXES = """
<padu-search library="id-amn" label="Search AMN" lang="en"></padu-search>
<padu-search label="Cari di semua" lang="id" results="here" size="3"></padu-search>
"""
PASTED = """
<padu-search library="id-amn" lang="en">
  <form action="CATALOGUE/search">
    <label>Search AMN <input type="search" name="q"></label>
    <input type="hidden" name="f.library" value="id-amn">
    <input type="hidden" name="lang" value="en">
    <button>Search</button>
  </form>
</padu-search>
"""
FRAME = """
<iframe title="Search AMN" height="640"
        src="CATALOGUE/widget/frame?library=id-amn&amp;results=here&amp;lang=en"></iframe>
"""
BODIES = {
    "/bare": BOXES,
    "/hostile": f"<style>{HOSTILE}</style>{BOXES}",
    "/strict": BOXES,
    "/unlabelled": '<padu-search library="id-amn" lang="en"></padu-search><padu-search lang="en"></padu-search>',
    "/pasted": PASTED,
    "/frame": FRAME,
    "/arabic": '<padu-search label="ابحث هنا" lang="ar" results="here" library="id-nus"></padu-search>',
}
THREE = ("/bare", "/hostile", "/strict")


@contextmanager
def foreign_site(catalogue: list[str]) -> Iterator[str]:
    """The site's address; it takes the box from the last catalogue named by then, so that each may know the other."""

    def answer(request: Request) -> Answer:
        body = BODIES.get(request.path)
        if body is None:
            return Answer(status=204)
        policy = {"Content-Security-Policy": strict_policy(catalogue[-1])} if request.path == "/strict" else {}
        headers = {"Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store", **policy}
        return Answer(_page(body, catalogue[-1]), 200, headers)

    with serving(answer) as site:
        yield site.url


def strict_policy(catalogue: str) -> str:
    """Lets a page do what the catalogue's own address needs, and nothing else."""
    return f"default-src {catalogue}; form-action {catalogue}; base-uri 'none'; require-trusted-types-for 'script'"


def _page(body: str, catalogue: str) -> bytes:
    page = f"""<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>AMN Library</title>
<script type="module" src="CATALOGUE/widget.js"></script></head>
<body><main><h1>AMN Library</h1>{body}</main></body>
</html>"""
    return page.replace("CATALOGUE", catalogue).encode()

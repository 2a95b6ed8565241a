"""The facts behind the demo's catalogues, and the builder that turns them into each library's file."""

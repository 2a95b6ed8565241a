"""Whether searches find what they should, first: known items, judged lists, and the figures that tell."""

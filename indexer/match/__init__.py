"""Which records describe the same edition, why, and how their descriptions become one.

Match keys bring candidates together, a comparison whose every reason is kept judges each pair, groups are formed from
the verdicts, and the members of a group are merged. Knows neither the source format nor the index.
"""

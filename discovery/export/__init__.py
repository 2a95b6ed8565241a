"""Records in the formats that reference managers, other catalogues and search engines read.

Every writer takes union records and the site (for permanent addresses and library names) and knows nothing of
engines or HTTP. `formats` lists them all.
"""

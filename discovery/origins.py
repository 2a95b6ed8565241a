"""Who else's pages may use the catalogue, as padu.toml says it and browsers understand it."""

# In a list of origins: every one (https://fetch.spec.whatwg.org/#http-access-control-allow-origin).
ANY = "*"

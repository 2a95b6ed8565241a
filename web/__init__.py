"""The pages: HTTP in, HTML out, on the same service as the JSON API."""

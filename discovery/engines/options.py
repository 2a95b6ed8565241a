"""How to reach an engine; plain values, so that adapters need not know the settings."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EngineOptions:
    """Which engine, and how to get in.

    `url` is "embedded:FOLDER" or "http(s)://[user:password@]host:port/ALIAS". `api_key` wins over the URL's basic
    credentials. `ca_certificates` is a PEM file for https; `verify` False accepts any certificate.
    """

    url: str
    api_key: str = ""
    ca_certificates: str = ""
    verify: bool = True
    timeout_seconds: float = 10.0

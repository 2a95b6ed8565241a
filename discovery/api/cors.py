"""Who may read the API from their own pages: https://fetch.spec.whatwg.org/#http-cors-protocol"""

from dataclasses import dataclass

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from discovery.origins import ANY

# What a script elsewhere may read besides the body: https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name
EXPOSED = ("Access-Control-Expose-Headers", "ETag, Retry-After, Server-Timing")


@dataclass(frozen=True, slots=True)
class CrossOrigin:
    """GET from any origin, or from the configured ones, always without credentials.

    Starlette's own middleware leaves `Vary: Origin` out where a request names no origin, so that a shared cache
    could answer the next page with a response that lacks the permission.
    """

    app: ASGIApp
    origins: tuple[str, ...] = (ANY,)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        permission = self._permission(Headers(scope=scope).get("origin", ""))
        if scope["method"] == "OPTIONS":
            await _answer_preflight(permission, send)
            return

        async def send_with_permission(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in permission:
                    headers.append(name, value)
            await send(message)

        await self.app(scope, receive, send_with_permission)

    def _permission(self, origin: str) -> list[tuple[str, str]]:
        if ANY in self.origins:
            return [("Access-Control-Allow-Origin", ANY), EXPOSED]
        allowed = [("Access-Control-Allow-Origin", origin), EXPOSED] if origin in self.origins else []
        return [*allowed, ("Vary", "Origin")]


async def _answer_preflight(permission: list[tuple[str, str]], send: Send) -> None:
    headers = [
        *permission,
        ("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS"),
        ("Access-Control-Allow-Headers", "Accept, Accept-Language, Content-Type, If-None-Match"),
        ("Access-Control-Max-Age", "86400"),
        ("Allow", "GET, HEAD, OPTIONS"),
    ]
    raw = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers]
    await send({"type": "http.response.start", "status": 204, "headers": raw})
    await send({"type": "http.response.body", "body": b""})

"""`padu serve`: the web application and the JSON API on this machine."""

import socket
from pathlib import Path
from typing import Annotated

import typer

from discovery.collector import ANSWERING, collect_rarely
from discovery.command_end import COULD_NOT_RUN, complain
from discovery.errors import PaduError, SettingsError
from discovery.logs import configure_logs
from discovery.settings import Settings, load_settings

app = typer.Typer()

BACKLOG = 2048  # uvicorn's own


@app.command("serve")
def serve_command(
    host: Annotated[str, typer.Option(help="The address to listen on; 0.0.0.0 for every network.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port to listen on.", min=0, max=65535)] = 8000,
    config: Annotated[Path | None, typer.Option(help="Another padu.toml.")] = None,
) -> None:
    """Serve the pages and the JSON API until interrupted.

    The engine needn't be up yet: until it is, pages say so and keep the reader's search.
    """
    try:
        settings = load_settings(config)
        configure_logs(settings.web.log)
        with listening(host, port) as listener:
            serve(settings, host, listener)
    except PaduError as error:
        complain(str(error))
        raise typer.Exit(COULD_NOT_RUN) from error


def serve(settings: Settings, host: str, listener: socket.socket) -> None:
    """Serve one installation on a socket of `listening`.

    Links that leave the catalogue use site.url; where padu.toml gives none, the address being served.
    """
    # Half a second that no other command needs to wait for, nor any of its worker processes.
    import uvicorn

    from web.app import app_from

    if "url" not in settings.site.model_fields_set:
        site = settings.site.model_copy(update={"url": address(host, listener)})
        settings = settings.model_copy(update={"site": site})
    # The access log would keep a reader's query beside their address.
    config = uvicorn.Config(
        app_from(settings), log_level="warning", access_log=False, server_header=False, lifespan="off"
    )

    class Announced(uvicorn.Server):
        """Says that it is ready when it is: whoever ends it from then on ends a server, not its start."""

        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            typer.echo(f"{settings.site.url} is ready; Ctrl+C ends it.")

    collect_rarely(ANSWERING)
    Announced(config).run(sockets=[listener])


def listening(host: str, port: int) -> socket.socket:
    """A listening socket, to be opened before anything else, so that a taken port is one sentence (SettingsError)."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio sends small answers at once (TCP_NODELAY) only on sockets that name their protocol; without it every
    # answer on a kept connection waits 40 ms for the reader's acknowledgement.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(BACKLOG)
    except (OSError, OverflowError) as error:
        listener.close()
        reason = getattr(error, "strerror", None) or str(error)
        raise SettingsError(f"Can't listen on {host}:{port}: {reason}. Choose another with --port.") from error
    return listener


def address(host: str, listener: socket.socket) -> str:
    """Where a browser on this machine finds what is served on a socket of `listening`."""
    return f"http://{f'[{host}]' if ':' in host else host}:{listener.getsockname()[1]}"

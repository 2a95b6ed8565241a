"""The way into the `padu` command; `python -m discovery` is the same, for where its script isn't on the path.

Each worker process begins by importing the module that its parent was started from, so nothing else is imported with
this one: of four workers' start that was the half, two seconds of computing.
"""


def main() -> None:
    """Run the command line. Ctrl-C while its modules are read ends it like Ctrl-C later on, without a traceback."""
    try:
        from discovery.cli import main as run

        run()
    except KeyboardInterrupt:
        raise SystemExit(130) from None


if __name__ == "__main__":
    main()

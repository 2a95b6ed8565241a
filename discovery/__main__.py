"""`python -m discovery` is the `padu` command, for where its script isn't on the path."""

from discovery.cli import main

if __name__ == "__main__":
    main()

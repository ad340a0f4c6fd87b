"""`python -m landscape` and the command `landscape`: the app's twin for the command line."""

import sys

from landscape.cli.commands import main

if __name__ == "__main__":
    sys.exit(main())

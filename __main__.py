"""Starts the command line, installed (`muragat`, `python -m muragat`) or from a checkout (`python .`)."""

import sys
from pathlib import Path


def main() -> None:
    """Put this folder first on the path, so that its modules are found under their own names, and hand over."""
    sys.path.insert(0, str(Path(__file__).resolve().parent))
    from cli import main as command  # noqa: PLC0415 - only findable after the line above

    command()


if __name__ == "__main__":
    main()

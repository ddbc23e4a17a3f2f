"""Makes the published schema from the types of the records: `python -m pipelines.schema > muragat.schema.json`."""

from __future__ import annotations

import json
import sys

from pipelines.records import json_schema


def text() -> str:
    """The schema as it is published."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    sys.stdout.write(text())

"""Makes a published schema from the types of what is written: `python -m pipelines.schema > muragat.schema.json`.

`python -m pipelines.schema report > muragat.report.schema.json`, and so with the events.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from typing import Any

from pipelines import events, records, report

SCHEMAS: Mapping[str, Callable[[], dict[str, Any]]] = {
    "records": records.json_schema,
    "report": report.json_schema,
    "events": events.json_schema,
}


def text(of: str = "records") -> str:
    """The schema as it is published."""
    return json.dumps(SCHEMAS[of](), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    sys.stdout.write(text(*sys.argv[1:]))

"""The newsroom's records, as every peer reads them."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def records() -> Iterator[dict[str, Any]]:
    """Each line of the file that is named."""
    with Path(sys.argv[1]).open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)

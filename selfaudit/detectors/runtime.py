"""onnxruntime, kept from telling anybody that it runs.

From 1.32 on it carries Microsoft's telemetry on every system: as soon as it is imported it writes a device
id and its events under the home folder and looks up where to send them. `disable_telemetry_events` comes too
late for that; this variable, set before the import, does not. So this is the only place that imports it.
"""

from __future__ import annotations

import os
from typing import Any

_NO_TELEMETRY = "ORT_DISABLE_TELEMETRY"


def silence() -> None:
    """No telemetry, in whatever imports the library after this."""
    os.environ[_NO_TELEMETRY] = "1"


def onnxruntime() -> Any:
    """The library, silent.

    Raises:
        ImportError: it is not installed, or cannot be loaded here.
    """
    silence()
    import onnxruntime as library

    library.disable_telemetry_events()
    return library

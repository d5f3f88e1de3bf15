"""Everything that is measured runs on one core, and its time is the processor's own account of it."""

from __future__ import annotations

import resource
import time
from collections.abc import Sequence
from typing import Any

import cv2

from selfaudit.detectors.runtime import onnxruntime as quiet

onnxruntime = quiet()


class _OneThread(onnxruntime.InferenceSession):  # type: ignore[misc]  # onnxruntime tells no types
    """A model that runs in one thread, whoever loads it and whatever it asks for."""

    def __init__(
        self,
        model: str | bytes,
        sess_options: Any = None,
        providers: Sequence[str] | None = None,
        **more: Any,
    ) -> None:
        options = sess_options or onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        super().__init__(model, options, providers, **more)


def hold_to_one_thread() -> None:
    """Every model that is loaded from now on; called before a library takes the class for itself."""
    cv2.setNumThreads(1)
    onnxruntime.InferenceSession = _OneThread


def spent() -> float:
    """Seconds of processor time so far: of this program and of those that it started and that ended."""
    others = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + others.ru_utime + others.ru_stime

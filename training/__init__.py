"""Makes the language model: ``python -m training`` reads data by hash, learns, measures, writes it down."""

from selfaudit.detectors.runtime import silence

silence()  # before any part of it imports onnxruntime

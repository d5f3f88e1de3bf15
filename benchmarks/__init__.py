"""Measurements, each one command: how well the detectors do, beside named peers."""

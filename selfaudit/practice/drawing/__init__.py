"""Draws the pictures of the practice network: run once by hand, its results are committed.

``python -m selfaudit.practice.drawing`` needs Chromium (for the SVG) and writes the pictures and the crest.
"""

"""A result as a page, as JSON, as text. Words and order are decided in view.py; templates decide nothing."""

"""How well remarks are noticed, beside word lists and scorers that others use, in one process."""

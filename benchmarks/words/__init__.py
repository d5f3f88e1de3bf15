"""How well words in pictures are read, and what is lost on the way: ``python -m benchmarks.words``."""

"""How well logos are found in pictures: ``python -m benchmarks.pictures``."""

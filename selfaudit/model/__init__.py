"""The vocabulary: frozen, typed, importing nothing else of ours. `codec` reads and writes it."""

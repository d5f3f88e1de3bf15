"""The trained model: its weights, how a text is written out for it, and how its answers are read."""

"""The live door: the person's own browser, which reads and never clicks."""

"""The roll against rapidfuzz."""

"""Invented crests, look-alikes that share all but what is drawn inside, and pictures that show them."""

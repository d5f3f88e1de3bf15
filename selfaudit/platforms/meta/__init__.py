"""What Facebook, Instagram and Threads share, being built by one company: how their pages carry data."""

"""Policy packs: reading, checking, making them."""

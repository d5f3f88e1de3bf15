"""selfaudit: a private mirror of one's own social profiles, held against the school's policy."""

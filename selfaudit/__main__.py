"""``python -m selfaudit`` is ``selfaudit``."""

from selfaudit.cli import main

if __name__ == "__main__":
    main()

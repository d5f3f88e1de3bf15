"""Makes the language model: ``python -m training`` reads data by hash, learns, measures, writes it down."""

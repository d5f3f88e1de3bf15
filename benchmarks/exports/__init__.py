"""How fast and how frugally exports are read, beside plain parsing of the same bytes and public readers."""

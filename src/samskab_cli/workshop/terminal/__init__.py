"""Keys and bytes of a terminal: read, split, signals noted, everything undone at the end."""

"""YAML becomes a question set: read, checked, advised on, found by name or path."""

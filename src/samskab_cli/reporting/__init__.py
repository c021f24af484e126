"""What a result looks like: one view of formatted strings, laid out for each output. Nothing is computed here."""

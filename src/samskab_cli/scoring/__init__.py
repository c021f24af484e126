"""The rules of docs/scoring.md: from answers to figures, before anybody decides what is shown."""

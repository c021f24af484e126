"""Measurements against the floor and peers, in one run: `python -m benchmarks`."""

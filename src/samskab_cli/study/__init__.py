"""Whether the questions work: figures about items and dimensions, and what can be said of them with certainty.

Nothing here knows what may be shown; `disclosure.study` does.
"""

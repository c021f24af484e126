"""What stands on the screen at each stage: lines of text for a size, drawn from the session alone."""

"""What is published in words: documents of blocks, one writer an output. Nothing is computed here."""

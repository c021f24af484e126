"""The command line: one file a command, named as the command; the rest is what commands share."""

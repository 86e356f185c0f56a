"""The command line: one module a command, and what they share in showing faults."""

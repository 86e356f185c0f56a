"""What the command ``new`` is made of: from an editor's answers to the first draft of a brand's file."""

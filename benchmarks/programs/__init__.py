"""The programs that are measured, each with how a corpus becomes its project."""

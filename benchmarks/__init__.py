"""Measures this program beside its peers, on the same invented brands: ``make bench``, see README.md here."""

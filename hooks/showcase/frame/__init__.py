"""The chrome around every page, drawn by MkDocs with Material: the only package that knows either.

Another chrome takes this package's place by giving the same :class:`showcase.views.site.Docs`.
"""

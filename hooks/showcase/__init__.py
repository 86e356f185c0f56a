"""Brand Showcase (品牌橱窗): compiles descriptions of service brands into a static site for their publicity.

The packages lie along the way of the data, and each imports only those before it:

``model``      what a brand is: values, vocabulary, readiness, faults (no HTML, no files)
``source``     from files to brands: YAML with places, front matter, images, git dates
``catalogue``  all brands together: order, facets, relations, figures
``views``      from values to HTML, CSS and SVG (no files read but its own templates)
``compile``    targets, executor, publishing
``frame``      the chrome around a page: the only package that knows MkDocs and Material
``cli``        the command line
"""

__version__ = "0.1.0"

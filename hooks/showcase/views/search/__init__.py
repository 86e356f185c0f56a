"""What the search box reads, as scripts: they load from a folder as well as from a server.

``search/names-0.js`` holds the names and loads at the first keystroke; ``search/words-….js`` and ``search/lines-….js``
are asked for by what is looked for and by what is found, a few of many.
"""

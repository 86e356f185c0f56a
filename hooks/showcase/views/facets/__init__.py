"""Finding by facets (分面查找): the panel beside a listing, a page for every value, and the data to filter in place."""

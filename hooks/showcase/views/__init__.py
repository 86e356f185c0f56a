"""Views: pure functions from values to HTML, CSS and SVG; the same values give the same bytes."""

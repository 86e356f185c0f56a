"""From files to brands: text, YAML with places, front matter, pictures, and the days that git knows."""

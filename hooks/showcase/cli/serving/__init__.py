"""What the command ``serve`` is made of: it watches the sources, rebuilds, and shows the site with what is wrong."""

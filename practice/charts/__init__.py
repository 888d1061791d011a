"""Charts as plain SVG, the same on a page and on paper: literal attributes, no style, no script."""

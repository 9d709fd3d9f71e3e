"""HTML: a page as one file that needs nothing else, and its pictures as SVG."""

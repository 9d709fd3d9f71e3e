"""Writers: a page in, text out; one file per format."""

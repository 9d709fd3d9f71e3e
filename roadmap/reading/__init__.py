"""Reading: YAML in, from a folder or anywhere else, a portfolio and findings out."""

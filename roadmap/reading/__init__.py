"""Reading: YAML from a folder or a git revision in, a portfolio and findings out."""

"""The frozen portfolio: what the files say, free of YAML."""

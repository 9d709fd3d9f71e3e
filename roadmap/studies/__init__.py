"""Several portfolios: what differs between them, and why."""

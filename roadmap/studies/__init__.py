"""Studies: compare several portfolios and explain the differences."""

"""Views: answers in, a page of values out; one file per report."""

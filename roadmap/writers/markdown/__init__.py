"""Markdown: each kind of block as GitHub and GitLab show it."""

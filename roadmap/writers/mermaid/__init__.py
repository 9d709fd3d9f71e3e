"""Mermaid: diagrams as text that GitHub and GitLab draw."""

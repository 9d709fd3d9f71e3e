"""Importers: a tracker's export becomes initiative files, again and again, and back."""

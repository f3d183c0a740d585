"""Verbs on several texts: what they share and where they differ."""

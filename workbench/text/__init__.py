"""Verbs on one text."""

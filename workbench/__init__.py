"""Crossread: compare how several outlets cover one story."""

"""What an analyst can do with a project: open, apply, import, compare, export."""

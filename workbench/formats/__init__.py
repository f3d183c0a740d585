"""Files in and out: one module per format, `from_*` reads and `to_*` writes."""

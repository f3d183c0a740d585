"""The reading panes: articles side by side, joined by ribbons."""

"""The window: shows the project and turns gestures into edits."""

"""The first face: commands, and the line face that can do everything the TUI can."""

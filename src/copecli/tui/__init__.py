"""The second face: Textual, and only here."""

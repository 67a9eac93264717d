"""What the program costs, as ratios to a bare Python or Textual in the same run: `make bench`."""

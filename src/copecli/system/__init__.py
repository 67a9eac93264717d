"""The outside world behind small functions: disk, terminal, process. Nothing here draws or speaks."""

"""What keeps the data of the program true: for maintainers, and no part of the program."""

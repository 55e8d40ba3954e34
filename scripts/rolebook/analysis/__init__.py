"""What follows from the records alone, without a word: comparison, nearness, pay, careers, moves."""

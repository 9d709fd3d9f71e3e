"""What was delivered, measured and promised, and how good our guesses were."""

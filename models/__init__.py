"""What was learned or collected, and the code that loads and makes it."""

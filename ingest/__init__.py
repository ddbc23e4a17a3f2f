"""From a file to blocks of text."""

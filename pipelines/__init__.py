"""From blocks of text to records, and runs over many files."""

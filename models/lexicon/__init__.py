"""Orders, archives, camps, places and abbreviations, as data with evidence."""

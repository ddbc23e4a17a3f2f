"""The language of a text: detection with profiles of our own."""

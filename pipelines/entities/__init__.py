"""The rules and taggers that find entities, and what decides between them."""

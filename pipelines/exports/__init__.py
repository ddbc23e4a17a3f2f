"""What a run wrote, in the formats that other programs of the field read."""

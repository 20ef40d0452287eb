"""In: one file for each kind of source, and what makes a record of what they read."""

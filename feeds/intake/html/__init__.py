"""Pages: the story, and what the page says of it."""

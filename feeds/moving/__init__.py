"""Moving in from another publisher: where its feeds are, what they are like, and what publishes the same."""

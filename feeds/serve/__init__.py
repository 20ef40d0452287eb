"""The live publisher: serves the feeds, takes webhooks, rebuilds what changed."""

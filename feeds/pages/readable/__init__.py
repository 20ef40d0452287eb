"""Feeds as pages: their stories for readers, their source with what the rules say of each line."""

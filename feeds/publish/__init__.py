"""Puts editions where they are served from, each in one step."""

"""Reads feeds.yaml: exact about what is wrong in it, at which line, and what to write instead."""

from feeds.configuration.load import load, parse

__all__ = ["load", "parse"]

"""Publishes a newsroom's articles to every platform, each edition checked first."""

__version__ = "0.1.0"

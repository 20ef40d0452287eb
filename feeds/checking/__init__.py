"""The rule engine: how rules are declared, what they walk, and what they find.

The package is `checking` because `feeds.check` is the library's call.
"""

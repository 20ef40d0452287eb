"""Tells others what changed: WebSub hubs of feeds, search engines of stories."""

"""Keeps account of polls in a worker's memory, and hands it over from time to time."""

from __future__ import annotations

import time

from feeds.archive.polls import SMOOTH, Poll, Tally
from feeds.pages.subscribe import publishing
from feeds.serve.agents import agent
from feeds.serve.documents import Scope
from feeds.serve.manifest import Shown

MOST = 2000
"""Agents and documents that are told apart between two hand-overs."""


class Polls:
    """The polls and answers since the last hand-over."""

    def __init__(self) -> None:
        self.new: dict[tuple[str, str], Poll] = {}
        self.answers: dict[tuple[str, int], Tally] = {}

    def __call__(self, shown: Shown, scope: Scope, status: int, size: int) -> None:
        """A document was asked for; the page of subscriptions is no feed."""
        if shown.media_type == publishing.MEDIA_TYPE:
            return
        tally = self.answers.get((shown.feed, status))
        if tally is None:
            tally = self.answers[shown.feed, status] = Tally(feed=shown.feed, status=status)
        tally.count += 1
        tally.bytes += size
        stated = next((value for name, value in scope["headers"] if name == b"user-agent"), b"")
        now = time.time()
        said = stated.decode("latin-1")
        key = (shown.feed, agent(said))
        poll = self.new.get(key)
        if poll is None:
            if len(self.new) >= MOST:
                return
            poll = self.new[key] = Poll(feed=key[0], agent=key[1], first=now, last=now)
        else:
            gap = now - poll.last
            poll.interval = gap if poll.interval is None else poll.interval + SMOOTH * (gap - poll.interval)
        poll.last = now
        poll.count += 1
        poll.unchanged += status == 304
        poll.bytes += size
        poll.recipe = shown.recipe
        poll.stated = said[:200]

    def taken(self) -> tuple[list[Poll], list[Tally]]:
        """The polls and answers since the last hand-over, which begins anew."""
        new, self.new = self.new, {}
        answers, self.answers = self.answers, {}
        return list(new.values()), list(answers.values())

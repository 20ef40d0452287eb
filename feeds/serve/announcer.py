"""Announces what came out, in a thread of its own: no build ever waits for a hub."""

from __future__ import annotations

import threading
import time

from feeds.announce.delivery import Delivery
from feeds.announce.posting import News, post
from feeds.archive import outbox
from feeds.archive.archive import Archive
from feeds.errors import FeedsError
from feeds.publication import Configuration
from feeds.serve.log import log
from feeds.serve.spool import Spool

LONGEST_SLEEP = 300.0


class Announcer:
    """Posts what is to be said in the outbox, and says it."""

    def __init__(self, configuration: Configuration, box: Archive, spool: Spool) -> None:
        self.configuration = configuration
        self.box = box
        self.spool = spool
        self._call = threading.Event()
        self._ending = False
        self._thread = threading.Thread(target=self._work, name="announcer", daemon=True)

    def start(self) -> None:
        """Says what was left to say, and goes on."""
        self._thread.start()

    def announce(self, news: News) -> None:
        """Has it said that feeds came out anew, and that stories changed."""
        if post(self.box, self.configuration, news, time.time()):
            self._call.set()

    def _work(self) -> None:
        while not self._ending:
            try:
                self._say()
                with self.box.transaction() as connection:
                    due = outbox.next_due(connection)
            except FeedsError as error:
                log("error", "announce", problem=str(error))
                due = time.time() + LONGEST_SLEEP
            pause = LONGEST_SLEEP if due is None else min(max(due - time.time(), 0.05), LONGEST_SLEEP)
            if self._call.wait(pause):
                self._call.clear()

    def _say(self) -> None:
        self.spool.flush(10.0)  # who is told looks at once, and may look at the output behind a proxy
        delivery = Delivery(self.box, self.configuration.indexnow)
        try:
            for delivered in delivery.due(time.time()):
                first = delivered.notices[0]
                about = first.about if len(delivered.notices) == 1 else f"{len(delivered.notices)} addresses"
                log(
                    "info" if delivered.heard else "warning",
                    "announced" if delivered.heard else "not announced",
                    kind=first.kind,
                    to=first.to,
                    about=about,
                    problem=delivered.problem,
                )
        finally:
            delivery.close()

    def end(self) -> None:
        """Ends; what is not said yet is said after the next start."""
        self._ending = True
        self._call.set()
        if self._thread.ident is not None:  # it may end before it began
            self._thread.join(2.0)

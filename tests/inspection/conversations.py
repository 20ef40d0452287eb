"""Conversations with servers, as the rules of serving show them, played back to what asks for documents."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from feeds.fetching.answer import REDIRECTS, Answer, Failure, Fetched, Headers

FEED = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>'
    "<title>Harbour Post</title><link>https://harbour.example/</link><description>Новости</description>"
    + "".join(f"<item><title>Ferry {n}</title><guid>{n}</guid></item>" for n in range(60))
    + "</channel></rss>\n"
)

SELF = '<atom:link rel="self" href="http://feeds.example/feed.xml" type="application/rss+xml"/>'

BODIES = {
    "{feed}": FEED,
    "{feed, another one}": FEED.replace("Ferry 7", "Storm"),
    "{64 MiB and more}": FEED,
}


@dataclass
class Block:
    """A request and what came of it."""

    url: str
    asked: dict[str, str] = field(default_factory=dict)
    status: int = 0
    fields: list[tuple[str, str]] = field(default_factory=list)
    body: str = ""
    failure: tuple[str, str] | None = None


def parse(transcript: str) -> list[Block]:
    """The blocks of a conversation."""
    return [_block(text) for text in re.split(r"\n\n+", transcript.strip("\n"))]


def _block(text: str) -> Block:
    lines = text.split("\n")
    block = Block(lines[0].removeprefix("> GET "))
    inside = False
    for line in lines[1:]:
        mark, said = line[:1], line[2:]
        if mark == ">":
            name, _, value = said.partition(": ")
            block.asked[name.lower()] = value
        elif mark == "!":
            kind, _, reason = said.partition(": ")
            block.failure = (kind, reason)
        elif block.status == 0:
            block.status = int(said.split(" ")[0])
        elif inside:
            block.body += said + "\n"
        elif not said:
            inside = True
        else:
            name, _, value = said.partition(": ")
            block.fields.append((name, value))
    return block


class Playback:
    """Answers as a conversation goes; addresses that are not in it cannot be reached."""

    def __init__(self, transcript: str) -> None:
        self.blocks = parse(transcript)
        self.asked: list[str] = []

    def get(
        self, url: str, *, follow: bool = True, known: Answer | None = None, packed: bool = True
    ) -> Fetched:
        """The next answer of this kind."""
        self.asked.append(url)
        hops: list[Answer] = []
        while True:
            block = self._of(url, conditional=known is not None)
            if block is None:
                return Fetched(failure=Failure(url, "refused", "cannot be reached"), hops=tuple(hops))
            if block.failure:
                return Fetched(failure=Failure(url, *block.failure), hops=tuple(hops))  # type: ignore[arg-type]
            answer = _answer(block, packed=packed)
            if not packed and any(other.body.startswith("{feed, another") for other in self.blocks):
                answer = replace(answer, body=FEED.replace("Ferry 7", "Gale").encode())
            if block.status in REDIRECTS and follow:
                hops.append(answer)
                url = answer.headers.get("location") or ""
                continue
            return Fetched(answer, None, tuple(hops))

    def _of(self, url: str, *, conditional: bool) -> Block | None:
        fitting = [block for block in self.blocks if block.url == url and bool(block.asked) == conditional]
        return fitting[0] if fitting else None


def _answer(block: Block, *, packed: bool) -> Answer:
    fields = [(name, value) for name, value in block.fields if packed or name != "Content-Encoding"]
    body = block.body.strip("\n")
    content = BODIES.get(body, body)
    if sheet := re.fullmatch(r"\{feed with (<\?.*\?>)\}", body):
        content = FEED.replace("?>\n", f"?>\n{sheet[1]}\n", 1)
    if any(name == "X-Example" for name, _ in fields):
        content = FEED.replace("?>\n", f"?>\n<!--{'x' * 600}-->\n", 1)
    coding = dict(fields).get("Content-Encoding")
    return Answer(
        url=block.url,
        status=block.status,
        headers=Headers(fields),
        body=content.encode(),
        wire=len(content) // (4 if coding else 1),
        cut=body.startswith("{64 MiB"),
        trouble="it is packed with br, which was not asked for" if coding == "br" else None,
        first_byte=0.01,
        total=0.02,
    )

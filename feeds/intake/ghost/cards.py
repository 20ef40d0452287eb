"""The cards of Ghost's editors, the old and the new one: what each shows, as HTML."""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping
from typing import Any

from feeds.intake.embeds import embedded, figure, player_file
from feeds.markup.text import strip_tags

Facts = Mapping[str, Any]

MOST_PICTURES = 100


def said(facts: Facts, *names: str) -> str:
    """The first of these that is a text; "" for none."""
    return next((value for name in names if isinstance(value := facts.get(name), str) and value.strip()), "")


def _with_caption(markup: str, facts: Facts) -> str:
    """A figure with the caption that its card has, which is HTML."""
    caption = said(facts, "caption")
    if not caption or not markup.endswith("</figure>"):
        return markup
    return f"{markup.removesuffix('</figure>')}<figcaption>{caption}</figcaption></figure>"


def _picture(facts: Facts) -> str:
    if not said(facts, "src"):
        return ""
    shown = {"url": facts["src"], "alt": said(facts, "alt")}
    sizes = {name: facts.get(name) for name in ("width", "height") if isinstance(facts.get(name), int)}
    return _with_caption(figure(shown | sizes), facts)


def _gallery(facts: Facts) -> str:
    pictures = [one for one in facts.get("images") or () if isinstance(one, Mapping)][:MOST_PICTURES]
    inside = "".join(map(_picture, pictures))
    return _with_caption(f"<figure>{inside}</figure>", facts) if inside else ""


def _embed(facts: Facts) -> str:
    player = embedded(said(facts, "url"))
    if not player.startswith("<figure>") and (frame := said(facts, "html")):
        player = f"<figure>{frame}</figure>"
    return _with_caption(player, facts)


def _bookmark(facts: Facts) -> str:
    known = facts.get("metadata")
    title = said(known if isinstance(known, Mapping) else {}, "title") or said(facts, "title")
    return link(said(facts, "url"), title)


def link(address: str, title: str) -> str:
    """A link of its own."""
    return f'<p><a href="{html.escape(address)}">{html.escape(title or address)}</a></p>' if address else ""


def _film(facts: Facts) -> str:
    source = said(facts, "src")
    poster = said(facts, "customThumbnailSrc", "thumbnailSrc")
    return _with_caption(player_file("video", source, poster or None), facts) if source else ""


def _sound(facts: Facts) -> str:
    source = said(facts, "src")
    title = {"caption": html.escape(said(facts, "title"))}
    return _with_caption(player_file("audio", source), title) if source else ""


def _file(facts: Facts) -> str:
    return link(said(facts, "src"), said(facts, "fileTitle", "fileName"))


def _button(facts: Facts) -> str:
    return link(said(facts, "buttonUrl"), said(facts, "buttonText"))


def _callout(facts: Facts) -> str:
    text = said(facts, "calloutText")
    return text if text.lstrip().startswith("<p") else f"<p>{text}</p>" if text else ""


def _toggle(facts: Facts) -> str:
    heading = strip_tags(said(facts, "heading"))
    bold = f"<p><b>{html.escape(heading)}</b></p>" if heading else ""
    return bold + said(facts, "content")


def _code(facts: Facts) -> str:
    code = said(facts, "code")
    return f"<pre>{html.escape(code)}</pre>" if code else ""


def _html(facts: Facts) -> str:
    return said(facts, "html")


def _markdown(facts: Facts) -> str:
    from feeds.intake.markdown.body import rendered
    from feeds.intake.markdown.codes import Page

    return rendered(said(facts, "markdown")[:1_000_000], Page({}), "").markup


def _header(facts: Facts) -> str:
    heading, below = strip_tags(said(facts, "header")), strip_tags(said(facts, "subheader"))
    return "".join(
        f"<{tag}>{html.escape(text)}</{tag}>" for tag, text in (("h2", heading), ("p", below)) if text
    )


def _product(facts: Facts) -> str:
    picture = _picture({"src": facts.get("productImageSrc")})
    title = strip_tags(said(facts, "productTitle"))
    button = link(said(facts, "productUrl"), said(facts, "productButton"))
    return f"{picture}{f'<h3>{html.escape(title)}</h3>' if title else ''}{said(facts, 'productDescription')}{button}"


def _rule(facts: Facts) -> str:
    return "<hr>"


CARDS: dict[str, Callable[[Facts], str]] = {
    "image": _picture,
    "gallery": _gallery,
    **dict.fromkeys(("embed", "nft"), _embed),
    "bookmark": _bookmark,
    "video": _film,
    "audio": _sound,
    "file": _file,
    "button": _button,
    "callout": _callout,
    "toggle": _toggle,
    **dict.fromkeys(("code", "codeblock"), _code),
    "html": _html,
    **dict.fromkeys(("markdown", "card-markdown"), _markdown),
    **dict.fromkeys(("hr", "horizontalrule"), _rule),
    "header": _header,
    "product": _product,
}
"""By their names in either editor. What is not here (calls to subscribe, mails) no feed shows."""

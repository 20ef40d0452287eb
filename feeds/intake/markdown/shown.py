"""What the template codes of site generators show: pictures, players, code, quotations, links."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import Any

from feeds.intake.embeds import embedded, figure, player_file
from feeds.intake.markdown.given import Given, is_picture
from feeds.intake.markdown.place import ENDINGS, address_of

Handler = Callable[[Given, str | None], str]
"""Makes Markdown or HTML of a code; the template is that of stories' addresses."""

_SOURCES = ("src", "url", "image", "image_path", "path", "file", "img", "source")
_CAPTIONS = ("caption", "description", "title", "desc", "legend", "text")
_RUN = re.compile(r"~{3,}")


def block(markup: str) -> str:
    """Markup as a block of its own."""
    return f"\n\n{markup}\n\n" if markup else ""


def picture(code: Given, template: str | None = None) -> str:
    """A picture with its caption."""
    source = code.one(*_SOURCES) or code.picture()
    if not source:
        return ""
    texts = list(code.behind(source))
    caption = " ".join(filter(None, (code.one(*_CAPTIONS), code.one("attr", "credit", "author"))))
    facts: dict[str, Any] = {
        "url": source,
        "alt": code.one("alt") or " ".join(texts[:1]),
        "caption": caption or code.inside.strip(),
    }
    return block(figure(facts | {name: code.one(name) for name in ("width", "height")}))


def player(template: str) -> Handler:
    """Something that is named by its id, or by its address."""

    def made(code: Given, _template: str | None = None) -> str:
        said = code.first("id", "v", "url", "src", "video", "videoid").strip()
        return block(embedded(said if "//" in said else template.format(said))) if said else ""

    return made


def from_file(tag: str) -> Handler:
    """A film or a sound, from a file or from a site for them."""

    def made(code: Given, _template: str | None = None) -> str:
        site = _SITES.get(code.one("provider", "type"))
        if site and (said := code.one("id")):
            return block(embedded(site.format(said)))
        source = code.first("src", "url", "mp4", "webm", "mp3", "path", "file", "href", "id").strip()
        if is_player := embedded(source) if source.startswith("http") else "":
            return block(is_player)
        return block(player_file(tag, source, code.one("poster") or None)) if source else ""

    return made


def post(code: Given, template: str | None = None) -> str:
    """A post of a social network, by its user and number."""
    user, number = code.one("user"), code.one("id")
    if not number and len(code.values) > 1:
        user, number = code.values[:2]
    number = number or code.first("url")
    if "//" in number:
        return block(embedded(number))
    return block(embedded(f"https://twitter.com/{user or 'i'}/status/{number}")) if number else ""


def gist(code: Given, template: str | None = None) -> str:
    """A link to a piece of code at GitHub."""
    said = "/".join(value for value in code.values[:2] if "." not in value) or code.one("id", "url")
    return block(embedded(said if "//" in said else f"https://gist.github.com/{said}")) if said else ""


def embed(code: Given, template: str | None = None) -> str:
    """Whatever an address shows."""
    return block(embedded(code.first("url", "src", "href")))


def reference(code: Given, template: str | None = None) -> str:
    """The address of another story, or of a file of the site."""
    said = code.first("path", "page").removeprefix("@")
    if said.partition("#")[0].rpartition(".")[2].lower() not in (*ENDINGS, "") and "." in said:
        return f"/{said.lstrip('/')}"
    return said if said.startswith("#") else address_of(said, template) or ""


def fenced(code: Given, template: str | None = None) -> str:
    """Code, as Markdown has it."""
    language = next((value for value in code.values if re.fullmatch(r"[\w+#-]{1,20}", value)), "")
    inside = code.inside.strip("\n")
    fence = "~" * (max((len(run) for run in _RUN.findall(inside)), default=2) + 1)
    return block(f"{fence}{language}\n{inside}\n{fence}")


def quotation(code: Given, template: str | None = None) -> str:
    """A quotation, with who said it."""
    said = code.inside.strip()
    who = code.one("author", "cite", "source") or " ".join(code.values[:1])
    lines = [*said.split("\n"), *(["", f"— {who}"] if who else [])]
    return block("\n".join(f"> {line}" for line in lines)) if said else ""


def titled(code: Given, template: str | None = None) -> str:
    """What is folded away, under its title."""
    title = code.one("title", "summary") or " ".join(code.values[:1])
    bold = f"<p><b>{html.escape(title)}</b></p>\n\n" if title else ""
    return block(f"{bold}{code.inside.strip()}")


def verbatim(code: Given, template: str | None = None) -> str:
    """What is enclosed, as it stands."""
    return code.inside


def nothing(code: Given, template: str | None = None) -> str:
    """What readers do not see."""
    return ""


def included(code: Given, template: str | None = None) -> str:
    """A part of the site that shows what it is given: a picture or a player, or nobody knows what."""
    name = (code.values[0] if code.values else "").rpartition("/")[2].partition(".")[0].lower()
    rest = code._replace(values=code.values[1:])
    known = HANDLERS.get(name.partition("-")[0]) or HANDLERS.get(name)
    if known is not None and name not in ("include", "link"):
        return known(rest, template)
    return shown_anyhow(rest)


def shown_anyhow(code: Given) -> str:
    """The picture that a code of an unknown name is given, if it is given one."""
    address = code.one(*_SOURCES)
    return picture(code) if is_picture(address) else block(code.inside.strip()) if code.inside else ""


_SITES = {"youtube": "https://youtu.be/{}", "vimeo": "https://vimeo.com/{}"}

PAIRED: dict[str, Handler] = {
    **dict.fromkeys(("highlight", "codeblock", "code", "prism"), fenced),
    **dict.fromkeys(("raw", "verbatim"), verbatim),
    **dict.fromkeys(("quote", "blockquote", "pullquote", "cite"), quotation),
    **dict.fromkeys(("details", "spoiler", "collapse", "accordion", "expand", "fold", "expandable"), titled),
    **dict.fromkeys(("figure", "img", "image", "picture", "youtube", "video", "audio"), nothing),
    **dict.fromkeys(("for", "capture", "macro", "schema", "style", "stylesheet", "javascript"), nothing),
    **dict.fromkeys(("comment", "script", "css", "js", "set", "mermaid", "chart", "tablerow"), nothing),
}
"""Codes that enclose something; what others enclose stays where it is."""

HANDLERS: dict[str, Handler] = {
    **dict.fromkeys(
        ("figure", "img", "image", "picture", "asset_img", "imgproc", "responsive_image", "photo", "cloudimg",
         "responsive_image_block", "imgcap", "imagecaption", "lazyimg", "fig", "figimage", "thumbnail"), picture),
    **dict.fromkeys(("youtube", "yt", "youtubeplayer", "youtubeembed"), player("https://youtu.be/{}")),
    "vimeo": player("https://vimeo.com/{}"),
    "rutube": player("https://rutube.ru/video/{}/"),
    "dailymotion": player("https://www.dailymotion.com/video/{}"),
    "coub": player("https://coub.com/view/{}"),
    "instagram": player("https://www.instagram.com/p/{}/"),
    "telegram": player("https://t.me/{}"),
    "spotify": player("https://open.spotify.com/{}"),
    "tiktok": player("https://www.tiktok.com/@i/video/{}"),
    **dict.fromkeys(("tweet", "twitter", "x", "twitter_simple", "x_simple"), post),
    "gist": gist,
    **dict.fromkeys(("embed", "oembed", "soundcloud", "facebook", "vk"), embed),
    **dict.fromkeys(("video", "mp4", "rawvideo"), from_file("video")),
    **dict.fromkeys(("audio", "mp3", "podcast"), from_file("audio")),
    **dict.fromkeys(("ref", "relref", "post_url", "link", "post_link", "post_path", "asset_path"), reference),
    **dict.fromkeys(("include", "include_relative", "render", "partial"), included),
}  # fmt: skip
"""Codes that become more than what they enclose."""

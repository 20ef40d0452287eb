"""Who looks at a page: the language that they read, and the page as an answer to them."""

from __future__ import annotations

from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import HTMLResponse

from feeds.pages.security import OWN, headers
from feeds.wording import LANGUAGES, Wording, chosen, preferred, wording

COOKIE = "feeds-lang"
A_YEAR = 365 * 86400


class Visitor(NamedTuple):
    """Who asks for a page: their wording, the page's own address, the language that they just chose."""

    say: Wording
    path: str
    query: dict[str, str]
    chose: str | None = None

    def with_language(self, code: str) -> str:
        """The address of the same page in another language."""
        from urllib.parse import urlencode

        return f"?{urlencode({**self.query, 'lang': code})}"


def visitor(request: Request, usual: str | None = None) -> Visitor:
    """Who asks: `?lang=` goes before what they chose earlier, that before what their browser prefers.

    Where none of these says, it is the language that is `usual` at the outlet.
    """
    asked = request.query_params.get("lang")
    stated = preferred(request.headers.get("accept-language"))
    language = chosen(asked, request.cookies.get(COOKIE), stated, usual)
    return Visitor(
        wording(language),
        request.url.path,
        dict(request.query_params),
        asked if asked in LANGUAGES else None,
    )


def html(who: Visitor, text: str, status: int = 200, policy: str = OWN) -> HTMLResponse:
    """A page of ours for a visitor; the language that they chose is remembered."""
    answer = HTMLResponse(text, status, headers={**headers(policy), "content-language": who.say.language})
    if who.chose:
        answer.set_cookie(COOKIE, who.chose, max_age=A_YEAR, path="/-/", samesite="lax", httponly=True)
    return answer

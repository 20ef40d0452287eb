"""Pages are made of templates; every value in them is escaped unless it is markup of our own."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from feeds.wording import LANGUAGES, Wording

if TYPE_CHECKING:
    from jinja2 import Environment

FOLDER = Path(__file__).parent / "templates"


@cache
def environment() -> Environment:
    """The templates, with what all of them use."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    from feeds.pages.assets import address
    from feeds.pages.icons import icon

    made = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        extensions=["jinja2.ext.do"],
    )
    made.globals.update(asset=address, icon=icon, languages=LANGUAGES)
    return made


def page(name: str, say: Wording, **values: Any) -> str:
    """A page of a template, in a language."""
    return environment().get_template(name).render(say=say, language=say.language, **values)

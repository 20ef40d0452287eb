"""Texts and names in NewsML-G2, which may stand there in several languages and roles."""

from __future__ import annotations

from feeds.intake.xml.node import Node
from feeds.markup.text import squeeze


def role_of(node: Node) -> str:
    """The role of a text by its code: the alias in front of it differs between agencies."""
    return (node.get("role") or "").replace("/", ":").rpartition(":")[2].lower()


def chosen(item: Node, path: str) -> str | None:
    """The text at a path: of several the one in the item's own language, else the first."""
    found = [node for node in item.at(path) if squeeze(node.text)]
    own = [node for node in found if _speaks(node, item)]
    return squeeze((own or found)[0].text) if found else None


def named(node: Node) -> str | None:
    """What something is called: its name in the item's language, else its first one, else its literal."""
    names = [name for name in node.all("name") if squeeze(name.text)]
    own = [name for name in names if _speaks(name, node)]
    if names:
        return squeeze((own or names)[0].text)
    literal = node.get("literal")
    return literal if literal and "#" not in literal else None


def _speaks(node: Node, around: Node) -> bool:
    """Whether a text is in the language of the item around it."""
    stated = next((value for name, value in node.element.attrib.items() if str(name).endswith("}lang")), None)
    whole = around.language
    return stated is None or whole is None or str(stated).partition("-")[0] == whole.partition("-")[0]

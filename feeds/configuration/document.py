"""A YAML text as plain values, each with the line that it stands on."""

from __future__ import annotations

from typing import Any, cast

import yaml

from feeds.errors import ConfigurationError

Path = tuple[str | int, ...]
MOST_NODES = 100_000  # an alias counts as often as it is used, so a bomb of aliases ends here

_Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Lines:
    """Where each value stands: the 1-based line of its key, or of itself in a list."""

    def __init__(self) -> None:
        self._lines: dict[Path, int] = {}

    def note(self, path: Path, line: int) -> None:
        """Remembers a value's line."""
        self._lines[path] = line

    def of(self, path: Path) -> int | None:
        """The line of a value, or of the nearest one around it that stands in the text."""
        while path and path not in self._lines:
            path = path[:-1]
        return self._lines.get(path)


def read(text: str, file: str) -> tuple[Any, Lines]:
    """The document's value and its lines.

    Raises:
        ConfigurationError: the text is no YAML, repeats a key, or expands beyond all reason.
    """
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        walk = _Walk(loader, file)
        return (None if node is None else walk.value(node, ())), walk.lines
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else None
        raise ConfigurationError(f"no valid YAML: {error.problem}", file=file, line=line) from None
    except (yaml.YAMLError, RecursionError) as error:
        raise ConfigurationError(f"no valid YAML: {error}", file=file) from None
    finally:
        loader.dispose()


class _Walk:
    def __init__(self, loader: Any, file: str) -> None:
        self.loader = loader
        self.file = file
        self.lines = Lines()
        self.nodes = 0

    def value(self, node: yaml.Node, path: Path) -> Any:
        self.nodes += 1
        if self.nodes > MOST_NODES:
            raise self._error("the file expands to too many values", node)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self._item(child, (*path, n)) for n, child in enumerate(node.value)]
        return self.loader.construct_object(node)

    def _item(self, node: yaml.Node, path: Path) -> Any:
        self.lines.note(path, node.start_mark.line + 1)
        return self.value(node, path)

    def _mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key_node, value_node in cast("list[tuple[yaml.Node, yaml.Node]]", node.value):
            if not isinstance(key_node, yaml.ScalarNode):
                raise self._error("a key must be plain text", key_node)
            key = str(key_node.value)
            if key in found:
                first = self.lines.of((*path, key))
                raise self._error(f"{key!r} is there twice (first in line {first})", key_node)
            self.lines.note((*path, key), key_node.start_mark.line + 1)
            found[key] = self.value(value_node, (*path, key))
        return found

    def _error(self, message: str, node: yaml.Node) -> ConfigurationError:
        return ConfigurationError(message, file=self.file, line=node.start_mark.line + 1)

"""Everything that a user can say or read is documented: commands, options, keys, rules, metrics, targets, sources."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Any

import click
import pytest
from documentation import DOCS, ROOT, anchors, pages
from generate import commands as made_commands

from feeds import publication
from feeds.article import Article
from feeds.cli import commands
from feeds.configuration.load import parse
from feeds.intake.read import readers
from feeds.serve.metrics import METRICS
from feeds.targets import catalogue, registry


def rows(page: str, section: str) -> dict[str, list[str]]:
    """The rows of a section's tables by their first cell, without its backquotes."""
    text = re.split(rf"^#+ {re.escape(section)}$", pages()[page], flags=re.MULTILINE)[1]
    text = re.split(r"^##? ", text, flags=re.MULTILINE)[0]
    lines = [line for line in text.splitlines() if line.startswith("| ")]
    cells = [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]
    return {row[0].strip("`"): row for row in cells}


# ---- commands


def known(command: click.Command, path: str) -> Iterator[tuple[str, click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            yield from known(inner, f"{path} {name}")


@pytest.mark.parametrize(("path", "command"), [pair for pair in known(commands, "feeds") if " " in pair[0]])
def test_every_command_and_option_is_documented(path: str, command: click.Command) -> None:
    assert path.replace(" ", "-") in anchors("reference/commands.md")
    said = "\n".join(rows("reference/commands.md", path))
    for option in command.params:
        if isinstance(option, click.Option) and not option.hidden:
            assert option.help, f"{path} {option.name}"
            for name in option.opts:
                assert re.search(rf"(?:^|[\s`>]){re.escape(name)}(?:$|[\s`<])", said), f"{path} {name}"


def test_what_commands_are_for_is_told() -> None:
    for path, command in known(commands, "feeds"):
        assert command.help, path


def test_every_exit_code_is_documented() -> None:
    said = rows("reference/commands.md", "Exit codes")
    assert {"0", "1", "2", "3"} <= set(said)
    assert "ConfigurationError" in said["2"][2]
    assert made_commands.CODES[0][0] == 0


# ---- feeds.yaml and the record


def keys(schema: dict[str, Any], at: str, ref: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Every key of a schema: the section that it stands in, its name, what the schema says of it."""
    for name, said in ref["properties"].items():
        yield at, name, said
        found = re.findall(r"'\$ref': '#/\$defs/(\w+)'", str(said))
        for inner in found:
            yield from keys(schema, ".".join(filter(None, (at, name))), schema["$defs"][inner])


SCHEMA = publication.schema()
KEYS = list(keys(SCHEMA, "", SCHEMA["$defs"]["Configuration"]))


@pytest.mark.parametrize(("section", "name"), [(section, name) for section, name, _ in KEYS])
def test_every_key_is_documented(section: str, name: str) -> None:
    _, _, default, meaning, example = rows("reference/configuration.md", section or "The whole")[name][:5]
    assert len(meaning) > 5
    said = next(said for at, key, said in KEYS if (at, key) == (section, name))
    if "default" in said and said["default"] not in (None, (), [], {}, ""):
        assert default not in ("", "needed")
    if "$ref" not in str(said):
        assert example, "docs/generate/example.yaml has no value for it"


def test_keys_are_found() -> None:
    assert {("", "base_url"), ("serve", "proxies"), ("feeds.select", "max_age")} <= {k[:2] for k in KEYS}


def test_the_examples_of_keys_are_ones_that_feeds_yaml_takes() -> None:
    for text in (DOCS / "generate/example.yaml").read_text(encoding="utf-8").split("---\n"):
        assert parse(text)


def test_every_field_of_the_record_is_documented() -> None:
    said = rows("reference/record.md", "Article")
    assert set(Article.__struct_encode_fields__) <= set(said)
    assert [name for name, row in said.items() if len(row[3]) < 5 and name != "---"] == []


# ---- rules, metrics, targets, sources


def test_every_rule_is_documented() -> None:
    described = set()
    for page, text in pages().items():
        if page.startswith("reference/rules"):
            described |= set(re.findall(r"^#+ ([A-Z]+\d+)\b", text, re.MULTILINE))
    assert set(catalogue.entries()) <= described


def test_every_metric_is_documented() -> None:
    text = pages()["reference/metrics.md"]
    for metric in METRICS:
        assert f"| `{metric.name}` | {metric.kind} |" in text


def test_every_target_has_its_page_and_its_facts() -> None:
    for name in registry.targets():
        assert f"targets/{name}.md" in pages(), name
        assert f"(`{name}`)" in pages()[f"targets/{name}.md"].splitlines()[0]
        assert name in anchors("reference/targets.md")


@pytest.mark.parametrize("name", sorted(registry.targets()))
def test_every_option_of_a_target_is_documented(name: str) -> None:
    said = rows("reference/targets.md", name)
    for option in registry.target(name).options.__struct_encode_fields__:
        assert said[option][3] or option.startswith("logo"), option


def test_every_kind_of_source_has_its_page() -> None:
    for kind in [*readers(), "webhook"]:
        assert f"sources/{kind}.md" in pages(), kind
        assert f"(`{kind}`)" in pages()[f"sources/{kind}.md"].splitlines()[0]


# ---- reasons

REASONED = frozenset({"Refusal", "_left_out", "_held"})
"""What is called with the code of a reason first."""


def reasons() -> Iterator[str]:
    """The codes of reasons in the rooms that decide."""
    for room in ("build", "targets"):
        for path in (ROOT / "feeds" / room).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                    stated = [word.value for word in node.keywords if word.arg == "code"]
                    stated += node.args[:1] if node.func.id in REASONED else []
                    for one in stated:
                        if isinstance(one, ast.Constant) and isinstance(one.value, str):
                            yield one.value


def test_every_reason_is_documented() -> None:
    found = set(reasons())
    assert found >= {"window", "embargo", "text-short", "limit"}
    assert {code for code in found if f"`{code}`" not in pages()["why.md"]} == set()


# ---- the log


def events() -> Iterator[str]:
    """What the publisher's log may say: the second argument of each call, whichever of two it is."""
    for path in (ROOT / "feeds" / "serve").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "log":
                said = node.args[1]
                for one in (said.body, said.orelse) if isinstance(said, ast.IfExp) else (said,):
                    assert isinstance(one, ast.Constant), path
                    yield str(one.value)


def test_every_event_of_the_log_is_documented() -> None:
    found = set(events())
    assert found >= {"serving", "round", "not announced"}
    text = pages()["operations.md"].partition("| event | level |")[2].partition("\n\n")[0]
    assert {event for event in found if f"`{event}`" not in text} == set()


# ---- addresses


def test_every_address_is_documented() -> None:
    text = (ROOT / "feeds/serve/app.py").read_text(encoding="utf-8")
    routes = {re.sub(r":path}", "}", route) for route in re.findall(r'Route\(\s*"([^"]+)"', text)}
    assert len(routes) > 8
    assert {route for route in routes if f"`{route}`" not in pages()["http.md"]} == set()

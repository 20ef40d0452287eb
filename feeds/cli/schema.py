"""`feeds schema`: the JSON Schema of the record and of feeds.yaml."""

from __future__ import annotations

import click


@click.command("schema")
@click.argument("of", type=click.Choice(["article", "config"]))
def command(of: str) -> None:
    """Print a JSON Schema: of the article record, or of feeds.yaml.

    \b
    Examples:
      feeds schema article > article.schema.json
      feeds schema config > feeds.schema.json     for an editor's completion
    """
    import msgspec

    from feeds import publication
    from feeds.article import Article

    made = msgspec.json.schema(Article) if of == "article" else publication.schema()
    made = {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}
    click.echo(msgspec.json.format(msgspec.json.encode(made), indent=2).decode())

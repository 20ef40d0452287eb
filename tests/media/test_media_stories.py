"""What stories lack, and what becomes of them when it is known."""

from __future__ import annotations

from records import article

from feeds.article import Image, Video
from feeds.markup.parse import parse
from feeds.markup.serialise import serialise
from feeds.media.facts import Facts
from feeds.media.stories import completed, lacking

A, B, V = (
    "https://vestnik.example/a.jpg",
    "https://vestnik.example/b.jpg?x=1&y=2",
    "https://vestnik.example/v.mp4",
)
KNOWN = Facts(type="image/webp", width=900, height=600, length=1234)
WHOLE = Image(url=A, type="image/jpeg", width=1, height=1, length=1)


def test_what_is_described_is_not_looked_at() -> None:
    assert lacking(article(images=(WHOLE,))) == []
    for name in ("type", "width", "height", "length"):
        said = {n: getattr(WHOLE, n) for n in ("type", "width", "height", "length") if n != name}
        assert lacking(article(images=(Image(url=A, **said),))) == [A]


def test_files_of_videos_and_sounds() -> None:
    assert lacking(article(images=(), videos=(Video(url=V, type="video/mp4", length=5),))) == []
    videos = (Video(url=V, type="video/mp4"), Video(player="https://vk.com/1"), Video(url=V))
    assert lacking(article(images=(Image(url=B), Image(url=B, role="cover")), videos=videos)) == [B, V]


def test_what_is_known_goes_before_what_a_page_stated() -> None:
    body = f'<p>Текст <a href="{A}">тут</a></p><figure><img src="{A}" width="200" alt="Мост"><figcaption>Мост</figcaption></figure>'
    body += f'<figure class="gallery"><figure><img src="{B.replace("&", "&amp;")}"></figure><figure><img src="{A}x"></figure></figure>'
    story = article(
        body=serialise(parse(body)),
        images=(Image(url=A, width=200, caption="Мост"), Image(url=B)),
        videos=(Video(url=V),),
    )
    made = completed(
        story, {A: KNOWN, B: Facts(type="image/png", length=5), V: Facts(type="video/mp4", width=7, length=9)}
    )
    assert made.images[0] == Image(
        url=A, type="image/webp", width=900, height=600, length=1234, caption="Мост"
    )
    assert made.images[1] == Image(url=B, type="image/png", length=5)
    assert made.videos == (Video(url=V, type="video/mp4", length=9),)
    assert made.body == story.body.replace('width="200"', 'width="900" height="600"')
    assert made.body == serialise(parse(made.body))
    assert completed(story, {}) == story
    assert completed(made, {A: KNOWN}) == made

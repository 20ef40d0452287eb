"""Pictures and videos: absolute, each once, one cover, numbers as numbers."""

from __future__ import annotations

from typing import Any

import pytest
from drafting import CIRCUMSTANCES, draft, record
from hypothesis import given
from hypothesis import strategies as st

from feeds.article import Image, Video
from feeds.intake.normalise import explain
from feeds.intake.normalise.media import duration, type_of

SITE = "https://vestnik.example"


def test_a_picture_by_its_address_alone() -> None:
    assert record(images="/img/1.jpg").images == (
        Image(url=f"{SITE}/img/1.jpg", role="cover", type="image/jpeg"),
    )


def test_all_that_is_said_of_a_picture() -> None:
    said = {
        "src": "/img/1",
        "role": "featured",
        "mime_type": "image/webp",
        "width": "1200px",
        "height": 800.0,
        "filesize": "184320",
        "alt": "<i>Фонари</i>",
        "description": "Вечер &amp; фонари",
        "copyright": "Редакция",
    }
    assert record(images=said).images == (
        Image(
            url=f"{SITE}/img/1",
            role="cover",
            type="image/webp",
            width=1200,
            height=800,
            length=184320,
            alt="Фонари",
            caption="Вечер & фонари",
            credit="Редакция",
        ),
    )


@pytest.mark.parametrize("width", ["много", -5, 0, 10**9, True, None, float("nan"), "12e3", [1]])
def test_sizes_that_are_none(width: Any) -> None:
    assert record(images={"url": "/1.jpg", "width": width}).images[0].width is None


def roles(*said: str | None) -> list[str]:
    pictures = [{"url": f"/{n}.jpg", "role": role} for n, role in enumerate(said)]
    return [image.role for image in record(images=pictures).images]


def test_exactly_one_is_the_cover() -> None:
    assert roles(None, None) == ["cover", "inline"]
    assert roles("inline", "cover", "cover") == ["inline", "cover", "inline"]
    assert roles("gallery", "gallery") == ["cover", "gallery"]


def test_bad_ones_are_left_out_and_it_is_said() -> None:
    made = draft(images=["/1.jpg", "data:image/png;base64,AA", {"alt": "ничего"}, "/1.jpg", None])
    explanation = explain(made, CIRCUMSTANCES)
    choice = next(choice for choice in explanation.choices if choice.field == "images")
    assert [image.url for image in choice.value] == [f"{SITE}/1.jpg"]
    assert len(choice.dropped) == 3
    assert "data:image/png" in choice.dropped[0]


def test_pictures_of_the_body_that_no_list_has_are_added() -> None:
    body = (
        '<p>Вечер.</p><figure><img src="/1.jpg" alt="Фонари" width="640" height="480">'
        '<figcaption>Фонари вечером</figcaption></figure><figure><img src="/2.jpg"></figure>'
    )
    assert record(html=body, images="/2.jpg").images == (
        Image(url=f"{SITE}/2.jpg", role="cover", type="image/jpeg"),
        Image(
            url=f"{SITE}/1.jpg",
            type="image/jpeg",
            width=640,
            height=480,
            alt="Фонари",
            caption="Фонари вечером",
        ),
    )
    alone = record(html=body)
    assert [image.role for image in alone.images] == ["cover", "inline"]
    assert alone.origin is not None
    assert alone.origin.fields["images"] == "the body"


def test_videos() -> None:
    said = [
        {
            "url": "/1.mp4",
            "duration": "PT1M3S",
            "width": 1280,
            "height": "720",
            "thumbnail": "/1.jpg",
            "title": "Вечер",
        },
        "https://player.example/embed/5",
        {"embedUrl": "https://player.example/embed/6", "contentUrl": "/6.webm", "poster": {"url": "/6.jpg"}},
        {"title": "без адреса"},
    ]
    assert record(videos=said).videos == (
        Video(
            url=f"{SITE}/1.mp4",
            type="video/mp4",
            width=1280,
            height=720,
            duration=63,
            thumbnail=f"{SITE}/1.jpg",
            title="Вечер",
        ),
        Video(player="https://player.example/embed/5"),
        Video(
            url=f"{SITE}/6.webm",
            player="https://player.example/embed/6",
            type="video/webm",
            thumbnail=f"{SITE}/6.jpg",
        ),
    )


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        *(
            (63, 63),
            ("63", 63),
            ("1:03", 63),
            ("1:00:03", 3603),
            ("PT1H3S", 3603),
            ("P1DT1S", 86401),
            ("PT2.5S", 2),
        ),
        *(("P", None), ("долго", None), (-1, None), (None, None), ("PT", None)),
    ],
)
def test_durations(said: Any, wanted: int | None) -> None:
    assert duration(said) == wanted


def test_types() -> None:
    assert type_of("image/JPEG", "https://a.example/x.png") == "image/jpeg"
    assert type_of("photo", "https://a.example/x.PNG?w=1") == "image/png"
    assert type_of(None, "https://a.example/x.png/1") is None


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["url", "src", "width", "role", "alt", "player", "x"]), inner, max_size=4
        )
    ),
    max_leaves=12,
)


@given(VALUES, VALUES)
def test_nothing_makes_it_raise(images: Any, videos: Any) -> None:
    article = record(images=images, videos=videos)
    assert sum(image.role == "cover" for image in article.images) == bool(article.images)
    assert all(video.url or video.player for video in article.videos)

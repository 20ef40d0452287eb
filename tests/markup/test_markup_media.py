"""Pictures, videos, sounds and players of raw markup: found whatever hides them, with their captions."""

from __future__ import annotations

import pytest
from markups import canonical_of

SITE = "https://vestnik.example"
STAND_IN = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="


def figure(source: str, caption: str = "") -> str:
    inner = f"<figcaption>{caption}</figcaption>" if caption else ""
    return f'<figure><img src="{SITE}{source}">{inner}</figure>'


@pytest.mark.parametrize(
    ("raw", "source"),
    [
        ('<img src="/a.jpg">', "/a.jpg"),
        (f'<img src="{STAND_IN}" data-src="/a.jpg">', "/a.jpg"),
        ('<img src="/img/blank.gif" data-original="/a.jpg">', "/a.jpg"),
        ('<img src="/small.jpg" data-lazy-src="/a.jpg">', "/a.jpg"),
        ('<img data-srcset="/s.jpg 300w, /a.jpg 1200w, /b.jpg 9000w">', "/a.jpg"),
        ('<img srcset="/s.jpg 1x, /a.jpg 2x">', "/a.jpg"),
        (
            '<picture><source type="image/webp" srcset="/a.webp"><source srcset="/a.jpg"><img></picture>',
            "/a.jpg",
        ),
        ('<amp-img src="/a.jpg" width="10" height="10"></amp-img>', "/a.jpg"),
        ('<noscript><img src="/a.jpg"></noscript>', "/a.jpg"),
        (f'<img src="{STAND_IN}"><noscript><img src="/a.jpg"></noscript>', "/a.jpg"),
        ('<div class="lazy" data-src="/a.jpg"></div>', "/a.jpg"),
        ('<a href="/big.jpg"><img src="/a.jpg"></a>', "/a.jpg"),
    ],
)
def test_a_picture_is_found(raw: str, source: str) -> None:
    got = canonical_of(raw)
    assert f'src="{SITE}{source}"' in got
    assert got.count("<img") == 1


def test_a_picture_keeps_its_size_and_its_words() -> None:
    got = canonical_of(
        '<img src="/a.jpg" width="1200px" height="800" alt=" Мост  ночью " class="x" onload="x">'
    )
    assert got == f'<figure><img src="{SITE}/a.jpg" alt="Мост ночью" width="1200" height="800"></figure>'


@pytest.mark.parametrize(
    "raw",
    [
        '<figure><img src="/a.jpg"><figcaption>Мост</figcaption></figure>',
        '<figure><figcaption>Мост</figcaption><img src="/a.jpg"></figure>',
        '<figure><div><img src="/a.jpg"></div><p>Мост</p></figure>',
        '<div class="wp-caption"><img src="/a.jpg"><p class="wp-caption-text">Мост</p></div>',
        '<div class="photo-in"><img src="/a.jpg"><div class="sign">Мост</div></div>',
        '<div class="articlePhoto"><img src="/a.jpg"><span>Мост</span></div>',
        '<img src="/a.jpg"><div class="photo-caption">Мост</div>',
        '<p><img src="/a.jpg"></p><p class="image__caption">Мост</p>',
        '<figure><img src="/a.jpg"><noscript><img src="/a.jpg"></noscript><figcaption>Мост</figcaption></figure>',
    ],
)
def test_a_caption_belongs_to_its_picture(raw: str) -> None:
    assert canonical_of(f"<p>Раз.</p>{raw}<p>Два.</p>") == f"<p>Раз.</p>{figure('/a.jpg', 'Мост')}<p>Два.</p>"


@pytest.mark.parametrize(
    "raw",
    [
        "<figure><figcaption>Мост</figcaption></figure>",
        f'<figure><img src="{STAND_IN}"><span>Фото</span><figcaption>Мост</figcaption></figure>',
        '<div class="photo-caption">Мост</div>',
    ],
)
def test_a_caption_of_nothing_is_nothing(raw: str) -> None:
    assert canonical_of(f"<p>Раз.</p>{raw}<p>Два.</p>") == "<p>Раз.</p><p>Два.</p>"


def test_a_figure_may_hold_a_table_or_a_quotation() -> None:
    table = "<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>"
    assert canonical_of(f"<figure>{table}<figcaption>Цены</figcaption></figure>") == f"{table}<p>Цены</p>"
    assert (
        canonical_of("<figure><blockquote>Ждали.</blockquote></figure>")
        == "<blockquote><p>Ждали.</p></blockquote>"
    )


def test_a_caption_never_takes_the_text_in() -> None:
    text = "Мост закрыли на ремонт. " * 40
    got = canonical_of(f'<div class="photo"><img src="/a.jpg"><p>{text}</p></div>')
    assert got == f"{figure('/a.jpg')}<p>{text.strip()}</p>"


@pytest.mark.parametrize("name", ["gallery", "slider", "photoGallery", "swiper-container", "fotorama"])
def test_a_gallery_is_one_figure_with_its_pictures_each_once(name: str) -> None:
    slides = "".join(
        f'<figure><img src="/{n}.jpg"><figcaption>{n}</figcaption></figure>' for n in (1, 2, 2, 3)
    )
    inner = "".join(figure(f"/{n}.jpg", str(n)) for n in (1, 2, 3))
    got = canonical_of(f'<div class="{name}">{slides}<p class="gallery__caption">Ночь в депо</p></div>')
    assert got == f'<figure class="gallery">{inner}<figcaption>Ночь в депо</figcaption></figure>'


def test_pictures_leave_lists_tables_and_sentences_for_the_place_behind_them() -> None:
    assert canonical_of('<ul><li>a<img src="/a.jpg">b</li></ul>') == f"<ul><li>ab</li></ul>{figure('/a.jpg')}"
    assert canonical_of('<blockquote><p>a</p><img src="/a.jpg"></blockquote>') == (
        f"<blockquote><p>a</p></blockquote>{figure('/a.jpg')}"
    )
    assert canonical_of('<p>a<img src="/a.jpg">b</p>') == f"<p>a</p>{figure('/a.jpg')}<p>b</p>"


def test_an_emoji_is_text() -> None:
    assert canonical_of('<p>Ура <img class="emoji" src="/1f600.png" alt="😀"></p>') == "<p>Ура 😀</p>"


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        (
            '<video src="/a.mp4" poster="/a.jpg" width="640" height="360" type="video/mp4; codecs=avc1"></video>',
            f'<video src="{SITE}/a.mp4" type="video/mp4" poster="{SITE}/a.jpg" width="640" height="360"></video>',
        ),
        (
            '<video><source src="/a.webm" type="video/webm"><source src="/a.mp4" type="video/mp4">Нет</video>',
            f'<video src="{SITE}/a.mp4" type="video/mp4"></video>',
        ),
        (
            '<audio><source src="/a.mp3" type="audio/mpeg"></audio>',
            f'<audio src="{SITE}/a.mp3" type="audio/mpeg"></audio>',
        ),
        (
            '<iframe src="//player.example/v/1" width="640" height="360" title="Шторм" onload="x"></iframe>',
            '<iframe src="https://player.example/v/1" width="640" height="360" title="Шторм"></iframe>',
        ),
        ('<iframe data-src="https://player.example/v/1"></iframe>', '<iframe src="https://player.example/v/1"></iframe>'),
        ('<embed src="https://player.example/v/1">', '<iframe src="https://player.example/v/1"></iframe>'),
    ],
)  # fmt: skip
def test_players_and_files(raw: str, wanted: str) -> None:
    assert canonical_of(raw) == f"<figure>{wanted}</figure>"


@pytest.mark.parametrize(
    "raw",
    [
        '<iframe src="https://player.example/v/1" style="display: none"></iframe>',
        '<iframe src="https://player.example/v/1" width="0" height="0"></iframe>',
        '<iframe src="about:blank"></iframe>',
        '<embed src="https://player.example/a.swf?x=1">',
        "<video>Нет</video>",
        '<iframe src="https://mc.yandex.ru/x"></iframe>',
        '<img src="https://counter.yadro.ru/hit">',
    ],
)
def test_what_readers_do_not_see_is_no_media(raw: str) -> None:
    assert canonical_of(raw) == ""

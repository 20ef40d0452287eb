"""Signatures of webhooks, made by other means than ours."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.publication import Source
from feeds.serve.signatures import Signed, Unsigned, lacking, secrets, verify

KEY = b"0123456789abcdef01234567"
SECRET = "whsec_" + base64.b64encode(KEY).decode()
OTHER = "whsec_" + base64.b64encode(b"another-secret-of-24-byte").decode()
BODY = json.dumps({"type": "rebuild"}).encode()
NOW = 1_795_000_000.0


def standard(body: bytes = BODY, key: bytes = KEY, name: str = "msg_1", at: float = NOW) -> dict[str, str]:
    stamp = str(int(at))
    made = hmac.new(key, b".".join((name.encode(), stamp.encode(), body)), hashlib.sha256).digest()
    return {
        "webhook-id": name,
        "webhook-timestamp": stamp,
        "webhook-signature": "v1," + base64.b64encode(made).decode(),
    }


def test_the_example_of_the_scheme_is_verified() -> None:
    """The vector that the scheme's own libraries test themselves with."""
    headers = {
        "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "webhook-timestamp": "1614265330",
        "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    }
    secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    assert verify("standard", headers, b'{"test": 2432232314}', [secret], now=1614265330) == Signed(
        headers["webhook-id"]
    )


@pytest.mark.parametrize("known", [[SECRET], [OTHER, SECRET], [SECRET.removeprefix("whsec_")]])
def test_one_of_the_secrets_is_enough(known: list[str]) -> None:
    assert verify("standard", standard(), BODY, known, now=NOW) == Signed("msg_1")


def test_one_of_several_signatures_is_enough() -> None:
    headers = standard()
    headers["webhook-signature"] = f"v1,AAAA {headers['webhook-signature']} v2,BBBB"
    assert isinstance(verify("standard", headers, BODY, [SECRET], now=NOW), Signed)


@pytest.mark.parametrize(
    ("headers", "body", "known", "now"),
    [
        (standard(), BODY + b" ", [SECRET], NOW),
        (standard(), BODY, [OTHER], NOW),
        (standard(), BODY, [], NOW),
        (standard(), BODY, ["no base64!"], NOW),
        (standard(), BODY, [SECRET], NOW + 301),
        (standard(), BODY, [SECRET], NOW - 301),
        ({**standard(), "webhook-id": "msg_2"}, BODY, [SECRET], NOW),
        ({**standard(), "webhook-timestamp": "soon"}, BODY, [SECRET], NOW),
        ({**standard(), "webhook-timestamp": "9" * 40}, BODY, [SECRET], NOW),
        ({**standard(), "webhook-signature": standard()["webhook-signature"][3:]}, BODY, [SECRET], NOW),
        ({}, BODY, [SECRET], NOW),
    ],
)
def test_anything_else_is_refused(headers: dict[str, str], body: bytes, known: list[str], now: float) -> None:
    assert isinstance(verify("standard", headers, body, known, now=now), Unsigned)


def test_a_message_within_five_minutes_is_taken() -> None:
    for shift in (-300, 0, 300):
        assert isinstance(verify("standard", standard(), BODY, [SECRET], now=NOW + shift), Signed)


HEX = hmac.new(b"plain secret", BODY, hashlib.sha256).hexdigest()
BASE64 = base64.b64encode(bytes.fromhex(HEX)).decode()


@pytest.mark.parametrize(
    ("scheme", "header", "headers"),
    [
        ("github", None, {"x-hub-signature-256": f"sha256={HEX}"}),
        ("hmac", None, {"x-signature": HEX}),
        ("hmac", None, {"x-signature": HEX.upper()}),
        ("hmac", "X-WC-Webhook-Signature", {"x-wc-webhook-signature": BASE64}),
        ("hmac", "X-My-Signature", {"x-my-signature": f"sha256={HEX}"}),
    ],
)
def test_plain_signatures(scheme: str, header: str | None, headers: dict[str, str]) -> None:
    signed = verify(scheme, headers, BODY, ["plain secret"], now=NOW, header=header)  # type: ignore[arg-type]
    assert isinstance(signed, Signed)
    wrong = verify(scheme, headers, BODY, ["other secret"], now=NOW, header=header)  # type: ignore[arg-type]
    assert isinstance(wrong, Unsigned)


@pytest.mark.parametrize("message", [BODY, BODY + b"1795000000000"])
def test_ghost_signs_the_body_alone_or_with_the_time(message: bytes) -> None:
    made = hmac.new(b"plain secret", message, hashlib.sha256).hexdigest()
    headers = {"x-ghost-signature": f"sha256={made}, t=1795000000000"}
    assert isinstance(verify("ghost", headers, BODY, ["plain secret"], now=NOW), Signed)
    assert isinstance(verify("ghost", headers, BODY + b"x", ["plain secret"], now=NOW), Unsigned)


def test_a_message_without_an_id_is_known_by_its_content() -> None:
    headers = {"x-signature": HEX}
    first = verify("hmac", headers, BODY, ["plain secret"], now=NOW)
    assert first == verify("hmac", headers, BODY, ["plain secret"], now=NOW + 99)
    named = verify("hmac", {**headers, "x-request-id": "r1"}, BODY, ["plain secret"], now=NOW)
    assert named == Signed("r1")


def test_several_secrets_of_a_variable() -> None:
    assert secrets("whsec_a, whsec_b\nwhsec_c") == ["whsec_a", "whsec_b", "whsec_c"]
    assert secrets("  ") == []


@given(
    st.dictionaries(
        st.sampled_from(["webhook-id", "webhook-timestamp", "webhook-signature", "x-signature"]),
        st.text(max_size=40),
    ),
    st.binary(max_size=40),
)
def test_nothing_unsigned_gets_in(headers: dict[str, str], body: bytes) -> None:
    for scheme in ("standard", "hmac", "github", "ghost"):
        assert isinstance(verify(scheme, headers, body, [SECRET], now=NOW), Unsigned)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("scheme", "value", "said"),
    [
        ("standard", None, "is not set"),
        ("standard", " , ", "is not set"),
        ("standard", "whsec_не base64!", "holds no base64"),
        ("standard", f"broken! {SECRET}", None),
        ("hmac", None, "is not set"),
        ("hmac", "any letters!", None),
    ],
)
def test_webhooks_that_can_take_no_message_are_told(scheme: str, value: str | None, said: str | None) -> None:
    source = Source(name="cms", kind="webhook", secret_env="CMS", signature=scheme)  # type: ignore[arg-type]
    others = Source(name="pages", kind="html", path="*.html")
    found = list(lacking([others, source], {} if value is None else {"CMS": value}))
    assert [told.name for told, _ in found] == (["cms"] if said else [])
    for _, problem in found:
        assert "CMS" in problem
        assert said is not None
        assert said in problem
        assert value is None or value.strip(" ,") == "" or value not in problem

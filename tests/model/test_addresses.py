"""Work addresses in every disguise, and the look-alikes that are none."""

# ruff: noqa: RUF001 - look-alike letters are the point of this file

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfaudit.model.addresses import Address, find_addresses
from selfaudit.model.vocabulary import Confidence

DOMAINS = ("larkfield.sch.uk", ".northtyneside.gov.uk", "@ntlp.gov.uk", "bücher.example")
CERTAIN, LIKELY, UNSURE = Confidence.CERTAIN, Confidence.LIKELY, Confidence.UNSURE


def found(text: str) -> list[tuple[str, str, Confidence]]:
    return [(hit.written, hit.address, hit.confidence) for hit in find_addresses(text, DOMAINS)]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Write to jane@ntlp.gov.uk.", "jane@ntlp.gov.uk"),
        ("JANE.SMITH@NTLP.GOV.UK!", "JANE.SMITH@NTLP.GOV.UK"),
        ("(jane@larkfield.ntlp.gov.uk)", "jane@larkfield.ntlp.gov.uk"),
        ("<jane@ntlp.gov.uk>,", "jane@ntlp.gov.uk"),
        ("mailto:jane@ntlp.gov.uk?subject=Hi", "jane@ntlp.gov.uk"),
        ("o'brien+x@ntlp.gov.uk", "o'brien+x@ntlp.gov.uk"),
        ("jane@ntlp.gov.uk/page", "jane@ntlp.gov.uk"),
        ("jane@ntlp.gov.uk•Teacher", "jane@ntlp.gov.uk"),
        ("jane@bücher.example", "jane@bücher.example"),
        ("jane@xn--bcher-kva.example", "jane@xn--bcher-kva.example"),
    ],
)
def test_a_plain_address_is_certain_and_is_quoted_without_what_stands_around_it(
    text: str, written: str
) -> None:
    assert found(text) == [(written, written.lower(), CERTAIN)]


def test_a_percent_encoded_link_is_as_plain_as_the_address_it_opens() -> None:
    assert found("mailto:jane%40ntlp.gov.uk?cc=x") == [("jane%40ntlp.gov.uk", "jane@ntlp.gov.uk", CERTAIN)]


@pytest.mark.parametrize(
    "text",
    [
        "jane [at] ntlp dot gov dot uk",
        "jane(at)ntlp.gov.uk",
        "jane (at) ntlp (dot) gov (dot) uk",
        "jane {at} ntlp {dot} gov {dot} uk",
        "jane <at> ntlp <dot> gov <dot> uk",
        "jane【at】ntlp【dot】gov【dot】uk",
        "jane [ at ] ntlp [ dot ] gov [ dot ] uk",
        "jane AT ntlp DOT gov DOT uk",
        "jane AT ntlp.gov.uk",
        "janeATntlpDOTgovDOTuk",
        "Jane at ntlp dot gov.uk",
        "jane_at_ntlp_dot_gov_dot_uk",
        "jane-at-ntlp-dot-gov-dot-uk",
        "jane*at*ntlp*dot*gov*dot*uk",
        'jane "at" ntlp "dot" gov "dot" uk',
        "jane@ntlp dot gov dot uk",
        "jane (a) ntlp.gov.uk",
        "jane[@]ntlp[.]gov[.]uk",
        "jane @ ntlp . gov . uk",
        "jane@ ntlp.gov.uk",
        "jane@ntlp. gov. uk",
        "jane@ntlp\n.gov.uk",
        "j a n e @ n t l p . g o v . u k",
        "ｊａｎｅ＠ｎｔｌｐ．ｇｏｖ．ｕｋ",
        "𝐣𝐚𝐧𝐞@𝐧𝐭𝐥𝐩.𝐠𝐨𝐯.𝐮𝐤",
        "ja\u200bne@nt\u00adlp.gov\u2060.uk",
        "j\u0332ane@ntlp.gov.uk",
        "jаne@ntlр.gov.uk",  # two letters here are Cyrillic
        "jane@ntlp․gov․uk",
        "jane@ntlp。gov｡uk",
        "jane@ntlp·gov•uk",
        "jane&#64;ntlp&period;gov.uk",
        "jane&amp;#x40;ntlp.gov.uk",
        r"jane\u0040ntlp.gov.uk",
        "jane ⓐ ntlp.gov.uk",
    ],
)
def test_a_disguised_address_is_likely_and_is_quoted_as_it_is_written(text: str) -> None:
    assert found(text) == [(text, "jane@ntlp.gov.uk", LIKELY)]


@pytest.mark.parametrize(
    ("text", "written", "address"),
    [
        ("jane.smith at ntlp.gov.uk", "jane.smith at ntlp.gov.uk", "jane.smith@ntlp.gov.uk"),
        (
            "I'm jane dot smith at ntlp dot gov dot uk, hi",
            "jane dot smith at ntlp dot gov dot uk",
            "jane.smith@ntlp.gov.uk",
        ),
        (
            "name [at] larkfield dot sch dot uk.",
            "name [at] larkfield dot sch dot uk",
            "name@larkfield.sch.uk",
        ),
    ],
)
def test_a_disguised_address_ends_where_the_sentence_goes_on(text: str, written: str, address: str) -> None:
    assert found(text) == [(written, address, LIKELY)]


@pytest.mark.parametrize("text", ["jane @ntlp.gov.uk", "@jane@ntlp.gov.uk", "E-mail: jsmith at ntlp.gov.uk"])
def test_what_may_be_a_mention_or_a_handle_is_left_to_a_person(text: str) -> None:
    assert [confidence for _written, _address, confidence in found(text)] == [UNSURE]


@pytest.mark.parametrize(
    "text",
    [
        "x@notntlp.gov.uk",
        "x@not-ntlp.gov.uk",
        "x@ntlp.gov.uk.example.com",
        "x@ntlp.gov.uk.evil",
        "x@ntlp.gov.uk%2eevil",
        "x@ntlp.gov.uk-evil.com",
        "x@ntlp.gov.ukulele",
        "x@ntlpxgov.uk",
        "x@gov.uk",
        "x@sch.uk",
        "x@ntlp.gov.uk@evil.com",
        "http://ntlp.gov.uk@evil.com",
        "x at ntlp dot gov dot uk dot evil dot com",
        "x@ntlp . gov . uk . evil . com",
        "x@ntlp•gov•uk•evil•com",
        "see ntlp.gov.uk",
        "https://www.ntlp.gov.uk/@jane",
        "@ntlp.gov.uk",
        "Thanks @northtyneside.gov.uk",
        "I work at northtyneside.gov.uk",
        "Teacher @ northtyneside.gov.uk",
        "Find out more at ntlp.gov.uk",
        "jobs at ntlp.gov.uk",
        "look-at-ntlp.gov.uk",
        "meet me at ntlp dot gov dot uk",
        "meet me at ntlp dot",
        "Our website at ntlp dot gov dot uk",
        "jane@gmail.com • ntlp.gov.uk",
        "jane@gmail.com. ntlp.gov.uk is our site",
    ],
)
def test_look_alikes_are_no_addresses(text: str) -> None:
    assert found(text) == []


def test_the_place_of_an_address_covers_exactly_what_is_written() -> None:
    text = "a & b: ja\u200bne@ntlp.gov.uk; bob@ntlp.gov.uk"
    assert [text[hit.start : hit.end] for hit in find_addresses(text, DOMAINS)] == [
        "ja\u200bne@ntlp.gov.uk",
        "bob@ntlp.gov.uk",
    ]
    assert [hit.disguised for hit in find_addresses(text, DOMAINS)] == [True, False]


def test_no_domains_find_nothing() -> None:
    assert find_addresses("jane@ntlp.gov.uk", ()) == ()
    assert find_addresses("jane@ntlp.gov.uk", ("", " . ")) == ()


_PIECES = st.sampled_from(
    ["@", " at ", "(at)", "ntlp", ".", " dot ", "gov", "uk", "jane", "&#64;", "%", "\\u", "•"]
)


@given(st.one_of(st.text(), st.lists(_PIECES).map("".join)))
def test_any_text_is_read_and_what_is_found_stands_in_it(text: str) -> None:
    for hit in find_addresses(text, DOMAINS):
        assert isinstance(hit, Address)
        assert text[hit.start : hit.end] == hit.written
        assert hit.address.endswith(("ntlp.gov.uk", "northtyneside.gov.uk", "larkfield.sch.uk", ".example"))


_LABEL = st.text(string.ascii_lowercase + string.digits, min_size=1, max_size=12)


@given(_LABEL, st.lists(_LABEL, min_size=2, max_size=4).map(".".join))
def test_an_address_at_any_other_domain_is_never_found(mailbox: str, domain: str) -> None:
    if not f".{domain}".endswith((".larkfield.sch.uk", ".northtyneside.gov.uk", ".ntlp.gov.uk")):
        assert found(f"Write to {mailbox}@{domain} or {mailbox} (at) {domain.replace('.', ' dot ')}") == []

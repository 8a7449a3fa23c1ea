"""The role a source is given, in the report's words."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.attribute import attribute
from sayso.attribute.posts import post


@pytest.mark.parametrize(
    ("name", "source", "wanted"),
    [
        ("minister_he", "Interior Minister Adoum Tchari", "Interior Minister"),
        ("quote_before", "Amal Haddad, a farmer", "farmer"),
        ("the_pm", "The prime minister", "prime minister"),
        ("security_sources", "Two security sources", "security sources"),
        ("former", "A former minister", "former minister"),
        ("bare_name", "NATO", None),
        ("who_heads", "Luc Martel, who heads the regional fishing committee", None),
        ("nobody_he", "He", None),
    ],
)
def test_the_role_is_told_without_article_and_number(
    tree: Any, said: Any, name: str, source: str, wanted: str | None
) -> None:
    read = tree(name)
    assert post(read, said(read, source).source) == wanted


def test_no_source_has_no_role(tree: Any) -> None:
    assert post(tree("he"), ()) is None


def test_a_pronoun_has_the_role_of_whom_it_stands_for(parsed: Any) -> None:
    (one,) = attribute(parsed("minister_he"))

    assert one.source_role == "Interior Minister"

"""
Names of places against gold toponyms: how many are put within 161 km (100 miles) of where they are.

The names are given (gold spans), the report's text and its outlet's domain are the context: "all" counts a
name that nothing is found for as wrong, "found" leaves it out. Toponyms that the gold gives no place are
passed over. Sets: LGL (Lieberman, Samet, Sankaranarayanan 2010), TR-News (Kamalloo, Rafiei 2018).
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from sayso.ground.globe import distance
from sayso.ground.resolve import Asked, Located, resolve

SETS = {"LGL": "lgl.xml", "TR-News": "TR-News.xml"}
NEAR = 161.0
"""In kilometres."""


class Toponym(Struct, frozen=True):
    """A name in a report with the place it is, in degrees."""

    asked: Asked
    lat: float
    lon: float
    id: int


class Told(Struct, frozen=True):
    """A report of a set."""

    text: str
    url: str
    toponyms: tuple[Toponym, ...]


def places(data: Path) -> dict[str, float] | None:
    """Accuracy at 161 km of each set, over all names and over those found; None where there is no set."""
    figures: dict[str, float] = {}
    for name, file in SETS.items():
        path = data / "geo" / file
        if path.exists():
            figures |= {f"{name} {what}": value for what, value in accuracy(list(articles(path))).items()}
    return figures or None


def accuracy(told: list[Told]) -> dict[str, float]:
    """Right over all, right over found, and found over all."""
    total = found = right = 0
    for article in told:
        for toponym, place in zip(article.toponyms, answers(article), strict=True):
            total += 1
            found += place.place is not None
            right += near(toponym, place)
    return {"all": right / max(1, total), "found": right / max(1, found), "recall": found / max(1, total)}


def answers(article: Told) -> list[Located]:
    """What the resolver says of each toponym of a report."""
    return resolve([one.asked for one in article.toponyms], article.text, article.url)


def near(toponym: Toponym, place: Located) -> bool:
    """Is the place found where the gold has it?"""
    if place.place is None:
        return False
    return distance((toponym.lat, toponym.lon), (place.place.lat, place.place.lon)) <= NEAR


def articles(path: Path) -> Iterator[Told]:
    """The reports of a file in the format both sets share."""
    for article in ET.parse(path).getroot().iter("article"):
        text = article.findtext("text") or ""
        toponyms = tuple(_toponyms(article))
        domain = (article.findtext("domain") or "").strip()
        yield Told(text, f"http://{domain}/" if domain else "", toponyms)


def _toponyms(article: ET.Element) -> Iterator[Toponym]:
    for one in article.iter("toponym"):
        tag = one.find("gaztag")
        if tag is None or not tag.findtext("lat"):
            continue
        span = (int(one.findtext("start") or 0), int(one.findtext("end") or 0))
        asked = Asked((one.findtext("phrase") or "").strip(), span)
        yield Toponym(
            asked,
            float(tag.findtext("lat") or 0),
            float(tag.findtext("lon") or 0),
            int(tag.get("geonameid") or 0),
        )

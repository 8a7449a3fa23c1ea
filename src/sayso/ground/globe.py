"""Distances and directions on the globe, across the date line and the poles alike."""

from __future__ import annotations

from math import asin, atan2, cos, degrees, pi, radians, sin
from typing import Any

import numpy as np

RADIUS = 6371.0
"""Of the Earth, in kilometres (mean)."""
Point = tuple[float, float]
Array = np.ndarray[Any, np.dtype[np.float64]]


def distance(one: Point, other: Point) -> float:
    """Kilometres between two points, each latitude and longitude in degrees (haversine)."""
    lat, lon = radians(one[0]), radians(one[1])
    lat2, lon2 = radians(other[0]), radians(other[1])
    half = sin((lat2 - lat) / 2) ** 2 + cos(lat) * cos(lat2) * sin((lon2 - lon) / 2) ** 2
    return 2 * RADIUS * asin(min(1.0, half**0.5))


def onward(start: Point, bearing: float, kilometres: float) -> Point:
    """The point so far from another in a direction, in degrees clockwise from north."""
    lat, lon, way, arc = radians(start[0]), radians(start[1]), radians(bearing), kilometres / RADIUS
    there = asin(max(-1.0, min(1.0, sin(lat) * cos(arc) + cos(lat) * sin(arc) * cos(way))))
    east = atan2(sin(way) * sin(arc) * cos(lat), cos(arc) - sin(lat) * sin(there))
    return round(degrees(there), 4), round((degrees(lon + east) + 540) % 360 - 180, 4)


def vectors(lats: Array, lons: Array) -> Array:
    """Points in degrees as unit vectors, one a row."""
    lat, lon = lats * (pi / 180), lons * (pi / 180)
    return np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)


def apart(some: Array, others: Array) -> Array:
    """Kilometres between unit vectors: rows of the first by rows of the second."""
    found: Array = RADIUS * np.arccos(np.clip(some @ others.T, -1.0, 1.0))
    return found

"""A URL's bytes, had safely: public addresses only, bounded in time, size and redirects."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version

import httpcore2
import httpx2
from msgspec import Struct

from sayso.acquire.guard import Door, Guard, Network
from sayso.acquire.sniffing import BY_MEDIA_TYPE
from sayso.errors import FetchError

MAX_BYTES = 10_000_000
MAX_REDIRECTS = 5
SECONDS = 20.0
CODINGS = ("", "identity", "gzip", "deflate")
REDIRECTS = (301, 302, 303, 307, 308)
TROUBLE = (
    httpx2.HTTPError, httpx2.InvalidURL, httpx2.StreamError,
    httpcore2.NetworkError, httpcore2.TimeoutException, httpcore2.ProtocolError,
    httpcore2.UnsupportedProtocol, OSError,
)  # fmt: skip


class Fetched(Struct, frozen=True):
    """What a server gave: the final URL, the decoded bytes, the media type and the charset it declared."""

    url: str
    raw: bytes
    media_type: str | None = None
    charset: str | None = None


def fetch(
    url: str,
    *,
    allow_private: bool = False,
    network: Network | None = None,
    seconds: float = SECONDS,
    max_bytes: int = MAX_BYTES,
) -> Fetched:
    """
    The bytes at a URL.

    Args:
        url: http or https.
        allow_private: Also ask addresses of one's own network, and any port.
        network: How names are resolved and addresses connected to.
        seconds: For everything together, redirects and all.
        max_bytes: Of the decoded body.

    Raises:
        FetchError: S120 not such a URL, S121 the address may not be asked, S122 name, S123 connection
            or time, S124 status, S125 content type, S126 size, S127 redirects.
    """
    guard = Guard(network or Network(), allow_private=allow_private, seconds=seconds)
    with httpx2.Client(
        transport=Door(guard), trust_env=False, follow_redirects=False, timeout=seconds
    ) as client:
        try:
            return _followed(client, checked(url), max_bytes)
        except TROUBLE as error:
            saw = f"{shown(url)}: {str(error) or type(error).__name__}"
            raise FetchError("S123", "the server cannot be read", saw=saw, do="try again later") from error


def checked(url: str) -> httpx2.URL:
    """
    The URL, if it is one that may be asked.

    Raises:
        FetchError: S120.
    """
    try:
        parsed = httpx2.URL(url.strip())
    except (httpx2.InvalidURL, ValueError) as error:
        raise FetchError("S120", "not a URL", saw=repr(url[:200]), do="give an http(s) address") from error
    if parsed.scheme not in ("http", "https") or not parsed.host:
        saw = repr(shown(url)[:200])
        raise FetchError("S120", "only http and https addresses are read", saw=saw, do="save the page")
    if parsed.userinfo:
        raise FetchError("S120", "the URL carries a password", saw=parsed.host, do="save the page yourself")
    return parsed


def shown(url: str) -> str:
    """The URL without password and query, for messages."""
    bare, _, _ = url.partition("?")
    scheme, slashes, rest = bare.partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme}{slashes}{host.rpartition('@')[2]}{slash}{path}"


def _followed(client: httpx2.Client, url: httpx2.URL, max_bytes: int) -> Fetched:
    for _ in range(MAX_REDIRECTS + 1):
        with client.stream("GET", url, headers=_headers()) as response:
            if response.status_code not in REDIRECTS or "location" not in response.headers:
                return _received(response, max_bytes)
            url = checked(str(url.join(response.headers["location"])))
    saw = f"more than {MAX_REDIRECTS}, the last to {shown(str(url))}"
    raise FetchError("S127", "the server redirects too often", saw=saw, do="give the final address")


def _headers() -> dict[str, str]:
    return {
        "User-Agent": f"sayso/{version('sayso')}",
        "Accept": "text/html, application/xhtml+xml, text/plain, application/json;q=0.9",
        "Accept-Encoding": "gzip, deflate",
    }


def _received(response: httpx2.Response, max_bytes: int) -> Fetched:
    where = shown(str(response.url))
    if not 200 <= response.status_code < 300:
        saw = f"{where}: status {response.status_code}"
        raise FetchError("S124", "the server has no page there", saw=saw, do="check the address")
    media_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type and media_type not in BY_MEDIA_TYPE:
        saw = f"{where}: {media_type}"
        raise FetchError("S125", "the content is neither HTML, text nor JSON", saw=saw)
    coding = response.headers.get("content-encoding", "").strip().lower()
    if coding not in CODINGS:
        # One coding, of those bounded above; a chain of them is how bombs are wrapped.
        raise FetchError("S125", "the content is packed in a way not asked for", saw=f"{where}: {coding}")
    raw = b"".join(_bounded(response, max_bytes, where))
    return Fetched(str(response.url), raw, media_type or None, response.charset_encoding)


def _bounded(response: httpx2.Response, max_bytes: int, where: str) -> Iterator[bytes]:
    received = 0
    for chunk in response.iter_bytes():
        received += len(chunk)
        if received > max_bytes:
            saw = f"{where}: more than {max_bytes:,} bytes unpacked"
            raise FetchError("S126", "the page is too large", saw=saw, do="save it and give the file")
        yield chunk

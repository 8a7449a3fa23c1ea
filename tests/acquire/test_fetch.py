"""Bytes of a URL, from real servers on loopback and a resolver of our own."""

from __future__ import annotations

import contextlib
import gzip
import time
import tracemalloc
import zlib

import httpcore2
import pytest

from sayso.acquire.fetch import MAX_REDIRECTS, fetch, shown
from sayso.acquire.guard import Network
from sayso.errors import FetchError


def outside(site, **names):
    """A world in which the names have the addresses given and every address leads to the site."""

    def resolve(name, port):
        return names.get(name.replace(".", "_"), [name])

    def dial(address, port, seconds):
        return httpcore2.SyncBackend().connect_tcp("127.0.0.1", site.port, timeout=seconds)

    return Network(resolve, dial)


def code(url, **options):
    with pytest.raises(FetchError) as caught:
        fetch(url, **{"allow_private": True, **options})
    return caught.value.code


def test_the_bytes_come_with_address_type_and_charset(site):
    url = site.gives("/a?b=c", "Привет".encode("cp1251"), content_type="text/html; charset=windows-1251")
    found = fetch(url, allow_private=True)

    assert found.raw.decode("cp1251") == "Привет"
    assert (found.url, found.media_type, found.charset) == (url, "text/html", "windows-1251")


def test_a_public_name_is_asked_at_its_address_under_its_name(site):
    seen = []
    site.gives("/", b"<p>news</p>")
    answer = site.answers["/"]
    site.answers["/"] = lambda handler: (seen.append(handler.headers["host"]), answer(handler))
    found = fetch("http://news.example/", network=outside(site, news_example=["93.184.216.34"]))

    assert found.raw == b"<p>news</p>"
    assert seen == ["news.example"]


@pytest.mark.parametrize("url", [
    "http://127.0.0.1/", "http://localhost/", "http://127.1/", "http://2130706433/", "http://0x7f000001/",
    "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://0.0.0.0/", "http://169.254.169.254/latest/meta-data/",
    "http://10.0.0.1/", "http://192.168.0.1/", "http://172.16.0.1/", "http://100.64.0.1/", "http://[fe80::1]/",
    "http://[fec0::1]/", "http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/", "http://[::127.0.0.1]/",
    "http://192.0.0.8/", "http://224.0.0.1/", "https://127.0.0.1/", "http://127.0.0.1:80/", "http://127.0.0.1.:80/",
    "http://①②⑦.⓪.⓪.①/",
])  # fmt: skip
def test_addresses_of_ones_own_network_are_not_asked(url):
    with pytest.raises(FetchError) as caught:
        fetch(url)

    assert caught.value.code in ("S121", "S122", "S120")


@pytest.mark.parametrize("url", [
    "ftp://example.com/x", "file:///etc/passwd", "gopher://127.0.0.1:6379/_x", "http://", "http:///x", "://x",
    "http://user:secret@example.com/", "data://text/html,x", "http://[::1", "unix:///x",
])  # fmt: skip
def test_what_is_no_web_address_is_refused(url):
    with pytest.raises(FetchError) as caught:
        fetch(url)

    assert caught.value.code == "S120"
    assert "secret" not in str(caught.value)


def test_other_ports_are_asked_only_where_private_ones_are(site):
    with pytest.raises(FetchError, match="S120"):
        fetch(site.gives("/", b"x"))
    assert site.asked == []


@pytest.mark.parametrize("target", [
    "http://127.0.0.1/admin", "http://169.254.169.254/latest/meta-data/", "http://[::1]/", "//10.0.0.1/x",
    "http://inside.example/", "file:///etc/passwd", "http://news.example:8080/", "http://a:b@news.example/",
])  # fmt: skip
def test_a_redirect_inwards_is_not_followed(site, target):
    site.gives("/", status=302, location=target)
    network = outside(site, news_example=["93.184.216.34"], inside_example=["192.168.0.10"])
    with pytest.raises(FetchError) as caught:
        fetch("http://news.example/", network=network)

    assert caught.value.code in ("S120", "S121")
    assert site.asked == ["/"]


def test_redirects_are_followed_and_counted(site):
    for number in range(MAX_REDIRECTS):
        site.gives(f"/{number}", status=301, location=f"/{number + 1}")
    end = site.gives(f"/{MAX_REDIRECTS}", b"there")

    assert fetch(site.address + "/0", allow_private=True).url == end
    site.gives("/round", status=307, location="/round")
    assert code(site.address + "/round") == "S127"


def test_a_name_that_turns_inwards_between_two_requests_is_refused(site):
    answers = [["93.184.216.34"], ["127.0.0.1"]]

    def resolve(name, port):
        return answers.pop(0)

    site.gives("/", status=302, location="http://other.example/x", connection="close")
    network = Network(resolve, outside(site).dial)
    with pytest.raises(FetchError, match="S121"):
        fetch("http://news.example/", network=network)


ZEROS = 40_000_000


def packed(coding):
    maker = zlib.compressobj(9, wbits={"gzip": 31, "deflate": 15, "raw": -15}[coding])
    return maker.compress(bytes(ZEROS)) + maker.flush()


@pytest.mark.parametrize(("made", "coding"), [("gzip", "gzip"), ("deflate", "deflate"), ("raw", "deflate")])
def test_a_bomb_is_cut_where_the_limit_is(site, made, coding):
    url = site.gives("/", packed(made), content_encoding=coding)
    tracemalloc.start()
    try:
        assert code(url, max_bytes=1_000_000) == "S126"
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert peak < 12_000_000


@pytest.mark.parametrize("coding", ["br", "zstd", "x-gzip", "gzip, gzip", "gzip,br", "compress"])
def test_what_is_packed_otherwise_is_not_unpacked(site, coding):
    assert code(site.gives("/", gzip.compress(gzip.compress(b"x")), content_encoding=coding)) == "S125"


def test_a_packed_page_is_unpacked(site):
    assert (
        fetch(site.gives("/", gzip.compress(b"page"), content_encoding="gzip"), allow_private=True).raw
        == b"page"
    )


def test_a_page_that_is_too_large_is_refused_wherever_it_says_so(site):
    assert code(site.gives("/", b"x" * 2000), max_bytes=1000) == "S126"
    assert len(fetch(site.gives("/", b"x" * 1000), allow_private=True, max_bytes=1000).raw) == 1000


def test_a_stream_without_end_is_cut(site):
    def answer(handler):
        handler.send_response(200)
        handler.send_header("content-type", "text/html")
        handler.end_headers()
        with contextlib.suppress(OSError):
            while True:
                handler.wfile.write(b"x" * 65536)

    site.answers["/"] = answer

    assert code(site.address + "/", max_bytes=1_000_000) == "S126"


@pytest.mark.parametrize("slow", ["head", "body", "line"])
def test_a_server_that_drips_is_left_at_the_deadline(site, slow):
    def answer(handler):
        with contextlib.suppress(OSError):
            if slow == "line":
                time.sleep(3)
            handler.wfile.write(b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n")
            if slow == "body":
                handler.wfile.write(b"\r\n")
            for _ in range(60):
                handler.wfile.write(b"x-a: b\r\n")
                handler.wfile.flush()
                time.sleep(0.05)

    site.answers["/"] = answer
    began = time.monotonic()

    assert code(site.address + "/", seconds=0.4) == "S123"
    assert time.monotonic() - began < 2.5


@pytest.mark.parametrize("status", [204, 304, 400, 401, 403, 404, 410, 429, 500, 503])
def test_a_page_that_is_not_there_is_told_with_its_status(site, status):
    url = site.gives("/x", b"", status=status)
    if status == 204:
        assert fetch(url, allow_private=True).raw == b""
        return
    with pytest.raises(FetchError, match=rf"\[S124\].*status {status}"):
        fetch(url, allow_private=True)


@pytest.mark.parametrize(
    "media_type", ["application/pdf", "image/png", "video/mp4", "application/octet-stream", "text/css"]
)
def test_what_is_no_text_is_not_read(site, media_type):
    assert code(site.gives("/", b"x", content_type=media_type)) == "S125"


@pytest.mark.parametrize("media_type", [
    "text/html", "TEXT/HTML; charset=utf-8", "application/xhtml+xml", "text/plain", "application/json",
    "application/x-ndjson", "",
])  # fmt: skip
def test_text_of_every_kind_is_read(site, media_type):
    assert fetch(site.gives("/", b"x", content_type=media_type), allow_private=True).raw == b"x"


def test_nonsense_on_the_line_is_a_coded_error(site):
    def answer(handler):
        handler.wfile.write(b"\x16\x03\x01 nonsense\r\n\r\n")

    site.answers["/"] = answer

    assert code(site.address + "/") == "S123"
    assert code(f"https://127.0.0.1:{site.port}/") == "S123"


def test_a_broken_packing_is_a_coded_error(site):
    assert code(site.gives("/", b"not gzip at all", content_encoding="gzip")) == "S123"


def test_nobody_listening_is_a_coded_error():
    assert code("http://127.0.0.1:9/") == "S123"


def test_proxies_of_the_environment_are_not_used(site, monkeypatch):
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")

    assert fetch(site.gives("/", b"x"), allow_private=True).raw == b"x"


def test_cookies_do_not_go_from_one_server_to_another(site):
    seen = []
    site.gives("/", status=302, location="http://other.example/x", set_cookie="a=b")
    site.gives("/x", b"x")
    answer = site.answers["/x"]
    site.answers["/x"] = lambda handler: (seen.append(handler.headers["cookie"]), answer(handler))
    fetch("http://news.example/", network=outside(site, news_example=["1.1.1.1"], other_example=["8.8.8.8"]))

    assert seen == [None]


def test_servers_are_told_who_asks(site):
    seen = {}
    site.gives("/", b"x")
    answer = site.answers["/"]
    site.answers["/"] = lambda handler: (seen.update(handler.headers), answer(handler))
    fetch(site.address + "/", allow_private=True)

    assert seen["User-Agent"].startswith("sayso/")
    assert seen["Accept-Encoding"] == "gzip, deflate"
    assert not {"Cookie", "Authorization", "Referer"} & set(seen)


def test_messages_show_addresses_without_password_and_query():
    assert shown("https://u:p@example.com/a?token=x#y") == "https://example.com/a"
    assert shown("https://example.com") == "https://example.com"
    assert shown("nonsense") == "nonsense"

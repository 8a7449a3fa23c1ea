"""
The one way out to the network: every connection, whoever asked for it, is made here, to an address
that was looked up once and checked, before a common deadline.
"""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable
from typing import Any

import httpcore2
import httpx2
from msgspec import Struct

from sayso.acquire.addresses import refusal
from sayso.errors import FetchError

HTTP_PORTS = (80, 443)
PUBLIC_ONLY = "only public addresses are asked; --allow-private opens your own network"


def look_up(name: str, port: int) -> list[str]:
    """All addresses of a host name, as the system's resolver gives them."""
    found = socket.getaddrinfo(name, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(answer[4][0]) for answer in found))


class Network(Struct, frozen=True):
    """The world outside: how names are looked up and how a checked address is connected to."""

    resolve: Callable[[str, int], list[str]] = look_up
    dial: Callable[[str, int, float], httpcore2.NetworkStream] = lambda address, port, seconds: (
        httpcore2.SyncBackend().connect_tcp(address, port, timeout=seconds)
    )


class Guard(httpcore2.NetworkBackend):
    """Connects to public addresses only, and lets nothing last longer than the deadline."""

    def __init__(self, network: Network, *, allow_private: bool, seconds: float) -> None:
        self._network = network
        self._allow_private = allow_private
        self._deadline = time.monotonic() + seconds

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,  # noqa: ARG002 - httpcore2's signature
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,  # noqa: ARG002
    ) -> httpcore2.NetworkStream:
        """
        A stream to the first of the host's addresses, if all of them may be asked.

        Raises:
            FetchError: S120 the port, S121 an address may not be asked, S122 the name is not known.
        """
        if port not in HTTP_PORTS and not self._allow_private:
            raise FetchError("S120", "the port may not be asked", saw=f"{host}:{port}", do="use 80 or 443")
        address = self._checked(host, port)
        return Bounded(self._network.dial(address, port, self.wait(timeout)), self)

    def remaining(self) -> float:
        """
        Seconds to the deadline.

        Raises:
            FetchError: S123, it has passed.
        """
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise FetchError("S123", "the server takes too long", do="try again later, or save the page")
        return left

    def wait(self, seconds: float | None) -> float:
        """So long, yet not beyond the deadline."""
        left = self.remaining()
        return left if seconds is None else min(left, seconds)

    def _checked(self, host: str, port: int) -> str:
        addresses = self._resolved(host, port)
        for address in addresses:
            why = refusal(address, allow_private=self._allow_private)
            if why:
                saw = f"{host} is at {address} ({why})"
                do = "" if self._allow_private else PUBLIC_ONLY
                raise FetchError("S121", "the address may not be asked", saw=saw, do=do)
        return addresses[0]

    def _resolved(self, host: str, port: int) -> list[str]:
        """The resolver knows no deadline, so it is left behind in a thread if it overruns."""
        found: list[str] = []
        failure: list[OSError | UnicodeError] = []

        def ask() -> None:
            try:
                found.extend(self._network.resolve(host, port))
            except (OSError, UnicodeError) as error:
                failure.append(error)

        thread = threading.Thread(target=ask, daemon=True)
        thread.start()
        thread.join(self.remaining())
        if failure or not found:
            self.remaining()
            saw = f"{host}: {failure[0] if failure else 'no address'}"
            raise FetchError("S122", "the host name cannot be resolved", saw=saw, do="check the URL")
        return found


class Bounded(httpcore2.NetworkStream):
    """A stream whose every wait ends at the guard's deadline."""

    def __init__(self, stream: httpcore2.NetworkStream, guard: Guard) -> None:
        self._stream = stream
        self._guard = guard

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Bytes, or a timeout at the deadline."""
        return self._stream.read(max_bytes, self._guard.wait(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Sends bytes, or times out at the deadline."""
        self._stream.write(buffer, self._guard.wait(timeout))

    def close(self) -> None:
        """Closes the stream."""
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        """The stream with TLS over it, under the same deadline."""
        stream = self._stream.start_tls(ssl_context, server_hostname, self._guard.wait(timeout))
        return Bounded(stream, self._guard)

    def get_extra_info(self, info: str) -> Any:
        """What the stream below tells."""
        return self._stream.get_extra_info(info)


class Door(httpx2.BaseTransport):
    """httpx2's transport over a guard; no proxies, no environment."""

    def __init__(self, guard: Guard) -> None:
        context = httpx2.create_ssl_context(trust_env=False)
        self._pool = httpcore2.ConnectionPool(ssl_context=context, network_backend=guard, max_connections=2)

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Asks, by way of the guard."""
        target = httpcore2.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        answer = self._pool.handle_request(
            httpcore2.Request(
                request.method, target, headers=request.headers.raw, extensions=request.extensions
            )
        )
        return httpx2.Response(
            answer.status, headers=answer.headers, stream=_Body(answer), extensions=answer.extensions
        )

    def close(self) -> None:
        """Closes all connections."""
        self._pool.close()


class _Body(httpx2.SyncByteStream):
    def __init__(self, answer: httpcore2.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Any:
        return self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()

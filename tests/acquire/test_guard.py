"""The one way out: checked addresses, one look-up, one deadline."""

from __future__ import annotations

import socket
import ssl
import threading
import time

import httpcore2
import pytest

from sayso.acquire.guard import Guard, Network, look_up
from sayso.errors import FetchError


class World:
    """A resolver that answers from a table, and a dialler that notes what it is asked to connect to."""

    def __init__(self, **names):
        self.names = names
        self.looked_up = []
        self.dialled = []

    def resolve(self, name, port):
        self.looked_up.append(name)
        answers = self.names[name.replace(".", "_")]
        return answers.pop(0) if isinstance(answers[0], list) else answers

    def dial(self, address, port, seconds):
        self.dialled.append((address, port))
        left, _ = socket.socketpair()
        left.close()
        return httpcore2.MockStream([])

    @property
    def network(self):
        return Network(self.resolve, self.dial)


def code(world, host, port=80, *, allow_private=False):
    with pytest.raises(FetchError) as caught:
        Guard(world.network, allow_private=allow_private, seconds=5).connect_tcp(host, port)
    assert world.dialled == []
    return caught.value.code


def test_the_checked_address_is_the_one_connected_to():
    world = World(news_example=["93.184.216.34", "1.1.1.1"])
    Guard(world.network, allow_private=False, seconds=5).connect_tcp("news.example", 443)

    assert world.dialled == [("93.184.216.34", 443)]
    assert world.looked_up == ["news.example"]


@pytest.mark.parametrize(
    "answers",
    [["127.0.0.1"], ["93.184.216.34", "127.0.0.1"], ["10.0.0.1", "93.184.216.34"], ["::1"],
     ["169.254.169.254"], ["64:ff9b::7f00:1"], ["not-an-address"]],
)  # fmt: skip
def test_one_address_that_may_not_be_asked_is_enough_to_refuse(answers):
    assert code(World(news_example=answers), "news.example") == "S121"


def test_a_name_that_changes_its_answer_is_checked_each_time():
    world = World(news_example=[["93.184.216.34"], ["127.0.0.1"]])
    guard = Guard(world.network, allow_private=False, seconds=5)
    guard.connect_tcp("news.example", 80)
    with pytest.raises(FetchError, match="S121"):
        guard.connect_tcp("news.example", 80)

    assert world.dialled == [("93.184.216.34", 80)]


@pytest.mark.parametrize("port", [22, 25, 8080, 6379, 0, 65535])
def test_only_the_ports_of_the_web_are_asked(port):
    assert code(World(news_example=["93.184.216.34"]), "news.example", port) == "S120"


def test_private_addresses_and_ports_can_be_allowed_yet_some_never():
    world = World(intranet=["10.0.0.1"])
    Guard(world.network, allow_private=True, seconds=5).connect_tcp("intranet", 8080)

    assert world.dialled == [("10.0.0.1", 8080)]
    assert code(World(intranet=["169.254.169.254"]), "intranet", allow_private=True) == "S121"


@pytest.mark.parametrize(
    "host", ["127.1", "2130706433", "0x7f.0.0.1", "0177.0.0.1", "127.0.0.1", "::1", "localhost"]
)
def test_every_spelling_of_this_machine_is_seen_through(host):
    with pytest.raises(FetchError) as caught:
        Guard(Network(), allow_private=False, seconds=5).connect_tcp(host, 80)

    assert caught.value.code in ("S121", "S122")


def test_a_name_that_is_not_known_is_told():
    def resolve(name, port):
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    with pytest.raises(FetchError, match=r"\[S122\].*news.example"):
        Guard(Network(resolve), allow_private=False, seconds=5).connect_tcp("news.example", 80)
    with pytest.raises(FetchError, match="S122"):
        Guard(Network(lambda name, port: []), allow_private=False, seconds=5).connect_tcp("news.example", 80)


def test_a_resolver_that_never_answers_is_left_behind():
    forever = threading.Event()
    began = time.monotonic()
    with pytest.raises(FetchError, match="S123"):
        Guard(
            Network(lambda name, port: [] if forever.wait(30) else [name]), allow_private=False, seconds=0.2
        ).connect_tcp("a", 80)
    forever.set()

    assert time.monotonic() - began < 5


def test_the_deadline_is_one_for_everything():
    guard = Guard(Network(), allow_private=True, seconds=0.2)

    assert guard.wait(None) <= 0.2
    assert guard.wait(0.01) == 0.01
    time.sleep(0.25)
    with pytest.raises(FetchError, match="S123"):
        guard.remaining()


def test_tls_names_the_host_and_not_the_address(site):
    names = []
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.sni_callback = lambda connection, name, _: names.append(name)
    server = socket.create_server(("127.0.0.1", 0))

    def serve():
        connection, _ = server.accept()
        with connection, pytest.raises(ssl.SSLError):
            context.wrap_socket(connection, server_side=True)

    thread = threading.Thread(target=serve)
    thread.start()
    here = Network(lambda name, port: ["127.0.0.1"])
    guard = Guard(here, allow_private=True, seconds=5)
    with httpcore2.ConnectionPool(network_backend=guard) as pool, pytest.raises(httpcore2.ConnectError):
        pool.request("GET", f"https://news.example:{server.getsockname()[1]}/")
    thread.join()
    server.close()

    assert names == ["news.example"]


def test_the_system_resolver_gives_addresses():
    assert look_up("127.0.0.1", 80) == ["127.0.0.1"]

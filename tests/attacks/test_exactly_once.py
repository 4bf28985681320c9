"""A: one click is at most one dial on the wire, whatever the PBX, the network or an impatient person does."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest
import trustme

from attacks import hostile
from attacks.tray import number
from traydial.core.errors import AppError, OutcomeUnknown
from traydial.simulator import catalog
from traydial.simulator.faults import Fault
from traydial.simulator.teleforge import Teleforge
from traydial.wire.http import HttpSession, Reply

CLICKS = 20
REFUSED_CLEARLY = Fault.RATE_LIMITED  # the PBX says that no call was placed: a person may try again at once
FAULTS = (None, Fault.RESET, Fault.EMPTY, Fault.ERROR_500, Fault.HTML, REFUSED_CLEARLY, Fault.SLOW)
FAST = {"level": "fast", "link_gap_s": 0, "calls_per_minute": 100_000}
CERTIFICATES = ("another host", "expired", "not yet valid", "self-signed", "unknown authority", "old protocol")


def dials(peer):
    return [request for request in peer.requests if hostile.is_dial(request)]


@pytest.mark.parametrize(
    "pbx_id", ["tvox", *(pytest.param(pbx, marks=pytest.mark.heavy) for pbx in catalog.ids() if pbx != "tvox")]
)
def test_impatient_clicks_during_every_fault_are_one_dial(tray, start_pbx, pbx_id):
    pbx = start_pbx(pbx_id)
    tray.add(pbx.pbx, pbx.url)
    tray.configure(consent=FAST)
    tray.start()
    for index, fault in enumerate(FAULTS):
        wanted = number(pbx_id, index)
        if fault is not None:
            pbx.faults.set(fault, at="dial")
        dialled, placed = len(pbx.journal.of("dial")), len(pbx.pbx.switchboard.calls)
        with ThreadPoolExecutor(8) as pool:
            asked = [pool.submit(tray.dial, wanted, yes=True) for _ in range(CLICKS // 2)]
            clicked = [pool.submit(tray.click, f"tel:{wanted}") for _ in range(CLICKS // 2)]
            outcomes = [answer.result()["outcome"] for answer in asked]
            assert all(click.result() is None for click in clicked)
        tray.ask(command="status")  # what was clicked has been decided by now
        pbx.faults.clear()
        assert len(pbx.pbx.switchboard.calls) - placed <= 1, fault
        if fault is not REFUSED_CLEARLY:
            assert len(pbx.journal.of("dial")) - dialled == 1, fault
            assert len(outcomes) - outcomes.count("refused") <= 1, fault


def test_a_kept_connection_that_closes_at_the_moment_of_the_dial(start_peer):
    """Every dial is on the wire once or not at all, and what is said of it is true."""
    peer = start_peer(hostile.closes_at_the_moment_of_the_dial)
    said = {}
    with closing(HttpSession(peer.url)) as session:
        for index in range(1000):
            try:
                session.request("POST", f"/{index}", places_call=True)
                said[index] = Reply
            except AppError as error:
                said[index] = type(error)
    arrived = Counter(int(request.split()[1][1:]) for request in dials(peer))
    assert set(arrived.values()) == {1}
    assert all(arrived[index] == (outcome is Reply) for index, outcome in said.items() if outcome is not OutcomeUnknown)
    assert set(said.values()) == {Reply, OutcomeUnknown}, "the moment was never met"


def test_a_connection_that_closes_after_reading_the_dial_leaves_it_unknown(tray, start_peer):
    peer = start_peer(hostile.closes_after_reading_the_dial)
    tray.add(Teleforge(), peer.url)
    tray.start()
    outcomes = [tray.dial(number("teleforge", index), yes=True)["outcome"] for index in range(50)]
    assert outcomes == ["unknown"] * 50
    assert len(dials(peer)) == 50


def test_a_redirect_to_another_origin_gets_nothing(tray, start_peer):
    elsewhere = start_peer(hostile.answers)
    peers = {str(status): start_peer(hostile.Redirect(status, elsewhere.url)) for status in (301, 302, 303, 307, 308)}
    for status, peer in peers.items():
        tray.add(Teleforge(), peer.url, name=status)
    tray.start()
    for status, peer in peers.items():
        answer = tray.dial(number("teleforge", int(status)), account=status, yes=True)
        assert answer["outcome"] in ("failed", "unknown")
        assert len(dials(peer)) == 1
    assert elsewhere.connections == 0


def test_a_bad_certificate_gets_no_request(tray, start_peer, tmp_path):
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    peers = {kind: start_peer(hostile.answers, hostile.certificate(authority, kind)) for kind in CERTIFICATES}
    for kind, peer in peers.items():
        tray.add(Teleforge(), peer.url, name=kind, ca_file=str(tmp_path / "ca.pem"))
    tray.start()
    for index, (kind, peer) in enumerate(peers.items()):
        answer = tray.dial(number("teleforge", index), account=kind, yes=True)
        expected = "unreachable" if kind == "old protocol" else "certificate_rejected"
        assert (answer["outcome"], answer["error"]["code"]) == ("failed", expected), kind
        assert peer.requests == []


def test_proxies_of_the_environment_never_see_a_pbx_nearby(tray, start_peer):
    peer, proxy = start_peer(hostile.answers), start_peer(hostile.answers)
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
        tray.environ[name] = proxy.url
    tray.add(Teleforge(), peer.url)
    tray.start()
    assert tray.dial(number("teleforge"), yes=True)["outcome"] == "accepted"
    assert proxy.connections == 0


def test_a_proxy_that_plays_the_pbx_itself_gets_no_request(tray, start_peer):
    """It answers in place of the server, in plain text or with a certificate that is not trusted."""
    hosts = {"plain.example.com": None, "own.example.com": hostile.certificate(trustme.CA(), "self-signed")}
    proxy = start_peer(hostile.TakesTheTunnel(hosts))
    tray.environ["https_proxy"] = proxy.url.replace("//", "//user:canary-of-a-proxy@")
    for host in hosts:
        tray.add(Teleforge(), f"https://{host}", name=host)
    tray.start()
    answers = [tray.dial(number("teleforge", i), account=host, yes=True) for i, host in enumerate(hosts)]
    assert [answer["outcome"] for answer in answers] == ["failed", "failed"]
    assert {request.split()[0] for request in proxy.requests} == {b"CONNECT"}
    assert "canary-of-a-proxy" not in f"{answers} {tray.logged()}"

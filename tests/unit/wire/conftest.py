"""What the tests of HTTP need: peers that misbehave, sessions that are closed."""

from adapters.fixtures import certificates, open_session, start_peer, stepping  # noqa: F401 - fixtures

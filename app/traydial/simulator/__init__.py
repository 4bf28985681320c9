"""Simulated PBXs: what the demo and the tests dial against, over real HTTP on loopback."""

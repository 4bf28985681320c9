"""PBXs that are not there: what the demo and the tests dial against, over real HTTP on loopback."""

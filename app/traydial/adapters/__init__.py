"""One PBX is one file: SPEC (data) and class Adapter. An adapter imports core and wire, never a neighbour."""

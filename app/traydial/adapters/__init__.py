"""One PBX is one module, or a package: SPEC (data) and class Adapter. It imports core and wire, never a neighbour."""

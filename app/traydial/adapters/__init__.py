"""One PBX is one module or package: SPEC (data) and class Adapter. It imports core and wire, no other adapter."""

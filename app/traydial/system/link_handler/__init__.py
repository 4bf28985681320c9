"""Registration as the program that opens tel: and callto: links, one module for each system."""

SCHEMES = ("tel", "callto")

"""The settings window: one page for each concern, and a form for each kind of PBX made from its SPEC."""

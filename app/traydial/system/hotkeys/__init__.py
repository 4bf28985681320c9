"""Global hotkeys: chords as text, one back end for each way to get them, and the choice among them; ADR 0002."""

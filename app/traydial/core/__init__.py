"""Values and rules: no I/O, clock, threads or Qt. Standard library and phonenumbers only."""

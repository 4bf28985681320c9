"""How processes of one home find each other."""

"""From a number to what the account's PBX is sent."""

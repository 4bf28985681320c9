"""Use cases without Qt: dialling, accounts, history, configuration."""

"""The command line (docs/cli.md): arguments become one request, the answer becomes an exit code and text or JSON."""

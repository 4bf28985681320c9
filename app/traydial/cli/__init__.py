"""The command line (docs/cli.md): words become one request, the answer becomes an exit code and text or JSON."""

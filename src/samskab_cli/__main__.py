"""`python -m samskab_cli`."""

from samskab_cli.cli.app import run

if __name__ == "__main__":
    run()

"""`python -m practice` is the `practice` command."""

from practice.cli import main

main()

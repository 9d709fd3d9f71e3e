"""The command line: arguments in, text and an exit code out; one file per command."""

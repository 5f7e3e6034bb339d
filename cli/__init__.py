"""The command line: one function a verb, which parses, calls and renders."""

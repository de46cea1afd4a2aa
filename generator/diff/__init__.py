"""Two specifications → what the difference means for callers, in their words.

The specifications are compared by their IR, never by their YAML: what moves between files and
means the same is no change.
"""

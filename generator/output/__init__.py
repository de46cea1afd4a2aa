"""IR → files: templates rendered, Python formatted, what changed written."""

"""What the templates see: the API as a handful of frozen values.

Everything is decided here already: types are text, names are final, order is the order of
printing. No YAML, no logic.
"""

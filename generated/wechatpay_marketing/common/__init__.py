# From spec/ and templates/package/{product}/__init__.py.jinja by `make generate`; do not edit.
"""公共定义。"""

"""Turns the OpenAPI specification under `spec/` into the client package and the reference under
`generated/`.

read → rules → build → output: each stage is one folder, a value in, a value out.
"""

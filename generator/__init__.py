"""Turns the OpenAPI specification under `spec/` into the client package and the reference under `generated/`.

load → lint → build → render → format → write: each stage is one module, a value in, a value out.
"""

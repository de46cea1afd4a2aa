"""Image uploads: the multipart body of a file and its `meta`, and the checks that can be made
before sending.

WeChat Pay wants the `meta` part, and only that, in the signature, so the body is written here byte
by byte. Nothing is sent or signed here.
"""

from __future__ import annotations

import hashlib
import inspect
import os
import re
import secrets
from pathlib import Path, PurePath
from typing import IO, Any, cast

import msgspec

from .errors import ValidationError
from .types import FileSource

MAX_BYTES = 2 * 1024 * 1024
MAX_FILENAME = 150
_EXTENSIONS = (".jpg", ".bmp", ".png")
_TYPES = {b"\xff\xd8\xff": "image/jpeg", b"BM": "image/bmp", b"\x89PNG\r\n\x1a\n": "image/png"}
"""The types that are accepted, by what such a file begins with."""
_UNPRINTABLE = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff/\\]|[^\u0000-\uffff]"
)


def build_upload(
    file: FileSource | None, *, filename: str | None = None
) -> tuple[bytes, str, bytes]:
    """The body, its content type, and the part of the body that is signed.

    Args:
        file: The image: JPG, BMP or PNG, at most 2 MiB. Text is no path: it may be what a form
            brought, and would send any file of this machine.
        filename: Its name, ending in `.jpg`, `.bmp` or `.png`, at most 150 characters; by default
            that of `file`.

    Raises:
        ValidationError: The file is empty, too large or no such image, or its name cannot be sent.
        OSError: The path cannot be read.
    """
    content = _read(file)
    kind = _kind_of(content)
    name = _checked_name(filename if filename is not None else _name_of(file))
    meta = msgspec.json.encode({"filename": name, "sha256": hashlib.sha256(content).hexdigest()})
    boundary = secrets.token_hex(16)  # at random: no file can be made to hold it
    head = (
        f"--{boundary}\r\n"
        'Content-Disposition: form-data; name="meta"\r\n'
        "Content-Type: application/json\r\n\r\n"
    ).encode()
    middle = (
        f"\r\n--{boundary}\r\n"
        f'Content-Disposition: form-data; name="file"; filename="{name}"\r\n'
        f"Content-Type: {kind}\r\n\r\n"
    ).encode()
    body = b"".join((head, meta, middle, content, f"\r\n--{boundary}--\r\n".encode()))
    return body, f"multipart/form-data; boundary={boundary}", meta


def _read(file: FileSource | None) -> bytes:
    content: Any
    if isinstance(file, bytes | bytearray | memoryview):
        content = bytes(file)
    elif isinstance(file, os.PathLike):
        with Path(file).open("rb") as opened:
            content = opened.read(MAX_BYTES + 1)
    elif hasattr(file, "read"):
        content = _read_open(cast("IO[Any]", file))
    else:
        raise _no_file(file)
    if not isinstance(content, bytes):
        raise ValidationError("file must be opened in binary mode", path="file")
    if not content:
        at_end = ", or at its end: rewind it with seek(0)" if hasattr(file, "read") else ""
        raise ValidationError(f"file is empty{at_end}", path="file")
    if len(content) > MAX_BYTES:
        raise ValidationError(f"file must have {MAX_BYTES} bytes (2 MiB) at most", path="file")
    return content


def _no_file(value: object) -> ValidationError:
    found = type(value).__name__
    advice = ""
    if isinstance(value, str):
        found, advice = "text", "; for a path pass pathlib.Path(...)"
    elif isinstance(value, tuple):
        advice = "; the name is an argument of its own, `filename`"
    return ValidationError(
        f"file must be bytes, a pathlib.Path or a file opened in binary mode, found "
        f"{found}{advice}",
        path="file",
    )


def _kind_of(content: bytes) -> str:
    """The media type of the image, by its first bytes."""
    for beginning, kind in _TYPES.items():
        if content.startswith(beginning):
            return kind
    raise ValidationError("file must be a JPG, BMP or PNG image, found other content", path="file")


def _read_open(file: IO[Any]) -> Any:
    """What an open file gives, whatever its type turns out to be."""
    if getattr(file, "closed", False):
        raise ValidationError("file is closed", path="file")
    content = b""
    while len(content) <= MAX_BYTES:  # pipes and sockets give less than they are asked for
        try:
            piece: Any = file.read(MAX_BYTES + 1 - len(content))
        except UnicodeDecodeError:  # a text file that is an image
            return None
        if inspect.iscoroutine(piece):
            piece.close()
            raise ValidationError(
                "file is asynchronous: pass the open file inside, such as `upload.file`",
                path="file",
            )
        if not isinstance(piece, bytes):
            return piece
        if not piece:
            break
        content += piece
    return content


def _name_of(file: FileSource | None) -> str:
    if isinstance(file, os.PathLike):
        return Path(file).name
    # Of an uploaded file, `filename` is what its user calls it, and `name` may be the field of the
    # form.
    name = getattr(file, "filename", None) or getattr(file, "name", None)
    if not isinstance(name, str):
        raise ValidationError(
            "filename is needed: the file does not tell its name", path="filename"
        )
    return Path(name).name


def _checked_name(name: object) -> str:
    if not isinstance(name, str):
        raise ValidationError(
            f"filename must be text, found {type(name).__name__}", path="filename"
        )
    # As browsers write it. Both parts carry it so: whoever compares them must find them equal.
    name = name.replace('"', "%22")
    if not 1 <= len(name) <= MAX_FILENAME:
        raise ValidationError(
            f"filename must have 1 to {MAX_FILENAME} characters, found {len(name)}", path="filename"
        )
    if _UNPRINTABLE.search(name):
        raise ValidationError(
            "filename must not hold control characters, slashes or emoji", path="filename"
        )
    if PurePath(name).suffix.lower() not in _EXTENSIONS:
        raise ValidationError("filename must end in .jpg, .bmp or .png", path="filename")
    return name

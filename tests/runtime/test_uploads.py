"""The multipart body of an image upload."""

from __future__ import annotations

import hashlib
import io
import json
from email import message_from_bytes
from email.message import Message
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import UploadFile
from wechatpay_marketing._runtime.errors import ValidationError
from wechatpay_marketing._runtime.uploads import MAX_BYTES, build_upload
from werkzeug.datastructures import FileStorage

IMAGE = b"\x89PNG\r\n\x1a\n\r\n--boundary\r\n\x00\xff"


def parts(content: bytes, content_type: str) -> list[tuple[Message, bytes]]:
    """The parts as an independent parser sees them; it never looks into the payload."""
    boundary = content_type.partition("boundary=")[2].encode()
    pieces = content.split(b"--" + boundary)
    assert (pieces[0], pieces[-1]) == (b"", b"--\r\n")
    found = []
    for piece in pieces[1:-1]:
        head, _, payload = piece.partition(b"\r\n\r\n")
        found.append((message_from_bytes(head.lstrip(b"\r\n")), payload.removesuffix(b"\r\n")))
    return found


def test_two_parts_meta_first() -> None:
    content, content_type, signed = build_upload(IMAGE, filename="logo.png")
    (meta_head, meta), (file_head, file) = parts(content, content_type)
    assert meta_head["Content-Disposition"] == 'form-data; name="meta"'
    assert meta_head["Content-Type"] == "application/json"
    assert json.loads(meta) == {"filename": "logo.png", "sha256": hashlib.sha256(IMAGE).hexdigest()}
    assert file_head["Content-Disposition"] == 'form-data; name="file"; filename="logo.png"'
    assert file_head["Content-Type"] == "image/png"
    assert file == IMAGE
    assert content_type.startswith("multipart/form-data; boundary=")
    assert signed == meta  # exactly the bytes of the meta part are signed


def test_lines_end_in_crlf() -> None:
    content, _, _ = build_upload(b"BMpayload", filename="a.jpg")
    head = content.replace(b"BMpayload", b"")
    assert head.count(b"\n") == head.count(b"\r\n")


def test_every_upload_has_its_own_boundary() -> None:
    assert len({build_upload(IMAGE, filename="a.png")[1] for _ in range(20)}) == 20


@pytest.mark.parametrize(
    "name", ["a.jpg", "a.JPG", "a.bmp", "a.png", "图片.png", "x" * 146 + ".png", "a b.png"]
)
def test_names_that_are_fine(name: str) -> None:
    content, content_type, _ = build_upload(IMAGE, filename=name)
    assert json.loads(parts(content, content_type)[0][1])["filename"] == name


@pytest.mark.parametrize(
    ("name", "sent"),
    [
        ('a";x="y.png', "a%22;x=%22y.png"),
        ('"quoted".jpg', "%22quoted%22.jpg"),
        ('5" 屏.bmp', "5%22 屏.bmp"),
        ('a%22"b.png', "a%22%22b.png"),
    ],
)
def test_a_quoted_name_is_the_same_in_both_parts(name: str, sent: str) -> None:
    content, _, signed = build_upload(IMAGE, filename=name)
    assert json.loads(signed)["filename"] == sent
    assert f'filename="{sent}"\r\n'.encode() in content


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "image/jpeg"),
        (b"BM\x00\x00", "image/bmp"),
        (IMAGE, "image/png"),
    ],
)
def test_the_part_says_what_the_bytes_are(content: bytes, kind: str) -> None:
    body, content_type, _ = build_upload(content, filename="a.png")
    assert parts(body, content_type)[1][0]["Content-Type"] == kind


@pytest.mark.parametrize("text", ["/etc/passwd", "a.png", "", "https://a.example/b.png", "../x"])
def test_text_is_never_a_path(text: str, tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.png").write_bytes(IMAGE)
    with pytest.raises(ValidationError, match=r"found text; for a path pass pathlib\.Path"):
        build_upload(text, filename="a.png")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "content",
    [b"root:x:0:0:root:/root", b"GIF89a", b"<svg/>", b"\x89PNG", b"%PDF-1.7", b"RIFF\0\0\0\0WEBP"],
)
def test_what_is_no_image_is_not_uploaded(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(content)
    for source in (content, path, io.BytesIO(content)):
        with pytest.raises(ValidationError, match="must be a JPG, BMP or PNG image") as caught:
            build_upload(source, filename="a.png")
        assert caught.value.path == "file"


@pytest.mark.parametrize("source", [("a.png", IMAGE), ("a.png", IMAGE, "image/png"), 5, None, {}])
def test_what_is_no_file_is_named(source: Any) -> None:
    with pytest.raises(ValidationError, match=r"must be bytes, a pathlib\.Path or a file"):
        build_upload(source, filename="a.png")


@pytest.mark.parametrize("name", [5, b"a.png", Path("a.png")])
def test_a_name_is_text(name: Any) -> None:
    with pytest.raises(ValidationError, match="filename must be text, found"):
        build_upload(IMAGE, filename=name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "logo",
        "logo.gif",
        "logo.jpeg",
        "logo.png.exe",
        ".png",
        "x" * 147 + ".png",
        "a\r\nX-Evil: 1.png",
        "a\n.png",
        "a\x00.png",
        "../a.png",
        "dir\\a.png",
        "a\u202egnp.png",
        "smile\U0001f600.png",
        "a\ud800.png",
    ],
)
def test_names_that_are_refused(name: str) -> None:
    with pytest.raises(ValidationError) as caught:
        build_upload(IMAGE, filename=name)
    assert caught.value.path == "filename"


@pytest.mark.parametrize(
    "source", [b"", b"x" * (MAX_BYTES + 1), io.StringIO("text"), io.BytesIO(b"")]
)
def test_files_that_are_refused(source: Any) -> None:
    with pytest.raises(ValidationError) as caught:
        build_upload(source, filename="a.png")
    assert caught.value.path == "file"


def test_a_file_that_was_read_already_is_to_be_rewound() -> None:
    read = io.BytesIO(IMAGE)
    read.read()
    with pytest.raises(ValidationError, match=r"file is empty, or at its end: .*seek\(0\)"):
        build_upload(read, filename="a.png")
    read.seek(0)
    assert parts(*build_upload(read, filename="a.png")[:2])[1][1] == IMAGE


def test_a_closed_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(IMAGE)
    for source in (path.open("rb"), io.BytesIO(IMAGE)):
        source.close()
        with pytest.raises(ValidationError, match="file is closed") as caught:
            build_upload(source, filename="a.png")
        assert caught.value.path == "file"


@pytest.mark.parametrize("step", [1, 7, len(IMAGE)])
def test_a_file_that_comes_in_pieces_is_sent_whole(step: int) -> None:
    class Pipe(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            return super().read(step)

    assert parts(*build_upload(Pipe(IMAGE), filename="a.png")[:2])[1][1] == IMAGE


def test_the_trouble_of_the_system_comes_out_as_it_is(tmp_path: Path) -> None:
    for path, error in ((tmp_path / "none.png", FileNotFoundError), (tmp_path, IsADirectoryError)):
        with pytest.raises(error, match=str(path)):
            build_upload(path, filename="a.png")


def test_two_mebibytes_are_accepted() -> None:
    build_upload(b"BM".ljust(MAX_BYTES, b"x"), filename="a.png")


def test_paths_and_files_name_themselves(tmp_path: Path) -> None:
    path = tmp_path / "logo.bmp"
    path.write_bytes(IMAGE)
    content, content_type, signed = build_upload(path)
    assert json.loads(signed)["filename"] == "logo.bmp"
    assert parts(content, content_type)[1][1] == IMAGE
    with path.open("rb") as opened:
        assert json.loads(build_upload(opened)[2])["filename"] == "logo.bmp"
    assert json.loads(build_upload(path, filename="other.bmp")[2])["filename"] == "other.bmp"


@pytest.mark.parametrize("source", [IMAGE, io.BytesIO(IMAGE)])
def test_a_file_without_a_name_needs_one(source: Any) -> None:
    with pytest.raises(ValidationError, match="filename is needed"):
        build_upload(source)


def test_what_web_frameworks_call_a_file(tmp_path: Path) -> None:
    # `name` is the field of the form
    werkzeug = FileStorage(io.BytesIO(IMAGE), filename="logo.png", name="image")
    content, content_type, signed = build_upload(werkzeug)  # type: ignore[arg-type]
    assert json.loads(signed)["filename"] == "logo.png"
    assert parts(content, content_type)[1][1] == IMAGE
    starlette = UploadFile(io.BytesIO(IMAGE), filename="logo.png")
    with pytest.raises(ValidationError, match=r"asynchronous.*upload\.file"):
        build_upload(starlette)  # type: ignore[arg-type]
    assert parts(*build_upload(starlette.file, filename="logo.png")[:2])[1][1] == IMAGE
    (tmp_path / "logo.png").write_bytes(b"\xff\xfe")
    with (
        (tmp_path / "logo.png").open(encoding="utf-8") as text,
        pytest.raises(ValidationError, match="binary mode"),
    ):
        build_upload(text)  # type: ignore[arg-type]
    assert parts(*build_upload(bytearray(IMAGE), filename="logo.png")[:2])[1][1] == IMAGE  # type: ignore[arg-type]


def test_a_large_file_is_not_read_whole(tmp_path: Path) -> None:
    asked: list[int] = []

    class Endless(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            assert size is not None
            asked.append(size)
            return b"x" * size

    with pytest.raises(ValidationError, match="2 MiB"):
        build_upload(Endless(), filename="a.png")
    assert asked == [MAX_BYTES + 1]


@given(st.binary(min_size=1, max_size=100), st.text(max_size=30))
def test_no_name_and_no_content_breaks_out_of_its_place(noise: bytes, stem: str) -> None:
    image = IMAGE + noise
    try:
        content, content_type, signed = build_upload(image, filename=f"{stem}.png")
    except ValidationError:
        return
    found = parts(content, content_type)
    assert len(found) == 2
    assert [len(head.keys()) for head, _ in found] == [2, 2]
    assert [payload for _, payload in found] == [signed, image]

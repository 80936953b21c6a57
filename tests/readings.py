"""Reads a finished site the way a search engine or a curious person would: archives, PDFs and indexes opened up."""

import gzip
import io
import re
import zipfile
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pypdf
from pypdf.generic import IndirectObject, StreamObject


def of(folder: Path) -> Iterator[tuple[str, str]]:
    """What each file of the folder says, in small letters, by its path; the path itself is part of what it says."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            name = path.relative_to(folder).as_posix()
            for inner, data in _opened(name, path.read_bytes()):
                yield inner, f"{inner}\n{_text(data)}".lower()


def _opened(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """The file as it lies there, and all that can be taken out of it."""
    yield name, data
    if data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield f"{name}, its comment", archive.comment
            for member in archive.infolist():
                yield from _opened(f"{name}: {member.filename}", archive.read(member))
    elif data.startswith(b"\x1f\x8b"):
        yield f"{name}, unpacked", gzip.decompress(data)
    elif data.startswith(b"%PDF"):
        yield f"{name}, read", _pdf(data).encode()


@lru_cache(maxsize=400)  # the same PDF lies in a folder, in a ZIP and in the next build
def _pdf(data: bytes) -> str:
    """A PDF's words, its metadata, and all its objects: outlines, addresses, form fields, attachments."""
    reader = pypdf.PdfReader(io.BytesIO(data))
    parts = [page.extract_text() for page in reader.pages]
    parts += [str(reader.metadata), str(reader.xmp_metadata and reader.xmp_metadata.stream.get_data())]
    for number in range(1, len(reader.xref_objStm) + sum(map(len, reader.xref.values())) + 1):
        found = reader.get_object(IndirectObject(number, 0, reader))
        parts.append(str(found))
        if isinstance(found, StreamObject) and found.get("/Subtype") not in ("/Image",) and "/Length1" not in found:
            parts.append(_text(found.get_data()))
    return "\n".join([*parts, *(re.sub(r"\s+", "", part) for part in parts)])  # words may be cut at a line's end


def _text(data: bytes) -> str:
    return data.decode("utf-8", errors="replace")

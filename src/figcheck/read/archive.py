"""Zip archives, which also Word documents are: nothing is unpacked before its size is known."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from figcheck.errors import UserError
from figcheck.read.job import MB, Job

BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
    EOFError,
)
"""What reading a damaged archive ends in."""


def opened(data: bytes, job: Job) -> zipfile.ZipFile:
    """The archive. Raises UserError for what is none, or would unpack to more than any article needs."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except BROKEN:
        raise UserError(job.where, "is damaged, or not what its name says", "save it again") from None
    members = archive.infolist()
    job.within("files", len(members))
    job.within("unpacked", sum(member.file_size for member in members) / MB)
    if any(member.flag_bits & 1 for member in members):
        raise UserError(job.where, "is protected by a password", "save it without one")
    return archive


def members(data: bytes, job: Job) -> Iterator[tuple[str, bytes]]:
    """The files in an archive with their names, sorted; hidden ones left out. One that is damaged is a UserError."""
    with opened(data, job) as archive:
        infos = {_name(info): info for info in archive.infolist() if info.filename and not info.is_dir()}
        for name, info in sorted(infos.items()):
            if not any(part.startswith((".", "~$", "__MACOSX")) for part in PurePosixPath(name).parts):
                yield name, _content(archive, info, job.at(f"{job.where}/{name}"))


def _name(info: zipfile.ZipInfo) -> str:
    """Windows writes names in the encoding of its system and does not say so."""
    if info.flag_bits & 0x800:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("gb18030")
    except UnicodeError:
        return info.filename


def _content(archive: zipfile.ZipFile, info: zipfile.ZipInfo, job: Job) -> bytes:
    """Never more than the archive says; sizes are written by whoever made it."""
    try:
        with archive.open(info) as stream:
            return stream.read(job.limits.unpacked * MB)
    except BROKEN:
        raise UserError(job.where, "is damaged", "pack it again") from None


def guard(data: bytes, job: Job) -> None:
    """Raise UserError for an archive that must not be unpacked."""
    opened(data, job).close()

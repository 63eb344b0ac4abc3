"""Zip archives, which also Word documents are: nothing is unpacked before its size is known."""

from __future__ import annotations

import io
import zipfile

from figcheck.errors import UserError

MOST_BYTES = 200_000_000
"""Unpacked, all members together."""

MOST_MEMBERS = 5000


def opened(data: bytes, where: str) -> zipfile.ZipFile:
    """The archive. Raises UserError for what is none, or would unpack to more than any article needs."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        raise UserError(where, "is damaged, or not what its name says", "save it again") from None
    members = archive.infolist()
    if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > MOST_BYTES:
        limit = f"{MOST_MEMBERS:,} files or {MOST_BYTES // 1_000_000} MB"
        raise UserError(where, f"unpacks to more than {limit}", "give the articles one by one")
    if any(member.flag_bits & 1 for member in members):
        raise UserError(where, "is protected by a password", "save it without one")
    return archive


def guard(data: bytes, where: str) -> None:
    """Raise UserError for an archive that must not be unpacked."""
    opened(data, where).close()

"""Property tests have no deadline: a slow machine is no defect."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("figcheck", deadline=None)
settings.load_profile("figcheck")

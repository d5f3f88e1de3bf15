"""The checks, in a list written by hand: what runs is what stands here."""

from __future__ import annotations

from checks import derogatory_language, privacy_level, pupil_connections, school_logo, work_email
from selfaudit.model.check import Check

CHECKS: tuple[Check, ...] = (
    work_email.CHECK,
    school_logo.CHECK,
    pupil_connections.CHECK,
    privacy_level.CHECK,
    derogatory_language.CHECK,
)

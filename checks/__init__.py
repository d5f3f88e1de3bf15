"""The checks, in a list written by hand: what runs is what stands here."""

from __future__ import annotations

from checks import (
    confidential_matters,
    derogatory_language,
    privacy_level,
    promotion,
    pupil_connections,
    school_logo,
    views_on_school_policy,
    work_email,
)
from selfaudit.model.check import Check

CHECKS: tuple[Check, ...] = (
    promotion.CHECK,
    confidential_matters.CHECK,
    pupil_connections.CHECK,
    views_on_school_policy.CHECK,
    work_email.CHECK,
    school_logo.CHECK,
    derogatory_language.CHECK,
    privacy_level.CHECK,
)

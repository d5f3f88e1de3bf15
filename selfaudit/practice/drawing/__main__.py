"""Rasterises the scenes, puts crests on some, makes all look photographed, and writes JPEG files."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
from playwright.sync_api import Page, sync_playwright

from selfaudit.practice.drawing import country, school, shore
from selfaudit.practice.drawing.brushes import HEIGHT, WIDTH

Picture = npt.NDArray[np.uint8]
Corner = tuple[int, int]

HERE = Path(__file__).parent
PICTURES = HERE.parent / "pictures"
PACK = HERE.parents[1] / "policy" / "packs" / "practice"
CREST_SIZE = (400, 480)
QUALITY = 80


@dataclass(frozen=True, slots=True)
class Plan:
    """A picture: its scene and, perhaps, a crest with the four corners it is stretched between."""

    scene: Callable[[], str]
    crest: str | None = None
    corners: tuple[Corner, Corner, Corner, Corner] | None = None
    size: tuple[int, int] = (WIDTH, HEIGHT)


PLANS = {
    "ph01": Plan(country.avatar),
    "ph25": Plan(school.gate, "crest", ((172, 86), (296, 82), (300, 246), (176, 240)), (1200, 360)),
    "ph02": Plan(shore.frost),
    "ph03": Plan(country.castle),
    "ph04": Plan(country.loaf),
    "ph05": Plan(shore.fireworks),
    "ph07": Plan(
        lambda: school.jumper("#1f5f3a", "#164a2b", "#cfd8dc"),
        "crest",
        ((412, 206), (526, 216), (520, 364), (408, 348)),
    ),
    "ph08": Plan(shore.sandcastle),
    "ph09": Plan(country.marrow),
    "ph11": Plan(shore.seal),
    "ph13": Plan(shore.harbour),
    "ph15": Plan(country.tomato),
    "ph16": Plan(school.stall, "crest", ((130, 160), (276, 152), (282, 340), (136, 332))),
    "ph17": Plan(
        lambda: school.jumper("#23457a", "#19345e", "#c5d8b5"),
        "seaview",
        ((412, 206), (526, 216), (520, 364), (408, 348)),
    ),
    "ph18": Plan(country.sign),
    "ph20": Plan(country.bluebells),
    "ph23": Plan(country.snowdrops),
    "ph24": Plan(shore.new_year),
    "ph29": Plan(shore.lighthouse),
    "ph26": Plan(country.dog),
    "ph27": Plan(school.cloakroom),
    "ph28": Plan(school.display_board, "crest", ((136, 190), (268, 184), (264, 354), (130, 366))),
    "ph30": Plan(school.whiteboard),
    "ph31": Plan(school.mug),
}


def main() -> None:
    """Draw everything anew."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        crests = {
            name: _raster(page, (HERE / f"{name}.svg").read_text(encoding="utf-8"), CREST_SIZE)
            for name in ("crest", "seaview")
        }
        cv2.imwrite(str(PACK / "crest.png"), crests["crest"])
        for seed, (name, plan) in enumerate(PLANS.items()):
            picture = _photographed(_drawn(page, plan, crests), seed)
            cv2.imwrite(str(PICTURES / f"{name}.jpg"), picture, [cv2.IMWRITE_JPEG_QUALITY, QUALITY])
        browser.close()


def _drawn(page: Page, plan: Plan, crests: dict[str, Picture]) -> Picture:
    width, height = plan.size
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">{plan.scene()}</svg>'
    picture = _raster(page, svg, plan.size)[:, :, :3]
    if plan.crest is None or plan.corners is None:
        return picture
    return _with_crest(picture, crests[plan.crest], plan.corners)


def _raster(page: Page, svg: str, size: tuple[int, int]) -> Picture:
    width, height = size
    page.set_viewport_size({"width": width, "height": height})
    page.set_content(f"<style>*{{margin:0}}svg{{display:block;width:{width}px}}</style>{svg}")
    taken = np.frombuffer(page.screenshot(omit_background=True), np.uint8)
    return np.asarray(cv2.imdecode(taken, cv2.IMREAD_UNCHANGED), np.uint8)


def _with_crest(picture: Picture, crest: Picture, corners: tuple[Corner, ...]) -> Picture:
    """Stretch the crest between the corners, a little dulled, as thread and ink are."""
    height, width = crest.shape[:2]
    flat = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    matrix = cv2.getPerspectiveTransform(flat, np.array(corners, np.float32))
    size = (picture.shape[1], picture.shape[0])
    warped = cv2.warpPerspective(crest, matrix, size, flags=cv2.INTER_AREA).astype(np.float32)
    cover = warped[:, :, 3:] / 255 * 0.96
    covered: Picture = (picture * (1 - cover) + warped[:, :, :3] * 0.93 * cover).astype(np.uint8)
    return covered


def _photographed(picture: Picture, seed: int) -> Picture:
    """A soft lens, a darker rim, and a little grain."""
    height, width = picture.shape[:2]
    soft = cv2.GaussianBlur(picture, (3, 3), 0.6).astype(np.float32)
    rows, columns = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
    rim = 1 - 0.16 * (rows**2 + columns**2) / 2
    grain = np.random.default_rng(seed).normal(0, 3.0, (height, width, 1))
    taken: Picture = np.clip(soft * rim[:, :, None] + grain, 0, 255).astype(np.uint8)
    return taken


if __name__ == "__main__":
    main()

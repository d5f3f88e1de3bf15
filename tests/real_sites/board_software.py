"""Installs the two real message boards of the tests, each in a folder of its own: run this file.

Nothing of them becomes part of selfaudit or of its environment. Where the folder is missing, tests skip.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import venv
from pathlib import Path

SPIRIT = "django-spirit==0.14.3"
NODEBB = "nodebb@1.4.0"
HOME = Path(os.environ.get("SELFAUDIT_REAL_SITES", Path.home() / ".cache" / "selfaudit-real-sites"))


def spirit_home() -> Path:
    """The environment in which Spirit is installed."""
    return HOME / "spirit"


def nodebb_home() -> Path:
    """The folder in which NodeBB is installed."""
    return HOME / "nodebb" / "package"


def missing(*places: Path, programs: tuple[str, ...] = ()) -> str | None:
    """Why a real board cannot run here, or ``None``."""
    absent = [str(place) for place in places if not place.exists()]
    absent += [name for name in programs if shutil.which(name) is None]
    return f"not installed: {', '.join(absent)} (make real-sites)" if absent else None


def _install_spirit() -> None:
    if (spirit_home() / "installed").exists():
        return
    venv.create(spirit_home(), with_pip=True)
    subprocess.run([spirit_home() / "bin" / "pip", "install", "--quiet", SPIRIT], check=True)
    (spirit_home() / "installed").touch()


def _install_nodebb() -> None:
    if (nodebb_home() / "node_modules").exists() or shutil.which("npm") is None:
        return
    holder = nodebb_home().parent
    holder.mkdir(parents=True, exist_ok=True)
    npm = shutil.which("npm") or "npm"
    packed = subprocess.run(
        [npm, "pack", "--silent", NODEBB], cwd=holder, check=True, capture_output=True, text=True
    )
    with tarfile.open(holder / packed.stdout.split()[-1]) as archive:
        archive.extractall(holder, filter="data")
    options = ["--omit=dev", "--legacy-peer-deps", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
    subprocess.run([npm, "install", *options], cwd=nodebb_home(), check=True)


if __name__ == "__main__":
    _install_spirit()
    _install_nodebb()
    sys.stdout.write(f"The boards are in {HOME}.\n")

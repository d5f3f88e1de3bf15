"""Public readers of the same exports, in a Python of their own: nothing of theirs is installed here."""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

_AROUND = """
import json, resource, sys, time
path, place = sys.argv[1:]
began = time.process_time()
{reading}
took = time.process_time() - began
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM:")).split()[1]
print(json.dumps({{"seconds": took, "peak": int(peak) / 1024}}))
"""


@dataclass(frozen=True, slots=True)
class Peer:
    """A public reader: the package, the lines that read an export with it, and what it leaves out."""

    package: str
    reading: str
    lacks: str


PEERS = {
    "x": Peer(
        "twitter-to-sqlite 0.22",
        "from twitter_to_sqlite.cli import cli\n"
        "cli(['import', place + '/x.db', path], standalone_mode=False)",
        "the posts: `tweets.js`, the name since 2022, is “not yet implemented” there, so what it took"
        " is for the account and the followers alone",
    ),
    "linkedin": Peer(
        "linkedin2md 0.7.2",
        "from linkedin2md.cli import main\nsys.argv = ['linkedin2md', path, '-o', place]\nmain()",
        "one page for each kind of thing: no audience, no gaps, no times as times",
    ),
    "wordpress": Peer(
        "wpparser 1.1.2",
        "import wpparser\nwpparser.parse(path)",
        "posts keep their mark-up: no text, links or pictures; a damaged file is refused whole",
    ),
    "bluesky": Peer(
        "atproto 0.0.73",
        "from atproto import CAR\nCAR.from_bytes(open(path, 'rb').read())",
        "the blocks alone: nothing follows the tree, so records that were deleted or are missing go unseen",
    ),
}


@dataclass(frozen=True, slots=True)
class Run:
    """What a peer took: seconds of processor time and peak MiB; or why it did not come to its end."""

    seconds: float = 0.0
    peak: float = 0.0
    fault: str = ""


def run(peer: Peer, python: Path, export: Path) -> Run:
    """Read the export with the peer."""
    program = _AROUND.format(reading=peer.reading)
    with TemporaryDirectory() as place:
        done = subprocess.run(
            [str(python), "-c", program, str(export), place], capture_output=True, text=True, check=False
        )
    if done.returncode:
        return Run(fault=(done.stderr.strip().splitlines() or ["it failed"])[-1][:120])
    return Run(**json.loads(done.stdout.strip().splitlines()[-1]))

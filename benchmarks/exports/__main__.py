"""Runs all of it and writes RESULTS.md: ``python -m benchmarks.exports [POSTS] [PYTHON_OF_THE_PEERS]``.

The peers are installed into an environment of their own: ``pip install twitter-to-sqlite linkedin2md wpparser
atproto``; without it they are left out.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from os import cpu_count, environ, getloadavg
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.exports import media, memory, peers, speed
from benchmarks.exports.making import NETWORKS, Network

_POSTS, _MANY = 20_000, 200_000
_PADDING = 2_000_000_000
_AIM, _MOST = 2.0, 300
NOT_MEASURED = """\
Not measured at all are the readers of Snapchat, YouTube, Threads, Pinterest, Flickr, Tumblr, Discord, NodeBB
and phpBB. Of the exports that come as web pages Facebook's alone is measured; Instagram's, Snapchat's and the
others are not, and are likely to be as slow."""
_TABLES = ("speed", "met", "why", "peers", "memory")
_RESULTS = Path(__file__).with_name("RESULTS.md")


def _why_not(measured: Sequence[speed.Times]) -> str:
    """Where the time goes, in the figures of this run."""
    plain = [next(iter(times.plain.values())) / times.items for times in measured]
    objects = [times.objects / times.items for times in measured]
    ours = [times.ours / times.items for times in measured]
    left = [(_AIM - 1) * parsed - made for parsed, made in zip(plain, objects, strict=True)]
    rest = [whole - parsed - made for whole, parsed, made in zip(ours, plain, objects, strict=True)]
    return f"""\
Where the time goes: plain parsing took {_from_to(plain)} an item, and the objects that the
checks read took {_from_to(objects)} more. A ratio of {_AIM} would leave {_from_to(left)} for
all the rest, which took {_from_to(rest)}: asking for fields under the names of several years,
mending, the moment in UTC, an id that is the same in every part of an export, counting what is missing or
unknown, laying long texts aside. Much of what plain parsing builds of X's archive nobody needs. Plain parsing
leaves the mark-up of WordPress's posts as it is, which has to be parsed as well before a word is laid out.
Of each record of a web page, and of each post of Discourse and Mastodon, a tree of Python's own objects is
made, which takes most of their time: they are the slowest forms, and Facebook offers web pages first.
Bluesky's records are decoded by a library faster than Python makes any object."""


def _from_to(seconds: Sequence[float]) -> str:
    least, most = (f"{max(0.0, one) * 1e6:.1f}" for one in (min(seconds), max(seconds)))
    return f"{least} µs" if least == most else f"{least} to {most} µs"


def _speed(network: Network, times: speed.Times) -> str:
    ratios = ", ".join(f"{name} **{times.ours / took:.1f}**" for name, took in times.plain.items())
    per_item, met = times.ours / times.items * 1e6, "yes" if _meets(times) else "**no**"
    return (
        f"| {network.id} | {times.size / 1e6:.0f} MB | {times.items:,} | {times.ours:.2f} s |"
        f" {per_item:.1f} µs | {times.objects / times.items * 1e6:.1f} µs | {ratios} | {met} |"
    )


def _meets(times: speed.Times) -> bool:
    """Whether an import is as quick as is aimed at, against the first of the plain parsers."""
    return times.ours <= _AIM * next(iter(times.plain.values()))


def _how_many_meet(measured: Mapping[str, speed.Times]) -> str:
    """A network meets the aim where every form of its export does."""
    rows = [(name.partition(",")[0], _meets(times)) for name, times in measured.items()]
    networks, slow = dict(rows), {name for name, met in rows if not met}
    met = [name for name in networks if name not in slow]
    return (
        f"The aim is met by {len(met)} of the {len(networks)} networks measured: {', '.join(met) or 'none'}."
    )


def _peer(name: str, ours: float, run: peers.Run) -> str:
    peer = peers.PEERS[name]
    took = run.fault or f"{run.seconds:.2f} s, {run.peak:.0f} MiB"
    return f"| {name} | {ours:.2f} s | {peer.package}: {took} | {peer.lacks} |"


def _memory(name: str, export: Path, peak: memory.Peak) -> str:
    met = "yes" if peak.written <= _MOST else "**no**"
    return (
        f"| {name} | {export.stat().st_size / 1e6:,.0f} MB | {peak.posts:,} | {peak.before:.0f} MiB"
        f" | {peak.read:.0f} MiB | {peak.written:.0f} MiB | {peak.words:.0f} MiB | {met} | {peak.media} |"
        f" {peak.seconds:.0f} s |"
    )


def _measured(posts: int, python: Path | None, place: Path) -> Iterator[tuple[str, str]]:
    """Lines of the tables, each with the name of its table."""
    measured: dict[str, speed.Times] = {}
    for network in NETWORKS:
        export = network.make(posts, place)
        times = measured[network.id] = speed.measure(network, export)
        yield "speed", _speed(network, times)
        if python and network.id in peers.PEERS:
            yield "peers", _peer(network.id, times.ours, peers.run(peers.PEERS[network.id], python, export))
        export.unlink()
    yield "met", _how_many_meet(measured)
    yield "why", _why_not(list(measured.values()))


def _large(place: Path) -> Iterator[tuple[str, str]]:
    for network in NETWORKS:
        export = network.make(int(_MANY / network.texts), place)
        if network.id == "x":
            media.pad(export, _PADDING)
        yield "memory", _memory(network.id, export, memory.measure(export))
        export.unlink()


def _report(posts: int, lines: dict[str, list[str]]) -> str:
    tables = {name: "\n".join(lines.get(name, ["(not measured in this run)"])) for name in _TABLES}
    return f"""# Exports: results

Written by `python -m benchmarks.exports` on {datetime.now(UTC):%d %B %Y};
{cpu_count()} processors, load {getloadavg()[0]:.1f} when it ended. The exports are invented, in the layouts
of the real ones; some words are emoji or quotation marks, so that nearly every text is stored wide.

{_about_speed(posts, tables)}
{_about_memory(tables)}"""


def _about_speed(posts: int, tables: dict[str, str]) -> str:
    return f"""## Speed

{posts:,} posts each, best of {speed.ROUNDS} rounds by turns, in processor time. *Ratio*: the whole
import (recognise, unpack, parse, mend, sort, date, join, count gaps) to plain parsing of the lists of the
same archive, unpacking included, which leaves nothing but dictionaries or rows. *Its object*: what making
the items of values that are there already takes. The aim is {_AIM} against `json`,
or against the first of the parsers named where the export is no JSON.

| network | data | items read | import | an item | its object | ratio to plain parsing | met |
|---|---|---|---|---|---|---|---|
{tables["speed"]}

{tables["met"]}

{tables["why"]}

{NOT_MEASURED}

## Beside public readers

The same files; times without the start of the program. What the other one does not do stands beside it.

| network | selfaudit | the other | what the other leaves out |
|---|---|---|---|
{tables["peers"]}

"""


def _about_memory(tables: dict[str, str]) -> str:
    return f"""## Memory

{_MANY:,} posts and comments each; X's archive is padded to {_PADDING / 1e9:.0f} GB with films and pictures
that no post names.
None of these posts names a picture: *media opened* says that what nobody names stays closed. Pictures of the
profile and of own posts are opened, and copied once the owner agrees, which takes as much of the disk again.
Peak of a program of its own that imports and writes the snapshot; the aim is at most {_MOST} MiB. *Words*:
what the texts alone would take, were they held: Python gives each sign of a text with an emoji four bytes.
Long ones lie in a nameless private file until the snapshot is written, so that their length costs no memory.

| network | archive | posts | before | read | written | words | met | media opened | time |
|---|---|---|---|---|---|---|---|---|---|
{tables["memory"]}
"""


def main(posts: int, python: Path | None) -> None:
    """Measure, print and write."""
    lines: dict[str, list[str]] = {}
    with TemporaryDirectory() as place:
        environ["SELFAUDIT_HOME"] = place
        for measured in (_measured(posts, python, Path(place)), _large(Path(place))):
            for name, line in measured:
                lines.setdefault(name, []).append(line)
                sys.stdout.write(f"{name}: {line}\n")
                sys.stdout.flush()
    _RESULTS.write_text(_report(posts, lines), encoding="utf-8")


if __name__ == "__main__":
    main(
        int(sys.argv[1]) if len(sys.argv) > 1 else _POSTS,
        Path(sys.argv[2]) if len(sys.argv) > 2 else None,  # noqa: PLR2004 - the second argument
    )

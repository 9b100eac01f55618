"""All measurements as one text: ``python3 run.py bench [--scales 2000,20000] [--no-load] [--keep DIR]``.

Fills a database of the sample city for each scale in a temporary folder (or finds it in ``--keep``),
measures pages and sheets in-process, then a plenary's morning against the real server. With
``SHANGLIANG_DATABASE_URL`` everything runs on that PostgreSQL server, in databases of its own.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
PEER = """A well-known Django participation platform, measured elsewhere on the same kind of machine in the same
way (2 cores, in-process client, 2,000 rows, SQLite, median of 7): list of 15 rows 100 ms and 68
queries; detail 87 ms and 57 queries; xlsx of 2,000 rows 25 s and 16,021 queries."""


def environment(folder: Path, scale: int) -> dict[str, str]:
    """A data folder, and on PostgreSQL a database, of its own."""
    env = os.environ | {
        "SHANGLIANG_DATA_DIR": str(folder),
        "SHANGLIANG_DEMO": "1",
        "DJANGO_SETTINGS_MODULE": "shangliang.settings.product",
    }
    if url := os.environ.get("SHANGLIANG_DATABASE_URL", ""):
        import psycopg

        name = f"bench_{scale}"
        with psycopg.connect(url, autocommit=True) as connection:
            found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
            if found.fetchone() is None:
                connection.execute(f'CREATE DATABASE "{name}"')
        env["SHANGLIANG_DATABASE_URL"] = url.rsplit("/", 1)[0] + f"/{name}"
    return env


def lines(script: str, env: dict[str, str], *words: str) -> list[dict[str, Any]]:
    """What a script measured."""
    done = subprocess.run(
        [sys.executable, str(HERE / script), *words],
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(done.stderr[-3000:])
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


def fill(folder: Path, scale: int, env: dict[str, str]) -> None:
    """The sample city with so many proposals more; once."""
    folder.mkdir(parents=True, exist_ok=True)
    if (folder / "filled").exists():
        return
    command = [sys.executable, "-m", "shangliang.cli", "demo", "--no-serve", "--scale", str(scale)]
    subprocess.run(command, env=env, check=True, stdout=subprocess.DEVNULL)
    (folder / "filled").touch()


def table(by_scale: dict[int, list[dict[str, Any]]]) -> None:
    """Pages in rows, scales in columns."""
    sizes = {}
    cells: dict[tuple[str, str], dict[int, dict[str, Any]]] = {}
    for scale, rows in by_scale.items():
        for row in rows:
            if row["kind"] == "size":
                sizes[scale] = row["proposals"]
            elif row["kind"] == "page":
                cells.setdefault((row["label"], row["who"]), {})[scale] = row
    heads = [f"{sizes[s]:,} proposals" for s in by_scale]
    print("| page | seat | " + " | ".join(heads) + " |")
    print("|---|---|" + "---|" * len(heads))
    for (label, who), found in cells.items():
        words = []
        for scale in by_scale:
            row = found.get(scale, {})
            if "wall" not in row:
                words.append(f"({row.get('status', '—')})")
                continue
            text = f"{row['wall']:.0f} ms ({row['cpu']:.0f} cpu), {row['queries']} q"
            if "cold_wall" in row:
                text += f"; after an event {row['cold_wall']:.0f} ms ({row['cold_cpu']:.0f} cpu)"
            words.append(text)
        print(f"| {label} | {who} | " + " | ".join(words) + " |")


def sheets(by_scale: dict[int, list[dict[str, Any]]]) -> None:
    """Exports and their memory."""
    print("\n| xlsx rows | seconds | cpu | queries | process grew |\n|---|---|---|---|---|")
    for rows in by_scale.values():
        for row in rows:
            if row["kind"] == "xlsx":
                print(
                    f"| {row['rows']:,} | {row['seconds']:.1f} | {row['cpu']:.1f} "
                    f"| {row['queries']} | {row['grew_mb']:.0f} MB |"
                )
    for rows in by_scale.values():
        for row in rows:
            if row["kind"] == "memory":
                print(f"\npeak of Python objects for {row['rows']:,} rows: {row['peak_mb']:.1f} MB")


def main() -> None:
    """Fill, measure, print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--scales", default="2000,20000,100000")
    parser.add_argument("--no-load", action="store_true")
    parser.add_argument("--keep", default="", help="a folder whose databases are used again")
    options = parser.parse_args()
    scales = [int(word) for word in options.scales.split(",")]
    with tempfile.TemporaryDirectory(prefix="shangliang-bench-") as temporary:
        root = Path(options.keep or temporary)
        measured: dict[int, list[dict[str, Any]]] = {}
        for scale in scales:
            folder = root / str(scale)
            env = environment(folder, scale)
            fill(folder, scale, env)
            measured[scale] = lines("pages.py", env)
        vendor = next(r["vendor"] for r in measured[scales[0]] if r["kind"] == "size")
        print(
            f"# Measured on {vendor}, Python {platform.python_version()}, {os.cpu_count()} cores\n"
        )
        table(measured)
        sheets(measured)
        if not options.no_load:
            folder = root / str(scales[0])
            for row in lines("load.py", environment(folder, scales[0])):
                print("\n" + json.dumps(row, ensure_ascii=False, indent=1))
        print(f"\n{PEER}")


if __name__ == "__main__":
    main()

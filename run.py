"""Sets everything up and runs it: ``python3 run.py [run|test|check|bench]``. Standard library only.

The first call makes a virtual environment beside this file and installs the package into it; later
calls find it again and start at once. Nothing outside this folder is touched.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = Path(os.environ.get("SHANGLIANG_VENV", HERE / ".venv"))
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")


def call(*words: str, **env: str) -> None:
    """Run a command and stop with its code when it fails."""
    done = subprocess.run(words, cwd=HERE, env=os.environ | env, check=False)
    if done.returncode:
        sys.exit(done.returncode)


def make_venv() -> None:
    """A virtual environment; where the system split venv off, say which package brings it."""
    try:
        subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
    except subprocess.CalledProcessError:
        sys.exit(
            "Python 的 venv 模块不全。Debian／Ubuntu 请先装：apt install python3-venv\n"
            "The venv module is incomplete. On Debian/Ubuntu: apt install python3-venv"
        )


def install(extra: str = "") -> None:
    """Install the package, again only when its pyproject.toml changed."""
    if sys.version_info < (3, 11):  # noqa: UP036  said here, since pip's own words are longer
        sys.exit("需要 Python 3.11 以上。Python 3.11 or newer is needed.")
    if not PYTHON.exists():
        make_venv()
    wanted = hashlib.sha256((HERE / "pyproject.toml").read_bytes() + extra.encode()).hexdigest()
    stamp = VENV / f"installed{extra}.stamp"
    if stamp.exists() and stamp.read_text() == wanted:
        return
    print("正在安装，首次约一两分钟… Installing, a minute or two the first time …", flush=True)
    call(
        str(PYTHON), "-m", "pip", "install", "-q", "--disable-pip-version-check", "-e", f".{extra}"
    )
    stamp.write_text(wanted)


def shangliang(*words: str, **env: str) -> None:
    """The program itself, from the virtual environment."""
    call(str(PYTHON), "-m", "shangliang.cli", *words, **env)


def test(*words: str) -> None:
    """The quick suite: everything but browser, PostgreSQL and slow tests."""
    install("[dev]")
    quick = "not browser and not postgres and not slow"
    call(str(PYTHON), "-m", "pytest", "-n", "auto", "--maxprocesses=4", "-m", quick, *words)


def check() -> None:
    """Format, lint, types, import contracts, migrations; then the quick suite."""
    install("[dev]")
    call(str(BIN / "ruff"), "format", "--check", ".")
    call(str(BIN / "ruff"), "check", ".")
    call(str(BIN / "mypy"))
    call(str(BIN / "lint-imports"))
    shangliang(
        "makemigrations",
        "--check",
        "--dry-run",
        DJANGO_SETTINGS_MODULE="shangliang.settings.testing",
    )
    test()


def main() -> None:
    """Dispatch on the first word."""
    word, rest = (sys.argv[1] if len(sys.argv) > 1 else "run"), sys.argv[2:]
    if word == "run":
        install()
        shangliang("demo", *rest)
    elif word == "test":
        test(*rest)
    elif word == "check":
        check()
    elif word == "bench":
        install("[dev]")
        call(str(PYTHON), "bench/run.py", *rest)
    else:
        sys.exit("用法 usage: python3 run.py [run|test|check|bench]")


if __name__ == "__main__":
    main()

"""Starts an installed ``shangliang serve`` and looks at its first page. Used by CI on the wheel."""

import os
import socket
import subprocess
import sys
import time
import urllib.request


def main(program: str) -> int:
    """0 when the sign-in page answers within a minute."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    server = subprocess.Popen([program, "serve", "--port", str(port)], env=os.environ)
    try:
        for _ in range(120):
            time.sleep(0.5)
            if server.poll() is not None:
                print("the server ended", server.returncode)
                return 1
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/sign-in/", timeout=2) as page:
                    text = page.read().decode()
                    print("first page:", page.status, len(text), "characters")
                    return 0 if "登录" in text else 1
            except OSError:
                continue
        print("no answer within a minute")
        return 1
    finally:
        server.terminate()
        server.wait(15)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

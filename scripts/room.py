"""Starts Landscape for a room: others on the same network can answer, and do nothing else."""

import ipaddress
import json
import os
import secrets
import socket
import subprocess
import sys

from landscape.services.room import ADDRESS_VARIABLE, KEY_VARIABLE


def main(port: int) -> int:
    """Say both addresses and serve until it is stopped."""
    here = own_address()
    if here is None:
        print("This machine is on no network. Join one, and start again.")
        return 1
    key = secrets.token_urlsafe(32)
    address = f"http://{here}:{port}"
    print(f"You, on this machine:  http://localhost:{port}/owner/{key}")
    print(f"Others in the room:    {address}")
    print(
        "What they answer goes over this network unencrypted: use one that you trust.", flush=True
    )
    return subprocess.call(
        command(here, port),
        env={**os.environ, KEY_VARIABLE: key, ADDRESS_VARIABLE: address},
    )


def command(here: str, port: int) -> list[str]:
    """What serves this machine and the address that others reach it at, and no other name."""
    hosts = json.dumps(["localhost", "127.0.0.1", here])
    return [
        *(sys.executable, "-m", "streamlit", "run", "serve.py"),
        *("--server.address", "0.0.0.0"),  # noqa: S104  others are to reach it
        *("--server.port", str(port)),
        *("--server.allowedHosts", hosts),
        *("--server.headless", "true"),
    ]


def own_address() -> str | None:
    """The address of this machine on its network; nothing is sent to find it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            # An address for documentation: choosing a way there names our end of it.
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return None
        found = str(probe.getsockname()[0])
    return None if ipaddress.ip_address(found).is_unspecified else found


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 8501))

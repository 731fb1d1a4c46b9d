"""Whether any request or query makes the server fail: random ones, by the thousand.

    python benchmarks/fuzz.py [--requests 100000] [--texts 100000]

A twentieth of the requests are made after the server's own OpenAPI description, right ones and wrong ones, by
schemathesis, the others are these with bytes changed, all to ``kg serve --writable`` with the graph of ``exports/``: no
answer may be a 500, and the same process must answer at the end. Then texts for the reader of SPARQL (tokens, and what
is refused), by atheris, which follows the code that they reach: nothing but a refusal may come out.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.request import urlopen

from loads.graph import made
from loads.mutated import messages, send, statuses
from loads.servers import free, kg_serve, resident, running

TOKEN = "only-for-the-fuzzer"  # noqa: S105 (it opens nothing but the server below)
TEXTS = Path(__file__).parent / "loads" / "texts.py"


def requests(address: str, number: int, archive: Path) -> str:
    """What schemathesis says of about so many requests, which are kept in ``archive``."""
    with urlopen(f"{address}/openapi.json") as answer:  # noqa: S310 (our own server)
        description = json.load(answer)
    operations = sum(len(methods) for methods in description["paths"].values())
    command = [
        str(Path(sys.executable).parent / "schemathesis"), "run", f"{address}/openapi.json", "--checks",
        "not_a_server_error", "--phases", "fuzzing", "--mode", "all", "--max-examples", str(-(-number // operations)),
        "--continue-on-failure", "--suppress-health-check", "all", "--request-timeout", "60", "--workers", "4",
        "--header", f"Authorization: Bearer {TOKEN}", "--no-color", "--seed", "1", "--report", "har",
        "--report-har-path", str(archive), "--output-sanitize", "false",
    ]  # fmt: skip
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    return said.stdout[said.stdout.rfind("Test cases:") :].strip() + said.stderr[-1000:]


def texts(number: int) -> str:
    """What atheris says of so many texts."""
    limits = ["-max_len=4000", "-len_control=0", "-rss_limit_mb=4096"]
    command = [sys.executable, str(TEXTS), f"-runs={number}", "-seed=1", *limits]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    verdict = "nothing failed" if said.returncode == 0 else f"FAILED ({said.returncode})"
    return f"{verdict}: {' '.join(said.stderr.splitlines()[-3:])}"


def main() -> None:
    """Prints both verdicts."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--requests", type=int, default=100_000)
    arguments.add_argument("--texts", type=int, default=100_000)
    given = arguments.parse_args()
    if given.requests:
        with tempfile.TemporaryDirectory() as folder:
            graph, port = made(Path(folder, "fuzzed.kg"), 0), free()
            command = [*kg_serve(graph, port), "--writable", "--timeout", "2"]
            with running(command, port=port, environment={"KG_TOKEN": TOKEN}) as process:
                address, archive = f"http://127.0.0.1:{port}", Path(folder, "sent.har")
                print(requests(address, given.requests // 20, archive))
                sent, said = messages(archive, address), statuses(archive)
                print(f"{len(sent):,} requests made: {dict(sorted(said.items()))}")
                found = send(address, sent, number=given.requests - len(sent), seed=1)
                print(f"{found.total():,} changed: {dict(sorted(found.items()))}")
                print(f"answers that say that the server failed: {found['500'] + said['500']}")
                connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
                connection.request("GET", "/health")
                print(f"at the end: {connection.getresponse().status}, {resident(process.pid) / 2**20:.0f} MiB")
    if given.texts:
        print(f"{given.texts:,} texts: {texts(given.texts)}")


if __name__ == "__main__":
    os.environ.setdefault("PYTHONWARNINGS", "ignore")
    main()

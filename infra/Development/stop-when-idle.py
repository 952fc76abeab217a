#!/usr/bin/env python3
"""Stops this notebook instance when nothing has happened in Jupyter for a while.

Kernels and terminals count. A browser tab that is left open does not, or no instance would ever stop.
Runs every few minutes; what cannot be found out stops nothing.
"""
import argparse
import datetime
import json
import ssl
import subprocess
import sys
import urllib.error
import urllib.request

METADATA = "/opt/ml/metadata/resource-metadata.json"


def parse_time(text):
    form = "%Y-%m-%dT%H:%M:%S.%fZ" if "." in text else "%Y-%m-%dT%H:%M:%SZ"
    return datetime.datetime.strptime(text, form)


def last_activity(now, status, kernels, terminals):
    """A kernel that works is active now, however long ago its cell was started."""
    if any(kernel["execution_state"] in ("busy", "starting", "restarting") for kernel in kernels):
        return now
    times = [status["started"]]
    times += [kernel["last_activity"] for kernel in kernels]
    times += [terminal["last_activity"] for terminal in terminals if "last_activity" in terminal]
    return max(parse_time(text) for text in times)


def ask(base, what):
    # The certificate is the instance's own, and the connection never leaves it.
    context = ssl._create_unverified_context() if base.startswith("https:") else None
    with urllib.request.urlopen(base + "/api/" + what, timeout=20, context=context) as answer:
        return json.load(answer)


def ask_for_terminals(base):
    try:
        return ask(base, "terminals")
    except urllib.error.HTTPError as error:
        if error.code == 404:  # Terminals can be switched off.
            return []
        raise


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--idle-minutes", type=int, required=True)
    options.add_argument("--jupyter", default="https://localhost:8443")
    options.add_argument("--metadata", default=METADATA)
    options.add_argument("--dry-run", action="store_true", help="say what would be run, and do not run it")
    given = options.parse_args()

    now = datetime.datetime.now(datetime.timezone.utc).replace(tzinfo=None)
    try:
        active = last_activity(
            now, ask(given.jupyter, "status"), ask(given.jupyter, "kernels"), ask_for_terminals(given.jupyter))
    except (OSError, ValueError, KeyError) as error:
        print("Jupyter does not say when it was last used: %s" % error)
        return 1

    idle = (now - active).total_seconds() / 60
    if idle < given.idle_minutes:
        print("idle for %d of %d minutes" % (idle, given.idle_minutes))
        return 0

    with open(given.metadata) as file:
        metadata = json.load(file)
    command = [
        "aws", "sagemaker", "stop-notebook-instance",
        "--notebook-instance-name", metadata["ResourceName"],
        "--region", metadata["ResourceArn"].split(":")[3],
    ]
    print("idle for %d minutes: %s" % (idle, " ".join(command)))
    return 0 if given.dry_run else subprocess.call(command)


if __name__ == "__main__":
    sys.exit(main())

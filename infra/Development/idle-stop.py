"""Stops this notebook instance when nothing has happened in its Jupyter server for a while."""
import argparse
import datetime
import json
import ssl
import subprocess
import time
import urllib.request

METADATA = "/opt/ml/metadata/resource-metadata.json"


def ask(url, path):
    # The server's certificate is its own, and it is asked on this machine only.
    context = ssl._create_unverified_context() if url.startswith("https:") else None
    with urllib.request.urlopen(url + path, timeout=20, context=context) as answer:
        return json.load(answer)


def seconds(stamp):
    moment = datetime.datetime.strptime(stamp[:19], "%Y-%m-%dT%H:%M:%S")
    return moment.replace(tzinfo=datetime.timezone.utc).timestamp()


def idle_seconds(status, kernels, terminals, started, now):
    """How long nothing has happened. A kernel at work counts as activity however long it takes."""
    if any(kernel.get("execution_state") == "busy" for kernel in kernels):
        return 0
    stamps = [thing["last_activity"] for thing in [status, *kernels, *terminals] if thing.get("last_activity")]
    return now - max([started, *map(seconds, stamps)])


def stop():
    with open(METADATA, encoding="utf-8") as file:
        arn = json.load(file)["ResourceArn"]
    region, name = arn.split(":")[3], arn.split("/")[-1]
    subprocess.run(
        ["aws", "sagemaker", "stop-notebook-instance", "--region", region, "--notebook-instance-name", name], check=True)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--minutes", type=int, required=True)
    options.add_argument("--started", type=float, required=True, help="seconds since 1970")
    options.add_argument("--url", default="https://localhost:8443")
    options.add_argument("--dry-run", action="store_true")
    given = options.parse_args()
    idle = idle_seconds(
        ask(given.url, "/api/status"), ask(given.url, "/api/kernels"), ask(given.url, "/api/terminals"),
        given.started, time.time())
    is_idle = idle >= given.minutes * 60
    print("%s: nothing has happened for %d minutes" % ("idle" if is_idle else "in use", idle // 60))
    if is_idle and not given.dry_run:
        stop()


if __name__ == "__main__":
    main()

"""An AWS account in memory, spoken to in lines of JSON on standard input and output, one answer for each request in order.

{"do": "create", "type": ..., "stack": ..., "name": ..., "inputs": {...}} a resource as a Pulumi program asks for it
{"do": "call", "service": ..., "operation": ..., "parameters": {...}}  a call as it stands
{"do": "task", "resource": ..., "arguments": {...}}                    what a state machine's task would call: checked, not called
{"do": "invoke", "resource": ..., "arguments": {...}}                  the same, called
{"do": "implemented", "resource": ..., "arguments": {...}}             whether the emulator has what a task calls

The server is moto's; it listens on a free port of 127.0.0.1 and ends with this process, which ends with its standard input.
"""

import datetime
import json
import logging
import sys

import botocore.session
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from botocore.parsers import ResponseParserError
from botocore.validate import ParamValidator
from flask import got_request_exception
from moto.server import ThreadedMotoServer

import resources
import shapes
import tasks

REGION = "us-east-1"


class ServerFailures:
    """Remembers why the server last failed: to its client an operation that it lacks looks like a defect."""

    def __init__(self):
        self.last = None
        got_request_exception.connect(self.remember)

    def remember(self, _, exception, **__):
        self.last = exception


class Account:
    """Calls to the server. What an operation accepts is what botocore's model of it says."""

    def __init__(self, endpoint, failures):
        self.session = botocore.session.get_session()
        self.session.set_credentials("made-up", "made-up")
        self.endpoint = endpoint
        self.failures = failures
        self.clients = {}

    def services(self):
        return self.session.get_available_services()

    def model(self, service):
        return self.client(service).meta.service_model

    def client(self, service):
        if service not in self.clients:
            self.clients[service] = self.session.create_client(
                service, region_name=REGION, endpoint_url=self.endpoint,
                config=Config(retries={"total_max_attempts": 1}, inject_host_prefix=False, s3={"addressing_style": "path"}))
        return self.clients[service]

    def faults(self, service, operation, parameters):
        """What is wrong with parameters, for botocore and for the limits in its model that botocore leaves to AWS."""
        model = self.model(service).operation_model(operation)
        shape = model.input_shape
        if shape is None:
            return [f"{operation} takes no parameters"] if parameters else []
        # Every client makes these up by itself.
        tokens = {name: {shapes.ANY: "token"} for name in model.idempotent_members}
        sampled = shapes.with_samples(tokens | parameters, shape)
        report = ParamValidator().validate(sampled, shape)
        return [line for line in report.generate_report().split("\n") if line] + list(shapes.beyond_limits(parameters, shape))

    def call(self, service, operation, parameters):
        """The answer of the server, or that it does not implement the operation, or its error."""
        self.failures.last = None
        try:
            answer = self.client(service)._make_api_call(operation, parameters)
        except (ClientError, BotoCoreError, ResponseParserError) as error:
            said = getattr(error, "response", {}).get("Error", {})
            return self.failure(said.get("Code"), said.get("Message") or str(error))
        answer.pop("ResponseMetadata", None)
        return {"outcome": "called", "answer": answer}

    def failure(self, code, message):
        """Tells what the emulator lacks from what it refuses."""
        if isinstance(self.failures.last, NotImplementedError) or code in ("404", "405"):
            return {"outcome": "not implemented", "why": "no such operation"}
        if self.failures.last is not None:
            return {"outcome": "not implemented", "why": f"breaks: {self.failures.last!r}"}
        if code == "403":
            # The policy of a bucket refuses what comes without TLS, and this does; or the emulator looks past the condition.
            return {"outcome": "not implemented", "why": "refuses it by the bucket's policy: there is no TLS here"}
        if "failed to satisfy constraint: Member must satisfy enum value set" in message:
            # botocore's list has been looked at before; the emulator's own is older.
            return {"outcome": "not implemented", "why": "knows fewer values"}
        return {"outcome": "failed", "code": code, "error": f"{code}: {message}"}


def serve():
    logging.getLogger("werkzeug").setLevel(logging.CRITICAL)  # one line a request
    failures = ServerFailures()
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    account = Account(f"http://{host}:{port}", failures)
    deployed = resources.Deployed(account)
    handlers = {
        "create": lambda request: deployed.create(request["type"], request["stack"], request["name"], request["inputs"]),
        "call": lambda request: account.call(request["service"], request["operation"], request.get("parameters", {})),
        "task": lambda request: tasks.check(account, request["resource"], request.get("arguments", {})),
        "implemented": lambda request: tasks.implemented(account, request["resource"], request.get("arguments", {})),
        "invoke": lambda request: tasks.invoke(account, request["resource"], request.get("arguments", {})),
    }
    print(json.dumps({"ready": account.endpoint}), flush=True)
    for line in sys.stdin:
        request = json.loads(line)
        try:
            answer = handlers[request["do"]](request)
        except LookupError as error:
            answer = {"fault": str(error)}
        except Exception as error:  # a defect, here or in the emulator, is the answer too: the test that asked shows it
            logging.getLogger("driver").exception("%s", line)
            answer = {"fault": f"{type(error).__name__}: {error}"}
        print(json.dumps(answer, default=plain), flush=True)
    server.stop()


def plain(value):
    """Timestamps and streams of answers, as text."""
    if isinstance(value, datetime.datetime):
        return value.astimezone(datetime.UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return value.read().decode() if hasattr(value, "read") else str(value)


if __name__ == "__main__":
    serve()

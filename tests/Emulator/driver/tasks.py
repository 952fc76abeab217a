"""What the tasks of state machines call: their arguments held to the model of the operation they name."""

import functools
import json
import re

from names import plain
from shapes import ANY, is_any, with_samples

INTEGRATION = re.compile(r"arn:aws[\w-]*:states:::(?P<sdk>aws-sdk:)?(?P<service>[\w-]+):(?P<action>\w+)(?P<suffix>\.(sync(:2)?|waitForTaskToken))?")

OPTIMISED = {"states": "stepfunctions"}
"""Services that an integration of Step Functions' own calls otherwise than the SDK does."""

IAM_PREFIXES = {"monitoring": "cloudwatch", "aws-cost-explorer": "ce"}
"""Services that IAM calls otherwise than their signatures do."""

IAM_ACTIONS = {"s3:ListObjectsV2": "ListBucket", "s3:HeadObject": "GetObject", "s3:CopyObject": "PutObject"}
"""Operations whose permission is called otherwise."""


def parse(account, resource):
    """Service and operation that a task's resource stands for."""
    found = INTEGRATION.fullmatch(resource)
    if found is None:
        raise LookupError(f"{resource} is no integration with a service of AWS")
    service = service_of(account, found["service"])
    operation = found["action"][0].upper() + found["action"][1:]
    if operation not in account.model(service).operation_names:
        raise LookupError(f"{resource}: {service} has no operation {operation}")
    return service, operation, found["sdk"] is not None


@functools.lru_cache(maxsize=None)
def service_of(account, name):
    """SDK integrations are called by the service's id without spaces: Application Auto Scaling is applicationautoscaling."""
    if name in OPTIMISED:
        return OPTIMISED[name]
    known = account.services()
    if name in known:
        return name
    loader = account.session.get_component("data_loader")
    # Reading the models of all services takes seconds: only those that are called alike can be meant.
    for service in (one for one in known if one[0] == name[0] or one in name):
        if plain(loader.load_service_model(service, "service-2")["metadata"].get("serviceId", service)) == name:
            return service
    raise LookupError(f"no service has the id {name}")


def check(account, resource, arguments):
    """What the task calls, and what is wrong with the names and values that are known before it runs."""
    service, operation, sdk = parse(account, resource)
    shape = account.model(service).operation_model(operation).input_shape
    faults = []
    if not is_any(arguments):
        parameters = translated(arguments, shape, faults, "", texts=not sdk)
        faults += account.faults(service, operation, parameters)
    return {"service": service, "operation": operation, "action": action_of(account, service, operation), "faults": faults}


def action_of(account, service, operation):
    """What IAM calls the permission."""
    prefix = account.model(service).signing_name
    return f"{IAM_PREFIXES.get(prefix, prefix)}:{IAM_ACTIONS.get(f'{service}:{operation}', operation)}"


def invoke(account, resource, arguments):
    """Calls it. Members of the answer have a capital letter, as in a state machine."""
    service, operation, sdk = parse(account, resource)
    model = account.model(service).operation_model(operation)
    faults = []
    parameters = translated(arguments, model.input_shape, faults, "", texts=not sdk)
    faults += account.faults(service, operation, parameters)
    if faults:
        return {"service": service, "operation": operation, "outcome": "refused", "faults": faults}
    called = {"service": service, "operation": operation, "faults": [], "request": parameters, **account.call(service, operation, parameters)}
    if "answer" in called:
        called["answer"] = capitalised(called["answer"], model.output_shape)
    return called


def implemented(account, resource, arguments):
    """Whether the emulator has the operation, found by calling it with made-up values for expressions: an error of its own shows it has."""
    service, operation, sdk = parse(account, resource)
    shape = account.model(service).operation_model(operation).input_shape
    asked = arguments if is_any(arguments) else translated(arguments, shape, [], "", texts=not sdk)
    called = account.call(service, operation, with_samples(asked, shape))
    return {"service": service, "operation": operation, "outcome": "called" if called["outcome"] == "failed" else called["outcome"], "why": called.get("why")}


def translated(value, shape, faults, path, texts):
    """Arguments in botocore's names; {"$any": ...} where an expression stands."""
    if is_any(value):
        return value
    if isinstance(value, str) and value.startswith("{%"):
        return {ANY: value}
    kind = shape.type_name if shape is not None else None
    if kind == "structure" and isinstance(value, dict):
        members = {name[0].upper() + name[1:]: name for name in shape.members}
        made = {}
        for key, inner in value.items():
            name = members.get(key.removesuffix(".$"))
            if name is None:
                faults.append(f"{path}.{key} is no parameter of {shape.name}")
            else:
                made[name] = {ANY: inner} if key.endswith(".$") else translated(inner, shape.members[name], faults, f"{path}.{key}", texts)
        return made
    if kind == "map" and isinstance(value, dict):
        return {key.removesuffix(".$"): {ANY: inner} if key.endswith(".$") else translated(inner, shape.value, faults, path, texts)
                for key, inner in value.items()}
    if kind == "list" and isinstance(value, list):
        return [translated(item, shape.member, faults, f"{path}[{index}]", texts) for index, item in enumerate(value)]
    if kind == "string" and isinstance(value, (dict, list)) and texts:
        # A message or an input may be written as JSON; Step Functions makes a text of it.
        return json.dumps(value)
    return value


def capitalised(value, shape):
    if shape is not None and shape.type_name == "structure" and isinstance(value, dict):
        return {name[0].upper() + name[1:]: capitalised(inner, shape.members.get(name)) for name, inner in value.items()}
    if shape is not None and shape.type_name == "list" and isinstance(value, list):
        return [capitalised(item, shape.member) for item in value]
    return value

"""Creates in an account what a Pulumi program asks for: finds the operation, gives every input its place in the operation's
parameters by name, has them checked, calls, and reads back what was asked for. resources.json says what names do not tell."""

import hashlib
import json
import pathlib
import re

import adapters
from names import camel, candidates, kebab, member_of, plain, service_of_type
from readback import Reader

ACCOUNT_ID = "123456789012"
REGION = "us-east-1"
TABLE = json.loads((pathlib.Path(__file__).parent / "resources.json").read_text(encoding="utf-8"))


# What EC2 calls resources when it tags them, where that is not their own name.
TAGGED_AS = {"eip": "elastic-ip", "nat-gateway": "natgateway"}


class Deployed:
    """The resources of all stacks that share an account."""

    def __init__(self, account):
        self.account = account
        self.reader = Reader(account)
        self.absent = set()

    def create(self, resource_type, stack, name, inputs):
        entry = TABLE["resources"].get(resource_type, {})
        kind = resource_type.split(":")[-1]
        service = entry.get("service") or service_of_type(resource_type, TABLE["services"], self.account.services())
        operation = entry.get("operation") or self.operation(resource_type, service, kind)
        sent = {key: value for key, value in inputs.items() if key not in (*TABLE["providerOnly"], *entry.get("providerOnly", ()))}
        inputs = adapters.adapt(resource_type, entry.get("defaults", {}) | sent)
        later = {key for step in entry.get("then", ()) for key in (*step.get("members", {}), *step.get("when", ()), step.get("each"))}
        first = {key: value for key, value in inputs.items() if key not in later}
        mapped = Mapping(self.account.model(service).operation_model(operation).input_shape, kind, entry.get("members", {}))
        self.add_name(mapped, resource_type, stack, name, first)
        calls = [self.run(service, operation, mapped, first, entry.get("set", {}), {}, entry.get("read"))]
        known = {**calls[0]["request"], **facts(calls[0])}
        for step in entry.get("then", ()):
            calls += self.follow(service, kind, step, inputs, known)
        named = {key: value for key, value in first.items() if key not in inputs}
        outputs = named | self.outputs(service, kind, name, entry, calls[0])
        if calls[0]["outcome"] != "called":
            self.absent |= {outputs["id"], outputs["arn"], *named.values()} - {name}
        return {"calls": calls, "outputs": outputs}

    def operation(self, resource_type, service, kind):
        operations = self.account.model(service).operation_names
        for verb in ("Create", "Put", "Register", "Set"):
            for noun in (kind, kind.replace("Configuration", "Config")):
                if verb + noun in operations:
                    return verb + noun
        raise LookupError(f"no operation of {service} creates a {kind} by its name; say which in tests/Emulator/driver/resources.json under {resource_type}")

    def add_name(self, mapped, resource_type, stack, name, inputs):
        """What a provider makes up where the program gave no name."""
        key = "bucket" if resource_type == "aws:s3/bucket:Bucket" else "name" if resource_type.startswith("aws:") else camel(resource_type.split(":")[-1]) + "Name"
        place = mapped.place(key, key, mapped.shape)
        if place is None or any(mapped.place(given, given, mapped.shape) == place for given in inputs):
            return
        prefix = inputs.pop("namePrefix", None)
        digits = hashlib.sha256(f"{stack} {resource_type} {name}".encode()).hexdigest()
        inputs[key] = f"{prefix}{digits[:26]}" if prefix else f"{name}-{digits[:7]}"

    def follow(self, service, kind, step, inputs, known):
        """Further calls that the provider makes for the same resource, where the program asks for what they do."""
        shape = self.account.model(service).operation_model(step["operation"]).input_shape
        if "each" in step:
            for item in inputs.get(step["each"]) or ():
                mapped = Mapping(shape, kind, {"item": step["item"]})
                yield self.run(service, step["operation"], mapped, {"item": item}, step.get("set", {}), known, step.get("read"))
        elif any(inputs.get(key) for key in step.get("when", step["members"])):
            mapped = Mapping(shape, kind, step.get("members", {}))
            values = {key: inputs[key] for key in step.get("members", {}) if key in inputs}
            yield self.run(service, step["operation"], mapped, values, step.get("set", {}), known, step.get("read"))

    def run(self, service, operation, mapped, inputs, preset, known, read):
        request = {member: fill(value, known, inputs) for member, value in preset.items()}
        request |= mapped.request(inputs)
        call = {"service": service, "operation": operation, "request": request, "faults": mapped.faults}
        call["faults"] = call["faults"] + self.account.faults(service, operation, request)
        if call["faults"]:
            return call | {"outcome": "refused"}
        call |= self.account.call(service, operation, request)
        if call["outcome"] == "failed" and any(name in self.absent for name in texts(request)):
            # Right, but of something that the emulator could not create.
            call |= {"outcome": "not implemented", "why": "lacks what it refers to"}
        if call["outcome"] == "called":
            found = call["readBack"] = self.reader.read(service, operation, request, call["answer"], read)
            if found and found["dropped"] and not found["compared"] and not found["different"]:
                call |= {"outcome": "not implemented", "why": "accepts it and keeps nothing"}
        return call

    def outputs(self, service, kind, name, entry, call):
        """What the provider would tell of the resource; made up where the emulator lacks the operation."""
        told = facts(call)
        given = {plain(key): value for key, value in call["request"].items()}
        physical = given.get("name") or given.get(plain(kind) + "name") or next((v for k, v in given.items() if k.endswith("name") and isinstance(v, str)), name)
        outputs = {camel(key): value for key, value in told.items() if not isinstance(value, (dict, list))}
        arns = [value for key, value in told.items() if plain(key) in ("arn", plain(kind) + "arn")] or [value for key, value in told.items() if plain(key).endswith("arn")]
        prefix = self.account.model(service).signing_name
        outputs["arn"] = arns[0] if arns else f"arn:aws:{prefix}:{REGION}:{ACCOUNT_ID}:{kebab(kind)}/{physical}"
        outputs["id"] = outputs.get(camel(kind) + "Id") or physical
        outputs[camel(kind) + "Name"] = physical
        if call["outcome"] == "called":
            parts = {key: value for part in call["request"].values() if isinstance(part, dict) for key, value in part.items()}
            scope = {**parts, **call["request"], **told, "Arn": outputs["arn"]}
            outputs |= {key: fill(value, scope, {}) for key, value in entry.get("outputs", {}).items()}
        return outputs


def facts(call):
    """What an answer tells, also where it wraps it in one part."""
    answer = call.get("answer", {})
    nested = [value for value in answer.values() if isinstance(value, dict)]
    return {**(nested[0] if len(nested) == 1 else {}), **answer}


def texts(value):
    """Every text in a request, and the names in paths such as endpoint/NAME/variant/NAME."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from texts(item)
    elif isinstance(value, str):
        yield value
        yield from value.split("/")


class Mapping:
    """Gives inputs their places in the parameters of one operation."""

    def __init__(self, shape, kind, renames):
        self.shape, self.kind, self.renames, self.faults = shape, kind, renames, []

    def request(self, inputs):
        return self.structure(inputs, self.shape, "")

    def place(self, key, path, shape):
        """Names from a structure down to where an input belongs: as declared, by its own name, or by it in the only part that has it."""
        if path in self.renames:
            return self.renames[path].split(".")
        names = candidates(key, self.kind if shape is self.shape else "")
        if (member := member_of(shape, names)) is not None:
            return [member]
        if shape is not self.shape:
            return None
        parts = [(part, member_of(inner, names)) for part, inner in shape.members.items() if inner.type_name == "structure"]
        found = [[part, member] for part, member in parts if member is not None]
        return found[0] if len(found) == 1 else None

    def structure(self, inputs, shape, path):
        made = {}
        for key, value in inputs.items():
            if value is None or key == "__defaults":
                continue
            here = f"{path}.{key}" if path else key
            if key == "tags" and "TagSpecifications" in shape.members:
                made["TagSpecifications"] = [{"ResourceType": TAGGED_AS.get(kebab(self.kind), kebab(self.kind)), "Tags": pairs(value, "Key", "Value")}]
            elif (steps := self.place(key, here, shape)) is None:
                self.faults.append(f"{here} has no place in {shape.name}")
            else:
                self.put(made, shape, steps, value, here)
        return made

    def put(self, made, shape, steps, value, path):
        """Puts a value where the names lead; a list on the way gets one item."""
        name, rest = steps[0], steps[1:]
        if name not in shape.members:
            self.faults.append(f"{path}: {shape.name} has no {name}")
            return
        inner = shape.members[name]
        if not rest:
            placed = self.value(value, inner, path)
            made[name] = {**made[name], **placed} if isinstance(placed, dict) and isinstance(made.get(name), dict) else placed
            return
        if inner.type_name == "list":
            items = made.setdefault(name, [{}])
            self.put(items[0], inner.member, rest, value, path)
        else:
            self.put(made.setdefault(name, {}), inner, rest, value, path)

    def value(self, value, shape, path):
        match shape.type_name:
            case "structure":
                return self.as_structure(value, shape, path)
            case "list":
                return self.as_list(value, shape, path)
            case "map" if isinstance(value, dict):
                return {key: self.value(item, shape.value, path) for key, item in value.items()}
            case "string":
                return as_text(value)
            case "integer" | "long":
                number = float(value)
                if not number.is_integer():
                    self.faults.append(f"{path}: {value} is not a whole number")
                return int(number)
            case "float" | "double":
                return float(value)
            case "boolean":
                return value if isinstance(value, bool) else {"true": True, "false": False}.get(value, value)
            case "blob" if isinstance(value, str):
                return value.encode()
        return value

    def as_structure(self, value, shape, path):
        """Terraform writes one structure as a list of one, and some structures as JSON."""
        if isinstance(value, list):
            if len(value) != 1:
                self.faults.append(f"{path}: {len(value)} values where {shape.name} is one")
                return {}
            value = value[0]
        if isinstance(value, str):
            value = json.loads(value)
        return self.structure(value, shape, path)

    def as_list(self, value, shape, path):
        members = getattr(shape.member, "members", {})
        for key, text in (("Key", "Value"), ("TagKey", "TagValue"), ("key", "value")):
            if isinstance(value, dict) and set(members) == {key, text} and not {plain(k) for k in value} == {plain(key), plain(text)}:
                return pairs(value, key, text)
        return [self.value(item, shape.member, path) for item in (value if isinstance(value, list) else [value])]


def pairs(tags, key, value):
    return [{key: name, value: text} for name, text in tags.items()] if isinstance(tags, dict) else [
        {key: tag["key"], value: tag["value"]} for tag in tags]


def as_text(value):
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return json.dumps(value) if isinstance(value, (dict, list)) else str(value)


def fill(template, known, inputs):
    """A text with {names} of what is known; anything else as it is."""
    if isinstance(template, dict):
        return {key: fill(value, known, inputs) for key, value in template.items()}
    if isinstance(template, list):
        return [fill(value, known, inputs) for value in template]
    if not isinstance(template, str):
        return template
    scope = {plain(key): value for part in (inputs, known) for key, value in part.items()}

    def known_as(name):
        if plain(name) not in scope:
            raise LookupError(f"{template}: there is no {name} among {', '.join(scope)}")
        return scope[plain(name)]

    if whole := re.fullmatch(r"\{(\w+)\}", template):
        return known_as(whole[1])
    return re.sub(r"\{(\w+)\}", lambda name: str(known_as(name[1])), template)

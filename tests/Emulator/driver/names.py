"""How one thing is called in Pulumi, in botocore and in state machines."""

import re


def plain(name):
    return re.sub(r"[^a-z0-9]", "", name.lower())


def camel(name):
    """KeyId and keyId are keyId; ARN is arn; VPCId would be vpcid, which nobody asks for."""
    return name.lower() if name.isupper() else name[0].lower() + name[1:]


def kebab(name):
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", name).lower()


def candidates(key, kind):
    """Names that an input may go by in the API: its own, singular or plural, and with the resource's kind before it."""
    own = plain(key)
    names = [own, own + "s"]
    if own.endswith("ies"):
        names.append(own[:-3] + "y")
    if own.endswith("es"):
        names.append(own[:-2])
    if own.endswith("s"):
        names.append(own[:-1])
    if kind:
        short = kind.replace("Configuration", "Config")
        names += [plain(kind) + own, plain(short) + own]
        if own == "name":
            # EventRule is a Rule, MetricAlarm an Alarm: the last word is the API's noun.
            names.append(plain(re.findall(r"[A-Z][a-z0-9]*", kind)[-1]) + own)
    if own == "tags":
        names += ["resourcetags", "taglist"]
    return names


def member_of(shape, names):
    members = {plain(member): member for member in shape.members}
    return next((members[name] for name in names if name in members), None)


def service_of_type(token, declared, known):
    """aws:sagemaker/model:Model and aws-native:sagemaker:Model are of sagemaker; resources.json says where the name differs."""
    module = token.split(":")[1]
    for name in (module, module.split("/")[0]):
        if name in declared:
            return declared[name]
        if name in known:
            return name
    raise LookupError(f"no service is called {module}; say which it is in tests/Emulator/driver/resources.json under services")

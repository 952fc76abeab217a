"""What botocore's models say of values: limits that botocore itself leaves to AWS, and made-up values of a shape."""

import functools
import re

ANY = "$any"
"""The member that marks a value which only a deployment or a run tells: any value of its shape will do."""


def is_any(value):
    return isinstance(value, dict) and set(value) == {ANY}


def beyond_limits(value, shape, path=""):
    """Enumerations, patterns, greatest lengths and numbers, which botocore's own validation does not look at."""
    if is_any(value) or value is None:
        return
    kind, limits = shape.type_name, shape.metadata
    if kind == "structure" and isinstance(value, dict):
        for name, member in value.items():
            if name in shape.members:
                yield from beyond_limits(member, shape.members[name], f"{path}.{name}")
        return
    if kind == "map" and isinstance(value, dict):
        for name, member in value.items():
            yield from beyond_limits(name, shape.key, f"{path} key {name}")
            yield from beyond_limits(member, shape.value, f"{path}.{name}")
    elif kind == "list" and isinstance(value, list):
        for index, item in enumerate(value):
            yield from beyond_limits(item, shape.member, f"{path}[{index}]")
    size = len(value) if isinstance(value, (str, list, dict)) else value
    greatest = limits.get("max")
    if greatest is not None and isinstance(size, (int, float)) and not isinstance(size, bool) and size > greatest:
        yield f"{path}: {size} is more than {greatest}"
    if kind == "string" and isinstance(value, str):
        allowed = limits.get("enum")
        if allowed and value not in allowed:
            yield f"{path}: {value} is none of {', '.join(allowed[:12])}"
        pattern = limits.get("pattern")
        if pattern and not fits(pattern, value):
            yield f"{path}: {value!r} is not of the form {pattern}"


@functools.lru_cache(maxsize=None)
def compiled(pattern):
    """None for what is no pattern in Python's notation: the models are written for Java."""
    try:
        return re.compile(pattern, re.DOTALL)
    except re.error:
        return None


def fits(pattern, value):
    found = compiled(pattern)
    return found is None or found.fullmatch(value) is not None


def with_samples(value, shape):
    """The value with something of the right shape wherever it is any."""
    if is_any(value):
        return sample(shape)
    if shape.type_name == "structure" and isinstance(value, dict):
        return {name: with_samples(member, shape.members[name]) if name in shape.members else member for name, member in value.items()}
    if shape.type_name == "map" and isinstance(value, dict):
        return {name: with_samples(member, shape.value) for name, member in value.items()}
    if shape.type_name == "list" and isinstance(value, list):
        return [with_samples(item, shape.member) for item in value]
    return value


def sample(shape):
    """The least that botocore accepts."""
    least = shape.metadata.get("min", 0)
    match shape.type_name:
        case "structure":
            return {name: sample(shape.members[name]) for name in shape.required_members}
        case "list":
            return [sample(shape.member) for _ in range(least)]
        case "map":
            return {f"key{index}": sample(shape.value) for index in range(least)}
        case "boolean":
            return True
        case "integer" | "long":
            return int(max(least, 1))
        case "float" | "double":
            return float(max(least, 1))
        case "timestamp":
            return "2026-01-01T00:00:00Z"
        case "blob":
            return b"x" * max(least, 1)
        case _:
            return "x" * max(least, 1)

"""Reads from the account what was put there, and compares it with what was asked for."""

import json
import re

from names import plain


class Reader:
    def __init__(self, account):
        self.account = account

    def read(self, service, operation, request, answer, declared):
        """None where no operation reads this back, or the emulator lacks it."""
        model = self.account.model(service)
        reading = (declared or {}).get("operation") or self.reading(model, operation)
        if reading is None:
            return None
        scope = {plain(key): value for part in (*reversed(parts(request)), *reversed(parts(answer))) for key, value in part.items()}
        shape = model.operation_model(reading).input_shape
        parameters = {key: value for key, value in self.parameters(declared, shape, scope)}
        if set(shape.required_members) - set(parameters):
            return None
        found = self.account.call(service, reading, parameters)
        if found["outcome"] == "not implemented":
            return None
        if found["outcome"] != "called":
            return {"operation": reading, "compared": 0, "different": [found["error"]], "dropped": []}
        said = Comparison.best(request, found["answer"], model.operation_model(reading).output_shape)
        return {"operation": reading, "compared": said.equal, "different": said.different, "dropped": said.dropped}

    @staticmethod
    def reading(model, operation):
        noun = re.sub(r"^(Create|Put|Register|Set)", "", operation)
        names = [verb + form for verb in ("Describe", "Get") for form in (noun, noun + "Configuration")]
        return next((name for name in names if name in model.operation_names and noun != operation), None)

    @staticmethod
    def parameters(declared, shape, scope):
        if declared and "parameters" in declared:
            for key, source in declared["parameters"].items():
                value = scope.get(plain(source[0] if isinstance(source, list) else source))
                yield key, [value] if isinstance(source, list) else value
            return
        for member in shape.required_members:
            if plain(member) in scope:
                yield member, scope[plain(member)]


class Comparison:
    """What was asked for is there. More than that may be: AWS fills in defaults."""

    def __init__(self):
        self.equal, self.different, self.dropped = 0, [], []

    @staticmethod
    def best(asked, found, shape):
        """Compares the parts of a request and of an answer that have the most in common: answers wrap what they tell, in lists too."""
        pairs = [(left, right, inner) for left in parts(asked) for right, inner in shaped_parts(found, shape)]
        most = max(len(left.keys() & right.keys()) for left, right, _ in pairs)
        tries = []
        for left, right, inner in pairs:
            if len(left.keys() & right.keys()) == most:
                tries.append(Comparison())
                tries[-1].compare(left, right, inner, "")
        return min(tries, key=lambda one: len(one.different))

    def compare(self, asked, found, shape, path):
        if isinstance(asked, dict) and isinstance(found, dict):
            for key, value in asked.items():
                inner = getattr(shape, "members", {}).get(key) if shape is not None and shape.type_name == "structure" else None
                if key in found:
                    self.compare(value, found[key], inner, f"{path}.{key}")
                elif inner is not None and value not in (None, "", [], {}):
                    self.dropped.append(f"{path}.{key}"[1:])
        elif isinstance(asked, list) and isinstance(found, list):
            self.lists(asked, found, shape, path)
        elif same(asked, found):
            self.equal += 1
        else:
            self.different.append(f"{path[1:]}: asked for {asked!r}, found {found!r}")

    def lists(self, asked, found, shape, path):
        """AWS keeps no order of what is a set: each item that was asked for has to fit one that is there."""
        inner = shape.member if shape is not None and shape.type_name == "list" else None
        for index, item in enumerate(asked):
            tries = []
            for other in found:
                one = Comparison()
                one.compare(item, other, inner, f"{path}[{index}]")
                tries.append(one)
            closest = min(tries, key=lambda one: (len(one.different), -one.equal), default=None)
            if closest is None:
                self.different.append(f"{path[1:]}[{index}]: asked for {item!r}, found nothing")
                continue
            self.equal += closest.equal
            self.different += closest.different
            self.dropped += closest.dropped


def parts(request):
    return [request] + [value for value in request.values() if isinstance(value, dict)]


def shaped_parts(answer, shape):
    members = shape.members if shape is not None else {}
    yield answer, shape
    for key, value in answer.items():
        inner = members.get(key)
        if isinstance(value, dict):
            yield value, inner
        elif isinstance(value, list):
            yield from ((item, getattr(inner, "member", None)) for item in value if isinstance(item, dict))


def same(asked, found):
    if asked == found:
        return True
    if isinstance(asked, str) and isinstance(found, (dict, str)):
        try:
            return json.loads(asked) == (found if isinstance(found, dict) else json.loads(found))
        except ValueError:
            return False
    return isinstance(asked, (int, float)) and isinstance(found, (int, float, str)) and str(float(asked)) == str(float(found))

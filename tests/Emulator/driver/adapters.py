"""Inputs whose shape the API does not share, brought nearer to it."""

import base64
import urllib.parse


def budget(inputs):
    inputs = dict(inputs)
    if (filters := inputs.pop("costFilters", None)) is not None:
        inputs["costFilters"] = {one["name"]: one["values"] for one in filters}
    inputs["budgetLimit"] = {"amount": inputs.pop("limitAmount"), "unit": inputs.pop("limitUnit")}
    inputs["notifications"] = [
        {
            "notification": {key: value for key, value in one.items() if not key.startswith("subscriber")},
            "subscribers": [{"subscriptionType": "EMAIL", "address": address} for address in one.get("subscriberEmailAddresses", [])]
            + [{"subscriptionType": "SNS", "address": address} for address in one.get("subscriberSnsTopicArns", [])],
        }
        for one in inputs.get("notifications", [])
    ]
    return inputs


def topic(inputs):
    """A topic's settings are attributes, named by the inputs with a capital letter."""
    plain = {"name", "tags", "dataProtectionPolicy"}
    attributes = {key[0].upper() + key[1:]: value for key, value in inputs.items() if key not in plain}
    return {key: value for key, value in inputs.items() if key in plain} | ({"attributes": attributes} if attributes else {})


def metric_alarm(inputs):
    """An alarm of several metrics nests the one that a query reads differently."""
    inputs = dict(inputs)
    queries = []
    for query in inputs.pop("metricQueries", []):
        query = dict(query)
        if metric := query.pop("metric", None):
            metric = dict(metric)
            stat = {key: metric.pop(key) for key in ("period", "stat", "unit") if key in metric}
            query["metricStat"] = {"metric": with_dimensions(metric), **stat}
        queries.append(query)
    if queries:
        inputs["metrics"] = queries
    return with_dimensions(inputs)


def with_dimensions(inputs):
    """Dimensions by name, as the list that the API wants."""
    found = inputs.get("dimensions")
    return inputs if found is None else inputs | {"dimensions": [{"name": name, "value": value} for name, value in found.items()]}


def event_target(inputs):
    """One target, where the API takes several; the provider makes an id up where there is none."""
    outside = {"rule", "eventBusName"}
    target = {("id" if key == "targetId" else key): value for key, value in inputs.items() if key not in outside}
    return {key: value for key, value in inputs.items() if key in outside} | {"targets": [{"id": "target", **target}]}


def security_group(inputs):
    """Rules as the API groups them: ranges of addresses, of both kinds, and other groups."""
    return inputs | {
        side: [permission(rule) for rule in inputs[side] if side == "ingress" or not lets_everything_out(rule)]
        for side in ("ingress", "egress")
        if inputs.get(side)
    }


def lets_everything_out(rule):
    """A new group has this rule already; the provider takes it away first and puts it back where it is asked for."""
    return rule["protocol"] == "-1" and rule.get("cidrBlocks") == ["0.0.0.0/0"]


def permission(rule):
    described = {"description": rule["description"]} if rule.get("description") else {}
    return {
        "fromPort": rule.get("fromPort"),
        "toPort": rule.get("toPort"),
        "ipProtocol": rule["protocol"],
        "ipRanges": [{"cidrIp": block, **described} for block in rule.get("cidrBlocks") or []],
        "ipv6Ranges": [{"cidrIpv6": block, **described} for block in rule.get("ipv6CidrBlocks") or []],
        "prefixListIds": [{"prefixListId": one, **described} for one in rule.get("prefixListIds") or []],
        "userIdGroupPairs": [{"groupId": group, **described} for group in rule.get("securityGroups") or []],
    }


def bucket_object(inputs):
    """Tags travel as a query, and what is not text as base 64."""
    inputs = dict(inputs)
    if inputs.get("tags"):
        inputs["tags"] = urllib.parse.urlencode(inputs["tags"])
    if "contentBase64" in inputs:
        inputs["content"] = base64.b64decode(inputs.pop("contentBase64"))
    return inputs


ADAPTERS = {
    "aws:budgets/budget:Budget": budget,
    "aws:sns/topic:Topic": topic,
    "aws:ec2/securityGroup:SecurityGroup": security_group,
    "aws:s3/bucketObjectv2:BucketObjectv2": bucket_object,
    "aws:cloudwatch/metricAlarm:MetricAlarm": metric_alarm,
    "aws:cloudwatch/eventTarget:EventTarget": event_target,
}


def adapt(resource_type, inputs):
    return ADAPTERS.get(resource_type, dict)(inputs)

"""Serves the model that train.py writes, in the scikit-learn inference container and anywhere else.

The container calls the four functions below by name. Needs nothing but Python.
"""
import json
import math
import os


def model_fn(model_dir):
    """The model of an archive: feature names, scaling and weights."""
    with open(os.path.join(model_dir, "model.json"), encoding="utf-8") as file:
        return json.load(file)


def input_fn(request_body, content_type):
    """Rows of numbers, one for each feature: a JSON list of rows, or CSV."""
    text = request_body.decode("utf-8") if isinstance(request_body, (bytes, bytearray)) else request_body
    if content_type == "application/json":
        rows = json.loads(text)
        return rows if rows and isinstance(rows[0], list) else [rows]
    if content_type == "text/csv":
        return [[float(value) for value in line.split(",")] for line in text.splitlines() if line.strip()]
    raise ValueError(f"Content type is {content_type}; accepted: application/json, text/csv.")


def predict_fn(rows, model):
    """The probability of each row."""
    wanted = len(model["features"])
    for row in rows:
        if len(row) != wanted:
            raise ValueError(f"A row has {len(row)} values; accepted: {wanted}, {', '.join(model['features'])}.")
    return [probability(row, model) for row in rows]


def output_fn(predictions, accept):
    """A JSON list, whatever was asked for."""
    return json.dumps(predictions), "application/json"


def probability(row, model):
    score = model["bias"]
    for value, mean, scale, weight in zip(row, model["means"], model["scales"], model["weights"]):
        score += weight * (value - mean) / scale
    return 1 / (1 + math.exp(-score)) if score >= 0 else math.exp(score) / (1 + math.exp(score))

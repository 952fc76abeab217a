"""Trains a logistic regression on CSV files, so that it can be interrupted at any time.

Needs nothing but Python. Rows are numbers with a header; the last column is the label, 0 or 1. It keeps to what SageMaker
expects of a training script: hyperparameters are arguments, data, model and checkpoints are in the folders that the
environment names, and whoever starts it again with the same data and learning rate goes on from the last checkpoint.
To try it without SageMaker:

    python3 samples/training/train.py --train samples/training --model-dir model --checkpoint-dir checkpoints
"""
import argparse
import csv
import hashlib
import json
import math
import os
import pathlib
import shutil
import signal
import sys

STOPPED = 128 + signal.SIGTERM


class Stop:
    """SageMaker sends SIGTERM and leaves 120 seconds. An epoch takes far less, so it is finished first."""

    def __init__(self):
        self.requested = False
        signal.signal(signal.SIGTERM, self._request)

    def _request(self, *_):
        self.requested = True


def arguments():
    environment = os.environ.get
    parser = argparse.ArgumentParser(description="Trains a logistic regression.")
    parser.add_argument("--epochs", type=int, default=2000)
    parser.add_argument("--learning_rate", type=float, default=0.5)
    parser.add_argument("--checkpoint_every", type=int, default=100, help="epochs between checkpoints")
    parser.add_argument("--train", type=pathlib.Path, default=environment("SM_CHANNEL_TRAIN", "/opt/ml/input/data/train"))
    parser.add_argument("--model-dir", type=pathlib.Path, default=environment("SM_MODEL_DIR", "/opt/ml/model"))
    parser.add_argument("--checkpoint-dir", type=pathlib.Path, default=environment("CHECKPOINT_DIR", "/opt/ml/checkpoints"))
    # A launcher may pass hyperparameters that are meant for somebody else.
    known, others = parser.parse_known_args()
    if others:
        print(f"ignored: {' '.join(others)}", flush=True)
    if known.epochs < 1 or known.checkpoint_every < 1 or known.learning_rate <= 0:
        parser.error("--epochs, --checkpoint_every and --learning_rate have to be greater than 0.")
    return known


def read(folder):
    """Feature names, rows and labels of all CSV files of a folder, and a fingerprint of them."""
    files = sorted(folder.glob("*.csv"))
    if not files:
        sys.exit(f"{folder} has no CSV file. Upload the training data to the folder of the channel.")
    names, rows, labels, fingerprint = None, [], [], hashlib.sha256()
    for path in files:
        content = path.read_text(encoding="utf-8")
        fingerprint.update(content.encode("utf-8"))
        header, *lines = csv.reader(content.splitlines())
        if names is not None and header != names:
            sys.exit(f"{path.name} has the columns {header}; expected {names}, as in {files[0].name}.")
        names = header
        for number, line in enumerate(lines, start=2):
            try:
                *row, label = (float(value) for value in line)
            except ValueError:
                sys.exit(f"{path.name}, line {number}: not all of it is numbers.")
            if len(row) != len(names) - 1 or label not in (0, 1):
                sys.exit(f"{path.name}, line {number}: expected {len(names) - 1} numbers and a label, 0 or 1.")
            rows.append(row)
            labels.append(label)
    if not rows:
        sys.exit(f"The CSV files in {folder} have no rows below their headers.")
    return names[:-1], rows, labels, fingerprint


def standardised(rows):
    columns = list(zip(*rows))
    means = [sum(column) / len(column) for column in columns]
    scales = [
        math.sqrt(sum((value - mean) ** 2 for value in column) / len(column)) or 1.0
        for column, mean in zip(columns, means)
    ]
    return [[(v - m) / s for v, m, s in zip(row, means, scales)] for row in rows], means, scales


def sigmoid(score):
    return 1 / (1 + math.exp(-score)) if score >= 0 else math.exp(score) / (1 + math.exp(score))


def epoch(weights, bias, rows, labels, learning_rate):
    """One step of gradient descent over all rows; returns the new weights and the loss before it."""
    gradients, bias_gradient, loss = [0.0] * len(weights), 0.0, 0.0
    for row, label in zip(rows, labels):
        predicted = sigmoid(sum(weight * value for weight, value in zip(weights, row)) + bias)
        loss -= math.log(max(predicted if label else 1 - predicted, 1e-15))
        error = predicted - label
        bias_gradient += error
        for index, value in enumerate(row):
            gradients[index] += error * value
    rate = learning_rate / len(rows)
    return [weight - rate * gradient for weight, gradient in zip(weights, gradients)], bias - rate * bias_gradient, loss / len(rows)


def write(path, content):
    """All of it or nothing: an interruption in the middle leaves the file as it was."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.write_text(json.dumps(content), encoding="utf-8")
    os.replace(part, path)


def resume(path, epochs):
    """The state to go on from, or None to start from nothing."""
    try:
        state = json.loads(path.read_text(encoding="utf-8"))
        if state["epoch"] <= epochs:
            print(f"resumed after epoch {state['epoch']}", flush=True)
            return state
        print(f"the checkpoint is of epoch {state['epoch']}, beyond {epochs}: starting from nothing", flush=True)
    except FileNotFoundError:
        pass
    except (ValueError, KeyError):
        print(f"{path.name} cannot be read: starting from nothing", flush=True)
    return None


def add_serving_code(model_dir):
    """With its code in it, the archive that SageMaker makes of the folder can be served as it is."""
    here = pathlib.Path(__file__).resolve().parent
    for code in (here / "inference.py", here.parent / "serving" / "inference.py"):
        if code.is_file():
            (model_dir / "code").mkdir(parents=True, exist_ok=True)
            shutil.copyfile(code, model_dir / "code" / "inference.py")
            return
    print("no inference.py beside this script: the model is written without code to serve it", flush=True)


def main():
    settings, stop = arguments(), Stop()
    features, rows, labels, fingerprint = read(settings.train)
    rows, means, scales = standardised(rows)

    # Jobs that share a folder, such as the trials of a tuning job, each find their own checkpoint and no other.
    fingerprint.update(repr(settings.learning_rate).encode())
    checkpoint = settings.checkpoint_dir / f"checkpoint-{fingerprint.hexdigest()[:12]}.json"
    state = resume(checkpoint, settings.epochs) or {"epoch": 0, "weights": [0.0] * len(features), "bias": 0.0, "loss": None}

    while state["epoch"] < settings.epochs and not stop.requested:
        weights, bias, loss = epoch(state["weights"], state["bias"], rows, labels, settings.learning_rate)
        state = {"epoch": state["epoch"] + 1, "weights": weights, "bias": bias, "loss": loss}
        if state["epoch"] % settings.checkpoint_every == 0:
            write(checkpoint, state)
            print(f"epoch {state['epoch']}: train:loss={loss:.6f};", flush=True)

    write(checkpoint, state)
    if state["epoch"] < settings.epochs:
        print(f"stopped after epoch {state['epoch']}; the checkpoint is written", flush=True)
        return STOPPED
    write(settings.model_dir / "model.json", {
        "features": features, "means": means, "scales": scales,
        "weights": state["weights"], "bias": state["bias"], "epochs": state["epoch"],
    })
    add_serving_code(settings.model_dir)
    print(f"trained {state['epoch']} epochs: train:loss={state['loss']:.6f};", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())

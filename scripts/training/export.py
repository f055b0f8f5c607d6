"""Packs what was trained as the models that are shipped.

    python3 export.py PREPARED FOLDER FIELD NAME=OUT ...

writes FOLDER/lexicon.safetensors, FOLDER/field.safetensors from what train-field.mjs wrote to FIELD, and for each OUT of
train.py FOLDER/NAME.safetensors.
"""

import sys
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from model_file import network_tensors, quantized, write_model
from prepared_data import FORBIDDEN, VECTOR_WIDTH, PreparedData

# So many features of the random field are kept.
FIELD_FEATURES = 110_000
METADATA = {"format": "1"}


def lexicon_tensors(data: PreparedData) -> dict[str, np.ndarray]:
    """The vectors of words, the words, and what else is known of words."""
    return quantized("words", data.vectors()[1:]) | {
        "words.names": np.fromfile(data.folder / "words.txt", dtype=np.uint8),
        "vocabulary": np.fromfile(data.folder / "vocabulary.txt", dtype=np.uint8),
    }


def tagger_tensors(data: PreparedData, weights: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """The tensors of a network from its weights, by the names that `Tagger` gives them.

    The columns of the LSTM that read the vector of a feature are kept with that feature's table: the engine multiplies
    the two once, and then only adds up rows.
    """
    lstm = {name.removeprefix("lstm."): values for name, values in weights.items() if name.startswith("lstm.")}
    inputs = np.concatenate([lstm["weight_ih_l0"], lstm["weight_ih_l0_reverse"]])
    tensors: dict[str, np.ndarray] = {}
    column = VECTOR_WIDTH
    for feature in range(len(data.feature_sizes)):
        table = weights[f"tables.{feature}.weight"]
        gates = inputs[:, column : column + table.shape[1]]
        tensors |= quantized(f"features.{feature}", table) | quantized(f"features.{feature}.gates", gates)
        column += table.shape[1]
    tensors |= network_tensors(lstm, inputs[:, :VECTOR_WIDTH], weights["out.weight"], weights["out.bias"])
    return tensors | {
        "transitions.steps": _constrained(weights["transitions"], data.constraints.steps),
        "transitions.begin": _constrained(weights["begin"], data.constraints.begin),
        "transitions.end": _constrained(weights["end"], data.constraints.end),
    }


def _constrained(scores: np.ndarray, allowed: np.ndarray) -> np.ndarray:
    return np.where(allowed, scores, FORBIDDEN).astype(np.float32)


def field_tensors(data: PreparedData, folder: Path) -> dict[str, np.ndarray]:
    """The most useful features of the random field, in the order of their buckets, and its transitions."""
    states = data.states
    weights = np.fromfile(folder / "field.weights", dtype="<f4").reshape(-1, states)
    worth = _worth(weights, _bucket_counts(data, len(weights)))
    kept = np.sort(np.argsort(-worth, kind="stable")[:FIELD_FEATURES])
    steps, begin, end = np.split(np.fromfile(folder / "transitions", dtype="<f4"), [states**2, states**2 + states])
    return quantized("field", weights[kept]) | {
        "field.buckets": kept.astype(np.int32),
        "transitions.steps": steps.reshape(states, states),
        "transitions.begin": begin,
        "transitions.end": end,
    }


def _bucket_counts(data: PreparedData, buckets: int) -> np.ndarray:
    """How often each feature is in the training articles."""
    counts = np.zeros(buckets)
    for of_article in data.field_buckets("train"):
        counts += np.bincount(of_article, minlength=buckets)
    return counts


def _worth(weights: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """How much each feature tells the states apart, times the logarithm of how often."""
    deviations = weights - weights.mean(axis=1, keepdims=True)
    return np.sqrt((deviations**2).sum(axis=1)) * np.log(1 + counts)


def main() -> None:
    prepared, folder, field, *networks = sys.argv[1:]
    data = PreparedData(Path(prepared))
    models = Path(folder)
    models.mkdir(parents=True, exist_ok=True)
    write_model(models / "lexicon.safetensors", lexicon_tensors(data), METADATA)
    write_model(models / "field.safetensors", field_tensors(data, Path(field)), METADATA)
    for network in networks:
        name, _, out = network.partition("=")
        with np.load(Path(out) / "weights.npz") as weights:
            write_model(models / f"{name}.safetensors", tagger_tensors(data, weights), METADATA)


if __name__ == "__main__":
    main()

"""Writes what was trained as a model that src/extraction reads: tensors in the safetensors format, weights as int8.

The format (https://huggingface.co/docs/safetensors) is the length of a header as 64 bits, the header in JSON with the
type, shape and place of each tensor, then the tensors' bytes, all little-endian. It is written here, in a few lines, so
that training needs nothing but numpy beside PyTorch.
"""

import json
from collections.abc import Mapping
from os import PathLike

import numpy as np

TYPE_NAMES = {"float32": "F32", "int32": "I32", "int16": "I16", "int8": "I8", "uint8": "U8"}
LARGEST = 127
HEADER_ALIGNMENT = 16


def quantized(name: str, matrix: np.ndarray) -> dict[str, np.ndarray]:
    """A matrix as the tensors `name`, int8, and `name.scales`: the float32 scale of each of its rows."""
    rows = np.asarray(matrix, dtype=np.float32)
    scales = np.abs(rows).max(axis=1, initial=0) / np.float32(LARGEST)
    integers = np.rint(rows / np.where(scales > 0, scales, 1)[:, None])
    return {name: integers.astype(np.int8), f"{name}.scales": scales.astype(np.float32)}


def dequantized(name: str, tensors: Mapping[str, np.ndarray]) -> np.ndarray:
    """What `quantized` kept of a matrix, to measure what was lost."""
    return tensors[name].astype(np.float32) * tensors[f"{name}.scales"][:, None]


def network_tensors(
    lstm: Mapping[str, np.ndarray],
    words: np.ndarray,
    output: np.ndarray,
    output_bias: np.ndarray,
) -> dict[str, np.ndarray]:
    """The tensors of a recurrent network, from the parameters of a bidirectional torch.nn.LSTM with H hidden units.

    `lstm` has its parameters as arrays by their names in PyTorch (`weight_hh_l0`, `weight_hh_l0_reverse`, ...); of the
    first layer, `weight_ih_l0` and its reverse are not read, since what they do is in `words` and in a table of features:

    words: 8H x D, from a word's vector to the gates. PyTorch's columns for the vector, forward rows before reverse ones.
    output, output_bias: S x 2H and S, of the linear layer at the end.
    """
    tensors = quantized("network.words", words)
    layer = 0
    while f"weight_hh_l{layer}" in lstm:
        name = f"network.layers.{layer}"
        tensors |= quantized(f"{name}.recurrent", _both_directions(lstm, f"weight_hh_l{layer}"))
        if layer > 0:
            tensors |= quantized(f"{name}.input", _both_directions(lstm, f"weight_ih_l{layer}"))
        bias = _both_directions(lstm, f"bias_ih_l{layer}") + _both_directions(lstm, f"bias_hh_l{layer}")
        tensors[f"{name}.bias"] = bias.astype(np.float32)
        layer += 1
    return tensors | quantized("network.output", output) | {"network.output.bias": output_bias.astype(np.float32)}


def _both_directions(lstm: Mapping[str, np.ndarray], name: str) -> np.ndarray:
    return np.concatenate([lstm[name], lstm[f"{name}_reverse"]])


def write_model(path: str | PathLike[str], tensors: Mapping[str, np.ndarray], metadata: Mapping[str, str]) -> None:
    """Writes tensors of float32, int32, int16, int8 or uint8. The same tensors give the same bytes."""
    # Those of wide numbers first: then all are aligned, without gaps, which the format forbids.
    names = sorted(tensors, key=lambda name: (-tensors[name].dtype.itemsize, name))
    header: dict[str, object] = {"__metadata__": dict(sorted(metadata.items()))}
    position = 0
    for name in names:
        tensor = tensors[name]
        header[name] = {
            "dtype": TYPE_NAMES[tensor.dtype.name],
            "shape": list(tensor.shape),
            "data_offsets": [position, position + tensor.nbytes],
        }
        position += tensor.nbytes
    encoded = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    encoded += b" " * (-(8 + len(encoded)) % HEADER_ALIGNMENT)
    with open(path, "wb") as file:
        file.write(len(encoded).to_bytes(8, "little"))
        file.write(encoded)
        for name in names:
            tensor = tensors[name]
            file.write(np.ascontiguousarray(tensor, dtype=tensor.dtype.newbyteorder("<")).tobytes())

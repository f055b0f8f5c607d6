"""Reads what prepare.mjs writes: articles as numbers, the vectors of words, and which states may follow each other."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

VECTOR_WIDTH = 100
# The score of what may not be. It is finite, since infinities that meet in a gradient are no numbers.
FORBIDDEN = -1e4


@dataclass(frozen=True)
class Article:
    """An article of T tokens with F features each, all int32."""

    features: np.ndarray
    """T x F."""
    words: np.ndarray
    """T: the row of each token's vector; 0 for none."""
    states: np.ndarray
    """T."""
    paragraphs: np.ndarray
    """T: the number of each token's paragraph."""


@dataclass(frozen=True)
class Constraints:
    """Which of S states may begin a text, follow each other, and end a text, as booleans."""

    begin: np.ndarray
    """S."""
    steps: np.ndarray
    """S x S, from the row's state to the column's."""
    end: np.ndarray
    """S."""


class PreparedData:
    """The folder that prepare.mjs wrote."""

    def __init__(self, folder: Path) -> None:
        header = json.loads((folder / "header.json").read_text())
        self.folder = folder
        self.feature_sizes: list[int] = header["sizes"]
        """How many values each of the F features of a token can have."""
        self.states: int = header["states"]
        self.field_width: int = header["fieldWidth"]
        """How many features a token has in the random field."""
        # The first row is the start of a text, the last column its end.
        allowed = np.array(header["transitions"], dtype=bool)
        self.constraints = Constraints(begin=allowed[0, :-1], steps=allowed[1:, :-1], end=allowed[1:, -1])
        self._lengths: dict[str, list[int]] = {
            name: [article["tokens"] for article in articles] for name, articles in header["sets"].items()
        }

    def vectors(self) -> np.ndarray:
        """The vectors of words, float32, V x VECTOR_WIDTH. The first is zero and stands for words without one."""
        return np.fromfile(self.folder / "vectors.bin", dtype="<f4").reshape(-1, VECTOR_WIDTH)

    def articles(self, name: str) -> list[Article]:
        """The articles of a set: "train", "dev", or "held", which is set aside."""
        width = len(self.feature_sizes)
        return [
            Article(numbers[: width * length].reshape(length, width), *numbers[width * length :].reshape(3, length))
            for length, numbers in self._numbers(name, f"{name}.bin", width + 3)
        ]

    def field_buckets(self, name: str) -> Iterator[np.ndarray]:
        """The features of the random field that each article of a set has, as buckets: one after the other."""
        for length, numbers in self._numbers(name, f"{name}.field.bin", self.field_width + 1):
            yield numbers[: self.field_width * length]

    def _numbers(self, name: str, file: str, per_token: int) -> Iterator[tuple[int, np.ndarray]]:
        """The tokens and the numbers of each article."""
        numbers = np.fromfile(self.folder / file, dtype="<i4")
        position = 0
        for length in self._lengths[name]:
            yield length, numbers[position : position + per_token * length]
            position += per_token * length

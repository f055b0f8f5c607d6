"""Cuts articles into passages and puts passages of about the same length together, so that little is padded."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np
import torch

from prepared_data import Article, Constraints

PASSAGE_TOKENS = 300
LONGEST_PASSAGE = 1200
BATCH_TOKENS = 24 * PASSAGE_TOKENS
# By how much lengths are disturbed, in tokens, so that passages meet others in each epoch.
LENGTH_NOISE = 30


class Passage(NamedTuple):
    """Whole paragraphs of an article, between which no relation is open."""

    article: Article
    start: int
    end: int

    @property
    def tokens(self) -> int:
        return self.end - self.start


class Batch(NamedTuple):
    """B passages, padded to the N tokens of the longest, with F features a token."""

    words: torch.Tensor
    """B x N, int64."""
    features: torch.Tensor
    """B x N x F, int64."""
    states: torch.Tensor
    """B x N, int64."""
    mask: torch.Tensor
    """B x N, bool: where there is a token."""


def group_passages(
    articles: Iterable[Article],
    constraints: Constraints,
    random: np.random.Generator,
    shuffle: bool,
) -> list[list[Passage]]:
    """Cuts articles anew and groups the passages, each group as many as make a batch; shuffled, or by length."""
    passages = [passage for article in articles for passage in _passages_of(article, constraints, random)]
    passages.sort(key=lambda passage: passage.tokens + (random.random() * LENGTH_NOISE if shuffle else 0))
    groups: list[list[Passage]] = []
    for passage in passages:
        if not groups or (len(groups[-1]) + 1) * passage.tokens > BATCH_TOKENS:
            groups.append([])
        groups[-1].append(passage)
    if shuffle:
        random.shuffle(groups)
    return groups


def _passages_of(article: Article, constraints: Constraints, random: np.random.Generator) -> Iterator[Passage]:
    """Passages of about PASSAGE_TOKENS; of what is longer than LONGEST_PASSAGE and has no boundary, the first part."""
    start, limit = 0, _random_limit(random)
    length = len(article.words)
    for boundary in [*_boundaries(article, constraints), length]:
        if boundary - start < limit and boundary < length:
            continue
        if boundary > start:
            yield Passage(article, start, min(boundary, start + LONGEST_PASSAGE))
        start, limit = boundary, _random_limit(random)


def _random_limit(random: np.random.Generator) -> float:
    return PASSAGE_TOKENS * (0.6 + 0.8 * random.random())


def _boundaries(article: Article, constraints: Constraints) -> list[int]:
    """The first tokens of all paragraphs but the first that no relation spans the start of."""
    before, behind = article.states[:-1], article.states[1:]
    begins_paragraph = article.paragraphs[1:] != article.paragraphs[:-1]
    return (1 + np.flatnonzero(begins_paragraph & constraints.end[before] & constraints.begin[behind])).tolist()


def batch_of(passages: list[Passage]) -> Batch:
    shape = (len(passages), max(passage.tokens for passage in passages))
    batch = Batch(
        words=torch.zeros(shape, dtype=torch.long),
        features=torch.zeros(*shape, passages[0].article.features.shape[1], dtype=torch.long),
        states=torch.zeros(shape, dtype=torch.long),
        mask=torch.zeros(shape, dtype=torch.bool),
    )
    for row, (article, start, end) in enumerate(passages):
        tokens = slice(0, end - start)
        batch.words[row, tokens] = torch.from_numpy(article.words[start:end])
        batch.features[row, tokens] = torch.from_numpy(article.features[start:end])
        batch.states[row, tokens] = torch.from_numpy(article.states[start:end])
        batch.mask[row, tokens] = True
    return batch

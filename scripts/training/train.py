"""Trains the tagger of attributions: a bidirectional LSTM whose states are decoded by a conditional random field.

    python3 train.py PREPARED OUT [--hidden 128] [--layers 2] [--epochs 12] [--seed 1] ...

PREPARED is what prepare.mjs writes. After each epoch the loss of the development articles is told; the articles set
aside are not looked at. OUT gets

weights.npz: the weights by their names in PyTorch, but for the vectors of words, which stay as they were.
transitions: S x S, S and S: the scores of the steps between states, of beginning and of ending in one, as float32.
dev.scores: T x S, of the tokens of the development articles, as float32: to choose by how much the network counts.

Needs PyTorch and NumPy (Debian: python3-torch).
"""

import argparse
import copy
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import nn

from batches import batch_of, group_passages
from prepared_data import Article, Constraints, PreparedData
from tagger import Tagger

WEIGHT_DECAY = 1e-3
LARGEST_GRADIENT = 2.0
WARM_UP = 0.15
# Articles are cut anew in each epoch, into a few batches more or less: the schedule of the rate allows for so many more.
SPARE_STEPS = 50
AVERAGE_DECAY = 0.998


class AveragedTagger:
    """A tagger whose weights are the exponential moving averages of those of a tagger that learns.

    Averages of weights over steps are better than the last of them (Polyak and Juditsky, 1992). At first they are taken
    over fewer steps, so that the random weights of the beginning are soon forgotten.
    """

    def __init__(self, tagger: Tagger) -> None:
        self.tagger = copy.deepcopy(tagger).eval()
        self._steps = 0

    @torch.no_grad()
    def update(self, tagger: Tagger) -> None:
        self._steps += 1
        decay = min(AVERAGE_DECAY, 1 - 1 / (1 + self._steps / 5))
        for average, weights in zip(self.tagger.parameters(), tagger.parameters()):
            if weights.requires_grad:
                average.mul_(decay).add_(weights, alpha=1 - decay)


def train(data: PreparedData, options: argparse.Namespace) -> Tagger:
    """Trains a tagger and returns it with averaged weights."""
    tagger = Tagger(data, options.hidden, options.layers, options.dropout)
    averaged = AveragedTagger(tagger)
    articles, dev_articles = data.articles("train"), data.articles("dev")
    random = np.random.default_rng(options.seed)
    trained = [weights for weights in tagger.parameters() if weights.requires_grad]
    optimizer = torch.optim.AdamW(trained, lr=options.learning_rate, weight_decay=WEIGHT_DECAY)
    steps = options.epochs * len(group_passages(articles, data.constraints, np.random.default_rng(0), shuffle=False))
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, options.learning_rate, total_steps=steps + SPARE_STEPS, pct_start=WARM_UP
    )
    print(f"parameters {sum(weights.numel() for weights in trained)} steps {steps}", flush=True)
    started = time.monotonic()
    for epoch in range(1, options.epochs + 1):
        total = tokens = 0
        for passages in group_passages(articles, data.constraints, random, shuffle=True):
            batch = batch_of(passages)
            loss = tagger.loss(batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(trained, LARGEST_GRADIENT)
            optimizer.step()
            schedule.step()
            averaged.update(tagger)
            count = batch.mask.sum().item()
            total += loss.item() * count
            tokens += count
        dev_loss = mean_loss(averaged.tagger, dev_articles, data.constraints)
        seconds = time.monotonic() - started
        print(f"epoch {epoch} loss {total / tokens:.4f} dev {dev_loss:.4f} {seconds:.0f} s", flush=True)
    return averaged.tagger


@torch.no_grad()
def mean_loss(tagger: Tagger, articles: Sequence[Article], constraints: Constraints) -> float:
    """The negative log likelihood of the states of articles, in nats a token; the same passages at every call."""
    total = tokens = 0
    for passages in group_passages(articles, constraints, np.random.default_rng(0), shuffle=False):
        batch = batch_of(passages)
        count = batch.mask.sum().item()
        total += tagger.loss(batch).item() * count
        tokens += count
    return total / tokens


@torch.no_grad()
def save(tagger: Tagger, data: PreparedData, folder: Path) -> None:
    """Writes the files that the head of this module describes."""
    folder.mkdir(parents=True, exist_ok=True)
    scores = [
        tagger(torch.from_numpy(article.words).long()[None], torch.from_numpy(article.features).long()[None])[0].numpy()
        for article in data.articles("dev")
    ]
    np.concatenate(scores).astype("<f4").tofile(folder / "dev.scores")
    transitions = [scores.numpy().ravel() for scores in tagger.field.constrained()]
    np.concatenate(transitions).astype("<f4").tofile(folder / "transitions")
    weights = {
        name.removeprefix("field."): values.numpy()
        for name, values in tagger.state_dict().items()
        if not name.startswith("vectors.")
    }
    # Last, since it tells that the training has come to its end.
    np.savez(folder / "weights.npz", **weights)


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Trains the tagger of attributions.")
    parser.add_argument("prepared", type=Path, help="the folder that prepare.mjs wrote")
    parser.add_argument("out", type=Path, help="the folder that gets the weights")
    parser.add_argument("--hidden", type=int, default=128, help="hidden units of each layer and direction")
    parser.add_argument("--layers", type=int, default=2)
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--learning-rate", type=float, default=2e-3, help="the highest of the schedule")
    parser.add_argument("--dropout", type=float, default=0.4, help="of the LSTM's input, between its layers and behind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1, help="with one, the same seed gives the same weights")
    return parser.parse_args()


def main() -> None:
    options = read_options()
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    data = PreparedData(options.prepared)
    save(train(data, options), data, options.out)


if __name__ == "__main__":
    main()

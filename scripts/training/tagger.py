"""The network that tags tokens with what they are in an attribution relation."""

import torch
from torch import nn

from batches import Batch
from prepared_data import PreparedData
from random_field import RandomField

WORD_DROPOUT = 0.1
# The first feature is the lemma, which tells as much as the word.
LEMMA_DROPOUT = 0.25
FEATURE_DROPOUT = 0.05
TABLE_DEVIATION = 0.3


class Tagger(nn.Module):
    """A bidirectional LSTM under a conditional random field (Lample et al., 2016, who read letters beside words).

    A token is the fixed vector of its word (D) and a learnt vector of each of its F features.
    """

    def __init__(self, data: PreparedData, hidden: int, layers: int, dropout: float) -> None:
        super().__init__()
        self.field = RandomField(data.constraints)
        widths = [_table_width(feature, size) for feature, size in enumerate(data.feature_sizes)]
        vectors = torch.from_numpy(data.vectors())
        self.vectors = nn.Embedding.from_pretrained(vectors, freeze=True)
        self.tables = nn.ModuleList(nn.Embedding(size, width) for size, width in zip(data.feature_sizes, widths))
        for table in self.tables:
            nn.init.normal_(table.weight, std=TABLE_DEVIATION)
        self.lstm = nn.LSTM(
            vectors.shape[1] + sum(widths),
            hidden,
            layers,
            bidirectional=True,
            batch_first=True,
            dropout=dropout if layers > 1 else 0,
        )
        self.dropout = nn.Dropout(dropout)
        self.out = nn.Linear(2 * hidden, data.states)

    def forward(self, words: torch.Tensor, features: torch.Tensor) -> torch.Tensor:
        """The scores of each token for each state, B x N x S, from its word (B x N) and features (B x N x F)."""
        if self.training:
            words, features = _with_unknowns(words, features)
        tables = [table(features[..., feature]) for feature, table in enumerate(self.tables)]
        tokens = torch.cat([self.vectors(words), *tables], -1)
        hidden, _ = self.lstm(self.dropout(tokens))
        return self.out(self.dropout(hidden))

    def loss(self, batch: Batch) -> torch.Tensor:
        """The negative log likelihood of a batch's states, in nats a token."""
        return self.field.loss(self(batch.words, batch.features), batch.states, batch.mask)


def _table_width(feature: int, size: int) -> int:
    """How long the vectors of a feature's values are: the lemma's, the suffix's, and by their number those of others."""
    if feature < 2:
        return (48, 24)[feature]
    return min(16, max(6, size + size % 2))


def _with_unknowns(words: torch.Tensor, features: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Leaves out some words and features, whose value is then 0, so that none is relied on alone."""
    words = words.masked_fill(torch.rand(words.shape) < WORD_DROPOUT, 0)
    features = features.clone()
    for feature in range(features.shape[-1]):
        probability = LEMMA_DROPOUT if feature == 0 else FEATURE_DROPOUT
        features[..., feature].masked_fill_(torch.rand(words.shape) < probability, 0)
    return words, features

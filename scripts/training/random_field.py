"""The linear-chain conditional random field over the states of tokens."""

import numpy as np
import torch
from torch import nn

from prepared_data import FORBIDDEN, Constraints


class RandomField(nn.Module):
    """A conditional random field (Lafferty, McCallum and Pereira, 2001) whose S states follow each other as they may.

    The score of a sequence is the sum of its tokens' emissions, of the steps from state to state, and of beginning and
    ending where it does.
    """

    def __init__(self, constraints: Constraints) -> None:
        super().__init__()
        states = len(constraints.begin)
        self.transitions = nn.Parameter(torch.zeros(states, states))
        self.begin = nn.Parameter(torch.zeros(states))
        self.end = nn.Parameter(torch.zeros(states))
        self.register_buffer("no_transitions", _penalties(constraints.steps), persistent=False)
        self.register_buffer("no_begin", _penalties(constraints.begin), persistent=False)
        self.register_buffer("no_end", _penalties(constraints.end), persistent=False)

    def constrained(self) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """The scores of steps (S x S), of beginning and of ending (S), with those that may not be forbidden."""
        return self.transitions + self.no_transitions, self.begin + self.no_begin, self.end + self.no_end

    def loss(self, emissions: torch.Tensor, states: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """The negative log likelihood of B sequences, in nats a token.

        emissions: B x N x S. states: B x N. mask: B x N, true where there is a token; the first always is one.
        """
        return (self._log_partition(emissions, mask) - self._score(emissions, states, mask)).sum() / mask.sum()

    def _log_partition(self, emissions: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """The logarithm of the sum over all sequences of states, of each of B (forward algorithm)."""
        steps, begin, end = self.constrained()
        step_factors = steps.exp()
        forward = begin + emissions[:, 0]
        for token in range(1, emissions.shape[1]):
            # As a product of matrices, which is much faster than logsumexp over B x S x S.
            highest = forward.max(1, keepdim=True).values
            sums = (forward - highest).exp() @ step_factors
            following = torch.log(sums + 1e-30) + highest + emissions[:, token]
            forward = torch.where(mask[:, token : token + 1], following, forward)
        return torch.logsumexp(forward + end, 1)

    def _score(self, emissions: torch.Tensor, states: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """The score of one sequence of states for each of B."""
        steps, begin, end = self.constrained()
        emitted = emissions.gather(2, states[..., None])[..., 0] * mask
        stepped = steps[states[:, :-1], states[:, 1:]] * mask[:, 1:]
        last_token = mask.sum(1, keepdim=True) - 1
        last_state = states.gather(1, last_token)[:, 0]
        return emitted.sum(1) + stepped.sum(1) + begin[states[:, 0]] + end[last_state]


def _penalties(allowed: np.ndarray) -> torch.Tensor:
    return torch.from_numpy(np.where(allowed, 0, FORBIDDEN).astype(np.float32))

"""Trains the tagger of attributions: a bidirectional LSTM whose states are decoded by a conditional random field.

    python3 train.py PREPARED OUT [--hidden 128] [--layers 2] [--epochs 12] [--seed 1] ...

PREPARED is what prepare.mjs writes. OUT gets the weights as a NumPy archive, and the scores of the held-out and
development articles. Needs PyTorch and NumPy (Debian: python3-torch).
"""
import argparse, json, os, time
import numpy as np
import torch
from torch import nn

p = argparse.ArgumentParser()
p.add_argument('data'); p.add_argument('out')
p.add_argument('--hidden', type=int, default=128)
p.add_argument('--layers', type=int, default=2)
p.add_argument('--epochs', type=int, default=12)
p.add_argument('--seed', type=int, default=1)
p.add_argument('--batch', type=int, default=24)
p.add_argument('--chunk', type=int, default=300)
p.add_argument('--lr', type=float, default=2e-3)
p.add_argument('--dropout', type=float, default=0.4)
p.add_argument('--word-dropout', type=float, default=0.1)
p.add_argument('--threads', type=int, default=1)
p.add_argument('--teachers', nargs='*', default=[])
p.add_argument('--ema', type=float, default=0.998)
a = p.parse_args()
torch.manual_seed(a.seed); np.random.seed(a.seed); torch.set_num_threads(a.threads)

header = json.load(open(f'{a.data}/header.json'))
K, S = len(header['sizes']), header['states']
vectors = torch.from_numpy(np.fromfile(f'{a.data}/vectors.bin', dtype='<f4').reshape(header['vectors'], 100).copy())
allowed = torch.tensor(header['transitions'])  # (start + S) x (S + end)

def load(name):
    raw = np.fromfile(f'{a.data}/{name}.bin', dtype='<i4'); at = 0; articles = []
    for item in header['sets'][name]:
        n = item['tokens']
        features = raw[at:at + n * K].reshape(n, K); at += n * K
        words = raw[at:at + n]; at += n
        states = raw[at:at + n]; at += n
        paragraphs = raw[at:at + n]; at += n
        articles.append(dict(id=item['id'], features=features, words=words, states=states, paragraphs=paragraphs))
    return articles

class Tagger(nn.Module):
    def __init__(self):
        super().__init__()
        dims = [48 if i == 0 else 24 if i == 1 else min(16, max(6, size)) + size % 2 for i, size in enumerate(header['sizes'])]
        self.vectors = nn.Embedding.from_pretrained(vectors, freeze=True)
        self.tables = nn.ModuleList(nn.Embedding(size, dim) for size, dim in zip(header['sizes'], dims))
        for t in self.tables: nn.init.normal_(t.weight, std=0.3)
        self.lstm = nn.LSTM(100 + sum(dims), a.hidden, a.layers, bidirectional=True, batch_first=True, dropout=a.dropout if a.layers > 1 else 0)
        self.drop = nn.Dropout(a.dropout)
        self.out = nn.Linear(2 * a.hidden, S)
        self.transitions = nn.Parameter(torch.zeros(S, S)); self.begin = nn.Parameter(torch.zeros(S)); self.end = nn.Parameter(torch.zeros(S))
        self.register_buffer('no', (1 - allowed[1:, :S].float()) * -1e4)
        self.register_buffer('no_begin', (1 - allowed[0, :S].float()) * -1e4)
        self.register_buffer('no_end', (1 - allowed[1:, S].float()) * -1e4)

    def forward(self, words, features):
        if self.training and a.word_dropout:
            words = words.masked_fill(torch.rand(words.shape) < a.word_dropout, 0)
            features = features.clone()
            features[..., 0] = features[..., 0].masked_fill(torch.rand(words.shape) < 0.25, 0)
            for k in range(1, K):
                features[..., k] = features[..., k].masked_fill(torch.rand(words.shape) < 0.05, 0)
        x = torch.cat([self.vectors(words)] + [t(features[..., i]) for i, t in enumerate(self.tables)], -1)
        h, _ = self.lstm(self.drop(x))
        return self.out(self.drop(h))

    def matrices(self):
        return self.transitions + self.no, self.begin + self.no_begin, self.end + self.no_end

    def loss(self, emissions, states, mask):
        T, b, e = self.matrices()
        B, N, _ = emissions.shape
        alpha = b + emissions[:, 0]
        E = T.exp()
        for t in range(1, N):
            top = alpha.max(1, keepdim=True).values
            new = torch.log((alpha - top).exp() @ E + 1e-30) + top + emissions[:, t]
            alpha = torch.where(mask[:, t:t + 1], new, alpha)
        logz = torch.logsumexp(alpha + e, 1)
        gold = emissions.gather(2, states[..., None])[..., 0] * mask
        step = T[states[:, :-1], states[:, 1:]] * mask[:, 1:]
        last = mask.sum(1) - 1
        score = gold.sum(1) + step.sum(1) + b[states[:, 0]] + e[states.gather(1, last[:, None])[:, 0]]
        return (logz - score).sum() / mask.sum()

def chunks(articles, rng):
    out = []
    for i, art in enumerate(articles):
        starts = [0] + [t for t in range(1, len(art['words'])) if art['paragraphs'][t] != art['paragraphs'][t - 1]
                        and header_open(art['states'][t - 1], art['states'][t])]
        at = 0
        limit = a.chunk * (0.6 + 0.8 * rng.random())
        for s in starts[1:] + [len(art['words'])]:
            if s - at >= limit or s == len(art['words']):
                if s > at: out.append((i, at, s))
                at = s; limit = a.chunk * (0.6 + 0.8 * rng.random())
    return out

OUT_OK = allowed[1:, S].numpy(); IN_OK = allowed[0, :S].numpy()
def header_open(before, after): return OUT_OK[before] and IN_OK[after]

def batches(articles, rng, shuffle):
    cs = [(i, s, min(e, s + 1200)) for i, s, e in chunks(articles, rng)]
    cs.sort(key=lambda c: (c[2] - c[1]) + (rng.random() * 30 if shuffle else 0))
    groups = []; cur = []
    for c in cs:
        if cur and (len(cur) + 1) * (c[2] - c[1]) > a.batch * a.chunk: groups.append(cur); cur = []
        cur.append(c)
    groups.append(cur)
    if shuffle: rng.shuffle(groups)
    for g in groups:
        n = max(e - s for _, s, e in g)
        w = torch.zeros(len(g), n, dtype=torch.long); f = torch.zeros(len(g), n, K, dtype=torch.long)
        y = torch.zeros(len(g), n, dtype=torch.long); m = torch.zeros(len(g), n, dtype=torch.bool)
        for j, (i, s, e) in enumerate(g):
            art = articles[i]
            w[j, :e - s] = torch.from_numpy(art['words'][s:e].astype('i8')); f[j, :e - s] = torch.from_numpy(art['features'][s:e].astype('i8'))
            y[j, :e - s] = torch.from_numpy(art['states'][s:e].astype('i8')); m[j, :e - s] = True
        yield g, w, f, y, m

def viterbi(em, T, b, e):
    N = len(em); back = np.zeros((N, S), dtype=np.int32); score = b + em[0]
    for t in range(1, N):
        m = score[:, None] + T
        back[t] = m.argmax(0); score = m.max(0) + em[t]
    s = int((score + e).argmax()); path = [s]
    for t in range(N - 1, 0, -1): s = int(back[t][s]); path.append(s)
    return path[::-1]

model = Tagger()
teachers = []
rng = np.random.default_rng(a.seed)
train, held = load('train'), load('held')
optimizer = torch.optim.AdamW([q for q in model.parameters() if q.requires_grad], lr=a.lr, weight_decay=1e-3)
steps = sum(1 for _ in batches(train, np.random.default_rng(0), False)) * a.epochs
schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, a.lr, total_steps=steps + 50, pct_start=0.15)
average = {k: v.clone() for k, v in model.state_dict().items()}
print('parameters', sum(q.numel() for q in model.parameters() if q.requires_grad), 'steps', steps, flush=True)

def heldout_loss():
    model.eval(); total = n = 0
    with torch.no_grad():
        for g, w, f, y, m in batches(held, np.random.default_rng(0), False):
            k = m.sum().item(); total += model.loss(model(w, f), y, m).item() * k; n += k
    model.train(); return total / n

def save():
    os.makedirs(a.out, exist_ok=True)
    np.savez(f'{a.out}/weights.npz', hidden=a.hidden, layers=a.layers, **{k: v.numpy() for k, v in average.items() if not k.startswith('vectors')})
    live = {k: v.clone() for k, v in model.state_dict().items()}
    model.load_state_dict(average); model.eval()
    T, b, e = (x.detach().numpy() for x in model.matrices())
    with torch.no_grad():
        for name in ('held', 'dev'):
            flat = []
            for art in load(name):
                em = model(torch.from_numpy(art['words'].astype('i8'))[None], torch.from_numpy(art['features'].astype('i8'))[None])[0].numpy()
                flat.append(em)
            np.concatenate(flat).astype('<f4').tofile(f'{a.out}/{name}.scores')
    np.concatenate([T.ravel(), b, e]).astype('<f4').tofile(f'{a.out}/transitions')
    loss = heldout_loss()
    model.load_state_dict(live); model.train()
    return loss

start = time.time()
for epoch in range(a.epochs):
    total = n = 0
    for g, w, f, y, m in batches(train, rng, True):
        loss = model.loss(model(w, f), y, m)
        optimizer.zero_grad(); loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 2.0)
        optimizer.step(); schedule.step()
        with torch.no_grad():
            d = min(a.ema, 1 - 1 / (1 + schedule.last_epoch / 5))
            for k, v in model.state_dict().items(): average[k].mul_(d).add_(v, alpha=1 - d) if v.is_floating_point() else average[k].copy_(v)
        k = m.sum().item(); total += loss.item() * k; n += k
    print(f'epoch {epoch + 1} loss {total / n:.4f} held {save() if epoch >= a.epochs - 1 or epoch % 3 == 2 else 0:.4f} {time.time() - start:.0f} s', flush=True)

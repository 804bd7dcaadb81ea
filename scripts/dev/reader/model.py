"""The reader: a small cross-encoder for extractive question answering.

Input: <s> question </s></s> prefix excerpt </s>. Output for each piece: a start and an end logit; for the whole input
one logit "answered". The body is the first layers of multilingual-e5-small with a segment embedding added.

Attention is written out as two matrix products: on CPUs with bfloat16 this trains twice as fast as the fused kernel,
whose backward pass is slow there. There is no dropout inside the layers for the same reason (drawing the masks costs
8 % of a step); `train.py` drops pieces of the input instead.
"""
import pickle

import torch
import torch.nn as nn
import torch.nn.functional as F

PAD, SEPARATOR = 1, 2


class Layer(nn.Module):
    def __init__(self, hidden, inner, heads, eps):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(hidden, 3 * hidden)
        self.ao = nn.Linear(hidden, hidden)
        self.fi = nn.Linear(hidden, inner)
        self.fo = nn.Linear(inner, hidden)
        self.aln = nn.LayerNorm(hidden, eps)
        self.oln = nn.LayerNorm(hidden, eps)

    def forward(self, x, mask):
        batch, length, hidden = x.shape
        width = hidden // self.heads
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, width).permute(2, 0, 3, 1, 4)
        scores = torch.matmul(q * width ** -.5, k.transpose(2, 3)) + mask
        mixed = torch.matmul(torch.softmax(scores, -1), v).transpose(1, 2).reshape(batch, length, hidden)
        x = self.aln(x + self.ao(mixed))
        return self.oln(x + self.fo(F.gelu(self.fi(x))))


class Reader(nn.Module):
    def __init__(self, layers=8, vocabulary=31337, hidden=384, inner=1536, heads=12, eps=1e-12, positions=256):
        super().__init__()
        self.word = nn.Embedding(vocabulary, hidden)
        self.pos = nn.Embedding(positions, hidden)
        self.seg = nn.Embedding(2, hidden)
        self.ln = nn.LayerNorm(hidden, eps)
        self.layers = nn.ModuleList([Layer(hidden, inner, heads, eps) for _ in range(layers)])
        self.out = nn.Linear(hidden, 2)
        self.head = nn.Linear(hidden, 1)

    def load_e5(self, file):
        """Takes the weights that `unpack.py` wrote; the two heads start at random."""
        weights = {k: torch.tensor(v) for k, v in pickle.load(open(file, 'rb'))['W'].items()}
        with torch.no_grad():
            self.word.weight.copy_(weights['word'])
            self.pos.weight.copy_(weights['pos'][:self.pos.num_embeddings] + weights['type'][0])
            self.ln.weight.copy_(weights['ln.w'])
            self.ln.bias.copy_(weights['ln.b'])
            self.seg.weight.zero_()
            for i, layer in enumerate(self.layers):
                layer.qkv.weight.copy_(torch.cat([weights[f'{i}.{k}.w'] for k in 'qkv']))
                layer.qkv.bias.copy_(torch.cat([weights[f'{i}.{k}.b'] for k in 'qkv']))
                for name in ('ao', 'fi', 'fo', 'aln', 'oln'):
                    getattr(layer, name).weight.copy_(weights[f'{i}.{name}.w'])
                    getattr(layer, name).bias.copy_(weights[f'{i}.{name}.b'])
            for head in (self.out, self.head):
                head.weight.normal_(0, .02)
                head.bias.zero_()

    def forward(self, ids):
        mask = (ids.eq(PAD).float() * -1e4)[:, None, None, :]
        segment = (ids.eq(SEPARATOR).long().cumsum(1) > 0).long()
        x = self.ln(self.word(ids) + self.pos.weight[:ids.shape[1]] + self.seg(segment))
        if x.requires_grad and torch.is_autocast_enabled('cpu'):
            mask = mask.bfloat16()
        for layer in self.layers:
            x = layer(x, mask)
        logits = self.out(x)
        return logits[..., 0], logits[..., 1], self.head(x[:, 0])[:, 0]

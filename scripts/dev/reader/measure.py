"""Figures on the held-out tenth: python measure.py MODEL [OUT.json]; MODEL is a checkpoint (.pt) or an ONNX file.

answered: AUROC of the decision, own excerpt against near misses and against excerpts that share words; near misses refused
where 5 % of the answered are falsely refused. span: exact and F1 in characters, given the right excerpt. headline: the
question is put to its own excerpt and to five others; the span of the best scored excerpt must be the right one.
"""
import json
import random
import sys

import numpy as np

import corpus
import encode
from examples import Neighbours, SPACE, Text

LONGEST = 60     # pieces of a span
PER_PIECE = .08  # a longer span must be better by this for each piece
EDGES = ' 　\n：:，,。；;=、｜|'


def torch_predictor(file):
    import torch
    from model import Reader
    model = Reader().eval()
    model.load_e5(f'{encode.os.environ.get("READER_WORK", "work")}/e5.pkl')
    saved = torch.load(file)
    model.load_state_dict(saved['average'] if 'average' in saved else saved, strict=False)
    torch.set_num_threads(1)

    def predict(ids):
        with torch.no_grad():
            return [x.numpy() for x in model(torch.from_numpy(ids))]
    return predict


def onnx_predictor(file):
    import onnxruntime
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(file, options)
    return lambda ids: session.run(None, {'ids': ids})


def read(predict, inputs, size=16, keep=None):
    """[(answered logit, span score, first, last)] for inputs (ids, start of the excerpt); positions within the ids."""
    order, out = sorted(range(len(inputs)), key=lambda k: len(inputs[k][0])), [None] * len(inputs)
    for at in range(0, len(order), size):
        rows = order[at:at + size]
        ids = np.ones((len(rows), max(len(inputs[k][0]) for k in rows)), dtype=np.int64)
        for r, k in enumerate(rows):
            ids[r, :len(inputs[k][0])] = inputs[k][0]
        start, end, answered = predict(ids)
        for r, k in enumerate(rows):
            x, begin = inputs[k]
            s, e = start[r, begin:len(x) - 1], end[r, begin:len(x) - 1]
            pairs = np.triu(s[:, None] + e[None, :], 0)
            pairs[np.tril_indices(len(s), -1)] = -1e9
            pairs[np.triu_indices(len(s), LONGEST)] = -1e9
            place = np.arange(len(s))
            best = int((pairs - PER_PIECE * (place[None, :] - place[:, None])).argmax())
            i, j = divmod(best, len(s))
            if keep is not None:
                keep[k] = s - start[r, 0], e - end[r, 0]
            out[k] = (float(answered[r]), float(pairs[i, j] - start[r, 0] - end[r, 0]), begin + i, begin + j)
    return out


def f1(a, b):
    common = sum(min(a.count(c), b.count(c)) for c in set(a))
    return 2 * common / (len(a) + len(b)) if common else 0.


def auroc(yes, no):
    ranks = np.argsort(np.argsort(np.concatenate([yes, no])))
    return (ranks[:len(yes)].sum() - len(yes) * (len(yes) - 1) / 2) / (len(yes) * len(no))


MAX_ASKS = {'invented': 300, 'news': 420}


def tests(seed=5):
    """The held-out questions with their excerpts, always the same."""
    texts = [Text(d) for d in corpus.everything()]
    out = []
    for group in ('invented', 'news', 'DRCD', 'DuRe', 'XQuA'):
        members = [t for t in texts if t.doc['group'] == group]
        near = Neighbours(members)
        asks = [(k, a) for k, t in enumerate(members) if t.doc['dev'] for a in t.doc['asks']]
        asks = random.Random(seed).sample(asks, min(MAX_ASKS.get(group, 70), len(asks)))
        for k, ask in asks:
            R = random.Random(ask['q'])  # the same windows whatever went before
            text, parts = members[k], members[k].doc['parts']
            spans = [s for s in (encode.piece_range(text.offsets, *x) for x in ask['spans']) if s]
            test = {'group': group, 'ask': ask, 'text': text, 'spans': spans, 'inputs': []}

            def put(t, a, b, context):
                space = [] if t.ids[a] == SPACE else [SPACE]
                ids, at = encode.join(ask['q'], context, space + t.ids[a:b])
                test['inputs'].append((ids, at + len(space)))
                return t, a

            if spans:
                a, b = text.window(R, *spans[0])
                test['own'] = put(text, a, b, parts)
                others = [members[o] for o in near.of(ask['q'], k)[:4]]
                hold = text.nearest(R, ask['q'], spans)
                if hold:
                    put(text, *hold, parts)
                for other in others[:5 if group in ('invented', 'news') else 1]:
                    put(other, *other.nearest(R, ask['q']), other.doc['parts'])
            else:
                whole = (0, len(text.ids)) if len(text.ids) <= encode.EXCERPT else text.nearest(R, ask['q'])
                test['own'] = put(text, *whole, parts)
            out.append(test)
    return out


def trimmed(text, a, b):
    """A piece may hold a mark beside the figure (`:15`): marks at the edges of a span are no part of it."""
    while a < b and text[a] in EDGES:
        a += 1
    while b > a and text[b - 1] in EDGES:
        b -= 1
    return a, b


def spread(test, judged):
    """Characters of the span that was judged."""
    text, a = test['own']
    begin = test['inputs'][0][1]
    first, last = judged[2] - begin + a, judged[3] - begin + a
    a, b = trimmed(text.text, text.offsets[first][0], text.offsets[last][1])
    return text.text[a:b]


def fit(features, labels, counts):
    """Logistic regression by Newton's method: a weight for each feature, and the intercept last; examples count as given."""
    x = np.hstack([features, np.ones((len(features), 1))])
    w = np.zeros(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ w))
        w -= np.linalg.solve((x * (counts * p * (1 - p))[:, None]).T @ x + 1e-3 * np.eye(len(w)), x.T @ (counts * (p - labels)) + 1e-3 * w)
    return w


def evaluate(predict, show=None, others=5):
    cases = tests()
    for c in cases:
        c['inputs'] = c['inputs'][:1 + others]
    flat = [x for c in cases for x in c['inputs']]
    judged, at = read(predict, flat), 0
    for c in cases:
        c['judged'], at = judged[at:at + len(c['inputs'])], at + len(c['inputs'])
    own = [(c['judged'][0], bool(c['spans'])) for c in cases]
    others = [j for c in cases if c['spans'] for j in c['judged'][1:]]
    features = np.array([j[:2] for j, _ in own] + [j[:2] for j in others])
    labels = np.array([y for _, y in own] + [False] * len(others), dtype=float)
    # Those not answered weigh as much as the answered ones: near misses one half of it, excerpts that share words the other.
    kinds = np.array([0 if y else 1 for _, y in own] + [2] * len(others))
    counts = np.choose(kinds, [1., sum(kinds == 0) / 2 / max(1, sum(kinds == 1)), sum(kinds == 0) / 2 / max(1, sum(kinds == 2))])
    weights = fit(features, labels, counts)
    score = lambda j: float(np.dot(weights[:2], j[:2]) + weights[2])
    figures = {'calibration': dict(zip(('answered', 'span', 'intercept'), map(float, weights)))}
    for group in ('all', 'invented', 'news', 'DRCD', 'DuRe', 'XQuA'):
        mine = [c for c in cases if group in ('all', c['group'])]
        yes = [c for c in mine if c['spans']]
        no = [c for c in mine if not c['spans']]
        cells = {'answered': len(yes), 'near misses': len(no)}
        said = [(spread(c, c['judged'][0]), [c['text'].text[a:b] for a, b in c['ask']['spans']]) for c in yes]
        cells['exact'] = np.mean([any(s.strip() == t for t in g) for s, g in said])
        cells['f1'] = np.mean([max(f1(s, t) for t in g) for s, g in said])
        ys = np.array([score(c['judged'][0]) for c in yes])
        hs = np.array([score(j) for c in yes for j in c['judged'][1:]])
        cells['auroc others'] = auroc(ys, hs)
        limit = np.quantile(ys, .05)
        cells['others refused at 5 % false'] = np.mean(hs < limit)
        if no:
            ns = np.array([score(c['judged'][0]) for c in no])
            cells['auroc near misses'] = auroc(ys, ns)
            cells['near misses refused at 5 % false'] = np.mean(ns < limit)
            cells['near misses refused at 10 % false'] = np.mean(ns < np.quantile(ys, .1))
            best = [max(range(len(c['judged'])), key=lambda k: score(c['judged'][k])) for c in yes]
            right = [b == 0 and max(f1(s, t) for t in g) >= .8 for b, (s, g) in zip(best, said)]
            cells['own excerpt first'] = np.mean([b == 0 for b in best])
            cells['headline'] = np.mean(right)
            cells['false refusals at 0.5'] = np.mean(ys < 0)
            cells['near misses refused at 0.5'] = np.mean(ns < 0)
        figures[group] = {k: round(float(v), 4) for k, v in cells.items()}
    if show:
        for c in R_sample(cases, show):
            j = c['judged'][0]
            print(f"{score(j):+.1f} {'yes' if c['spans'] else 'no '} {c['ask']['q']} → {spread(c, j)} | "
                  f"{[c['text'].text[a:b] for a, b in c['ask']['spans']]} | {encode.prefix_text(c['text'].doc['parts'])}")
    return figures


def R_sample(cases, show):
    """The worst: answered wrongly or refused, near misses answered."""
    def bad(c):
        j = c['judged'][0]
        if not c['spans']:
            return j[0] > 0
        return j[0] < 0 or max(f1(spread(c, j), c['text'].text[a:b]) for a, b in c['ask']['spans']) < .6
    found = [c for c in cases if c['group'] in ('invented', 'news') and bad(c)]
    return random.Random(1).sample(found, min(show, len(found)))


if __name__ == '__main__':
    file = sys.argv[1]
    figures = evaluate(torch_predictor(file) if file.endswith('.pt') else onnx_predictor(file), 70 if len(sys.argv) < 3 else None)
    print(json.dumps(figures, indent=1, ensure_ascii=False))
    if len(sys.argv) > 2:
        json.dump(figures, open(sys.argv[2], 'w'), indent=1, ensure_ascii=False)

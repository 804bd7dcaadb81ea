"""Training, resumable: python train.py --until 10:15 --peak 1.2e-4 --start start.pt [--minutes-warm 2]

Reads the rounds of examples in $READER_WORK/rounds/*.pkl, the newest unread one first, so that better data can be put
in while it runs; when all were read it begins again with the one read longest ago. Writes $READER_WORK/reader.pt every
two minutes: weights, their moving average (what is exported), optimizer. The learning rate falls to zero at the hour
given, whatever the other work on the machine leaves of it. The word embeddings are frozen.

Each core runs a worker with one thread; the workers share the weights and update them without waiting for each other
(Hogwild). Two threads in step would wait for each other at every operation as soon as other work takes a core away:
that cost two thirds of the speed.
"""
import argparse
import datetime
import glob
import os
import pickle
import random
import time

import torch
import torch.multiprocessing as multiprocessing
import torch.nn as nn
import torch.nn.functional as F

from model import Reader

WORK = os.environ.get('READER_WORK', 'work')
TOKENS = 1792       # pieces in a batch, padding included
AVERAGE = .98      # moving average of the weights
DROPPED = .03       # share of input pieces that are hidden (<unk>), never those of an answer
UNKNOWN = 3


def clock(text):
    hour, minute = map(int, text.split(':'))
    return datetime.datetime.now().replace(hour=hour, minute=minute, second=0).timestamp()


def rounds():
    """Rounds of examples without end: unread ones newest first, then the one read longest ago."""
    read = {}
    while True:
        files = sorted(glob.glob(f'{WORK}/rounds/*.pkl'))
        unread = [f for f in files if f not in read]
        file = unread[-1] if unread else min(files, key=lambda f: read[f])
        read[file] = time.time()
        examples = pickle.load(open(file, 'rb'))
        print('round', file, len(examples), flush=True)
        yield examples


def batches():
    """Batches of few shapes (a multiple of 16 long, as many rows as fit): each new shape costs a compiled kernel."""
    waiting = {}
    for examples in rounds():
        random.shuffle(examples)
        for example in examples:
            length = -(-len(example[0]) // 16) * 16
            waiting.setdefault(length, []).append(example)
            if len(waiting[length]) == TOKENS // length:
                yield length, waiting.pop(length)


def tensors(length, batch):
    """ids, where an answer may lie, and soft targets: the first span .7, the others share the rest; none: position 0."""
    ids = torch.ones((len(batch), length), dtype=torch.long)
    allowed = torch.zeros((len(batch), length), dtype=torch.bool)
    start, end = torch.zeros((len(batch), length)), torch.zeros((len(batch), length))
    for row, (x, at, spans) in enumerate(batch):
        ids[row, :len(x)] = torch.tensor(x)
        hide = torch.rand(len(x)) < DROPPED
        hide[0] = False
        hide &= torch.tensor([p > 3 for p in x])
        allowed[row, at:len(x) - 1] = True
        allowed[row, 0] = True
        if not spans:
            start[row, 0] = end[row, 0] = 1
        for n, (a, b) in enumerate(spans):
            weight = 1. if len(spans) == 1 else .7 if n == 0 else .3 / (len(spans) - 1)
            start[row, a] += weight
            end[row, b] += weight
            hide[a:b + 1] = False
        ids[row, :len(x)][hide] = UNKNOWN
    return ids, allowed, start, end


def work(number, model, args, begun, until):
    """One worker. The first one also averages the weights, saves and reports."""
    torch.set_num_threads(1)
    torch.manual_seed(number)
    random.seed(begun + number)
    saved = torch.load(args.start) if args.start else {}
    params = [p for p in model.parameters() if p.requires_grad]
    names = [n for n, p in model.named_parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW([{'params': [p for p in params if p.dim() > 1], 'weight_decay': .01},
                                   {'params': [p for p in params if p.dim() == 1], 'weight_decay': 0}],
                                  lr=args.peak, betas=(.9, .98))
    if 'optimizer' in saved and list(saved['average']) == names:
        optimizer.load_state_dict(saved['optimizer'])
    average = [saved['average'][n].clone() if n in saved.get('average', {}) else p.detach().clone() for n, p in zip(names, params)]
    total, n, seen, saved_at, steps = [0, 0, 0], 0, 0, time.time(), 0
    for length, batch in batches():
        now = time.time()
        if now > until:
            break
        passed = (now - begun) / (until - begun)
        rate = args.peak * min(1, (now - begun) / 60 / args.warm + .01, max(.005, (1 - passed) / (1 - args.flat)))
        for group in optimizer.param_groups:
            group['lr'] = rate
        ids, allowed, start, end = tensors(length, batch)
        yes = 1 - start[:, 0]
        with torch.autocast('cpu', dtype=torch.bfloat16):
            s, e, h = model(ids)
        s, e, h = s.float().masked_fill(~allowed, -1e4), e.float().masked_fill(~allowed, -1e4), h.float()
        weight = torch.where(yes > 0, 1., .5)
        spans = ((F.cross_entropy(s, start, reduction='none') + F.cross_entropy(e, end, reduction='none')) * weight).mean() / 2
        decided = F.binary_cross_entropy_with_logits(h, yes)
        optimizer.zero_grad(set_to_none=True)
        (spans + decided).backward()
        nn.utils.clip_grad_norm_(params, 1.0)
        optimizer.step()
        steps, n, seen = steps + 1, n + 1, seen + len(batch)
        if number == 0:
            with torch.no_grad():
                torch._foreach_lerp_(average, [p.detach() for p in params], max(1 - AVERAGE, 1 / (steps + 1)))
        for k, value in enumerate((spans.item(), decided.item(), ((h > 0) == (yes > 0)).float().mean().item())):
            total[k] += value
        if n == 25:
            print(f'{datetime.datetime.now():%H:%M:%S} worker {number} step {steps} rate {rate:.2e} span {total[0] / n:.3f} '
                  f'answered {total[1] / n:.3f} right {total[2] / n:.3f} {seen / (now - begun):.1f}/s', flush=True)
            total, n = [0, 0, 0], 0
        if number == 0 and now - saved_at > 120:
            save(f'{WORK}/reader.pt', model, names, average, optimizer)
            saved_at = now
    if number == 0:
        save(f'{WORK}/reader.pt', model, names, average, optimizer)
    print('worker', number, 'done', flush=True)


def save(target, model, names, average, optimizer):
    torch.save({'model': model.state_dict(), 'average': dict(zip(names, average)), 'optimizer': optimizer.state_dict()},
               target + '.part')
    os.replace(target + '.part', target)


def main():
    options = argparse.ArgumentParser()
    options.add_argument('--until', required=True, help='HH:MM, when the learning rate reaches zero')
    options.add_argument('--peak', type=float, default=1.2e-4)
    options.add_argument('--warm', type=float, default=2, help='minutes of warm-up')
    options.add_argument('--flat', type=float, default=.25, help='share of the time at the peak')
    options.add_argument('--start', help='weights or a checkpoint to go on from')
    options.add_argument('--frozen', type=int, default=0, help='lowest layers that stay as they are')
    options.add_argument('--workers', type=int, default=2)
    args = options.parse_args()
    begun, until = time.time(), clock(args.until)
    model = Reader()
    model.load_e5(f'{WORK}/e5.pkl')
    if args.start:
        saved = torch.load(args.start)
        model.load_state_dict(saved.get('model', saved), strict=False)
    # The word embeddings are frozen, and so may be the lowest layers: their backward pass is saved.
    frozen = [model.word, *([model.pos, model.seg, model.ln] if args.frozen else []), *model.layers[:args.frozen]]
    for module in frozen:
        module.requires_grad_(False)
    model.share_memory()
    workers = [multiprocessing.get_context('spawn').Process(target=work, args=(k, model, args, begun, until))
               for k in range(args.workers)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()


if __name__ == '__main__':
    main()

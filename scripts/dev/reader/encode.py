"""From (question, context, excerpt) to piece ids, the same way in training, export and measuring.

    <s>=0  question(≤40)  </s></s>=2 2  prefix(≤36) excerpt(≤160)  </s>=2

The prefix says what is known beside the excerpt: `标题：…｜地区：…｜时间：…｜章节：…。`, only the known parts, in this
order, each cut to its number of characters. Prefix and excerpt are tokenized apart, so that the offsets of the excerpt
need no shift; an unknown context gives no prefix at all.
"""
import functools
import os

from tokenizers import Tokenizer

QUESTION, PREFIX, EXCERPT = 40, 36, 160
PARTS = (('title', '标题', 24), ('district', '地区', 12), ('period', '时间', 12), ('heading', '章节', 16))
tokenizer = Tokenizer.from_file(os.path.join(os.environ.get('READER_WORK', 'work'), 'tokenizer.json'))


def prefix_text(parts):
    known = [f'{label}：{parts[key][:longest]}' for key, label, longest in PARTS if parts.get(key)]
    return '｜'.join(known) + '。' if known else ''


@functools.lru_cache(400_000)
def pieces(text):
    return tokenizer.encode(text, add_special_tokens=False).ids


def pieces_with_offsets(text):
    encoded = tokenizer.encode(text, add_special_tokens=False)
    return encoded.ids, encoded.offsets


def join(question, parts, excerpt_ids):
    """The ids, and the position where the excerpt begins."""
    prefix = prefix_text(parts)
    head = [0] + pieces(question)[:QUESTION] + [2, 2] + (pieces(prefix)[:PREFIX] if prefix else [])
    return head + list(excerpt_ids[:EXCERPT]) + [2], len(head)


def piece_range(offsets, start, end):
    """First and last piece that cover the characters [start, end), or None."""
    first = next((k for k, (a, b) in enumerate(offsets) if b > start), None)
    last = next((k for k in range(len(offsets) - 1, -1, -1) if offsets[k][0] < end), None)
    return (first, last) if first is not None and last is not None and last >= first else None

"""Training examples of one round: python examples.py SEED OUT.pkl

Answered: a window of the document around the answer, with all, some or none of the context shown. Not answered: near
misses, other windows of the same document, passages that share bigrams with the question, and the right text under the
heading of another district or another year. Wordings are disturbed (keywords only, slips) alike on both sides, so that
style says nothing about the answer.

An example is (ids, start of the excerpt, [(first, last), …]); no spans: not answered.
"""
import collections
import pickle
import random
import re
import sys

import corpus
import disturb
import encode
import words

bigrams = lambda s: {s[i:i + 2] for i in range(len(s) - 1)}
SPACE = 6  # the piece ▁
YEAR = re.compile(r'(?:19|20)\d\d(?=年|\D|$)')


class Text:
    """A tokenized document with its sentences as ranges of pieces."""

    def __init__(self, doc):
        self.doc, self.text = doc, doc['text']
        self.ids, self.offsets = encode.pieces_with_offsets(self.text)
        self.sentences, at = [], 0
        ends = [k + 1 for k, (a, b) in enumerate(self.offsets) if re.search('[。！？；\n]', self.text[a:b])]
        for end in ends + [len(self.ids)]:
            if end > at:
                self.sentences.append((at, end))
                at = end

    def slice(self, a, b):
        return self.text[self.offsets[a][0]:self.offsets[b - 1][1]] if b > a else ''

    def window(self, R, first, last):
        """Whole sentences around the pieces first … last mostly, sometimes a cut anywhere."""
        total = len(self.ids)
        want = R.choice([12, 20, 30, 45, 60, 80, encode.EXCERPT])
        if R.random() < .2:
            size = min(total, max(want, last - first + 1))
            at = R.randint(max(0, last + 1 - size), max(max(0, last + 1 - size), min(first, total - size)))
            return at, min(total, at + size)
        i = next(k for k, s in enumerate(self.sentences) if s[1] > first)
        j = next(k for k, s in enumerate(self.sentences) if s[1] > last)
        a, b = self.sentences[i][0], self.sentences[j][1]
        while True:
            left = i > 0 and self.sentences[j][1] - self.sentences[i - 1][0] <= want
            right = j + 1 < len(self.sentences) and self.sentences[j + 1][1] - self.sentences[i][0] <= want
            if not (left or right):
                break
            if left and (not right or R.random() < .5):
                i -= 1
            else:
                j += 1
        a, b = self.sentences[i][0], self.sentences[j][1]
        if b - a > encode.EXCERPT:
            a = R.randint(max(a, last + 1 - encode.EXCERPT), min(first, b - encode.EXCERPT)) \
                if min(first, b - encode.EXCERPT) >= max(a, last + 1 - encode.EXCERPT) else first
            b = min(b, a + encode.EXCERPT)
        return a, b

    def nearest(self, R, question, avoid=()):
        """A window that shares most with the question and holds none of the pieces to avoid."""
        wanted = bigrams(question)
        scored = [(len(wanted & bigrams(self.slice(a, b))) + R.random() * 2, a, b) for a, b in self.sentences
                  if not any(a <= y and x < b for x, y in avoid)]
        if not scored:
            return None
        _, a, b = max(scored)
        if avoid:
            return a, min(b, a + encode.EXCERPT)
        return self.window(R, a, min(b, a + encode.EXCERPT) - 1)


def shown(R, parts):
    """What of the context is shown: everything, some of it, nothing."""
    draw = R.random()
    if draw < .22:
        return {}
    if draw < .62:
        return dict(parts)
    return {k: v for k, v in parts.items() if R.random() < .6}


def stem(name):
    return name[:-1] if len(name) > 2 and name[-1] in '区县市' else name


def moved(R, q, parts, excerpt):
    """The same question and excerpt with another district or year on one side: not answered. None where it cannot be."""
    district, period = parts.get('district', ''), parts.get('period', '')
    choices = ['place'] if district and stem(district) in q else []
    year = YEAR.search(q)
    if year and not re.search('上年|去年|同比', q) and (year[0] in excerpt or year[0] in period):
        choices.append('year')
    if not choices:
        return None
    if R.choice(choices) == 'place':
        name = R.choice(words.PLACES)
        if name in q or name in excerpt or name == stem(district):
            return None
        other = {k: v.replace(district, name + district[-1]).replace(stem(district), name) for k, v in parts.items()}
        if R.random() < .5 or stem(district) in excerpt:
            return q.replace(stem(district), name), parts
        return q, other
    shift = R.choice([-3, -2, -1, 1, 2])
    change = lambda text: YEAR.sub(lambda m: str(int(m[0]) + shift), text)
    if R.random() < .5 or year[0] in excerpt:
        wrong = change(q)
        return (wrong, parts) if str(int(year[0]) + shift) not in excerpt else None
    return q, {k: change(v) for k, v in parts.items()}


class Neighbours:
    """Documents of the same set that share rare bigrams with a question."""

    def __init__(self, texts):
        self.texts, self.index, self.kept = texts, collections.defaultdict(list), {}
        for k, t in enumerate(texts):
            for b in bigrams(t.text):
                self.index[b].append(k)

    def of(self, q, own):
        key = (q, own)
        if key not in self.kept:
            count = collections.Counter()
            for b in bigrams(q):
                found = self.index.get(b, ())
                if len(found) < len(self.texts) * .2:
                    count.update(found)
            count.pop(own, None)
            self.kept[key] = [k for k, _ in sorted(count.items(), key=lambda c: (-c[1], c[0]))[:8] if self.texts[k].text != self.texts[own].text]
        return self.kept[key]


def build(texts, R, repeat=None):
    """All examples of the given texts for one round."""
    out, groups = [], collections.defaultdict(list)
    for t in texts:
        groups[t.doc['group']].append(t)

    def joined(q, parts, text, a, b):
        """As a reader will see it: an excerpt that is tokenized by itself begins with a space piece."""
        space = [] if text.ids[a] == SPACE else [SPACE]
        ids, at = encode.join(disturb.question(R, q), parts, space + text.ids[a:b])
        return ids, at + len(space)

    def add(q, parts, text, window, spans=()):
        a, b = window
        ids, at = joined(q, shown(R, parts), text, a, b)
        inside = [(at + x - a, at + y - a) for x, y in spans if x >= a and y < b]
        inside = [(x, y) for x, y in inside if y < len(ids) - 1]
        if spans and not inside:
            return
        out.append((ids, at, inside))

    for group, members in groups.items():
        near = Neighbours(members)
        for own, text in enumerate(members):
            for ask in text.doc['asks']:
                q, parts = ask['q'], text.doc['parts']
                if ask.get('parts') is not None:
                    parts = ask['parts']
                share = (repeat or {}).get(group, 1)
                for _ in range(int(share) + (R.random() < share % 1)):
                    spans = [encode.piece_range(text.offsets, *s) for s in ask['spans'][:3]]
                    spans = [s for s in spans if s and s[1] - s[0] < 80]
                    if not ask['spans']:
                        window = text.window(R, 0, 0) if R.random() < .4 and len(text.ids) <= 160 else text.nearest(R, q)
                        if len(text.ids) <= encode.EXCERPT and R.random() < .4:
                            window = 0, len(text.ids)
                        add(q, parts, text, window)
                        continue
                    if not spans:
                        continue
                    window = text.window(R, *spans[0])
                    add(q, parts, text, window, spans)
                    changed = moved(R, q, parts, text.slice(*window))
                    if changed and R.random() < .6:
                        out.append((*joined(*changed, text, *window), []))
                    if group == 'made':
                        if R.random() < .12:
                            other = R.choice(members)
                            add(q, other.doc['parts'], other, other.nearest(R, q)) if other is not text else None
                        continue
                    if R.random() < .45:
                        hold = text.nearest(R, q, [p for s in ask['spans'] if (p := encode.piece_range(text.offsets, *s))])
                        answer = text.text[ask['spans'][0][0]:ask['spans'][0][1]]
                        if hold and answer not in text.slice(*hold):
                            add(q, parts, text, hold)
                    if R.random() < .5:
                        found = near.of(q, own)
                        other = members[R.choice(found)] if found else R.choice(members)
                        if text.text[ask['spans'][0][0]:ask['spans'][0][1]] not in other.text or group in ('news', 'invented'):
                            # the context stays the question's own half of the time: only the text then says no
                            add(q, parts if R.random() < .4 else other.doc['parts'], other, other.nearest(R, q))
    R.shuffle(out)
    return out


def main():
    seed, target = int(sys.argv[1]), sys.argv[2]
    R = random.Random(seed)
    docs = [d for d in corpus.everything() if not d['dev']]
    try:
        import made
        docs += made.documents(R, int(sys.argv[3]) if len(sys.argv) > 3 else 2500)
    except ImportError:
        print('without made statements')
    examples = build([Text(d) for d in docs], R, {'invented': 2.5, 'news': 1, 'made': .35, 'CMRC': .08, 'DRCD': .06, 'DuRe': .08, 'XQuA': .08})
    yes = sum(bool(e[2]) for e in examples)
    print(f'{len(examples)} examples, {yes} answered, mean {sum(len(e[0]) for e in examples) / len(examples):.0f} pieces')
    pickle.dump(examples, open(target + '.part', 'wb'))
    import os
    os.replace(target + '.part', target)


if __name__ == '__main__':
    main()

"""The question sets of `eval/`, read into one shape, with a fixed tenth of the documents held out.

A document is a dict: text, parts (what is known beside the text: title, district, period, heading), group (its set),
dev (held out), asks: a list of {q, spans, kind, style}; `spans` are character ranges of the text, best first, and an
empty list means that the text is on the topic but does not answer. `gold-dev.jsonl` is never read here.
"""
import collections
import glob
import gzip
import hashlib
import json
import os
import re

import zhconv

EVAL = os.environ.get('EVAL', '../shared/eval')
WRITTEN = os.environ.get('WRITTEN', os.path.join(os.path.dirname(os.path.abspath(__file__)), 'written'))
BENCH = os.environ.get('BENCH', '../shared/bench/news.jsonl.gz')


def held_out(key):
    return int(hashlib.md5(('reader' + key).encode()).hexdigest()[:8], 16) % 10 == 0


def lines(path):
    with (gzip.open(path, 'rt') if path.endswith('.gz') else open(path)) as file:
        for line in file:
            yield json.loads(line)


def document(text, group, key, **parts):
    parts = {k: v for k, v in parts.items() if v}
    return {'text': text, 'group': group, 'dev': held_out(key), 'parts': parts, 'asks': []}


def place(text, answers, kind):
    """Character spans of the answers. Adjacent items of a list become one span; other answers stay apart."""
    spans = []
    for answer in answers:
        start = text.find(answer)
        if start < 0:
            return None
        spans.append((start, start + len(answer)))
    if kind in ('list', 'how') and len(spans) > 1:
        ordered = sorted(spans)
        gaps = [text[a[1]:b[0]] for a, b in zip(ordered, ordered[1:])]
        covering = (ordered[0][0], ordered[-1][1])
        if all(len(g) <= 3 and not re.search('[。！？\n]', g) for g in gaps) and covering[1] - covering[0] < 120:
            return [covering]
    return spans


def public():
    """XQuAD zh, DuReader-robust dev, DRCD dev (traditional characters; mostly simplified here)."""
    for n, entry in enumerate(lines(f'{EVAL}/reading/public.jsonl.gz')):
        text, title = entry['context'], entry.get('title') or ''
        group = entry['source'][:4]
        simplify = group == 'DRCD' and n % 5 != 0
        if simplify:
            other = zhconv.convert(text, 'zh-cn')
            simplify, text = len(other) == len(text), other if len(other) == len(text) else text
            title = zhconv.convert(title, 'zh-cn')
        if not re.search('[\u4e00-\u9fff]', title):
            title = ''
        doc = document(text, group, group + (entry.get('title') or text), title=title)
        for question in entry['questions']:
            places = [(a['start'], a['start'] + len(a['text'])) for a in question['answers']
                      if len(a['text']) and a['start'] + len(a['text']) <= len(text)]
            if not places or places[0][1] - places[0][0] > 90:
                continue
            q = zhconv.convert(question['question'], 'zh-cn') if simplify and n % 7 else question['question']
            best = min(places, key=lambda s: s[1] - s[0])
            doc['asks'].append({'q': q, 'spans': [best], 'kind': 'public', 'style': 'formal'})
        yield doc


def wiki():
    """CMRC 2018 paragraphs. Never held out: the product has its own measure on them."""
    asks = collections.defaultdict(list)
    for entry in lines(f'{EVAL}/wiki/questions.jsonl'):
        asks[entry['document']].append(entry)
    for entry in lines(f'{EVAL}/wiki/corpus.jsonl'):
        doc = document(entry['text'], 'CMRC', '', title=entry.get('title'))
        doc['dev'] = False
        for ask in asks[entry['id']]:
            found = [a for a in ask['answers'] if a and a in entry['text'] and len(a) < 90]
            if found:
                best = min(found, key=len)
                doc['asks'].append({'q': ask['question'], 'spans': place(entry['text'], [best], 'public'),
                                    'kind': 'public', 'style': 'formal'})
        yield doc


DISTRICT = re.compile('[\u4e00-\u9fff]{2,3}?(?:区|县|市|旗)')
NOT_A_NAME = re.compile('^(?:社|小|城|全|本|该|各|我|园|地|辖|景|新|老|片|校|厂|市|郊|山|开发|高新|自治|示范)|[在是的和与为及到]')


def passage_of(article, text, key):
    """A passage of an article; title, month and district are taken from the article where it shows them."""
    title = re.split('[，。！？；\n]', article.get('title') or '')[0][:24]
    stamp = re.match(r'(\d{4})-(\d\d)', article.get('publishedOn') or '')
    names = collections.Counter(n for n in DISTRICT.findall(article.get('text', '')) if not NOT_A_NAME.search(n))
    district = names.most_common(1)[0][0] if names and names.most_common(1)[0][1] >= 3 else ''
    return document(text, 'news', key, title=title, district=district,
                    period=f'{stamp[1]}年{int(stamp[2])}月' if stamp else '')


def news():
    """Passages of district news."""
    wanted, passages = set(), []
    for entry in lines(f'{EVAL}/reading/districts.jsonl.gz'):
        passages.append(entry)
        wanted.add(entry['article'])
    articles = {}
    if os.path.exists(BENCH):
        articles = {e['id']: e for e in lines(BENCH) if e['id'] in wanted}
    for entry in passages:
        doc = passage_of(articles.get(entry['article'], {}), entry['text'], entry['article'])
        for ask in entry['questions']:
            spans = place(entry['text'], ask['a'], ask['kind'])
            if spans is not None:
                doc['asks'].append({'q': ask['q'], 'spans': spans, 'kind': ask['kind'], 'style': ask['style']})
        yield doc


def invented():
    """Invented excerpts with title, district, period and heading: bulletins, tables, government reports, practices."""
    own = sorted(glob.glob(f'{WRITTEN}/*.jsonl.gz'))
    for entry in (entry for file in [f'{EVAL}/reading/invented.jsonl.gz', *own] for entry in lines(file)):
        doc = document(entry['text'], 'invented', entry['title'] + entry['heading'], title=entry['title'],
                       district=entry['district'], period=entry['period'], heading=entry['heading'])
        doc['source'] = entry['source']
        for ask in entry['questions']:
            spans = place(entry['text'], ask['a'], ask['kind'])
            if spans is not None:
                doc['asks'].append({'q': ask['q'], 'spans': spans, 'kind': ask['kind'], 'style': ask['style']})
        yield doc


def written():
    """Questions written for this recipe: on news of the bench (article, where the passage stands, and its questions)."""
    passages = {}
    for file in sorted(glob.glob(f'{WRITTEN}/*.tsv.gz')):
        for line in gzip.open(file, 'rt'):
            article, start, length, kind, style, q, answer = line.rstrip('\n').split('\t')
            passages.setdefault((article, int(start), int(length)), []).append((kind, style, q, [] if answer == '-' else answer.split('｜')))
    wanted = {article for article, _, _ in passages}
    articles = {e['id']: e for e in lines(BENCH) if e['id'] in wanted} if os.path.exists(BENCH) else {}
    for (article, start, length), asks in passages.items():
        if article in articles:
            doc = passage_of(articles[article], articles[article]['text'][start:start + length], article)
            for kind, style, q, answers in asks:
                spans = place(doc['text'], answers, kind)
                if spans is not None and all(b - a < 90 for a, b in spans):
                    doc['asks'].append({'q': q, 'spans': spans, 'kind': kind, 'style': style})
            yield doc


def everything():
    return [d for source in (public, wiki, news, written, invented) for d in source() if d['asks']]


if __name__ == '__main__':
    count = collections.Counter()
    for d in everything():
        count[d['group'], 'dev' if d['dev'] else 'train', 'documents'] += 1
        for a in d['asks']:
            count[d['group'], 'dev' if d['dev'] else 'train', 'answered' if a['spans'] else 'not answered'] += 1
    for key in sorted(count):
        print(*key, count[key])

"""Other wordings of a question without changing what it asks: keywords only, polite forms, slips of the keyboard."""
import re

SLIPS = dict(zip('的在做那哪是增收多工业农区县市政府建设项目今年几个有',
                 '得再作哪那事增收朵公业浓曲线事正府建没项木金年几各又'))
SLIPS = {a: b for a, b in SLIPS.items() if a != b}
LEADS = ['请问', '我想知道', '想问下', '查一下', '帮我看看', '麻烦查下', '']
TAILS = ['？', '?', '', '', '呢', '啊', '呀']
FILLERS = re.compile('是多少|有多少|为多少|达到多少|多少|是什么|什么|请问|分别|有哪些|哪些|哪个|是谁|[？?。，,的了是有吗呢]')
BREAKS = re.compile('(?<=[年区县市月])')


def keywords(R, q):
    short = BREAKS.sub(' ', FILLERS.sub(' ', q))
    short = re.sub(' +', ' ', short).strip()
    return short if len(short) >= 4 else q


def slip(R, q):
    i = R.randrange(len(q))
    draw = R.random()
    if draw < .3 and not q[i].isdigit():
        return q[:i] + q[i + 1:]
    if draw < .5 and i + 1 < len(q) and not (q[i] + q[i + 1]).strip('0123456789') == '':
        return q[:i] + q[i + 1] + q[i] + q[i + 2:]
    where = [k for k, c in enumerate(q) if c in SLIPS]
    if where:
        k = R.choice(where)
        return q[:k] + SLIPS[q[k]] + q[k + 1:]
    return q


def question(R, q):
    draw = R.random()
    if draw < .06 and len(q) > 8 and '多少' in q:
        return keywords(R, q)
    if draw < .12 and len(q) > 7:
        return slip(R, q)
    if draw < .2:
        return R.choice(LEADS) + q.rstrip('？?')  + R.choice(TAILS)
    if draw < .27:
        return q.rstrip('？?')
    return q

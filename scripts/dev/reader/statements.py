"""Invented statements of figures as reports write them, with questions that they answer and near misses that they do not."""
from passage import (BY_FAMILY, FALL, FILLERS, FORMAL, GROWTH, MONEY, RANK, SHARE, THINGS, WHEN, WHO, figure, naming, other_question, percent,
                     place_name, rank, relative, scope, stem, value_question)

PARTS = ['城区', '乡镇', '民营', '市级', '省级', '城镇', '农村', '街道', '国有', '园区', '新建', '女性', '小型', '重点']


def simple(p, thing):
    """One thing with its value, often with growth, rank, share of a plan."""
    R, name = p.R, naming(p.R, thing)
    v, g, r = figure(R, thing['unit']), percent(R), rank(R)
    down, draw = R.random() < .22, R.random()
    up = '下降' if down else '增长'
    if thing['unit'] == '%':
        points = f'{R.uniform(.1, 5):.1f}个百分点'
        s = p.say(name, R.choice(['达到', '为', '达', '提高到', '']), ('v', v), R.choice(['，比上年', '，较上年']), R.choice(['提高', '上升', '下降']), ('g', points))
    elif draw < .25:
        s = p.say(name, R.choice(['完成', '达到', '达', '', '实现', '为']), ('v', v), R.choice(['，', '、同比', '，比上年', '，同比']), up, ('g', g))
    elif draw < .35:
        s = p.say(R.choice(['实现', '完成', '新增', '']) if '新' not in name else '', name, ('v', v), R.choice(['，增幅', '，增速']), ('g', g), R.choice(['，居全市', '，排名全省', '，列全市']), ('r', r))
        down = False
    elif draw < .45:
        s = p.say(name, R.choice(['突破', '达到', '完成']), ('v', v), R.choice(['大关', '']), '，总量居全市', ('r', r))
    elif draw < .55:
        s = p.say(name, ('v', v), '，', R.choice(['完成年度任务的', '占年度计划的', '占全市的', '占总数的']), ('share', g))
    elif draw < .65:
        more = figure(R, thing['unit'], 0)
        s = p.say(name, R.choice(['达', '达到', '']), ('v', v), R.choice(['，比上年', '，较上年', '，同比']), '减少' if down else R.choice(['增加', '多']), ('more', more))
    elif draw < .8:
        s = p.say(R.choice(['全年', '今年以来，', '一年来，', '']), name, R.choice(['完成', '', '共', '达']), ('v', v))
    else:
        s = p.say(name, up, ('g', g))
        down = down
    place, period = p.place, p.period
    if 'v' in s:
        p.ask(value_question(R, thing, place, period), s['v'], share=.55)
    else:
        p.near(value_question(R, thing, place, period), share=.4)
    if 'g' in s:
        p.ask(other_question(R, FALL if down else GROWTH, thing, place, period), s['g'], share=.35)
    else:
        p.near(other_question(R, GROWTH, thing, place, period), share=.14)
    if 'r' in s:
        p.ask(other_question(R, RANK, thing, place, period), s['r'], share=.5)
    else:
        p.near(other_question(R, RANK, thing, place, period), share=.07)
    if 'more' in s:
        p.ask(scope(R, place, period) + name + R.choice(['比上年少了多少', '减少了多少'] if down else ['比上年增加了多少', '多了多少', '净增多少']), s['more'], share=.6)
    if 'share' in s:
        p.ask(other_question(R, SHARE if '总数' in p.text or '全市' in p.text else ['{s}{n}完成了计划的几成', '{n}完成年度任务的百分之几'], thing, place, period), s['share'], share=.4)
    if 'g' in s and 'v' in s and R.random() < .12:
        p.ask(scope(R, place, period) + naming(R, thing) + R.choice(['是多少，增长多少？', '多少，涨了几个点', '及其增速是多少', '有多少，同比变化呢']), s['v'], s['g'])
    if thing['unit'] not in ('亿元', '万元', '元', '%', '元/月', '万美元'):
        p.near(other_question(R, MONEY, thing, place, period), share=.07)
    p.near(other_question(R, WHO, thing, place, period), share=.02)
    p.near(other_question(R, WHEN, thing, place, period), share=.02)


def together(p, thing):
    """A、B、C分别为x、y、z，分别增长a、b、c."""
    R = p.R
    kin = [t for t in BY_FAMILY[thing['family']] if t is not thing] or THINGS
    things = [thing] + R.sample(kin, min(len(kin), R.choice([1, 1, 2])))
    names = [naming(R, t) for t in things]
    values, rates = [figure(R, t['unit'], .05) for t in things], [percent(R) for _ in things]
    joint = R.choice(['、', '和', '、'])
    s = p.say('、'.join(names[:-1]) + joint + names[-1], R.choice(['分别达到', '分别为', '分别完成', '分别达']))
    values_at, rates_at = [], []
    for n, v in enumerate(values):
        values_at.append(p.say(*(([joint if n == len(values) - 1 else '、'] if n else []) + [('v', v)]))['v'])
    if R.random() < .7:
        p.say(R.choice(['，分别增长', '，同比分别增长', '，增速分别为', '，增幅分别为']))
        for n, v in enumerate(rates):
            rates_at.append(p.say(*(([joint if n == len(rates) - 1 else '、'] if n else []) + [('v', v)]))['v'])
    for n, t in enumerate(things):
        p.ask(value_question(R, t, p.place, p.period), values_at[n], share=.6)
        if rates_at:
            p.ask(other_question(R, GROWTH, t, p.place, p.period), rates_at[n], share=.5)
    if R.random() < .2:
        p.ask(f'{names[0]}和{names[1]}' + R.choice(['各是多少', '分别是多少？', '各有多少']), values_at[0], values_at[1])
    return things


def fromto(p, thing):
    """由…的X增加到…的Y."""
    R, name = p.R, naming(p.R, thing)
    year = int(p.period[:4])
    before = year - R.choice([1, 3, 4, 5])
    a, b = figure(R, thing['unit'], .05), figure(R, thing['unit'], .05)
    rate = percent(R)
    form = R.random()
    if form < .45:
        s = p.say(name, R.choice(['由', '从']), R.choice([f'{before}年的', f'{before}年']), ('a', a), R.choice(['增加到', '提高到', '增长到', '增至', '上升到', '跃升至']), R.choice([f'{year}年的', f'{year}年', '']), ('b', b))
    elif form < .75:
        s = p.say(name, R.choice(['由', '从']), ('a', a), R.choice(['增加到', '提高到', '降至', '增至', '压缩到', '调整为', '扩大到']), ('b', b))
    else:
        s = p.say(f'{year}年', name, ('b', b), '，', R.choice([f'而{before}年仅为', f'{before}年为']), ('a', a))
    if R.random() < .35:
        s.update(p.say(R.choice(['，年均增长', '，年均增速', '，增长']), ('rate', rate)))
        p.ask(scope(R, p.place, '') + name + R.choice(['年均增长多少', '平均每年涨多少', '增长了多少', '增速']), s['rate'], share=.7)
    dated = str(before) in p.text
    old = [f'{before}年{naming(R, thing)}' + R.choice(['是多少', '', '多少？', '有多少'])] if dated else []
    old += [name + R.choice(['原来是多少', '以前是多少', '之前有多少', '此前是多少'])]
    p.ask(R.choice(old), s['a'], share=.6)
    p.ask(R.choice([value_question(R, thing, p.place, p.period), name + R.choice(['现在是多少', '提高到了多少', '变成多少', '增加到多少'])]), s['b'], share=.8)
    wrong = R.choice([y for y in range(2012, 2026) if str(y) not in p.text] or [2009])
    p.near(R.choice([f'{wrong}年{naming(R, thing)}是多少', f'{p.place}{wrong}年{name}', f'{wrong}年{R.choice(thing["talk"])}']), share=.4)


def partof(p, thing):
    """Total and part: each question gets its own."""
    R, name = p.R, naming(p.R, thing)
    parts = R.sample(PARTS, R.choice([1, 2]))
    total, values = figure(R, thing['unit'], .1), [figure(R, thing['unit'], .05) for _ in parts]
    s = p.say(R.choice(['', '共有', '累计', '全年']) if '新' not in name else '', name, R.choice(['', '达', '共']), ('t', total))
    p.ask(value_question(R, thing, p.place, p.period), s['t'], share=.8)
    for n, (part, value) in enumerate(zip(parts, values)):
        s = p.say(R.choice(['，其中', '，包括']) if n == 0 else '、', R.choice([part, part + name if len(name) < 6 else part]), ('v', value))
        p.ask(value_question(R, thing, p.place if R.random() < .4 else '', p.period, part), s['v'], share=.8)
    absent = R.choice([x for x in PARTS if x not in p.text] or ['海外'])
    p.near(value_question(R, thing, p.place, p.period, absent), share=.6)


def onlypart(p, thing):
    """Only a part, an increase or a sum over years stands there, and the question asks for the whole, or the reverse."""
    R, name = p.R, naming(p.R, thing)
    part, v = R.choice(PARTS), figure(R, thing['unit'])
    draw = R.random()
    if draw < .4 or '新' in name:
        s = p.say(part + name, R.choice(['达', '为', '', '完成']), ('v', v))
        p.ask(value_question(R, thing, p.place, p.period, part), s['v'], share=.8)
        p.near(R.choice([f'{stem(p.place)}{name}一共多少', f'{p.place}全部{name}总数是多少？', f'所有{name}加起来多少', value_question(R, thing, p.place, p.period, R.choice([x for x in PARTS if x != part]))]))
    elif draw < .7:
        s = p.say(R.choice(['新增', '净增', '新建']), name, ('v', v))
        p.ask(f'{scope(R, p.place, p.period)}{R.choice(["新增", "增加了", "多了"])}' + R.choice([f'多少{thing["unit"]}{name}', f'{name}多少']), s['v'], share=.9)
        p.near(R.choice([f'{stem(p.place)}{name}总数是多少', f'一共有多少{name}', f'{p.place}现有{name}多少', f'{name}累计多少？']))
    else:
        total = figure(R, thing['unit'])
        s = p.say(R.choice(['全年新增', '本年新增']), name, ('v', v), R.choice(['，累计达到', '，总数达', '，累计']), ('t', total))
        p.ask(f'{scope(R, p.place, p.period)}{name}' + R.choice(['总数是多少', '累计多少', '一共多少', '现在总共有多少']), s['t'], share=.9)
        p.ask(f'{scope(R, p.place, p.period)}' + R.choice(['新增', '当年新增', '一年增加']) + name + R.choice(['多少', '是多少？', '']), s['v'], share=.9)


def planned(p, thing):
    """A target is not a result."""
    R, name, v = p.R, naming(p.R, thing), figure(p.R, thing['unit'], .3)
    year = int(p.period[:4]) + R.choice([1, 1, 2, 3])
    g = f'{R.randint(4, 15)}{R.choice(["", ".5"])}%' + R.choice(['', '左右', '以上'])
    if R.random() < .5:
        s = p.say(R.choice([f'到{year}年，', f'{year}年，', '']), R.choice(['力争', '计划', '预计', '确保', '预期']), name, R.choice(['达到', '完成', '']), ('v', v))
        key, what = 'v', ['达到多少', '是多少', '多少']
    else:
        s = p.say(R.choice([f'{year}年', '今年']), R.choice(['预期目标：', '主要预期目标是：', '目标为']), name, '增长', ('v', g))
        key, what = 'v', ['增长多少', '增速是多少', '涨几个点']
    p.ask(R.choice([f'{p.place}{R.choice(["计划", "打算让", "预期", "力争"])}{name}{R.choice(what)}', f'{name}目标是多少', f'{stem(p.place)} {name} 目标', f'{year}年{name}目标'] if str(year) in p.text else [f'{name}的目标是多少', f'{stem(p.place)}{name}计划{R.choice(what)}']), s[key], share=.9)
    p.near(R.choice([f'{p.period}{name}实际{R.choice(what)}', f'{p.place}{name}已经{R.choice(["完成", "实现"])}多少', f'{p.place}{p.period}{name}{R.choice(what)}']), share=.8)


def several(p, thing):
    """Several districts with the same thing in one text."""
    R, name = p.R, naming(p.R, thing)
    places = [place_name(R) for _ in range(R.choice([2, 3, 4]))]
    if len({stem(x) for x in places}) < len(places):
        return
    grows = R.random() < .5
    for n, place in enumerate(places):
        v, g = figure(R, thing['unit'], .05), percent(R)
        s = p.say('；' if n else '', place, R.choice([name, name + '完成', name + '达']) if n == 0 or R.random() < .5 else R.choice(['为', '', '达']), ('v', v), *(['，增长', ('g', g)] if grows else []))
        p.ask(value_question(R, thing, '', '').replace(place, '') if R.random() < 0 else R.choice([place, stem(place)]) + R.choice([naming(R, thing) + R.choice(['是多少', '', '多少？']), R.choice(thing['talk'])]), s['v'], share=.6)
        if grows:
            p.ask(R.choice([place, stem(place)]) + naming(R, thing) + R.choice(['增速', '增长了多少', '涨了几个点']), s['g'], share=.3)
    other = place_name(R)
    if stem(other) not in p.text:
        p.near(R.choice([other, stem(other)]) + R.choice([naming(R, thing) + '是多少', R.choice(thing['talk'])]), share=.9)


KINDS = [(simple, 10), (together, 2), (fromto, 2.2), (partof, 2), (onlypart, 2), (planned, 1.5), (several, 1.2)]


def statements(p, count):
    """Some statements in a row, and near misses for what none of them says."""
    R, used = p.R, []
    family = R.choice(list(BY_FAMILY)) if R.random() < .6 else None
    for n in range(count):
        pool = BY_FAMILY[family] if family and R.random() < .7 else THINGS
        thing = R.choice(pool)
        if any(t['name'] in thing['name'] or thing['name'] in t['name'] for t in used):
            continue
        if n:
            p.say(R.choice(['；', '，', '。', '。', '；']))
        if R.random() < .1:
            p.say(R.choice(FILLERS), '。' if R.random() < .5 else '，')
        kind = R.choices([k for k, _ in KINDS], [w for _, w in KINDS])[0]
        more = kind(p, thing)
        used += [thing] + (more or [])
    p.say('。')
    for _ in range(R.choice([1, 2, 3])):
        thing = R.choice(used) if used else R.choice(THINGS)
        absent = relative(R, thing, used)
        if absent and not any(n in p.text for n in [absent['name']] + absent['names']):
            p.near(R.choice([value_question, value_question, lambda R, *a: other_question(R, GROWTH, *a)])(R, absent, p.place, p.period))
            used.append(absent)

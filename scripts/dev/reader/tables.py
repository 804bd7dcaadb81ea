"""Tables as text: a row as a sentence, as pairs of column and value, or a few rows of pipes; asked cell by cell."""
import words
from facts import FIRMS, day
from passage import THINGS, figure, naming, percent, person, place_name, stem


def number(R, unit):
    return figure(R, unit, 0).replace(unit, '').replace('万元', '')


def columns(R):
    """Headers with the way to fill and to ask for them."""
    out, used = [], []
    for thing in R.sample(THINGS, R.choice([2, 3, 4])):
        if any(set(thing['name']) <= set(u) or set(u) <= set(thing['name']) for u in used):
            continue
        used.append(thing['name'])
        name = naming(R, thing)
        short = name + (f'（{thing["unit"]}）' if R.random() < .85 else '')
        out.append((short, name, lambda t=thing: number(R, t['unit']), thing['talk']))
        if R.random() < .4:
            out.append((R.choice(['增速（%）', '同比增长（%）', '增幅（%）', '比上年增长（%）']), name + '增速', lambda: f'{R.uniform(-5, 25):.1f}', [name + '涨了几个点', name + '增长多少']))
    if R.random() < .35:
        out.append(R.choice([('负责人', '负责人', lambda: person(R), ['谁负责', '归谁管']), ('完成时间', '完成时间', lambda: day(R), ['啥时候完成']), ('排名', '排名', lambda: str(R.randint(1, 20)), ['排第几']),
                             ('等次', '等次', lambda: R.choice(['优秀', '良好', '合格']), ['评了什么等次']), ('牵头单位', '牵头单位', lambda: R.choice(words.ORGANS), ['哪个部门牵头'])]))
    return out


def table(p):
    R = p.R
    head, kind = R.choice([('地区', 'place'), ('县区', 'place'), ('单位', 'town'), ('乡镇', 'town'), ('企业', 'firm'), ('年份', 'year'), ('指标', 'thing')])
    rows = R.choice([1, 1, 2, 3, 4])
    title = R.choice(['表', f'表{R.randint(1, 9)}', '附表', f'{p.period}{R.choice(["主要指标", "完成情况", "基本情况"])}'])
    if kind == 'thing':
        return by_indicator(p, title, rows + 1)
    names = {'place': lambda: place_name(R), 'town': lambda: R.choice(words.TOWNS), 'firm': lambda: R.choice(FIRMS), 'year': lambda: f'{R.randint(2015, 2024)}年'}[kind]
    keys = list(dict.fromkeys(names() for _ in range(rows)))
    if len({stem(k) for k in keys}) < len(keys):
        return
    cols = columns(R)
    form = R.choice(['pairs', 'pairs', 'sentence', 'sentence', 'pipes', 'bars', 'spaces'])
    values = [[fill() for _, _, fill, _ in cols] for _ in keys]
    places = {}
    if form == 'pipes':
        p.say('| ' + ' | '.join([head] + [c[0] for c in cols]) + ' |\n' + '| ' + ' | '.join(['---'] * (len(cols) + 1)) + ' |\n')
    if form == 'spaces':
        p.say(' '.join([head] + [c[0] for c in cols]) + '\n')
    for r, key in enumerate(keys):
        if form == 'pairs':
            p.say(f'{title}：' if r == 0 or R.random() < .5 else '', f'{head}={key}')
        elif form == 'sentence':
            p.say(f'{key}：')
        elif form == 'pipes':
            p.say(f'| {key} ')
        elif form == 'bars':
            p.say(f'{head}：{key}')
        else:
            p.say(key)
        for c, (short, name, _, _) in enumerate(cols):
            v = values[r][c]
            unit = short[short.find('（') + 1:-1] if '（' in short else ''
            if form == 'pairs':
                s = p.say(f'；{short}=', ('v', v))
            elif form == 'sentence':
                s = p.say('，' if c else '', name if '速' not in name else '增速', ('v', v + unit))
            elif form == 'pipes':
                s = p.say('| ', ('v', v), ' ')
            elif form == 'bars':
                s = p.say(f'｜{short}：', ('v', v))
            else:
                s = p.say(' ', ('v', v))
            places[r, c] = s['v']
        p.say({'pipes': '|\n', 'sentence': '。'}.get(form, '\n' if r + 1 < len(keys) else ''))
    cells = [(r, c) for r in range(len(keys)) for c in range(len(cols))]
    for r, c in R.sample(cells, min(len(cells), 5)):
        key, name, talk = R.choice([keys[r], keys[r], stem(keys[r])]) if kind != 'year' else keys[r], cols[c][1], cols[c][3]
        when = p.period if R.random() < .2 and kind != 'year' and p.period in p.text + p.shown else ''
        p.ask(R.choice([f'{key}{when}{name}是多少？', f'{key}的{name}', f'{key} {name}', f'{key}{R.choice(talk)}', f'{when}{key}{name}为多少', f'{key}{name}多少']), places[r, c])
    absent = names()
    if stem(absent) not in p.text:
        p.near(R.choice([f'{absent}{cols[0][1]}是多少？', f'{absent} {cols[-1][1]}', f'{absent}{R.choice(cols[0][3])}']))
    thing = R.choice(THINGS)
    if not any(n in p.text for n in [thing['name'], *thing['names']]):
        p.near(R.choice([f'{keys[0]}{thing["name"]}是多少？', f'{keys[-1]}{R.choice(thing["talk"])}', f'{keys[0]} {naming(R, thing)}']))
    if kind != 'year' and R.random() < .4:
        wrong = f'{R.randint(2010, 2025)}年'
        if wrong not in p.text + p.shown + p.period:
            p.near(f'{keys[0]}{wrong}{cols[0][1]}是多少')


def by_indicator(p, title, rows):
    """Indicators as rows, years or kinds of figure as columns."""
    R = p.R
    year = int(p.period[:4])
    cols = R.choice([[f'{year - 1}年', f'{year}年'], ['绝对值', '增速（%）'], [f'{year}年完成', f'{year + 1}年目标'], ['本月', '累计', '同比增长（%）'], ['数值', '单位', '同比增长（%）']])
    things = []
    for t in R.sample(THINGS, rows):
        if not any(t['name'] in o['name'] or o['name'] in t['name'] for o in things):
            things.append(t)
    pipes = R.random() < .4
    if pipes:
        p.say('| 指标 | ' + ' | '.join(cols) + ' |\n| ' + ' | '.join(['---'] * (len(cols) + 1)) + ' |\n')
    for t in things:
        label = t['name'] + ('' if '单位' in cols else f'（{t["unit"]}）')
        p.say(f'| {label} ' if pipes else f'{title}：指标={label}')
        for c in cols:
            v = t['unit'] if c == '单位' else f'{R.uniform(-4, 20):.1f}' if '%' in c else number(R, t['unit'])
            s = p.say('| ' if pipes else f'；{c}=', ('v', v), ' ' if pipes else '')
            n = naming(R, t)
            q = {'绝对值': n + '是多少', '数值': n + '多少', '本月': '本月' + n, '累计': n + '累计多少', '单位': n + '的计量单位是什么'}.get(c) or \
                (n + R.choice(['增速', '增长了多少', '涨了几个点']) if '%' in c else f'{c.replace("完成", "")}{n}' + ('' if '目标' in c else R.choice(['是多少', '', '多少？'])))
            p.ask(R.choice(['', '', stem(p.place)]) + q, s['v'], share=.5)
        p.say('|\n' if pipes else '\n')
    absent = R.choice(THINGS)
    if not any(n in p.text for n in [absent['name'], *absent['names']]):
        p.near(R.choice([f'{absent["name"]}是多少', f'{year}年{naming(R, absent)}', R.choice(absent['talk'])]))
    p.near(f'{year - 6}年{things[0]["name"]}是多少', share=.5)

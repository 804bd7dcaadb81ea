"""Helpers of the invented statements: a passage that remembers where its values stand, figures, and questions."""
import words

THINGS = words.load()
BY_FAMILY = {}
for _thing in THINGS:
    BY_FAMILY.setdefault(_thing['family'], []).append(_thing)


class Passage:
    """Text that grows by phrases; marked values are remembered as spans."""

    def __init__(self, R):
        self.R, self.text, self.asks, self.place, self.period = R, '', [], '', ''

    def say(self, *phrases):
        """Strings are added as they are; pairs (tag, string) are added and their spans returned by tag."""
        spans = {}
        for phrase in phrases:
            if isinstance(phrase, tuple):
                spans[phrase[0]] = (len(self.text), len(self.text) + len(phrase[1]))
                phrase = phrase[1]
            self.text += phrase
        return spans

    def ask(self, q, *spans, share=1.):
        """A question with its spans, best first; without spans it is on the topic but not answered."""
        if self.R.random() < share:
            self.asks.append({'q': q, 'spans': [s for s in spans if s], 'kind': 'made', 'style': ''})

    def near(self, q, share=1.):
        self.ask(q, share=share)


def figure(R, unit, rough=.18):
    """A figure with its unit; sometimes with an approximator, which belongs to the answer."""
    if unit in ('个', '家', '所', '处', '座', '套', '部', '项', '支', '条', '场', '起', '辆', '张'):
        n = str(R.choice([R.randint(2, 60), R.randint(10, 900), R.randint(800, 9000)]))
    elif unit in ('人', '户', '件', '名', '人次', '吨'):
        n = R.choice([str(R.randint(20, 990)), str(R.randint(1000, 98000)), f'{R.uniform(1, 60):.{R.choice([1, 2])}f}万'])
    elif unit == '公里':
        n = R.choice([str(R.randint(3, 900)), f'{R.uniform(2, 90):.1f}', str(R.randint(900, 7000))])
    elif unit == '元':
        n = str(R.randint(8000, 92000))
    elif unit == '元/月':
        n = str(R.randint(380, 1200))
    elif unit == '天':
        n = str(R.randint(200, 362))
    elif unit == '%':
        n = f'{R.uniform(1, 100):.{R.choice([0, 1, 1, 2])}f}'
    elif unit in ('微克/立方米',):
        n = R.choice([str(R.randint(15, 70)), f'{R.uniform(15, 60):.1f}'])
    else:
        n = f'{R.choice([R.uniform(.3, 20), R.uniform(10, 900), R.uniform(100, 4000)]):.{R.choice([0, 1, 1, 2, 2])}f}'
    if unit == '亿元' and R.random() < .12:
        n, unit = str(R.randint(200, 9800)), '万元'
    if R.random() < rough and unit != '%':
        draw = R.random()
        if draw < .6:
            return R.choice(['近', '约', '超', '超过', '逾', '达']).replace('达', '') + n + unit
        if n[-1] == '0' or n.endswith('万'):
            return n + R.choice(['余', '多']) + unit
        return n + unit + R.choice(['以上', '左右'])
    return n + unit


def percent(R, top=30):
    return f'{R.uniform(.1, top):.{R.choice([0, 1, 1, 1, 2])}f}%'


def rank(R):
    return R.choice(['第' + R.choice('一二三四五六七八九'), f'第{R.randint(1, 20)}位', f'第{R.randint(1, 12)}', '首位', '前列'])


def place_name(R):
    return R.choice(words.PLACES) + R.choice('区县市县区')


def person(R):
    return R.choice(words.SURNAMES) + R.choice(words.GIVEN)


def stem(place):
    return place[:-1] if len(place) > 2 else place


def scope(R, place, period):
    """How a question names district and time, or leaves them out."""
    place = R.choice([place, place, stem(place)]) if place else ''
    return R.choice([place + period, place, period + place, '', period, place + period])


FORMAL = ['{s}{n}是多少？', '{s}的{n}达到多少？', '请问{s}{n}为多少？', '{s}{n}是多少', '{s}{n}有多少？', '{s}实现{n}多少？', '{s}{n}完成了多少']
TERSE = ['{s}{n}', '{n}多少', '{n}', '{s}{n}多少', '{n}是多少']
GROWTH = ['{s}{n}增长了多少？', '{s}{n}增速是多少', '{n}增幅', '{s}{n}涨了几个点', '{s}{n}比上年增长百分之几？', '{s}{n}同比变化多少', '{n}涨了多少',
          '{s}{n}增长率为多少', '{n}涨幅呢', '{s}{n}的增长速度', '{s} {n} 增速', '{s}{n}一年涨了百分之多少']
FALL = ['{s}{n}下降了多少？', '{s}{n}降幅是多少', '{n}少了几成', '{s}{n}比上年降了多少', '{s}{n}同比变化多少', '{n}跌了多少']
RANK = ['{s}{n}排第几？', '{s}{n}在全市居第几位？', '{s}{n}排名', '{n}在全省排名第几', '{n}排在什么位置']
MONEY = ['{s}{n}花了多少钱', '{s}{n}投入资金多少？', '{n}总投资', '{s}在{n}上砸了多少钱', '{s}{n}投入了多少资金']
WHO = ['{s}{n}由谁负责？', '{n}的负责人是谁', '{s}{n}是谁主抓的', '{n}归哪个部门管']
WHEN = ['{s}{n}什么时候完成的？', '{n}啥时候的事', '{s}{n}是哪一年启动的？']
SHARE = ['{s}{n}占比是多少？', '{n}占全市的几成', '{s}{n}占总数的百分之几']


def naming(R, thing):
    return R.choice([thing['name']] + thing['names']) if thing['names'] and R.random() < .6 else thing['name']


def value_question(R, thing, place='', period='', part=''):
    """Asks for a value in one of the styles: formal, terse, keywords, everyday."""
    s, n, draw = scope(R, place, period), part + naming(R, thing), R.random()
    if draw < .3:
        return R.choice(FORMAL).format(s=s, n=n)
    if draw < .5:
        return R.choice(TERSE).format(s=s, n=n)
    if draw < .62 or part:
        return ' '.join(x for x in R.sample([stem(place) if R.random() < .5 else place, period, n], 3) if x)
    return s + (R.choice(['', '，', ' ']) if s else '') + R.choice(thing['talk']) + R.choice(['', '', '？', '啊'])


def other_question(R, forms, thing, place='', period='', part=''):
    return R.choice(forms).format(s=scope(R, place, period), n=part + naming(R, thing))


def relative(R, thing, used):
    """Another thing of the same family (or the same unit) that the passage does not speak of."""
    known = {t['name'] for t in used}
    for pool in (BY_FAMILY[thing['family']], [t for t in THINGS if t['unit'] == thing['unit']], THINGS):
        rest = [t for t in pool if not any(t['name'] in k or k in t['name'] or set(t['names']) & {k} for k in known)]
        if rest and R.random() < .75:
            return R.choice(rest)
    return None


FILLERS = ['坚持以人民为中心的发展思想，着力补短板、强弱项', '面对复杂严峻的形势，全区上下迎难而上', '各项工作取得新成效', '我们深入学习贯彻党的二十大精神', '营商环境持续优化',
           '发展质量稳步提升', '产业结构不断优化', '民生福祉持续改善', '城乡面貌焕然一新', '改革开放纵深推进', '社会大局和谐稳定', '生态环境持续向好', '乡村振兴全面推进', '经济运行总体平稳、稳中有进',
           '一批重大项目落地见效', '创新动能加快集聚', '群众获得感不断增强', '基层治理水平明显提高', '扎实做好“六稳”工作，全面落实“六保”任务', '干部作风明显好转', '据了解', '下一步，将继续抓好落实',
           '同时也要看到，发展不平衡不充分问题仍然存在', '记者从会上获悉', '以项目建设为抓手', '聚焦高质量发展']

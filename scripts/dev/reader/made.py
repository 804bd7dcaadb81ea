"""Invented documents of all kinds, with title, district, period and heading: documents(R, count)."""
from facts import facts
from passage import FILLERS, Passage, place_name, stem
from statements import statements
from tables import table

HEADINGS = ['综合', '农业', '工业和建筑业', '固定资产投资', '国内贸易', '对外经济', '财政金融', '交通、邮电和旅游', '教育和科技', '文化、卫生', '人口、人民生活', '资源环境', '社会保障',
            '过去一年工作回顾', '产业发展', '城乡建设', '民生改善', '乡村振兴', '改革创新', '营商环境', '基层治理', '今年工作安排', '主要做法', '工作成效', '项目建设']
TITLES = ['{p}{y}国民经济和社会发展统计公报', '{y}{p}政府工作报告', '{p}：{f}', '{p}{y}经济运行情况', '关于{p}{y}国民经济和社会发展计划执行情况的报告', '{p}高质量发展调研报告', '{p}{y}主要经济指标',
          '{p}“十四五”规划纲要', '走进{p}', '{p}奋力书写发展新篇章', '数说{p}', '{p}{y}工作总结']


def one(R):
    p = Passage(R)
    p.place, p.period = place_name(R), f'{R.randint(2015, 2024)}年'
    title = R.choice(TITLES).format(p=p.place, y=p.period, f=R.choice(FILLERS)[:12])
    parts = {'title': title, 'district': p.place, 'period': p.period, 'heading': (f'{R.choice("一二三四五六七八九")}、' if R.random() < .4 else '') + R.choice(HEADINGS)}
    p.shown = p.period
    draw = R.random()
    named = R.random() < .35
    if draw < .52:
        if named:
            p.say(R.choice([f'{p.period}，{p.place}', f'{p.place}', f'{p.period}', f'{p.place}{p.period}', '全年', '一年来，', '过去一年，']))
        statements(p, R.choice([1, 2, 3, 4, 5, 6]))
        if R.random() < .15:
            facts(p, 1)
    elif draw < .78:
        if R.random() < .25:
            p.say(R.choice(FILLERS), '。')
        facts(p, R.choice([1, 1, 2, 3]))
        if R.random() < .2:
            statements(p, 1)
    else:
        table(p)
    # A question that names a district is answered in a text of that district alone: the examples change the context.
    return {'text': p.text, 'group': 'made', 'dev': False, 'parts': parts, 'asks': pick(R, p.asks)}


def pick(R, asks):
    R.shuffle(asks)
    return asks[:7]


def documents(R, count):
    out = []
    while len(out) < count:
        doc = one(R)
        if doc['asks'] and doc['text'].strip():
            out.append(doc)
    return out


if __name__ == '__main__':
    import random
    for doc in documents(random.Random(), 12):
        print(doc['parts'], doc['text'], sep='\n')
        for a in doc['asks']:
            print('   ', a['q'], '→', [doc['text'][x:y] for x, y in a['spans']])
        print()

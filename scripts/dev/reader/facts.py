"""Invented statements without an indicator: who, when, where, who said it, what it is called, what it means, how, why,
lists, money and sizes of a project; and questions about what is not said."""
import words
from passage import figure, percent, person, place_name, stem

WHAT = '智慧停车 垃圾分类 老旧小区改造 社区食堂 乡村振兴 数字门牌 河道治理 文明养犬 夜间经济 冷链物流 人才引进 网格治理 调解 助企纾困 红色物业 养老服务 旅游环线 产业招商 土地流转 信用积分 志愿服务 电商助农 柑橘种植 茶旅融合 光伏发电 校园餐 医共体 防汛应急 古街修缮 厂房腾退'.split()
LABELS = ['一网统管', '红色管家', '板凳会', '民情茶馆', '三色预警', '五步工作法', '积分超市', '四议两公开', '屋场会', '代办专员', '1+3+N', '两张清单', '一事一议', '三长联动', '幸福账本', '党建+', '流动窗口', '点单派单', '企业吹哨', '首席服务员', '码上办', '四个一', '周末圆桌', '百企联百村', '围裙课堂', '云上巡河', '小马扎议事', '十分钟救援圈', '链长制', '拿地即开工']
LABEL_KINDS = ['工作法', '机制', '模式', '行动', '工程', '平台', '制度', '品牌', '']
MEANS = ['由{a}牵头、{b}参与，把{w}中的问题当场议、当天办', '把{w}的事项整合到一个窗口，群众只跑一次', '群众点单、社区派单、党员接单、居民评单', '通过{a}与{b}联动，及时发现并化解{w}中的隐患',
         '对{w}实行红、黄、绿分级管理', '以楼栋为单位，由居民自己商量{w}怎么做', '{a}每周到企业走访一次，现场解决用工、用地和融资问题']
REASONS = ['原有管网老化、雨污混流', '资金缺口较大', '连日强降雨引发山体滑坡', '订单大幅增加', '年轻人外出务工多', '停车位严重不足', '技术工人短缺', '部分居民意见不统一', '原材料价格上涨', '群众办事来回跑、材料重复交', '路面狭窄、早晚高峰拥堵']
GOODS = '柑橘 茶叶 菌菇 蓝莓 中药材 小龙虾 土鸡 竹制品 蜂蜜 花椒 辣椒 葡萄 藕 大樱桃 木耳 牡丹 油茶 土豆'.split()
FIRMS = '恒信科技 远航物流 绿源农业 华彩纺织 金石建材 瑞康医药 天宇光电 永兴食品 蓝海装备 博远新材 中禾生物 鼎丰机械 东晟电子 新锐汽配'.split()
THEMES = ['招商推介会', '项目集中开工仪式', '专题党课', '丰收节', '政协协商会', '惠企政策宣讲会', '人才招聘会', '消防演练', '文化旅游节', '现场办公会', '民企座谈会', '河长制工作会', '健康义诊活动', '农产品展销会']
VENUES = ['市民中心', '体育馆', '会展中心', '人民广场', '行政中心三楼会议室', '党群服务中心', '文化礼堂', '高铁站前广场', '产业园', '图书馆报告厅', '老年大学']
SAYINGS = ['以前反映问题要跑好几趟，现在手机上点一点就行', '我们把群众的小事当成大事来办', '今年的收成比往年好，心里踏实', '企业缺什么，我们就补什么', '路修通了，山货不愁卖', '老了有个吃饭聊天的地方，比啥都强', '这笔贷款解了我们的燃眉之急', '孩子在家门口就能上好学校']
TREES = '、'


def day(R):
    return R.choice([f'{R.randint(1, 12)}月{R.randint(1, 28)}日', f'{R.randint(2017, 2024)}年{R.randint(1, 12)}月', f'{R.randint(2016, 2024)}年', f'{R.randint(2018, 2024)}年{R.randint(1, 12)}月{R.randint(1, 28)}日', f'{R.randint(1, 12)}月底', '去年底', f'{R.randint(1, 12)}月上旬'])


def where(p):
    return p.R.choice([p.place, stem(p.place), '', ''])


def event(p):
    """A meeting or ceremony: day, place, host, speaker, number of people."""
    R = p.R
    d, theme, venue = day(R), R.choice(THEMES), R.choice(VENUES)
    host, who, post, many = R.choice(words.ORGANS), person(R), R.choice(words.POSTS), f'{R.randint(20, 900)}{R.choice(["余", "多", ""])}名'
    s = p.say(('d', d), '，', R.choice([f'{p.place}', '']), theme, '在', ('venue', venue), R.choice(['举行', '召开', '举办']), '。')
    s.update(p.say(R.choice(['活动由', '此次活动由']), ('host', host), '主办，'))
    s.update(p.say(post if R.random() < .3 else host + post, ('who', who), R.choice(['出席并讲话', '主持', '宣布启动', '参加活动']), '，'))
    s.update(p.say(('many', many), R.choice(['群众', '企业代表', '党员干部', '居民代表']), '参加。'))
    p.ask(where(p) + theme + R.choice(['什么时候举行的？', '是哪天办的', '几号开的', '时间']), s['d'], share=.8)
    p.ask(where(p) + theme + R.choice(['在哪里举行？', '在哪儿办的', '地点', '办在什么地方']), s['venue'], share=.8)
    p.ask(theme + R.choice(['由哪个单位主办？', '是谁办的', '主办单位']), s['host'], share=.5)
    p.ask(R.choice([f'{theme}上是谁讲话的', f'哪位领导参加了{theme}？', f'{host}{post}是谁？', f'{theme} 出席领导']), s['who'], share=.6)
    p.ask(R.choice([f'{theme}来了多少人', f'有多少人参加{theme}？', f'{theme} 参加人数']), s['many'], share=.6)
    p.near(R.choice([f'{theme}花了多少钱', f'{theme}签约金额多少', f'{theme}持续了几个小时', f'下一届{theme}什么时候办', f'{R.choice([t for t in THEMES if t != theme])}在哪里举行？', f'{R.choice([t for t in THEMES if t != theme])}是哪天']), share=.9)


def practice(p):
    """A named practice: what it is called, what it means, since when, with what result."""
    R = p.R
    label, kind, what = R.choice(LABELS), R.choice(LABEL_KINDS), R.choice(WHAT)
    a, b = R.sample(words.ORGANS, 2)
    meaning = R.choice(MEANS).format(a=a, b=b, w=what)
    name = f'“{label}”{kind}'
    s = p.say(R.choice([f'{p.place}', '该区', '当地', '']), R.choice(['探索推行', '创新推出', '推行', '打造了', '建立']), ('name', name), R.choice(['，即', '，就是', '。所谓' + f'“{label}”，是指', '：', '，是指']), ('means', meaning), '。')
    d = day(R)
    if R.random() < .6:
        s.update(p.say(R.choice(['该做法自', '自']), ('d', d), R.choice(['推行以来，', '实施以来，'])))
        p.ask(R.choice([f'{label}{R.choice(["什么时候", "哪年", "从啥时候"])}开始推行的？', f'“{label}”实施时间']), s['d'], share=.7)
    result = figure(R, R.choice(['件', '个', '人', '户']))
    s.update(p.say(R.choice(['已解决问题', '累计办结群众诉求', '收集意见', '化解纠纷']), ('n', result), R.choice(['。', f'，群众满意度{percent(R, 100)}。'])))
    p.ask(R.choice([f'什么是{label}？', f'“{label}”{kind}是什么意思', f'{label}指的是什么', f'{label} 定义', f'{label}是怎么做的', f'{label}具体怎么运作？']), s['means'], share=.9)
    p.ask(R.choice([f'{where(p)}{what}的做法叫什么', f'{where(p)}推行了什么{kind or "做法"}？', f'那个{kind or "办法"}叫啥名', f'{where(p)}创新推出了什么']), s['name'], share=.6)
    p.ask(R.choice([f'{label}解决了多少问题', f'{label}推行以来办了多少事', f'{label} 成效 数量']), s['n'], share=.5)
    other = R.choice([x for x in LABELS if x != label])
    p.near(R.choice([f'什么是{other}？', f'“{other}”是怎么做的', f'{label}投入了多少钱', f'{label}是谁提出的', f'{label}得过什么奖']), share=.9)


def project(p):
    """A project: money, area, output, firm, begin, end."""
    R = p.R
    firm, good = R.choice(FIRMS), R.choice(GOODS + WHAT)
    name = R.choice([f'{good}产业园', f'{good}加工基地', f'{firm}二期项目', f'{good}项目', f'{stem(p.place)}大桥', f'{good}示范基地'])
    money, area, out, time = figure(R, '亿元'), R.choice([f'{R.randint(20, 2000)}亩', f'{R.uniform(1, 60):.1f}万平方米']), figure(R, R.choice(['吨', '套', '件'])), day(R)
    bits = [('firm', '由', firm, '投资建设', [f'{name}是谁投资建的', f'哪家企业投了{name}？', f'{name} 投资方']),
            ('money', R.choice(['总投资', '计划总投资', '投资']), money, '', [f'{name}总投资多少？', f'{name}要花多少钱', f'{name}砸了多少钱进去', f'{name} 投资额']),
            ('area', R.choice(['占地', '占地面积', '总建筑面积']), area, '', [f'{name}占地多大？', f'{name}有多大一片', f'{name} 面积']),
            ('out', R.choice(['达产后年产值可观，年产', '年产']), out, '', [f'{name}一年能产多少', f'{name}年产量', f'{name}达产后产量是多少？']),
            ('time', R.choice(['预计', '将于', '计划于']), time, R.choice(['建成投产', '竣工', '完工']), [f'{name}什么时候建成？', f'{name}啥时候完工', f'{name} 投产时间']),
            ('jobs', R.choice(['可带动就业', '吸纳就业']), figure(R, '人'), '', [f'{name}能带动多少人就业', f'{name}招多少工人', f'{name} 就业人数'])]
    R.shuffle(bits)
    cut = R.randint(2, 5)
    p.say(R.choice([f'位于{p.place}的', f'{p.place}', '']), name)
    for n, (tag, before, value, after, asks) in enumerate(bits[:cut]):
        s = p.say('，' if n else R.choice(['', '，']), before, ('v', value), after)
        p.ask(where(p) * (R.random() < .3) + R.choice(asks), s['v'], share=.75)
    p.say('。')
    for tag, before, value, after, asks in bits[cut:][:2]:
        p.near(R.choice(asks), share=.85)


def listing(p):
    """A list of things, named with a count or without."""
    R = p.R
    pool, noun = R.choice([(GOODS, '特色产业'), (FIRMS, '龙头企业'), (words.TOWNS, '示范点'), (WHAT, '民生实事'), (words.ORGANS, '牵头部门'), (['“' + x + '”' for x in LABELS], '品牌'), (VENUES, '活动地点')])
    items = R.sample(pool, R.randint(2, 5))
    joined = '、'.join(items[:-1]) + R.choice(['、', '和', '以及']) + items[-1]
    number = '零一两三四五'[len(items)]
    form = R.random()
    if form < .35:
        s = p.say(R.choice(['重点发展', '打造了', '确定了', '建成']), ('items', joined), R.choice(['等', '']) + f'{number}{R.choice(["大", "个"])}{noun}')
    elif form < .7:
        s = p.say(R.choice(['全区', '该县', '目前，', '']), f'{noun}{R.choice(["包括", "主要有", "有", "："])}', ('items', joined), R.choice(['等', '']))
    else:
        s = p.say(R.choice(['围绕', '依托', '聚焦']), ('items', joined), R.choice(['等', '']) + noun + '，' + R.choice(['延伸产业链条', '制定工作清单', '推动融合发展']))
    p.say('。')
    p.ask(R.choice([f'{where(p)}有哪些{noun}？', f'{where(p)}{noun}都是哪些', f'{number}个{noun}是什么', f'{where(p)} {noun}', f'{noun}包括什么', f'都有啥{noun}']), s['items'])
    other = R.choice([x for x in ('特色产业', '龙头企业', '民生实事', '牵头部门', '旅游景点', '重点项目', '获奖单位') if x != noun])
    p.near(R.choice([f'{where(p)}有哪些{other}？', f'{other}都是哪些', f'第一个{noun}是哪年评上的', f'{noun}一年挣多少钱']), share=.7)


def said(p):
    """A quotation with its speaker, before or behind it."""
    R = p.R
    who, text = person(R), R.choice(SAYINGS)
    home, role = R.choice(words.TOWNS), R.choice(['村民', '居民', '党支部书记', '种植大户', '驻村第一书记', '企业负责人', '网格员', '返乡青年', '社区书记'])
    lead = R.choice([home + role, role])
    if R.random() < .5:
        s = p.say('“', ('text', text), '。”' if R.random() < .5 else '，”', ('lead', lead), ('who', who), R.choice(['说', '高兴地说', '告诉记者', '感慨道']), '。')
    else:
        s = p.say(('lead', lead), ('who', who), R.choice(['说：“', '告诉记者：“', '介绍：“']), ('text', text), '。”')
    some = text.split('，')[-1]
    p.ask(R.choice([f'“{some}”是谁说的？', f'谁说{some}', f'{some}这话出自谁口', f'哪位{role}说了{some}']), s['who'], share=.9)
    p.ask(R.choice([f'{who}是做什么的？', f'{who}是什么身份', f'{who} 职务']), s['lead'], share=.5)
    p.ask(R.choice([f'{who}怎么说的', f'{who}说了什么？', f'{role}{who}是怎么看的']), s['text'], share=.5)
    p.near(R.choice([f'{who}今年多大岁数', f'{who}一年收入多少', f'{person(R)}说了什么', f'“{R.choice([x for x in SAYINGS if x != text])}”是谁说的']), share=.8)


def reason(p):
    """Why, and what was done about it."""
    R = p.R
    why, what, how = R.choice(REASONS), R.choice(WHAT), R.choice(MEANS).format(a=R.choice(words.ORGANS), b='社区', w=R.choice(WHAT))
    s = p.say(R.choice(['由于', '因', '受']), ('why', why), R.choice(['，', '影响，']), f'{R.choice(words.TOWNS)}{what}', R.choice(['一度停滞', '进展缓慢', '曾是老大难问题']), '。')
    s.update(p.say(R.choice(['为此，', '对此，', '针对这一问题，']), R.choice([p.place, '街道', '镇里']), R.choice(['采取的办法是', '推出']), ('how', how), '。'))
    p.ask(R.choice([f'{what}为什么进展慢？', f'{what}为啥搞不动', f'{what}停滞的原因是什么', f'{what}难在哪']), s['why'])
    p.ask(R.choice([f'{what}的问题是怎么解决的？', f'{what}后来咋办的', f'针对{what}采取了什么办法']), s['how'], share=.8)
    other = R.choice([x for x in WHAT if x != what])
    p.near(R.choice([f'{other}为什么进展慢？', f'{what}一共花了多少钱', f'{what}由谁负责', f'{what}涉及多少户', f'{other}是怎么解决的']), share=.9)


def post(p):
    """Who holds which post; another post is not said."""
    R = p.R
    organ = R.choice(words.ORGANS)
    posts = R.sample(words.POSTS, R.choice([1, 2]))
    people = []
    for n, x in enumerate(posts):
        who = person(R)
        s = p.say('，' if n else R.choice(['', f'{p.place}']), organ if n == 0 else '', x, ('v', who), R.choice(['介绍了情况', '带队调研', '到现场督办', '作了部署']))
        p.ask(R.choice([f'{where(p)}{organ}{x}是谁？', f'{organ}的{x}叫什么名字', f'{organ}{x}', f'谁是{organ}{x}']), s['v'])
        p.ask(R.choice([f'{who}担任什么职务？', f'{who}是干啥的']), None, share=0)
        people.append(who)
    p.say('。')
    absent = R.choice([x for x in words.POSTS if x not in p.text and not any(x in y or y in x for y in posts)] or ['镇长'])
    p.near(R.choice([f'{organ}{absent}是谁？', f'{R.choice([o for o in words.ORGANS if o != organ])}{posts[0]}是谁', f'{people[0]}今年多少岁', f'{people[0]}的电话是多少']))


def facts(p, count):
    kinds = [event, practice, project, listing, said, reason, post]
    for kind in p.R.sample(kinds, count):
        kind(p)

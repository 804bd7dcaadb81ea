import { describe, expect, test } from 'vitest';
import { findPersons } from '../../../src/lexicon/names/names.ts';

const names = (text: string): string[] => findPersons(text).map(({ name }) => name);

const MADE_UP = ['林晓棠', '郑一鸣', '欧阳若水', '司马青', '何苗', '孙某', '赵某某', '谭志远', '罗娟'];
const TITLES = ['区委书记', '县长', '科技局局长', '街道办事处副主任', '总经理', '校长', '村支书'];

describe('a post before the name', () => {
  test.each(MADE_UP)('finds %s after every title, before a verb, a mark and the end', (name) => {
    for (const title of TITLES) {
      for (const after of ['介绍说，园区去年新增企业十家。', '表示，', '，', '', '在会上强调', '带领大家修路']) {
        expect(names(`青禾${title}${name}${after}`), `${title}${name}${after}`).toEqual([name]);
      }
    }
  });

  test('tells the post, and joined posts as one', () => {
    expect(findPersons('区委书记林晓棠说')[0]).toMatchObject({ name: '林晓棠', post: '区委书记', start: 4, end: 7 });
    expect(findPersons('云溪县委副书记、县长郑一鸣主持会议')[0]).toMatchObject({
      name: '郑一鸣',
      post: '副书记、县长',
    });
  });

  test('under a title a name stands apart from its post and ends the line, though words could be read in it', () => {
    expect(findPersons('云溪区人民政府区长 周明远')[0]).toMatchObject({ name: '周明远', post: '区长' });
    expect(names('市长　高峰')).toEqual(['高峰']);
    expect(names('市长 高峰论坛在青禾举行')).toEqual([]);
  });

  test('finds several persons, each with the post', () => {
    expect(findPersons('局长林晓棠、副局长郑一鸣参加活动。').map(({ name, post }) => `${post}${name}`)).toEqual([
      '局长林晓棠',
      '副局长郑一鸣',
    ]);
  });

  test('goes on along a list of names: the post stands for all of them', () => {
    expect(names('副县长林晓棠、郑一鸣和何苗出席')).toEqual(['林晓棠', '郑一鸣', '何苗']);
  });

  test('finds everyday people by what they are called', () => {
    expect(names('居民孙大爷告诉记者')).toEqual(['孙大爷']);
    expect(names('种植户罗娟说，今年收成好')).toEqual(['罗娟']);
  });

  test('chooses the length of the name by what follows', () => {
    expect(names('主任何苗强调安全')).toEqual(['何苗']);
    expect(names('主任何苗苗强调安全')).toEqual(['何苗苗']);
    expect(names('书记王静作为志愿者')).toEqual(['王静']);
  });
});

describe('bylines and credits', () => {
  test.each([
    ['□本报记者 林晓棠 郑一鸣', ['林晓棠', '郑一鸣']],
    ['◎文/青禾日报记者 林晓棠 通讯员 何苗', ['林晓棠', '何苗']],
    ['（记者林晓棠、通讯员郑一鸣）近日', ['林晓棠', '郑一鸣']],
    ['责任编辑：罗娟', ['罗娟']],
    ['乡村新貌。谭志远 摄', ['谭志远']],
    ['（谭志远/摄）', ['谭志远']],
  ])('%s', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });
});

describe('a name that stands alone', () => {
  test('is found before a verb of saying at the beginning, after a mark, and after 据', () => {
    expect(names('林晓棠说，路修好了。')).toEqual(['林晓棠']);
    expect(names('“路修好了。”林晓棠表示。')).toEqual(['林晓棠']);
    expect(names('据林晓棠介绍，园区已满。')).toEqual(['林晓棠']);
  });

  test('is not found without anything that shows it', () => {
    expect(names('林晓棠去年修路')).toEqual([]);
  });
});

describe('what is no name', () => {
  test.each([
    '青禾区推动高质量发展',
    '王庄街道老旧小区改造完成',
    '金融机构介绍说',
    '书记高度重视安全工作',
    '负责人马上赶到现场',
    '主任安排部署下一步任务',
    '总经理方案已经通过',
    '居民高兴地领到钥匙',
    '群众安全得到保障。',
    '党委书记、党支部书记参加培训',
    '区长任组长，各部门为成员',
    '高新区介绍了做法',
    '项目经理包联重点项目',
    '方案说明了分工',
    '运河长江亲水岸线',
    '总理伊姆兰·汗访问',
    '代表团参观园区',
    '白云说走就走',
    '记者从区政府获悉',
  ])('%s', (text) => {
    expect(findPersons(text)).toEqual([]);
  });
});

describe('laws', () => {
  const TEXTS = [
    '青禾区委书记林晓棠说，区长郑一鸣牵头，局长何苗、谭志远负责。罗娟 摄',
    '□本報記者 林曉棠 通訊員 鄭一鳴',
    '居民孙大爷告诉记者，社区主任欧阳若水每天入户。',
    '',
    '，。！',
  ];

  test.each(TEXTS)('every name is the slice of its span, in order and without overlap: %s', (text) => {
    let last = 0;
    for (const { name, start, end } of findPersons(text)) {
      expect(text.slice(start, end)).toBe(name);
      expect(start).toBeGreaterThanOrEqual(last);
      last = end;
    }
  });

  test('traditional characters are read like simplified ones and quoted as written', () => {
    expect(names('區委書記鄭一鳴介紹說')).toEqual(['鄭一鳴']);
  });
});

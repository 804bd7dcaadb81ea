import { describe, expect, test } from 'vitest';
import { actorAt, isNotTold, isOfGlossary } from '../../../../src/quiz/generate/statements/voices.ts';
import { sourceOf } from '../../made-up-cases.ts';

const placeOf = (text: string) => {
  const source = sourceOf(text);
  const line = source.lines.at(-1);
  if (!line) throw new Error('no line');
  return { source, line, target: { start: 0, end: line.plain.length } };
};
const actorIn = (text: string) => {
  const { target, ...place } = placeOf(text);
  return actorAt(target, place);
};
const isUntold = (text: string, options = {}) => {
  const { target, ...place } = placeOf(text);
  return isNotTold(target, place, options);
};

describe('who acts', () => {
  test.each([
    ['柳岸区推行“项目管家”制度。', 'district'],
    ['2029年，柳岸区民政局开展助老行动。', 'district'],
    ['柳岸区登记企业2140家，新增公园7个。', 'district'],
    ['柳岸区在各社区落实四步流程。', 'district'],
    ['柳岸区重视绿化。\n新增公园7个。', 'district'],
    ['柳岸区云锦公司投入1亿元建成厂房。', 'other'],
    ['梧桐社区推行“楼长”制度。', 'other'],
    ['清河市大力培育主导产业，新增公园7个。', 'other'],
    ['梧桐镇推行积分制。\n新增公园7个。', 'other'],
    ['柳岸区重视绿化。\n完善制度。\n建成公园7个。', 'district'],
    ['柳岸区重视绿化。\n梧桐社区人多地少。\n云锦公司投产。\n建成公园7个。', 'other'],
    ['柳岸区推进乡村振兴。\n破解难题。\n建成公园7个。', 'district'],
    ['云锦公司向柳岸区捐赠1000万元。', 'other'],
    ['柳岸区环卫所承担道路清扫，管理公厕20座。', 'other'],
    ['柳岸区梧桐乡种粮大户种了300亩稻。', 'other'],
    ['2021年开始规划建设的柳岸区云锦园区初具规模，引进企业11家。', 'other'],
    ['位于柳岸区的梧桐水电站拥有4000万吨通航能力。', 'other'],
    ['云锦证券先后与柳岸区等11个区建立帮扶关系，完成项目60个。', 'other'],
    ['公安专窗积极推广新平台。', 'other'],
    ['国家林业和草原局确定柳岸区为试点。', 'other'],
  ])('in “%s”', (text, actor) => {
    expect(actorIn(text)).toBe(actor);
  });
});

describe('what is not told as done', () => {
  test.each([
    '下一步，柳岸区将完善机制。',
    '柳岸区还将建设企业会客厅。',
    '会议强调，要加快建设会客厅。',
    '全区上下要认真落实“项目管家”制度。',
    '“我们推行了‘项目管家’制度。”',
    '项目建成后，柳岸区年产值可达8亿元。',
    '下一步，柳岸区完善机制。\n推行“项目管家”制度。',
    '柳岸区正在与云锦公司沟通。',
    '柳岸区将立足优势招引企业。',
    '站长给记者算起了账：全区共有矿车3500台。',
    '8月8日，柳岸区投放公交车17辆。',
    '在当天举行的开园仪式上，柳岸区引进项目12个。',
    '全区平均降雨320.8毫米。',
  ])('is planned, asked for or spoken: %s', (text) => {
    expect(isUntold(text)).toBe(true);
  });

  test.each([
    '柳岸区推行“项目管家”制度。',
    '柳岸区将区级项目细化为清单。',
    '柳岸区按照上级总体要求，推行“项目管家”制度。',
    '截至8月8日，柳岸区建成公园12个。',
  ])('is not what was done: %s', (text) => {
    expect(isUntold(text)).toBe(false);
  });

  test('may be planned where an aim is asked for', () => {
    expect(isUntold('柳岸区力争三年盘活土地7800亩。')).toBe(true);
    expect(isUntold('柳岸区力争三年盘活土地7800亩。', { mayBePlanned: true })).toBe(false);
  });
});

test('a footnote and a list of terms explain rather than tell', () => {
  expect(isOfGlossary(placeOf('[8]四个专项行动：是指全市开展的专项整治。').line)).toBe(true);
  expect(isOfGlossary(placeOf('近况\n\n二、名词解释\n一网统管：是指依托平台统一管理城市运行。').line)).toBe(true);
  expect(isOfGlossary(placeOf('柳岸区建成公园7个。').line)).toBe(false);
});

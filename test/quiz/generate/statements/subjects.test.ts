import { describe, expect, test } from 'vitest';
import {
  opensWithoutSubject,
  opensWithPreposition,
  opensWithVerb,
} from '../../../../src/quiz/generate/statements/clause-words.ts';
import {
  isAnyZone,
  isDistrictTheSubject,
  namesDistrict,
  opensWithDistrict,
  speaksOfDistrict,
} from '../../../../src/quiz/generate/statements/subjects.ts';
import { sourceOf } from '../../made-up-cases.ts';

describe('a clause opens', () => {
  test.each(['新建公园7个', '积极引进项目', '已建成公园', '大力实施改造', '先后荣获奖项'])(
    'with an action: %s',
    (clause) => {
      expect(opensWithVerb(clause)).toBe(true);
      expect(opensWithoutSubject(clause)).toBe(true);
    },
  );

  test.each(['为企业减负', '对老旧小区进行改造', '通过比选', '围绕企业需求'])('with a preposition: %s', (clause) => {
    expect(opensWithPreposition(clause)).toBe(true);
    expect(opensWithoutSubject(clause)).toBe(true);
  });

  test.each(['公园很多', '云锦公司投产', '居民人均收入3万元', '柳岸区建成公园'])('with a subject: %s', (clause) => {
    expect(opensWithoutSubject(clause)).toBe(false);
  });
});

const SOURCE = sourceOf('柳岸区近况。');

describe('a district', () => {
  test('is named by its name, and not by the part of it that other names have', () => {
    expect(namesDistrict('去年柳岸区很好', SOURCE)).toBe(true);
    expect(namesDistrict('清河市柳岸区很好', SOURCE)).toBe(true);
    expect(namesDistrict('柳岸小学很好', SOURCE)).toBe(false);
  });

  test('of the kind of a zone is not named by what every zone is called', () => {
    const zone = sourceOf('高新区近况。', '云岭省清河市清河高新技术产业开发区');
    expect(zone.names).toContain('高新区');
    expect(namesDistrict('高新区很好', zone)).toBe(false);
    expect(namesDistrict('清河高新区很好', zone)).toBe(true);
    expect(isAnyZone('高新区')).toBe(true);
    expect(isAnyZone('清河高新区')).toBe(false);
  });

  test('is spoken of as a whole or by its offices too', () => {
    for (const words of ['全区上下', '区委决定', '该区提出']) expect(speaksOfDistrict(words, SOURCE), words).toBe(true);
    expect(speaksOfDistrict('公园很多', SOURCE)).toBe(false);
    expect(opensWithDistrict('全区公园很多', SOURCE)).toBe(true);
    expect(opensWithDistrict('公园全区很多', SOURCE)).toBe(false);
  });

  test('is the subject of a clause where only actions stand between', () => {
    expect(isDistrictTheSubject('柳岸区重视绿化，建成公园7个，新增绿道3条', 2, SOURCE)).toBe(true);
    expect(isDistrictTheSubject('柳岸区重视绿化，云锦公司投产，新增绿道3条', 2, SOURCE)).toBe(false);
  });
});

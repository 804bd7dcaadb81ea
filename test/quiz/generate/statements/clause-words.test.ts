// A statement says what was done: what only leads up to it is no statement.
import { describe, expect, test } from 'vitest';
import { initiativesIn } from '../../../../src/lexicon/names/initiatives.ts';
import { isDependentClause } from '../../../../src/quiz/generate/statements/clause-words.ts';
import { stateAround } from '../../../../src/quiz/generate/statements/statement.ts';
import { sourceOf } from '../../made-up-cases.ts';

describe('a clause hangs in the air', () => {
  test.each([
    '通过建立“回访”和“退订”机制',
    '按照“一街一策”的思路',
    '围绕发挥“两个优势”、推进“三个集中”、建设“新新新”柳岸',
    '依托农学院等十多所高等院校、科研院所',
    '紧紧围绕“人人有责、人人尽责”的工作思路',
    '以“邻里客厅”为主体',
    '围绕南门、北门“两大平台”和渡口、桥头、码头、戏台“四大片区”',
  ])('where it only leads up to an action: %s', (clause) => {
    expect(isDependentClause(clause)).toBe(true);
  });

  test.each([
    '依托农学院实施“果农培训工程”',
    '按照“一街一策”的思路大力招引企业',
    '推行“项目管家”制度',
    '通过“邻里客厅”平台解决难题1200个',
  ])('not where it says what was done: %s', (clause) => {
    expect(isDependentClause(clause)).toBe(false);
  });
});

describe('a statement', () => {
  const stated = (text: string): string | null => {
    const source = sourceOf(text);
    const [line] = source.lines;
    const [initiative] = initiativesIn(line?.plain ?? '');
    return line && initiative ? (stateAround(initiative, { line, source })?.text ?? null) : null;
  };

  test('goes on to the clause that says what was done', () => {
    expect(stated('柳岸区培育街区经济，按照“一街一策”的思路，大力招引特色店铺。')).toBe(
      '据2030年的报告，柳岸区按照“一街一策”的思路，大力招引特色店铺',
    );
  });

  test('takes in what it leads up to where the clause before says little', () => {
    expect(stated('柳岸区推行“楼长”制度，围绕南门、北门“两大平台”，成立推进专班。')).toBe(
      '据2030年的报告，柳岸区推行“楼长”制度，围绕南门、北门“两大平台”，成立推进专班',
    );
  });

  test('is none where no such clause follows', () => {
    expect(stated('柳岸区培育街区经济，按照“一街一策”的思路。')).toBeNull();
  });

  test('is none where an aim lost its action', () => {
    expect(stated('为加强老城区管理，推动“街长包片”工作机制落地，柳岸区和各部门一起行动。')).toBeNull();
  });

  test('is none where nobody is said to have done it', () => {
    expect(stated('为柳岸区老楼全部安装了“暖心扶手”工程的设施。')).toBeNull();
  });

  test('has the district for its subject where only the title of a document names it', () => {
    expect(stated('该区优化环境。制定《柳岸区扶持街区经济实施意见》。') ?? '').not.toMatch(/^据[^，]*，制定/u);
  });
});

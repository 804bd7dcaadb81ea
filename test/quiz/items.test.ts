import { describe, expect, test } from 'vitest';
import { auditItems } from '../../scripts/support/quiz-audit.ts';
import { coverageOf } from '../../src/quiz/coverage.ts';
import { makeItems } from '../../src/quiz/items.ts';
import { digest } from '../../src/quiz/random-choice.ts';
import { ITEMS, LIBRARY, libraryOf } from './made-up-cases.ts';

describe('the items of a library', () => {
  test('break no law that can be seen from outside', () => {
    const { faults, positionChance } = auditItems(ITEMS, LIBRARY);
    expect(faults).toEqual([]);
    expect(positionChance).toBeGreaterThan(0.01);
  });

  test('are of every kind, from every report', () => {
    const { kinds, districts } = auditItems(ITEMS, LIBRARY);
    expect(Object.keys(kinds).sort()).toEqual(['fill-in', 'order', 'several', 'short-answer', 'single', 'true-false']);
    expect(Object.keys(districts)).toHaveLength(4);
  });

  test('are the same, with the same ids, whenever they are made', () => {
    expect(makeItems(LIBRARY)).toEqual(ITEMS);
  });

  test('differ from each other in id and in what they ask', () => {
    const faces = ITEMS.map(
      (item) => `${item.kind} ${item.question} ${JSON.stringify('options' in item ? item.options : '')}`,
    );
    expect(new Set(faces).size).toBe(ITEMS.length);
    expect(new Set(ITEMS.map(({ id }) => id)).size).toBe(ITEMS.length);
  });

  test('carry the hash of the span that they stand on', () => {
    for (const { spanHash, citation } of ITEMS) expect(spanHash).toBe(digest(citation.report.id, citation.quote));
  });

  test('keep their ids when another report changes', () => {
    const [, ...others] = [...LIBRARY.reports.values()];
    const same = libraryOf([
      ['liuan', '云岭省清河市柳岸区', '另一篇', '2029年，柳岸区新增公园7个，栽树1200棵。'],
      ...others.map(
        ({ id, district, title }) =>
          [id, district ?? '', title, LIBRARY.textOf(id)] as [string, string, string, string],
      ),
    ]);
    const typed = (items: typeof ITEMS): string[] =>
      items.flatMap(({ id, kind, district }) => (kind === 'fill-in' && district?.endsWith('砚山县') ? [id] : []));
    expect(typed(makeItems(same))).toEqual(expect.arrayContaining(typed(ITEMS).slice(0, 2)));
  });

  test('name the district and a year in every question that stands alone', () => {
    for (const { kind, subject, question, district } of ITEMS) {
      const names = ['柳岸区', '砚山县', '荷园区', '双塔新区'];
      const isAboutPlace = subject === 'district-of-practice' || subject === 'matching';
      if (!isAboutPlace)
        expect(
          names.some((name) => question.includes(name)),
          `${district} ${question}`,
        ).toBe(true);
      const isUndated = isAboutPlace || subject === 'date' || subject === 'comparison';
      if (!isUndated) expect(question, kind).toMatch(/\d{4}年/u);
    }
  });

  test('point at nothing that stands elsewhere', () => {
    for (const { question } of ITEMS) expect(question).not.toMatch(/该区|我区|全县|去年|今年|他说|这/u);
  });

  test('are about half right and half wrong where they are to be judged', () => {
    const judged = ITEMS.flatMap((item) => (item.kind === 'true-false' ? [item.correct] : []));
    const right = judged.filter((correct) => correct === 0).length;
    expect(right / judged.length).toBeGreaterThan(0.25);
    expect(right / judged.length).toBeLessThan(0.75);
  });

  test('can be made for one district alone and are then the same items', () => {
    const alone = makeItems(LIBRARY, { districts: ['云岭省清河市砚山县'] });
    expect(alone).toEqual(ITEMS.filter(({ district }) => district === '云岭省清河市砚山县'));
  });

  test('are none where there is no report', () => {
    expect(makeItems(libraryOf([]))).toEqual([]);
  });

  test('ask for no figure of a section of plans', () => {
    const figures = ITEMS.filter(({ subject }) => subject === 'figure');
    expect(figures.some(({ question }) => question.includes('双塔新区'))).toBe(true);
    for (const { question } of ITEMS) expect(question).not.toMatch(/38栋|仓库____栋|仓库（　）/u);
  });

  test('ask for no figure that the report gives twice', () => {
    const twice = libraryOf([
      [
        'a',
        '云岭省清河市柳岸区',
        '甲',
        '2029年，柳岸区城镇新增就业3260人。\n柳岸区城镇新增就业3300人。\n柳岸区建成口袋公园和街头小游园42个。',
      ],
      ['b', '云岭省清河市砚山县', '乙', '砚山县建成口袋公园31个，泊位55个。砚山县种树26个品种，修路38个项目。'],
    ]);
    const asked = makeItems(twice).map(({ question }) => question);
    expect(asked.some((question) => question.includes('公园'))).toBe(true);
    expect(asked.filter((question) => question.includes('就业'))).toEqual([]);
  });
});

describe('items from a report whose words were swapped', () => {
  const SPUN =
    '2029年，甲区对峙高量量成长，劣化营商情况，鞭策财产园扶植。柳岸区正在各个老旧小区和沿街商铺奉行“群寡办事员”轨制。' +
    '柳岸区环绕群寡关怀的问题，开展“春苗课堂”，改制老旧小区24个，加速鼎新立异，阐扬下层感化。';
  const items = makeItems(libraryOf([['spun', '云岭省清河市柳岸区', '柳岸区近况', SPUN]]));

  test('are made where the words are sound', () => {
    expect(items.some(({ question }) => question.includes('改造老旧小区'))).toBe(true);
  });

  test('ask for no name that was repaired', () => {
    const keys = items.flatMap((item) => (item.kind === 'fill-in' && item.subject === 'name' ? item.accepted : []));
    expect(keys).toContain('春苗课堂');
    expect(keys).not.toContain('群众服务员');
  });

  test('show the reading beside the quote', () => {
    for (const { citation } of items) expect(citation.reading).not.toBe(citation.quote);
    expect(items.some(({ citation }) => citation.reading?.includes('改造老旧小区'))).toBe(true);
  });
});

describe('coverage', () => {
  test('every named practice is asked about, but for watchwords and those of which nothing is said', () => {
    const unasked = coverageOf(ITEMS, LIBRARY).filter(({ reason }) => reason !== null);
    expect(unasked.map(({ name, reason }) => [name, reason])).toEqual([
      ['绿水变红利', 'watchword'],
      ['承诺即开工', 'too-little-said'],
    ]);
  });
});

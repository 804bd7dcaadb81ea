import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foldAnswer, type GoldItem, judge, type Verdict } from '../../scripts/support/evaluation.ts';
import { readGold, readRun, saveRun } from '../../scripts/support/evaluation-files.ts';
import { drawRun, misses, summarise } from '../../scripts/support/evaluation-table.ts';
import { answerJson } from '../../scripts/support/wire.ts';
import type { Answer, Citation, ReportId } from '../../src/types.ts';

// A judge of the same columns that lives outside the project; where it is at hand, both must agree.
const OTHER_JUDGE = fileURLToPath(new URL('../../../shared/eval/score.mjs', import.meta.url));
const SOURCE = '柳溪区建成口袋公园12处，\n投资3,400万元。负责人是苏闻。';
const NOTHING = { id: 'q', kind: 'factoid-number', question: '建成几处公园？', history: [], docs: ['p'], answers: [['12处']], mustNot: [] };

function cite(quote: string, path = 'park.txt', n = 1): Citation {
  const start = Math.max(0, SOURCE.indexOf(quote));
  const report = { id: path as ReportId, path, title: '公园', district: '云州市柳溪区', publisher: null, publishedOn: '2020', url: null, inferred: [] };
  return { n, report, start, end: start + quote.length, quote, reading: null, heading: [] };
}

function answered(short: string, citations: readonly [Citation, ...Citation[]] = [cite('柳溪区建成口袋公园12处')]): Answer {
  const interpretation = { question: '', districts: [], period: null };
  return { status: 'answered', short, claims: [{ text: `${short}。`, citations: [1] }], citations, interpretation, mode: 'extractive' };
}

const refused: Answer = { status: 'refused', reason: 'no-evidence', message: '未找到。', nearest: [cite('12处')], interpretation: { question: '', districts: [], period: null } };

const judged = (gold: Partial<GoldItem>, answer: Answer): Verdict => judge({ ...NOTHING, ...gold }, { answer, elapsedMs: 2 }, () => SOURCE);

describe('judge', () => {
  test('finds a right figure right in every column', () => {
    expect(judged({}, answered('12处'))).toMatchObject({ answer: true, direct: true, grounded: true, stray: false, refused: false, verbatim: [true] });
  });

  test('takes width, white space, case and thousands’ commas for nothing', () => {
    expect(foldAnswer(' １,234 ＡB\n,5')).toBe('1234ab,5');
    expect(judged({ answers: [['3400万元']] }, answered('３４００ 万元', [cite('投资3,400万元')]))).toMatchObject({ direct: true, grounded: true });
  });

  test('wants one string of every group', () => {
    expect(judged({ answers: [['12处', '十二处'], ['苏闻']] }, answered('12处')).direct).toBe(false);
    expect(judged({ answers: [['十二处', '12处'], ['苏闻']] }, answered('12处，苏闻')).direct).toBe(true);
  });

  test('a right figure from the wrong report is not grounded, and stray', () => {
    expect(judged({}, answered('12处', [cite('柳溪区建成口袋公园12处', 'other.txt')]))).toMatchObject({ direct: true, grounded: false, stray: true });
  });

  test('a quote without the figure does not ground it, save in a verdict on districts', () => {
    const answer = answered('12处', [cite('负责人是苏闻')]);
    expect(judged({}, answer).grounded).toBe(false);
    expect(judged({ kind: 'compare' }, answer).grounded).toBe(true);
  });

  test('a forbidden string makes it wrong', () => {
    expect(judged({ mustNot: ['15处'] }, answered('12处，不是15处'))).toMatchObject({ answer: false, direct: false });
  });

  test('a figure longer than 160 characters is no direct answer; a list may have 500', () => {
    const long = answered(`12处${'长'.repeat(200)}`);
    expect([judged({}, long).direct, judged({ kind: 'list' }, long).direct]).toEqual([false, true]);
  });

  test('a quote that is no slice of its source is told', () => {
    expect(judged({}, answered('12处', [{ ...cite('柳溪区建成'), start: 1 }])).verbatim).toEqual([false]);
  });

  test('a refusal is right where there is no answer, false where there is one', () => {
    expect(judged({ kind: 'unanswerable' }, refused)).toMatchObject({ answerable: false, refused: true });
    expect(judged({}, refused)).toMatchObject({ answerable: true, refused: true, answer: false, direct: false, grounded: false });
  });
});

const VERDICTS = [
  judged({ id: 'a' }, answered('12处')),
  judged({ id: 'b' }, answered('13处')),
  judged({ id: 'c', kind: 'list', answers: [['苏闻']] }, refused),
  judged({ id: 'd', kind: 'unanswerable' }, refused),
];

describe('the table', () => {
  test('counts shares over all and by kind', () => {
    const { summary, kinds } = summarise(VERDICTS);
    expect(summary).toMatchObject({ items: 4, answer: 1 / 3, direct: 1 / 3, factoidDirect: 1 / 2, verbatim: 1, citations: 2, refusal: 1, falseRefusal: 1 / 3, p50Ms: 2 });
    expect(kinds.map(({ kind, n, answer, refusal }) => [kind, n, answer, refusal])).toEqual([
      ['factoid-number', 2, 0.5, null],
      ['list', 1, 0, null],
      ['unanswerable', 1, null, 1],
    ]);
  });

  test('has no share of nothing', () => {
    expect(summarise([]).summary).toMatchObject({ items: 0, answer: null, verbatim: null, p50Ms: null });
  });

  test('draws a line for each kind', () => {
    expect(drawRun(summarise(VERDICTS))).toMatch(/^answer +33\.3 %$/m);
    expect(drawRun(summarise(VERDICTS))).toMatch(/^factoid-number +2 +50\.0 % +50\.0 % +100\.0 % +–$/m);
  });

  test('compared with a run of before shows the change and which questions were won and lost', () => {
    const better = summarise(VERDICTS.map((verdict) => ({ ...verdict, answer: true, direct: true, grounded: true, refused: !verdict.answerable })));
    const drawn = drawRun(better, summarise(VERDICTS));
    expect(drawn).toMatch(/^answer +100\.0 % \(\+66\.7\)$/m);
    expect(drawn).toMatch(/^won: {2}b c$/m);
    expect(drawRun(summarise(VERDICTS), better)).toMatch(/^lost: b c$/m);
    expect(drawRun(better, better)).toMatch(/^answer +100\.0 % \(=\)$/m);
  });

  test('a miss is a question that is not right in every column', () => {
    expect(misses(VERDICTS)).toEqual(['b', 'c']);
  });
});

describe('on disk', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'quzhi-evaluation-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };

  test('a question set is read, absent lists are empty', () => {
    const { items } = readGold(write('gold.jsonl', '\uFEFF{"id": "q", "kind": "list", "question": "？"}\n\n'));
    expect(items).toEqual([{ id: 'q', kind: 'list', question: '？', history: [], docs: [], answers: [], mustNot: [] }]);
  });

  test.each([
    ['not JSON', '{', /:1: the line is not JSON/],
    ['null', 'null', /:1: "id", "kind" and "question"/],
    ['no kind', '{"id": "q", "question": "？"}', /"kind"/],
    ['answers that are no lists', '{"id": "q", "kind": "list", "question": "？", "answers": ["12"]}', /"answers"/],
    ['an empty file', '\n', /holds no question/],
  ])('%s is refused with its place', (_, text, message) => {
    expect(() => readGold(write('bad.jsonl', text))).toThrow(message);
  });

  test('a saved run comes back as it was', () => {
    const file = join(folder, 'run.json');
    const run = summarise(VERDICTS);
    saveRun(file, run, { identity: 'one' });
    expect(readRun(file, { identity: 'one' })).toEqual(run);
    expect(() => readRun(file, { identity: 'two' })).toThrow(/another question set/);
    expect(() => readRun(write('foreign.json', '{"a": 1}'), { identity: 'one' })).toThrow(/is no saved run/);
    expect(() => readRun(join(folder, 'absent.json'), { identity: 'one' })).toThrow(/cannot be read/);
    expect(() => saveRun(join(folder, 'no/where.json'), run, { identity: 'one' })).toThrow(/cannot be written/);
  });

  test.skipIf(!existsSync(OTHER_JUDGE))('agrees with the judge outside the project on made-up answers', () => {
    write('park.txt', SOURCE);
    const cases: [Partial<GoldItem>, Answer][] = [
      [{ id: '1' }, answered('12处')],
      [{ id: '2' }, answered('9处', [cite('柳溪区建成口袋公园12处', 'other.txt')])],
      [{ id: '3', kind: 'list', answers: [['苏闻'], ['公园']], mustNot: ['张'] }, answered('张、苏闻', [cite('负责人是苏闻')])],
      [{ id: '4', kind: 'which-district', answers: [['柳溪']] }, answered('柳溪区', [cite('投资3,400万元')])],
      [{ id: '5', kind: 'factoid-date' }, refused],
      [{ id: '6', kind: 'injection' }, refused],
      [{ id: '7', kind: 'unanswerable' }, answered('12处')],
    ];
    const golds = cases.map(([gold]) => ({ ...NOTHING, ...gold }));
    const gold = write('set.jsonl', golds.map((item) => JSON.stringify(item)).join('\n'));
    const lines = cases.map(([{ id }, answer]) => JSON.stringify({ id, ...answerJson(answer, 2) }));
    const { stdout } = spawnSync(process.execPath, [OTHER_JUDGE, gold, write('out.jsonl', lines.join('\n')), '--corpus', folder, '--json'], { encoding: 'utf8' });
    const { kinds: theirKinds, ...theirs } = JSON.parse(stdout) as { kinds: { kind: string }[] };
    const { summary, kinds } = summarise(cases.map(([item, answer]) => judged(item, answer)));
    // The made-up other.txt has no source there: the columns on quotes differ by construction.
    const { verbatim: _ours, ...ours } = summary;
    expect(theirs).toMatchObject(ours);
    kinds.forEach((row, index) => expect(Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))).toEqual(theirKinds[index]));
  });
});

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GoldItem } from '../../../scripts/support/evaluation.ts';
import { readGold, readRun, saveRun } from '../../../scripts/support/evaluation-files.ts';
import { summarise } from '../../../scripts/support/evaluation-table.ts';
import { answerJson } from '../../../scripts/support/wire.ts';
import type { Answer } from '../../../src/types.ts';
import { answered, cite, judged, NOTHING, refused, SOURCE, VERDICTS } from '../fixtures.ts';

// A judge of the same columns that lives outside the project; where it is at hand, both must agree.
const OTHER_JUDGE = fileURLToPath(new URL('../../../../shared/eval/score.mjs', import.meta.url));

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
      [
        { id: '3', kind: 'list', answers: [['苏闻'], ['公园']], mustNot: ['张'] },
        answered('张、苏闻', [cite('负责人是苏闻')]),
      ],
      [{ id: '4', kind: 'which-district', answers: [['柳溪']] }, answered('柳溪区', [cite('投资3,400万元')])],
      [{ id: '5', kind: 'factoid-date' }, refused],
      [{ id: '6', kind: 'injection' }, refused],
      [{ id: '7', kind: 'unanswerable' }, answered('12处')],
    ];
    const golds = cases.map(([gold]) => ({ ...NOTHING, ...gold }));
    const gold = write('set.jsonl', golds.map((item) => JSON.stringify(item)).join('\n'));
    const lines = cases.map(([{ id }, answer]) => JSON.stringify({ id, ...answerJson(answer, 2) }));
    const { stdout } = spawnSync(
      process.execPath,
      [OTHER_JUDGE, gold, write('out.jsonl', lines.join('\n')), '--corpus', folder, '--json'],
      { encoding: 'utf8' },
    );
    const { kinds: theirKinds, ...theirs } = JSON.parse(stdout) as { kinds: { kind: string }[] };
    const { summary, kinds } = summarise(cases.map(([item, answer]) => judged(item, answer)));
    // The made-up other.txt has no source there: the columns on quotes differ by construction.
    const { verbatim: _ours, ...ours } = summary;
    expect(theirs).toMatchObject(ours);
    const known = (row: object) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
    expect(kinds.map(known)).toEqual(theirKinds.map(known));
  });
});

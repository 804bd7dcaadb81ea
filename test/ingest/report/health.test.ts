import { expect, test } from 'vitest';
import { drawHealth, type HealthReport, type ReportHealth } from '../../../src/ingest/report/health.ts';

function report(id: string, change: Partial<ReportHealth> = {}): ReportHealth {
  const plain = {
    id,
    path: `${id}.txt`,
    title: '公园城市',
    encoding: 'utf-8',
    characters: 100,
    passages: 2,
    headings: 0,
    facts: 3,
  };
  return {
    ...plain,
    district: '云溪区',
    publisher: null,
    publishedOn: null,
    kind: null,
    inferred: [],
    corrected: [],
    dropped: '',
    toDo: [],
    spun: false,
    boilerplateShare: 0,
    notes: [],
    ...change,
  };
}

function health(reports: readonly ReportHealth[], change: Partial<HealthReport> = {}): HealthReport {
  const totals = { reports: reports.length, passages: 2, facts: 3, characters: 100, skipped: 0 };
  return { generation: 'gen-000001', reports, skipped: [], notices: [], totals, elapsedMs: 1_234, ...change };
}

test('what was given and what was inferred are told apart', () => {
  const drawn = drawHealth(health([report('a', { inferred: ['district', 'title'] })]));
  expect(drawn).toContain('公园城市 (inferred) · 云溪区 (inferred) · no publishedOn');
  expect(drawHealth(health([report('a')]))).not.toContain('(inferred)');
});

test('damage, page furniture and notes are warnings', () => {
  const drawn = drawHealth(health([report('a', { spun: true, boilerplateShare: 0.42, notes: ['its id is taken'] })]));
  expect(drawn.match(/^ {2}! .*/gm)).toEqual([
    expect.stringContaining('swapped'),
    '  ! its id is taken',
    '  ! 42 % of it is page furniture',
  ]);
  expect(drawHealth(health([report('a', { boilerplateShare: 0.2 })]))).not.toContain('!');
});

test('of many reports those with something to tell are shown first, and the rest counted', () => {
  const drawn = drawHealth(health([report('a'), report('b'), report('c', { spun: true })]), { most: 1 });
  expect(drawn).toContain('c.txt');
  expect(drawn).not.toContain('a.txt');
  expect(drawn).toContain('… and 2 more reports');
});

test('what was left out is named with its line, and more than fits is counted', () => {
  const entry = { path: 'x.jsonl', line: 7, code: 'malformed', reason: 'it is not valid JSON' } as const;
  const drawn = drawHealth(health([report('a')], { skipped: [entry, { ...entry, line: 8 }] }), { most: 1 });
  expect(drawn).toContain('✗ x.jsonl:7 left out (malformed): it is not valid JSON');
  expect(drawn).toContain('✗ … and 1 more left out');
});

test('the last line says what is live now', () => {
  expect(
    drawHealth(health([report('a')]))
      .split('\n')
      .at(-1),
  ).toBe('Index gen-000001 is live.');
  expect(
    drawHealth(health([report('a')], { generation: null }))
      .split('\n')
      .at(-1),
  ).toContain('Dry run');
  expect(drawHealth(health([report('a')]))).toContain('1.2 s');
});

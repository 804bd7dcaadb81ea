import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import type { HealthReport, ReportHealth } from '../../../src/ingest/report/health.ts';
import { drawPage, PAGE_FILE } from '../../../src/ingest/report/health-page.ts';
import { TEXT, useBench } from '../bench.ts';

const AT = new Date('2026-01-02T03:04:05Z');
const HOSTILE = `</td><script>alert("1")</script><img src=x onerror='x'>&`;

function report(id: string, change: Partial<ReportHealth> = {}): ReportHealth {
  const counts = { characters: 1_234, passages: 2, headings: 1, facts: 3 };
  const fields = {
    title: '公园城市',
    encoding: 'utf-8',
    district: '云溪区',
    publishedOn: null,
    inferred: [],
    corrected: [],
  };
  const others = { publisher: null, kind: null, dropped: '', toDo: [] };
  return {
    id,
    path: `${id}.txt`,
    ...counts,
    ...fields,
    ...others,
    spun: false,
    boilerplateShare: 0.42,
    notes: [],
    ...change,
  };
}

function health(reports: readonly ReportHealth[], change: Partial<HealthReport> = {}): HealthReport {
  const totals = { reports: reports.length, passages: 2, facts: 3, characters: 100, skipped: 0 };
  return { generation: 'gen-000001', reports, skipped: [], notices: [], totals, elapsedMs: 1_234, ...change };
}

/** The words of a page, its tags, and what its attributes say. */
function readPage(html: string): { text: string; tags: Set<string>; attributes: string[]; open: number } {
  const found = { text: '', tags: new Set<string>(), attributes: [] as string[], open: 0 };
  const parser = new Parser({
    onopentag: (name, attributes) => {
      found.tags.add(name);
      found.attributes.push(...Object.entries(attributes).map(([key, value]) => `${key}=${value}`));
      found.open += name === 'meta' ? 0 : 1;
    },
    onclosetag: (name, isImplied) => {
      if (name !== 'meta' && name !== 'br' && isImplied) throw new Error(`<${name}> was not closed`);
      found.open -= name === 'meta' ? 0 : 1;
    },
    ontext: (data) => {
      found.text += data;
    },
  });
  parser.end(html);
  return found;
}

test('texts of reports cannot become part of the page', () => {
  const conflict = {
    kind: 'figure',
    district: HOSTILE,
    about: HOSTILE,
    period: '2020',
    statements: [{ reportId: 'a' as never, surface: HOSTILE, start: 0, end: 1, quote: HOSTILE }],
  } as const;
  const skipped = [{ path: HOSTILE, line: 3, code: 'malformed', reason: HOSTILE }] as const;
  const page = drawPage(
    health([report('a', { path: HOSTILE, title: HOSTILE, district: HOSTILE, encoding: HOSTILE, notes: [HOSTILE] })], {
      skipped,
      notices: [HOSTILE],
      conflicts: [conflict],
    }),
    { at: AT },
  );
  const { tags, text, attributes } = readPage(page);
  expect([...tags].filter((tag) => ['script', 'img', 'iframe', 'link', 'object'].includes(tag))).toEqual([]);
  expect(attributes.filter((attribute) => /^(?:on|src|href)/.test(attribute))).toEqual([]);
  expect(text.split(HOSTILE).length - 1).toBeGreaterThanOrEqual(9);
});

test('the page loads nothing from anywhere and lets nothing run', () => {
  const page = drawPage(health([report('a')]), { at: AT });
  expect(page).toContain("default-src 'none'");
  expect(page.replace(/<style>[\s\S]*<\/style>/, '')).not.toMatch(/https?:|url\(|@import/);
  expect(readPage(page).open).toBe(0);
});

describe('a reader finds', () => {
  test('what wants attention first, with its reason', () => {
    const skipped = [
      { path: 'old.wps', line: null, code: 'unknown-format', reason: 'no format that is read' },
    ] as const;
    const page = drawPage(
      health([report('a'), report('b', { spun: true })], {
        skipped,
        totals: { reports: 2, passages: 4, facts: 6, characters: 100, skipped: 1 },
      }),
      { at: AT },
    );
    const { text } = readPage(page);
    expect(text).toContain('2 things want a look');
    expect(text.indexOf('old.wps')).toBeLessThan(text.indexOf('All reports'));
    expect(text.indexOf('swapped by a program')).toBeLessThan(text.indexOf('All reports'));
  });

  test('every report with what was inferred told apart from what was given', () => {
    const { text } = readPage(drawPage(health([report('a', { inferred: ['district'] }), report('b')]), { at: AT }));
    expect(text).toContain('云溪区 (inferred)');
    expect(text.match(/云溪区 \(inferred\)/g)).toHaveLength(1);
    expect(text).toContain('1,234');
    expect(text).toContain('42 %');
  });

  test('both sides of a contradiction in their own words, the figure marked', () => {
    const side = (
      id: string,
      surface: string,
    ): { reportId: never; surface: string; start: number; end: number; quote: string } => ({
      reportId: id as never,
      surface,
      start: 0,
      end: 9,
      quote: `公园共${surface}。`,
    });
    const conflicts = [
      {
        kind: 'figure',
        district: '云溪区',
        about: '公园',
        period: '2020',
        statements: [side('a', '12个'), side('b', '15个')],
      },
    ] as const;
    const page = drawPage(health([report('a')], { conflicts }), { at: AT });
    expect(page).toContain('公园共<mark>12个</mark>。');
    expect(page).toContain('公园共<mark>15个</mark>。');
  });

  test('that all is well, when it is, and when that was', () => {
    const { text } = readPage(drawPage(health([report('a')]), { at: AT }));
    expect(text).toContain('Everything came in well.');
    expect(text).toContain('2026-01-02 03:04');
    expect(text).not.toContain('Left out');
  });

  test('of a very large library the first reports, those with something to tell before all, and the number of the rest', () => {
    const many = Array.from({ length: 2_100 }, (_, index) =>
      report(`r${index}`, index === 2_099 ? { notes: ['late'] } : {}),
    );
    const { text } = readPage(drawPage(health(many), { at: AT }));
    expect(text).toContain('… and 100 more');
    expect(text).toContain('r2099.txt');
  });
});

describe('an ingest', () => {
  const bench = useBench();
  const page = (): string => join(bench.indexDir, PAGE_FILE);

  test('leaves its page in the folder of the index, also where nothing has changed', async () => {
    bench.put('a.txt', TEXT);
    await bench.run();
    expect(readFileSync(page(), 'utf8')).toContain('a.txt');
    rmSync(page());
    await bench.run();
    expect(readFileSync(page(), 'utf8')).toContain('Nothing has changed');
  });

  test('whose page cannot be written goes live all the same and says so', async () => {
    mkdirSync(page(), { recursive: true });
    bench.put('a.txt', TEXT);
    expect(await bench.run()).toMatchObject({
      generation: 'gen-000001',
      notices: [expect.stringContaining(PAGE_FILE)],
    });
    expect(existsSync(join(bench.indexDir, 'gen-000001'))).toBe(true);
  });
});

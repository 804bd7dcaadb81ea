// The shipped reader, where its optional runtime is installed.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, describe, expect, test } from 'vitest';
import { encode } from '../../../src/read/neural/encode.ts';
import { openNeuralReader } from '../../../src/read/neural/neural-reader.ts';
import { Tokenizer } from '../../../src/read/neural/tokenizer.ts';

interface Fixture {
  readonly question: string;
  readonly context: { title?: string; district?: string; period?: string; heading?: string };
  readonly excerpt: string;
  readonly ids: readonly number[];
  readonly excerptAt: number;
  readonly span: string;
}

const FOLDER = new URL('../../../models/reader/', import.meta.url);
const fixtures = JSON.parse(readFileSync(new URL('fixtures.json', FOLDER), 'utf8')) as Fixture[];
const NOTHING = { title: '', district: '', period: '', heading: '' };
const excerptOf = ({ context, excerpt }: Fixture) => ({ ...NOTHING, ...context, text: excerpt });

function isInstalled(): boolean {
  try {
    createRequire(import.meta.url).resolve('onnxruntime-node');
    return true;
  } catch {
    return false;
  }
}

describe('inputs', () => {
  const tokenizer = new Tokenizer(new URL('tokenizer.json', FOLDER));
  test.each(fixtures.map((fixture) => [fixture.question, fixture] as const))(
    'are the same here as in training: %s',
    (question, fixture) => {
      const { ids, offset } = encode(tokenizer, question, excerptOf(fixture));
      expect([ids, offset]).toEqual([fixture.ids, fixture.excerptAt]);
    },
  );
});

describe.skipIf(!isInstalled())('the shipped reader', () => {
  const reader = openNeuralReader();
  afterAll(() => reader.close());

  test.each(fixtures.map((fixture) => [fixture.question, fixture] as const))(
    'points at the same words here as in training: %s',
    async (question, fixture) => {
      const [judgement] = await reader.read(question, [excerptOf(fixture)]);
      const { start, end } = judgement?.spans[0] ?? { start: 0, end: 0 };
      expect(fixture.excerpt.slice(start, end)).toContain(fixture.span);
    },
  );

  test('judges an excerpt alike whatever stands beside it, with probabilities', async () => {
    const excerpts = fixtures.map(excerptOf);
    const question = fixtures[0]?.question ?? '';
    const together = await reader.read(question, excerpts);
    for (const [index, excerpt] of excerpts.entries()) {
      const fresh = openNeuralReader();
      if (index < 2) expect(await fresh.read(question, [excerpt])).toEqual([together[index]]);
      await fresh.close();
    }
    for (const { answered, spans } of together) {
      expect(answered).toBeGreaterThanOrEqual(0);
      expect(answered).toBeLessThanOrEqual(1);
      expect(spans.reduce((sum, { probability }) => sum + probability, 0)).toBeLessThanOrEqual(1 + 1e-9);
    }
  });

  test('finds nothing in an empty excerpt', async () =>
    expect(await reader.read('多少？', [{ ...NOTHING, text: '' }])).toMatchObject([{ answered: 0, spans: [] }]));
});

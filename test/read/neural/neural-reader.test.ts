// The shipped reader, where its optional runtime is installed.
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { encode } from '../../../src/read/neural/encode.ts';
import { openNeuralReader } from '../../../src/read/neural/neural-reader.ts';
import { Tokenizer } from '../../../src/read/neural/tokenizer.ts';
import { isInstalled } from '../../support/installed.ts';
import { readerContract } from '../support/reader-contract.ts';

// Loading its weights takes seconds where other work goes on.
vi.setConfig({ testTimeout: 30_000 });

interface Fixture {
  readonly question: string;
  readonly context: { title?: string; district?: string; period?: string; heading?: string };
  readonly excerpt: string;
  readonly ids: readonly number[];
  readonly excerptAt: number;
  readonly span: string;
  readonly probability: number;
}

const FOLDER = new URL('../../../models/reader/', import.meta.url);
const fixtures = JSON.parse(readFileSync(new URL('fixtures.json', FOLDER), 'utf8')) as Fixture[];
const NOTHING = { title: '', district: '', period: '', heading: '' };
const excerptOf = ({ context, excerpt }: Fixture) => ({ ...NOTHING, ...context, text: excerpt });

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

describe.skipIf(!isInstalled('onnxruntime-node'))('the shipped reader', () => {
  readerContract('the shipped reader', openNeuralReader);
  const reader = openNeuralReader();
  afterAll(() => reader.close());

  // Where nothing answers, which words come nearest is left to rounding.
  const answered = fixtures.filter(({ probability }) => probability >= 0.5);
  test.each(answered.map((fixture) => [fixture.question, fixture] as const))(
    'points at the same words here as in training: %s',
    async (question, fixture) => {
      const [judgement] = await reader.read(question, [excerptOf(fixture)]);
      const { start, end } = judgement?.spans[0] ?? { start: 0, end: 0 };
      expect(fixture.excerpt.slice(start, end)).toContain(fixture.span);
    },
  );
});

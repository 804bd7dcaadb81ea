import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { readGold } from '../../../scripts/support/evaluation-files.ts';
import { judgeGate, openGate } from '../../../scripts/support/gate.ts';
import { ingest } from '../../../src/ingest/build.ts';
import { openBuiltinEmbedder } from '../../../src/retrieve/embed/builtin.ts';
import { currentGeneration } from '../../../src/store/index/pointer.ts';
import { useBench } from '../../ingest/bench.ts';

vi.setConfig({ testTimeout: 60_000 });

describe('the gate', () => {
  const of = (...ids: string[]): Set<string> => new Set(ids);

  test('lets pass what is as good, better, or worse by no more than the margin', () => {
    expect(judgeGate({ before: of('a'), after: of('b') }, 10, 0)).toBeNull();
    expect(judgeGate({ before: of('a'), after: of() }, 10, 0)).toBeNull();
    expect(judgeGate({ before: of(), after: of('a') }, 10, 0.1)).toBeNull();
  });

  test('names what was lost when it refuses, and not what was wrong before', () => {
    const reason = judgeGate({ before: of('a'), after: of('a', 'b', 'c') }, 10, 0.02);
    expect(reason).toContain('70.0 %');
    expect(reason).toContain('90.0 %');
    expect(reason).toMatch(/Lost: b c$/);
  });
});

describe('an ingest with a gate', () => {
  const bench = useBench();
  const embedder = openBuiltinEmbedder();
  const REPORT =
    '云溪区口袋公园建设纪实\n2020年，云溪区新建口袋公园12个，完成投资3.5亿元。区里还修通了三条河边步道，居民出门就能散步。\n';

  test('refuses to go live where an answer is lost, and says which; without the loss it goes', async () => {
    const gold = join(bench.root, 'gold.jsonl');
    const questions = [
      {
        id: 'parks',
        kind: 'factoid-number',
        question: '云溪区2020年新建了多少个口袋公园？',
        docs: ['park'],
        answers: [['12个']],
      },
      { id: 'weather', kind: 'out-of-scope', question: '明天会下雨吗？' },
    ];
    writeFileSync(gold, questions.map((question) => JSON.stringify(question)).join('\n'));
    const told: string[] = [];
    const gate = openGate({ gold: readGold(gold), margin: 0.02, embedder, tell: (line) => told.push(line) });
    const run = (): ReturnType<typeof ingest> =>
      ingest({
        corpus: [bench.corpus],
        indexDir: bench.indexDir,
        embedder,
        gate,
        now: () => new Date(0),
        sleep: async () => {},
      });
    bench.put('park.txt', REPORT);
    expect(await run()).toMatchObject({ generation: 'gen-000001' });
    bench.put('park.txt', REPORT.replace('新建口袋公园12个', '新建了一批口袋公园'));
    await expect(run()).rejects.toThrowError(
      expect.objectContaining({ code: 'index/refused', message: expect.stringMatching(/Lost: parks/) }),
    );
    expect(currentGeneration(bench.indexDir)).toBe('gen-000001');
    bench.put('park.txt', `${REPORT}后来又建了两处球场。\n`);
    expect(await run()).toMatchObject({ generation: 'gen-000002' });
    expect(told).toEqual([
      expect.stringContaining('no live index'),
      expect.stringContaining('50.0 %'),
      expect.stringContaining('before 100.0 %'),
    ]);
  });
});

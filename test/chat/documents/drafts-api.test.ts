// Drafts: kept for whoever asked, marked until accepted, marks kept in files; nobody else sees them.
import mammoth from 'mammoth';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Bench, createBench, SPEAKER } from '../fixtures.ts';

const DISTRICT = '云岭省清河市柳溪区';
const WANTED = { kind: 'brief', subject: { kind: 'district', district: DISTRICT }, length: 500 } as const;
let bench: Bench;
beforeEach(() => {
  bench = createBench();
  bench.service.drafted = [
    { section: 'figures', text: '2031年，柳溪区新建公园12处。', from: [1] },
    { section: 'results', text: '居民十分满意。', from: [] },
  ];
});
afterEach(() => bench.remove());
const setting = { speaker: SPEAKER };

async function written() {
  const looked = await bench.conversation.drafts.write(setting, WANTED);
  if (looked.kind !== 'found' || looked.value === null) throw new Error('nothing was written');
  return looked.value;
}
async function words(id: string): Promise<string> {
  const looked = await bench.conversation.drafts.file(setting, id, 'docx');
  if (looked.kind !== 'found' || looked.value === null) throw new Error('there is no file');
  return (await mammoth.extractRawText({ buffer: Buffer.from(looked.value.bytes) })).value;
}

describe('a draft', () => {
  test('marks what no report carries, in the document and in its file, until it is accepted', async () => {
    const { id, document } = await written();
    const lines = document.sections.flatMap((section) => section.lines);
    expect(lines.map(({ mark, citations }) => [mark, citations.length > 0])).toEqual([
      [undefined, true],
      ['非报告内容', false],
    ]);
    expect(await words(id)).toContain('居民十分满意。【非报告内容】');
    const accepted = await bench.conversation.drafts.accept(setting, id, { line: 1, isAccepted: true });
    expect(accepted).toMatchObject({ kind: 'found', value: { id } });
    expect(await words(id)).not.toContain('【非报告内容】');
    await bench.conversation.drafts.accept(setting, id, { line: 1, isAccepted: false });
    expect(await words(id)).toContain('【非报告内容】');
  });

  test('is there for whoever asked for it alone', async () => {
    const { id } = await written();
    const other = { speaker: { ...SPEAKER, user: 'u2' } };
    expect(await bench.conversation.drafts.file(other, id, 'docx')).toEqual({ kind: 'found', value: null });
    expect(await bench.conversation.drafts.accept(other, id, { line: 0, isAccepted: true })).toEqual({
      kind: 'found',
      value: null,
    });
  });

  test('is none without a model', async () => {
    bench.service.drafted = null;
    expect(await bench.conversation.drafts.write(setting, WANTED)).toEqual({ kind: 'found', value: null });
  });
});

import { expect, test } from 'vitest';
import { ProposalReader } from '../../../src/answer/generate/proposal.ts';
import type { ProposedSentence } from '../../../src/answer/generate/types.ts';
import { seededRandom } from '../../ingest/made-up.ts';
import { proposal } from '../../support/chat-model.ts';

function readAll(pieces: readonly string[]): {
  sentences: ProposedSentence[];
  short: string | null;
  complete: boolean;
} {
  const reader = new ProposalReader();
  const sentences = pieces.flatMap((piece) => reader.push(piece));
  return { sentences, short: reader.short, complete: reader.complete };
}

const TWO = proposal(
  [
    ['他说："好}的{"，共47个。', 1, 2],
    ['完。\\', 3],
  ],
  '47个',
);

test('reads sentences, their sources and the direct answer', () => {
  expect(readAll([TWO])).toEqual({
    sentences: [
      { text: '他说："好}的{"，共47个。', sources: [1, 2] },
      { text: '完。\\', sources: [3] },
    ],
    short: '47个',
    complete: true,
  });
});

test.each([
  ['in a code fence', `\`\`\`json\n${TWO}\n\`\`\``],
  ['amid prose with quotation marks', `好的，这是"答案"：\n${TWO}\n希望有帮助！`],
  ['behind thoughts that hold objects', `<think>先试 {"text": "想", "sources": [9]} 再说 {</think>\n${TWO}`],
  ['with commas too many', TWO.replaceAll('}]', '},]').replaceAll('3]', '3, ]')],
  [
    'one object a line',
    '{"text": "他说：\\"好}的{\\"，共47个。", "sources": [1, 2]}\n{"text": "完。\\\\", "sources": "3"}\n{"short": "47个"}',
  ],
  ['with sources as text', TWO.replace('[1,2]', '["[1]", "2"]')],
])('reads the same %s', (_, text) => {
  expect(readAll([text])).toEqual(readAll([TWO]));
});

test('however an answer is cut into pieces, it reads the same', () => {
  const text = `<think>嗯 {"text": "想"}</think>前言 ${TWO} 后记`;
  const random = seededRandom(7);
  for (let round = 0; round < 50; round++) {
    const pieces: string[] = [];
    for (let start = 0; start < text.length; ) {
      const length = 1 + Math.floor(random() * 9);
      pieces.push(text.slice(start, start + length));
      start += length;
    }
    expect(readAll(pieces)).toEqual(readAll([TWO]));
  }
});

test('every sentence is handed over with the piece that completes it', () => {
  const reader = new ProposalReader();
  const end = TWO.indexOf('},') + 1;
  expect(reader.push(TWO.slice(0, end - 1))).toEqual([]);
  expect(reader.push(TWO.slice(end - 1, end))).toHaveLength(1);
});

test('an answer that breaks off anywhere is not complete', () => {
  for (let length = 0; length < TWO.length; length++) expect(readAll([TWO.slice(0, length)]).complete).toBe(false);
});

test.each(['', '没有找到答案。', '[1, 2]', '{不是 JSON}', '<think>还在想 {"short": "4"}'])(
  'finds no answer in %j',
  (text) => {
    expect(readAll([text])).toMatchObject({ sentences: [], complete: false });
  },
);

test('objects without text are no sentences, and sources that are no whole numbers no sources', () => {
  expect(readAll(['{"text": " ", "sources": [1]} {"text": 4, "sources": [1]} {"sources": [1]}']).sentences).toEqual([]);
  expect(readAll(['{"text": "有", "sources": ["a", 1.5, null, "", "2"]}']).sentences).toEqual([
    { text: '有', sources: [2] },
  ]);
});

test('thoughts do not count into the length', () => {
  const reader = new ProposalReader();
  reader.push(`<think>${'想'.repeat(5000)}</think>{}`);
  expect(reader.length).toBe(2);
});

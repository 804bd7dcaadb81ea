// The JSON of the contract: what a line may hold, and what an answer becomes.
import { describe, expect, test } from 'vitest';
import { answerJson, parseLine, readItem } from '../../../scripts/support/wire.ts';
import { AppError } from '../../../src/errors.ts';
import { answered, ask, refused } from '../../support/made-up-context.ts';
import { picker, scramble } from '../../text/pseudo-random.ts';

/** The error of a line that must not be read. */
function faultOf(read: () => unknown): AppError {
  try {
    read();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  return expect.unreachable('the line was read');
}

describe('a line', () => {
  test.each(['', '{', 'text', '[1]', '1', 'null', '"text"', '{"id": }'])('%j is malformed', (line) => {
    const { code, message } = faultOf(() => parseLine(line));
    expect([code, message]).toEqual(['batch/line-malformed', expect.stringContaining('"question"')]);
  });

  test('any text is either an object or malformed', () => {
    for (let seed = 0; seed < 100; seed++) {
      const pick = picker(seed);
      const line = pick.one(['{', '"', '', '[', '{"a":']) + scramble(pick, 5) + pick.one(['}', '"', ']', '']);
      try {
        expect(typeof parseLine(line)).toBe('object');
      } catch (error) {
        expect(error).toMatchObject({ code: 'batch/line-malformed' });
      }
    }
  });
});

describe('a question of a batch', () => {
  test.each([
    [{}, /"question"/],
    [{ question: 3 }, /"question"/],
    [{ question: null }, /"question"/],
    [{ question: '？', history: '早' }, /"history"/],
    [{ question: '？', history: [1] }, /"history"/],
    [{ question: '？', documents: {} }, /"documents"/],
    [{ question: '？', documents: ['text'] }, /documents\[0\]/],
    [{ question: '？', documents: [{ text: 'a' }, { id: 'b' }] }, /documents\[1\]/],
    [
      {
        question: '？',
        documents: [
          { id: 'b', text: '甲' },
          { id: 'b', text: '乙' },
        ],
      },
      /same "id"/,
    ],
  ])('%j is malformed, and the message says which field', (value, message) => {
    expect(faultOf(() => readItem(value))).toMatchObject({
      code: 'batch/line-malformed',
      message: expect.stringMatching(message),
    });
  });

  test('without history and documents it is asked of the index, as the first of its chat', () => {
    expect(readItem({ id: 'q', question: '有多少？' })).toEqual({
      id: 'q',
      question: { text: '有多少？', history: [] },
      documents: null,
    });
  });

  test('any id comes back as it is', () => {
    for (const id of ['q1', 7, null, { a: 1 }]) expect(readItem({ id, question: '？' }).id).toEqual(id);
    expect(readItem({ question: '？' }).id).toBeNull();
  });

  test('documents keep what was given of them; what was not is unknown', () => {
    const documents = [
      { id: 'a', title: '青石', text: '甲', district: '临梧市青石区', publishedOn: 2020, url: 'x' },
      { text: '乙' },
    ];
    const [first, second] = readItem({ question: '？', documents }).documents ?? [];
    expect(first).toMatchObject({
      id: 'a',
      path: 'a',
      title: '青石',
      text: '甲',
      district: '临梧市青石区',
      publishedOn: '2020',
      url: 'x',
    });
    expect(second).toMatchObject({ id: 'document-2', title: '', text: '乙', district: null, publishedOn: null });
  });

  test('a byte-order mark is no part of a text', () => {
    expect(readItem({ question: '？', documents: [{ text: '\uFEFF甲' }] }).documents?.[0]?.text).toBe('甲');
  });

  test('unknown fields are passed over', () => {
    expect(readItem({ question: '？', more: true })).toEqual(readItem({ question: '？' }));
  });
});

describe('an answer', () => {
  const QUESTION = '青石区去年一般公共预算收入是多少？';

  test('has every field of the contract', async () => {
    const json = answerJson(answered(await ask(QUESTION)), 7.12951);
    expect(json).toMatchObject({
      status: 'answered',
      short: expect.stringContaining('27.6亿元'),
      text: expect.stringContaining('[1]'),
      claims: expect.arrayContaining([{ text: expect.any(String), citations: [1] }]),
      refusal: null,
      interpretation: { question: expect.any(String), districts: [expect.stringContaining('青石区')] },
      mode: 'extractive',
      elapsedMs: 7.13,
    });
  });

  test('cites with the document, the place, the quote, the reading where it differs, and the headings', async () => {
    const [citation] = (answerJson(answered(await ask(QUESTION)), 0) as { citations: object[] }).citations;
    expect(citation).toEqual({
      n: 1,
      document: {
        id: 'qingshi',
        path: 'qingshi.txt',
        title: '青石区：老城里的新答卷',
        district: expect.stringContaining('青石区'),
        publisher: '云川日报',
        publishedOn: '2022-07',
      },
      start: expect.any(Number),
      end: expect.any(Number),
      quote: expect.stringMatching(/^去年，/),
      reading: expect.stringContaining('〔2021年〕'),
      heading: [expect.stringContaining('把项目抓在手上')],
    });
  });

  test('leaves the reading out where it is the quote', async () => {
    const [citation] = (answerJson(answered(await ask('青石区有多少个老旧小区？')), 0) as { citations: object[] })
      .citations;
    expect(citation).not.toHaveProperty('reading');
  });

  test('that is a refusal has its reason, its message and the nearest, and nothing else', async () => {
    const refusal = refused(await ask('青石区2015年引进了多少个亿元以上项目？'));
    expect(answerJson(refusal, 0)).toMatchObject({
      status: 'refused',
      short: '',
      claims: [],
      citations: [],
      refusal: {
        reason: 'period-not-covered',
        message: refusal.message,
        nearest: expect.arrayContaining([expect.objectContaining({ n: 1 })]),
      },
    });
  });

  test('survives being written and read', async () => {
    for (const question of [QUESTION, '你好', '各区县新登记了多少户市场主体？']) {
      const json = answerJson(await ask(question), 1);
      expect(JSON.parse(JSON.stringify(json))).toEqual(json);
    }
  });
});

test('a history of messages gives the questions of the user alone', () => {
  const history = [{ role: 'user', content: '甲区有几处公园？' }, { role: 'assistant', content: '12处' }, '乙区呢？'];
  expect(readItem({ question: '丙区呢？', history }).question.history).toEqual(['甲区有几处公园？', '乙区呢？']);
});

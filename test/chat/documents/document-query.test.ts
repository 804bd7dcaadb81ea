// Lengths in words, and addresses of documents: what is written is read back.
import { describe, expect, test } from 'vitest';
import {
  addressOf,
  LENGTHS,
  lengthIn,
  type WantedDocument,
  wantedIn,
} from '../../../src/chat/documents/document-query.ts';
import type { ReportId } from '../../../src/types.ts';

describe('a length in words', () => {
  test.each([
    ['柳溪区 500字', 500, '柳溪区'],
    ['写一份柳溪区1000字左右的汇报', 1_000, '写一份柳溪区 的汇报'],
    ['柳溪区一页纸', LENGTHS.page, '柳溪区'],
    ['总结柳溪区，只要数据', 'figures', '总结柳溪区，'],
    ['柳溪区 详细', LENGTHS.full, '柳溪区'],
    ['柳溪区', null, '柳溪区'],
    ['99999字', 12_000, ''],
    ['10字', 150, ''],
  ])('%s', (text, length, rest) => expect(lengthIn(text)).toEqual({ length, rest }));
});

describe('an address', () => {
  const wanted: WantedDocument[] = [
    { kind: 'brief', subject: { kind: 'district', district: '云岭省柳溪区' }, length: 500 },
    { kind: 'brief', subject: { kind: 'topic', topic: '就业', districts: ['云岭省柳溪区'] }, length: 'figures' },
    { kind: 'brief', subject: { kind: 'report', report: 'r1' as ReportId }, length: 1_200 },
    {
      ...{ kind: 'comparison', districts: ['甲区', '乙县'], topic: '就业', isTurned: true },
      columns: [{ kind: 'figure', indicator: 'GDP' }, { kind: 'plans' }],
    },
    { kind: 'comparison', districts: ['甲区', '乙县'], topic: '', columns: undefined, isTurned: false },
  ];
  test.each(wanted.map((each) => [addressOf(each), each] as const))('%s is read back', (address, each) => {
    const parts = Object.fromEntries(new URLSearchParams(address)) as unknown as Parameters<typeof wantedIn>[0];
    expect(wantedIn(parts)).toEqual(each);
  });

  test('that names nothing, or no length, is none', () => {
    expect(wantedIn({ kind: 'brief' })).toBeNull();
    expect(wantedIn({ kind: 'brief', district: '甲', length: 'huge' })).toBeNull();
    expect(wantedIn({ kind: 'comparison', districts: ' ,' })).toBeNull();
  });
});

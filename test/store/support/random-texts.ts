// Made-up passages for property tests: few characters and words, so that terms repeat, and some rare ones.

import type { IndexedText } from '../../../src/store/index/postings/postings.ts';
import { picker } from '../../text/pseudo-random.ts';

const PIECES = [
  '青',
  '石',
  '镇',
  '云',
  '谷',
  '湾',
  '的',
  '的',
  '的',
  '新建',
  '码头',
  '，',
  '。',
  ' ',
  '2031年',
  '1,200',
  'solar',
  'B区',
  '7.5',
];

/** A text of up to `most` pieces. */
export function randomText(seed: number, most: number): string {
  const { below, one } = picker(seed);
  const rare = String.fromCharCode(0x5000 + below(400));
  return Array.from({ length: below(most + 1) }, () => (below(9) === 0 ? rare : one(PIECES))).join('');
}

/** `count` passages; neighbours often share their heading. */
export function randomPassages(seed: number, count: number): IndexedText[] {
  return Array.from({ length: count }, (_, index) => ({
    body: randomText(seed * 7919 + index, 30),
    heading: randomText(seed * 104_729 + (index >> 2), 6),
  }));
}

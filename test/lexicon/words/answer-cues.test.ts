// What questions ask for by name, and how sentences tell it.
import { describe, expect, test } from 'vitest';
import { cuesOf } from '../../../src/lexicon/words/answer-cues.ts';
import { readLexicon } from '../../../src/lexicon/words/data-files.ts';
import { fold } from '../../../src/text/normalise.ts';

/** Whether the sentence tells, by its words, what the question asks for by name. */
function tells(question: string, sentence: string): boolean {
  return cuesOf(fold(question)).some((cue) => cue.test(fold(sentence)));
}

describe('what is asked for by name is told by other words', () => {
  test.each([
    ['赵青禾的职业是什么？', '赵青禾，云泽人，戏曲演员。', '赵青禾喜欢爬山。'],
    ['赵青禾的籍贯是哪里？', '赵青禾，云泽省白石县人。', '赵青禾爱好书法。'],
    ['白石塔在什么地方？', '白石塔位于青溪镇东侧。', '白石塔今年重修。'],
    ['为什么要拆掉旧码头？', '由于水位上涨，旧码头已不安全。', '旧码头长六十米。'],
    ['这种鱼是什么颜色的？', '体呈银灰色。', '体长可达十厘米。'],
    ['赵青禾获得过哪些荣誉？', '她被评为劳动模范。', '她住在江边。'],
    ['《白石记》的作者是谁？', '《白石记》由赵青禾撰写。', '《白石记》共三卷。'],
    ['青溪湾又叫什么？', '青溪湾俗称小江口。', '青溪湾水深三米。'],
  ])('%s', (question, telling, silent) => {
    expect(tells(question, telling)).toBe(true);
    expect(tells(question, silent)).toBe(false);
  });
});

test('only what stands near the word that asks is asked for', () => {
  expect(cuesOf(fold('赵青禾的职业学校在全县最早开设的课程面向了多少名新学员？'))).toEqual([]);
});

test('a question that names no known thing has no cues', () => {
  expect(cuesOf('白石镇今年')).toEqual([]);
  expect(cuesOf('')).toEqual([]);
});

test('full-width and traditional writing ask alike once folded', () => {
  expect(cuesOf(fold('職業是什麼？')).length).toBe(cuesOf(fold('职业是什么？')).length);
});

test('every line of the data has two patterns, and none fits everything', () => {
  for (const line of readLexicon('answer-cues.tsv')) {
    const [asked = '', told = '', ...more] = line.split('\t');
    expect(more).toEqual([]);
    for (const pattern of [asked, told]) {
      expect(pattern).not.toBe('');
      expect(new RegExp(pattern, 'u').test('')).toBe(false);
      expect(new RegExp(pattern, 'u').test('。')).toBe(false);
    }
  }
});

import { expect, test } from 'vitest';
import { type CutSentence, cutSection } from '../../../src/ingest/structure/cut.ts';
import { seededRandom } from '../made-up.ts';

function sentence(length: number, marks: Partial<CutSentence> = {}): CutSentence {
  return { length, startsParagraph: false, opensPoint: false, announces: false, ...marks };
}

function randomSection(seed: number): CutSentence[] {
  const random = seededRandom(seed);
  return Array.from({ length: Math.floor(random() * 40) }, (_, index) =>
    sentence(5 + Math.floor(random() ** 3 * 500), {
      startsParagraph: index === 0 || random() < 0.3,
      opensPoint: random() < 0.2,
      announces: random() < 0.2,
    }),
  );
}

function passages(section: readonly CutSentence[]): CutSentence[][] {
  const starts = cutSection(section);
  return starts.map((start, index) => section.slice(start, starts[index + 1]));
}

test('every sentence lies in exactly one passage, in order', () => {
  for (let seed = 0; seed < 300; seed++) {
    const section = randomSection(seed);
    expect(passages(section).flat()).toEqual(section);
    expect(passages(section).every((passage) => passage.length > 0)).toBe(true);
  }
});

test('a passage that starts within a paragraph ends within it', () => {
  for (let seed = 0; seed < 300; seed++) {
    for (const [first, ...rest] of passages(randomSection(seed))) {
      expect(first?.startsParagraph || rest.every((one) => !one.startsParagraph), `seed ${seed}`).toBe(true);
    }
  }
});

test('only a single sentence may exceed 420 characters', () => {
  for (let seed = 0; seed < 300; seed++) {
    for (const passage of passages(randomSection(seed))) {
      expect(passage.length === 1 || passage.reduce((sum, one) => sum + one.length, 0) <= 420).toBe(true);
    }
  }
});

test('nothing is cut into nothing', () => {
  expect(cutSection([])).toEqual([]);
});

test('short paragraphs go together, up to a passage’s length', () => {
  const section = Array.from({ length: 4 }, () => sentence(55, { startsParagraph: true }));
  expect(cutSection(section)).toEqual([0]);
});

test('two full paragraphs stay apart', () => {
  expect(cutSection([sentence(220, { startsParagraph: true }), sentence(220, { startsParagraph: true })])).toEqual([
    0, 1,
  ]);
});

test('a long paragraph is cut before a point rather than elsewhere', () => {
  const section = [
    sentence(90, { startsParagraph: true }),
    sentence(90),
    sentence(60),
    sentence(90, { opensPoint: true }),
    sentence(90),
    sentence(60),
  ];
  expect(cutSection(section)).toEqual([0, 3]);
});

test('an announcement is not parted from what it announces', () => {
  const section = [
    sentence(110, { startsParagraph: true }),
    sentence(105),
    sentence(12, { announces: true, opensPoint: true }),
    sentence(100),
    sentence(110),
  ];
  expect(cutSection(section)).toEqual([0, 2]);
});

test('a section of ten thousand sentences is cut at once', () => {
  const section = Array.from({ length: 10_000 }, (_, index) => sentence(20, { startsParagraph: index === 0 }));
  expect(cutSection(section).length).toBeGreaterThan(500);
});

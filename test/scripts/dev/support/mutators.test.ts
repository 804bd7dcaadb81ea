// Breaks of single lines: what is code and what is not, and the changes that are proposed.
import { describe, expect, test } from 'vitest';
import { maskOf, mutantsOf, withMutant } from '../../../../scripts/dev/support/mutators.ts';

const changes = (text: string): string[] => mutantsOf(text).map(({ mutator, after }) => `${mutator}: ${after}`);

describe('the mask of a source', () => {
  test.each([
    ["a = 'b'; // c", "a = '?';     "],
    ['a /* b\nc */ d', 'a     \n     d'],
    ['f(/[/"]x/g, 1)', 'f(/?????/g, 1)'],
    ['a / b / c', 'a / b / c'],
    ['`x$' + "{f('}')}y` + 1", '`???????????` + 1'],
    ["'it\\'s' + a", "'?????' + a"],
    ['`a\nb` + c', '`?\n?` + c'],
  ])('of %j hides what is no code', (text, mask) => expect(maskOf(text).replaceAll('\u0001', '?')).toBe(mask));

  test('is as long as the text, whatever is left open', () => {
    for (const text of ["'abc", '`a$' + '{b', '/* a', 'x = /ab', '// a', ''])
      expect(maskOf(text)).toHaveLength(text.length);
  });
});

describe('the breaks of a line', () => {
  test.each([
    ['a === b', ['equality: a !== b']],
    ['a < b', ['boundary: a <= b']],
    ['f(a && !b)', ['logic: f(a || !b)', 'negation: f(a && b)']],
    ['f(true)', ['boolean: f(false)']],
    ['a + b * c', ['arithmetic: a - b * c', 'arithmetic: a + b / c']],
    ['list.some(f)', ['method: list.every(f)']],
    ["f('x')", ["string: f('')"]],
    ["f('')", ["string: f('broken')"]],
    ['  return a;', ['return:   return undefined as never;', 'removed: ']],
    ['const f = (a: A): B => g(a);', ['return: const f = (a: A): B => undefined as never;']],
    [
      'if (f(a)) {',
      ['condition: if (!(f(a))) {', 'condition: if ((f(a)) || true) {', 'condition: if ((f(a)) && false) {'],
    ],
  ])('of %j', (line, expected) => expect(changes(line)).toEqual(expected));

  test.each(["import { a } from './a.ts';", "} from './a.ts';", '// a < b', '});', "type A = { a: 'b' };", ''])(
    'are none in %j',
    (line) => expect(changes(line).filter((change) => !change.startsWith('string'))).toEqual([]),
  );

  test('leave strings, comments and other lines alone', () => {
    const text = "const a = 'b < c'; // d === e\nf(a < b);\n";
    expect(changes(text)).toEqual(["string: const a = ''; // d === e", 'boundary: f(a <= b);', 'removed: ']);
  });
});

test('a break changes its line and no other, and keeps their number', () => {
  const text = 'one(1);\ntwo(a < b);\nthree(true);\n';
  for (const mutant of mutantsOf(text)) {
    const lines = withMutant(text, mutant).split('\n');
    expect(lines.map((line, index) => (index + 1 === mutant.line ? mutant.before : line)).join('\n')).toBe(text);
    expect(lines[mutant.line - 1]).not.toBe(mutant.before);
  }
});

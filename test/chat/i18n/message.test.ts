import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { message, messageFrom } from '../../../src/chat/i18n/message.ts';

describe('a message', () => {
  test('puts each value in its place, as often as it is named', () => {
    expect(message('{place} of {all}, {place}', 'place', 'all')(2, '5')).toBe('2 of 5, 2');
    expect(messageFrom('{b}{a}', 'a', 'b')({ a: 1, b: 2 })).toBe('21');
  });

  test.each([
    [0, '0 days'],
    [1, '1 day'],
    [2, '2 days'],
  ])('counts %s in the right number', (days, said) => {
    expect(message('{days|day|days}', 'days')(days)).toBe(said);
  });

  test('joins a list with what follows the colon', () => {
    expect(message('{names:, }.', 'names[]')(['a', 'b'])).toBe('a, b.');
    expect(message('{names: }', 'names[]')([])).toBe('');
  });

  test('says the text of a value that may be missing only where it is there', () => {
    const exam = message('Exam{about?, on *}', 'about?');
    expect([exam('work'), exam(0), exam(''), exam(null)]).toEqual(['Exam, on work', 'Exam, on 0', 'Exam', 'Exam']);
  });

  test('joins lines', () => {
    expect(message(['a {n}', 'b'], 'n')(1)).toBe('a 1\nb');
  });

  test('never reads a value as a text with places', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        expect(message('<{a}{b?-*-}>', 'a', 'b?')(value, '$&{a}*')).toBe(`<${value}-$&{a}*->`);
      }),
    );
  });

  test.each([
    ['{a}', []],
    ['a', ['a']],
    ['{a} {b}', ['a']],
    ['{a:, }', ['a']],
    ['{a}', ['a?']],
  ])('refuses %s with the parameters %s', (text, parameters) => {
    expect(() => message(text, ...parameters)).toThrow(TypeError);
  });
});

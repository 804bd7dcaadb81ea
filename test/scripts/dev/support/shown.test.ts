import { describe, expect, test } from 'vitest';
import { shownCommands, withOutputs } from '../../../../scripts/dev/support/shown.ts';

const place = (command: string, ...lines: string[]): string =>
  [`<!-- shown: ${command} -->`, ...lines, '<!-- /shown -->'].join('\n');
const shout = (command: string): string => `${command.toUpperCase()}\n\n`;

describe('withOutputs', () => {
  test('fills an empty place with the command and what it prints', () => {
    expect(withOutputs(place('say'), shout)).toBe(place('say', '```text', '$ say', 'SAY', '```'));
  });

  test('replaces what stood there and leaves all else as it is', () => {
    const text = `before\n${place('say', '```text', '$ say', 'old', '```')}\nafter\n`;
    expect(withOutputs(text, shout)).toBe(`before\n${place('say', '```text', '$ say', 'SAY', '```')}\nafter\n`);
  });

  test('done twice is the same as done once', () => {
    const once = withOutputs(`${place('a')}\ntext\n${place('b', 'old')}\n`, shout);
    expect(withOutputs(once, shout)).toBe(once);
  });

  test('keeps the text between two places, empty ones too', () => {
    expect(withOutputs(`${place('a')}\nbetween\n${place('b')}`, shout)).toContain('\nbetween\n');
  });

  test('an output is taken as it is, dollar signs and all', () => {
    expect(withOutputs(place('say'), () => '$& $1 costs $$')).toContain('\n$& $1 costs $$\n');
  });

  test('a text without places stays as it is', () => expect(withOutputs('# Title\n', shout)).toBe('# Title\n'));
});

test('commands are found in their order', () => {
  expect(shownCommands(`${place('a "b"')}\n${place('c')}`)).toEqual(['a "b"', 'c']);
});

import { expect, test } from 'vitest';
import { mayAsk } from '../../src/chat/access.ts';

const ownerIds = ['7'];

test.each([
  ['invite', '7', 'private', true],
  ['invite', '7', 'group', true],
  ['invite', '8', 'private', false],
  ['invite', '8', 'group', false],
  ['open', '7', 'group', true],
  ['open', '8', 'private', true],
  ['open', '8', 'group', false],
] as const)('with access %s, person %s in a %s chat may ask: %s', (access, user, place, expected) => {
  expect(mayAsk({ access, ownerIds }, user, place)).toBe(expected);
});

test('without owners nobody is invited', () => {
  expect(mayAsk({ access: 'invite', ownerIds: [] }, '', 'private')).toBe(false);
});

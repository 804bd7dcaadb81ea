// The whole policy, action by action: whoever changes who may do what changes this table too, knowingly.
import { describe, expect, test } from 'vitest';
import type { Place, Role } from '../../../src/chat/access/policy.ts';
import { type Action, isAction, judge, POLICY } from '../../../src/chat/access/policy.ts';
import { commandsFor } from '../../../src/chat/i18n/welcome.ts';
import { wordingFor } from '../../../src/chat/i18n/wording.ts';

const ROLES: readonly Role[] = ['owner', 'maintainer', 'official', 'trainee', 'guest', 'stranger'];
const PLACES: readonly Place[] = ['private', 'group'];

// One letter a role, in the order above: o m f t g s; a dash where it may not.
const TABLE: Readonly<Record<Action, readonly [private_: string, group: string]>> = {
  start: ['omftgs', 'omftgs'],
  help: ['omftg-', 'omftg-'],
  question: ['omftg-', 'omftg-'],
  ask: ['omftg-', 'omftg-'],
  brief: ['omftg-', 'omftg-'],
  compare: ['omftg-', 'omftg-'],
  topic: ['omftg-', 'omftg-'],
  districts: ['omftg-', 'omftg-'],
  sources: ['omftg-', 'omftg-'],
  source: ['omftg-', 'omftg-'],
  judge: ['omftg-', 'omftg-'],
  stop: ['omftg-', 'omftg-'],
  language: ['omftg-', 'omftg-'],
  inline: ['omft--', '------'],
  file: ['omftg-', '------'],
  browse: ['omftg-', '------'],
  search: ['omftg-', '------'],
  history: ['omftg-', '------'],
  draft: ['omft--', '------'],
  share: ['omft--', '------'],
  unshare: ['omft--', '------'],
  shared: ['omft--', '------'],
  tokens: ['omft--', '------'],
  keys: ['o-----', '------'],
  practice: ['omftg-', 'omftg-'],
  quiz: ['omftg-', '------'],
  review: ['omftg-', '------'],
  mistakes: ['omftg-', '------'],
  skip: ['omftg-', '------'],
  undo: ['omftg-', '------'],
  pace: ['omftg-', '------'],
  progress: ['omftg-', '------'],
  remind: ['omftg-', '------'],
  pause: ['omftg-', '------'],
  fault: ['omftg-', '------'],
  exam: ['omft--', '------'],
  round: ['------', 'omft--'],
  results: ['omft--', '------'],
  examine: ['om----', '------'],
  bank: ['om----', '------'],
  faults: ['om----', '------'],
  link: ['omftgs', '------'],
  privacy: ['omftgs', '------'],
  export_me: ['omftgs', '------'],
  forget_me: ['omftgs', '------'],
  invite: ['om----', '------'],
  members: ['om----', '------'],
  revoke: ['om----', '------'],
  approve: ['------', 'om----'],
  withdraw: ['------', 'om----'],
  add: ['om----', '------'],
  status: ['om----', '------'],
  reindex: ['om----', '------'],
  reports: ['om----', '------'],
  remove: ['om----', '------'],
  correct: ['om----', '------'],
  pending: ['om----', '------'],
  items: ['om----', '------'],
  backup: ['o-----', '------'],
  gaps: ['om----', '------'],
  feedback: ['om----', '------'],
};

describe.each(Object.keys(POLICY).filter(isAction))('%s', (action) => {
  test.each(PLACES)('is allowed in %s to exactly those in the table', (place) => {
    const allowed = ROLES.map((role) =>
      judge(action, { role, place, isApproved: true }) === 'allowed' ? 'omftgs'[ROLES.indexOf(role)] : '-',
    );
    expect(allowed.join('')).toBe(TABLE[action][place === 'private' ? 0 : 1]);
  });
});

test('in a group that nobody approved, owners alone may ask; maintainers may approve it', () => {
  for (const action of Object.keys(POLICY).filter(isAction)) {
    for (const role of ROLES) {
      const approved = judge(action, { role, place: 'group', isApproved: true });
      const expected = approved !== 'allowed' || role === 'owner' || action === 'approve' ? approved : 'unapproved';
      expect(judge(action, { role, place: 'group', isApproved: false }), `${action} ${role}`).toBe(expected);
    }
  }
});

test('what costs a question is what makes the product work', () => {
  const costly = Object.entries(POLICY).filter(([, { cost }]) => cost === 'question');
  expect(costly.map(([action]) => action).sort()).toEqual([
    'ask',
    'brief',
    'compare',
    'draft',
    'file',
    'inline',
    'question',
    'search',
    'topic',
  ]);
});

test.each(['constructor', '__proto__', 'toString', '', 'nonsense'])('%j is no deed', (name) =>
  expect(isAction(name)).toBe(false),
);

describe('menus', () => {
  test.each(['zh', 'en'] as const)('in %s show each role what it may do, and no more', (language) => {
    for (const role of ROLES) {
      for (const place of PLACES) {
        const shown = commandsFor({ role, place }, wordingFor(language)).map(({ command }) => command);
        const allowed = Object.keys(wordingFor(language).commands).filter(
          (name) => isAction(name) && judge(name, { role, place, isApproved: true }) === 'allowed',
        );
        expect(shown).toEqual(allowed);
      }
    }
  });

  test('fit what the Bot API takes', () => {
    for (const language of ['zh', 'en'] as const) {
      for (const { command, description } of commandsFor({ role: 'owner', place: 'private' }, wordingFor(language))) {
        expect(command).toMatch(/^[a-z0-9_]{1,32}$/u);
        expect(description.length).toBeGreaterThan(0);
        expect(description.length).toBeLessThanOrEqual(256);
      }
    }
  });

  test('both languages hold the same commands in the same order', () => {
    expect(Object.keys(wordingFor('en').commands)).toEqual(Object.keys(wordingFor('zh').commands));
  });
});

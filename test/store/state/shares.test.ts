// Links to answers and conversations: what they show, and when they end.
import { describe, expect, test } from 'vitest';
import { answered, SPEAKER } from '../../chat/made-up.ts';
import { later, NOW, useState } from '../support/state.ts';

const opened = useState();
// In private the chat bears the person's own id.
const ME = { ...SPEAKER, chat: 'u1', conversation: 'a' };
const OTHER = { ...SPEAKER, chat: 'u2', user: 'u2', conversation: 'a' };

const keep = (question: string, speaker = ME): string =>
  opened.state.exchanges.keep(speaker, { question, answer: answered(), followable: true, at: NOW });
const add = (exchange: string | null, hash = 'h1', speaker = ME): boolean =>
  opened.state.shares.add(speaker, { id: `id-${hash}`, hash, exchange, at: NOW });
const shownBy = (hash: string): string[] | null => {
  const share = opened.state.shares.find(hash);
  return share && opened.state.shares.exchanges(share, 9).map(({ question }) => question);
};

describe('a link', () => {
  test('to a conversation shows it as it was then, oldest first', () => {
    keep('一');
    keep('二');
    expect(add(null)).toBe(true);
    keep('后来的');
    expect(shownBy('h1')).toEqual(['一', '二']);
  });

  test('to one answer shows that alone', () => {
    keep('一');
    const id = keep('二');
    expect(add(id)).toBe(true);
    expect(shownBy('h1')).toEqual(['二']);
  });

  test('is made to nothing of others, and to no empty conversation', () => {
    const theirs = keep('别人的', OTHER);
    expect([add(theirs), add(null), add('zzz'), add('-')]).toEqual([false, false, false, false]);
    const inGroup = keep('群里的', { ...ME, chat: 'group' });
    expect(add(inGroup)).toBe(false);
  });

  test('is listed and ended by its maker alone', () => {
    keep('一');
    add(null, 'h1');
    expect(opened.state.shares.list(ME).map(({ id, conversation }) => [id, conversation])).toEqual([['id-h1', 'a']]);
    expect([opened.state.shares.list(OTHER), opened.state.shares.remove(OTHER, 'id-h1')]).toEqual([[], false]);
    expect([opened.state.shares.remove(ME, 'id-h1'), shownBy('h1')]).toEqual([true, null]);
  });

  test('shows no more what its maker deleted, and ends with the conversation, with age and when the maker is forgotten', () => {
    keep('一');
    const id = keep('二');
    add(null, 'h1');
    opened.state.history.remove(ME, id);
    expect(shownBy('h1')).toEqual(['一']);
    opened.state.conversations.remove(ME);
    expect(shownBy('h1')).toBeNull();
    keep('三');
    add(null, 'h2');
    opened.state.personalData.forget(ME);
    expect(shownBy('h2')).toBeNull();
    keep('四');
    add(null, 'h3');
    opened.state.personalData.prune(later(1));
    expect(shownBy('h3')).toBeNull();
  });
});

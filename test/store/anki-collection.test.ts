import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { ankiCollection } from '../../src/store/anki-collection.ts';

test('a collection holds each note with its fields, tags and card in the deck', () => {
  const notes = [{ id: 'a', front: '问', back: '答', tags: ['柳溪区', 'single'] }];
  const bytes = ankiCollection(notes, { name: '试卷', madeAt: new Date('2031-03-01T08:00:00Z') });
  const database = new Database(Buffer.from(bytes));
  expect(database.prepare('SELECT guid, tags, flds FROM notes').all()).toEqual([
    { guid: 'a', tags: ' 柳溪区 single ', flds: '问\u001f答' },
  ]);
  const decks = JSON.parse(String(database.prepare('SELECT decks FROM col').pluck().get())) as Record<
    string,
    { name: string }
  >;
  const deck = database.prepare('SELECT did FROM cards').pluck().get();
  expect(decks[String(deck)]?.name).toBe('试卷');
  database.close();
});

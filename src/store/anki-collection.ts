// An Anki collection (schema 11, which every Anki since 2.1 imports) as SQLite bytes: one deck of notes with a front and a back.
import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';

/** A note of an Anki deck. Fields are HTML. */
export interface AnkiNote {
  /** Unique and lasting: a note that is imported again replaces itself. */
  readonly id: string;
  readonly front: string;
  readonly back: string;
  /** Without spaces. */
  readonly tags: readonly string[];
}

const TABLES = `
CREATE TABLE col (id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL, ver integer NOT NULL,
  dty integer NOT NULL, usn integer NOT NULL, ls integer NOT NULL, conf text NOT NULL, models text NOT NULL, decks text NOT NULL,
  dconf text NOT NULL, tags text NOT NULL);
CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL, usn integer NOT NULL,
  tags text NOT NULL, flds text NOT NULL, sfld integer NOT NULL, csum integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
CREATE TABLE cards (id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL, mod integer NOT NULL,
  usn integer NOT NULL, type integer NOT NULL, queue integer NOT NULL, due integer NOT NULL, ivl integer NOT NULL,
  factor integer NOT NULL, reps integer NOT NULL, lapses integer NOT NULL, left integer NOT NULL, odue integer NOT NULL,
  odid integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
CREATE TABLE revlog (id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL, ease integer NOT NULL, ivl integer NOT NULL,
  lastIvl integer NOT NULL, factor integer NOT NULL, time integer NOT NULL, type integer NOT NULL);
CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL);
CREATE INDEX ix_notes_usn ON notes (usn); CREATE INDEX ix_cards_usn ON cards (usn); CREATE INDEX ix_revlog_usn ON revlog (usn);
CREATE INDEX ix_cards_nid ON cards (nid); CREATE INDEX ix_cards_sched ON cards (did, queue, due);
CREATE INDEX ix_revlog_cid ON revlog (cid); CREATE INDEX ix_notes_csum ON notes (csum);`;

const SCHEMA = 11;
/** Ids of our note type and deck: any number of milliseconds that no other program is likely to have taken. */
const MODEL_ID = 1_700_000_000_501;
const FIRST_NOTE_ID = 1_700_000_100_000;
const SEPARATOR = '\u001f';
const CSS = '.card { font-family: sans-serif; font-size: 20px; text-align: left; }';

const hashOf = (text: string): string => createHash('sha1').update(text).digest('hex');

function modelOf(deckId: number): object {
  const field = (name: string, ord: number): object => ({
    name,
    ord,
    sticky: false,
    rtl: false,
    font: 'Arial',
    size: 20,
    media: [],
  });
  const template = {
    name: 'Card 1',
    ord: 0,
    qfmt: '{{Front}}',
    afmt: '{{FrontSide}}<hr id=answer>{{Back}}',
    did: null,
    bqfmt: '',
    bafmt: '',
  };
  return {
    ...{ id: MODEL_ID, name: 'Quzhi', type: 0, mod: 0, usn: -1, sortf: 0, did: deckId, css: CSS, tags: [], vers: [] },
    ...{
      flds: [field('Front', 0), field('Back', 1)],
      tmpls: [template],
      req: [[0, 'all', [0]]],
      latexPre: '',
      latexPost: '',
    },
  };
}

function deckOf(id: number, name: string): object {
  const today = [0, 0];
  const counts = { newToday: today, revToday: today, lrnToday: today, timeToday: today };
  return {
    id,
    name,
    mod: 0,
    usn: -1,
    desc: '',
    dyn: 0,
    conf: 1,
    collapsed: false,
    extendNew: 0,
    extendRev: 0,
    ...counts,
  };
}

/** The name of a deck and when it was made. */
export interface AnkiDeck {
  readonly name: string;
  readonly madeAt: Date;
}

/** Returns the bytes of an Anki collection (`collection.anki2`) with one deck. */
export function ankiCollection(notes: readonly AnkiNote[], { name, madeAt }: AnkiDeck): Uint8Array {
  const database = new Database(':memory:');
  try {
    database.exec(TABLES);
    const seconds = Math.floor(madeAt.getTime() / 1_000);
    const deckId = FIRST_NOTE_ID - 1 - (Number.parseInt(hashOf(name).slice(0, 6), 16) % 90_000);
    const decks = { 1: deckOf(1, 'Default'), [deckId]: deckOf(deckId, name) };
    const texts = [{}, { [MODEL_ID]: modelOf(deckId) }, decks, {}, {}].map((part) => JSON.stringify(part));
    const times = [seconds, madeAt.getTime(), madeAt.getTime()];
    database.prepare('INSERT INTO col VALUES (1, ?, ?, ?, ?, 0, 0, 0, ?, ?, ?, ?, ?)').run(...times, SCHEMA, ...texts);
    const addNote = database.prepare('INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, ?)');
    const addCard = database.prepare(
      'INSERT INTO cards VALUES (?, ?, ?, 0, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, ?)',
    );
    for (const [n, { id, front, back, tags }] of notes.entries()) {
      const row = FIRST_NOTE_ID + n;
      const check = Number.parseInt(hashOf(front).slice(0, 8), 16);
      const fields = [front, back].join(SEPARATOR);
      addNote.run(row, id, MODEL_ID, seconds, ` ${tags.join(' ')} `, fields, front, check, '');
      addCard.run(row, row, deckId, seconds, n + 1, '');
    }
    return database.serialize();
  } finally {
    database.close();
  }
}

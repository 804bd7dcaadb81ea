// Where an exchange is kept: an answer out of the reports on disk; one about a person's own file in memory alone, beside the file,
// until the file is put away. What is promised of such a file holds so for its quotes, too.
import type { Exchange, PastExchange } from '../../store/state/exchanges.ts';
import type { Answer } from '../../types.ts';
import type { OwnFile, Turn } from '../turn.ts';

/** Most answers about one file that can be opened again. */
const MAX_FILE_EXCHANGES = 20;
/** No id of the store begins so: it has no hyphen. */
const FILE_ID = 'file-';

type InTurn = Pick<Turn, 'parts' | 'speaker' | 'session'>;

/** Returns the file that questions of the speaker are about now; null: they are about the reports. */
export function openFileOf({ parts, session }: Pick<Turn, 'parts' | 'session'>): OwnFile | null {
  const { document } = session;
  return document !== null && document.until > parts.now() ? document : null;
}

/** Keeps an exchange about a file, or about the reports (null); returns the id under which its answer is found again. */
export function keepExchange(turn: InTurn & { readonly file: OwnFile | null }, exchange: Exchange): string {
  const { file } = turn;
  if (file === null) return turn.parts.state.exchanges.keep(turn.speaker, exchange);
  const id = `${FILE_ID}${file.asked.count}`;
  file.asked.count += 1;
  file.asked.exchanges = [...file.asked.exchanges, { id, ...exchange }].slice(-MAX_FILE_EXCHANGES);
  return id;
}

/** Returns the speaker's exchange of this id; null where there is none any more. */
export function findExchange(turn: InTurn, id: string): Pick<PastExchange, 'question' | 'answer'> | null {
  if (!id.startsWith(FILE_ID)) return turn.parts.state.history.find(turn.speaker, id);
  return openFileOf(turn)?.asked.exchanges.find((exchange) => exchange.id === id) ?? null;
}

/** Returns the answer of this id if it was given in the speaker's chat; with `null` the speaker's latest; else null. */
export function findAnswer(turn: InTurn, id: string | null): Answer | null {
  const file = openFileOf(turn);
  if (id === null && file !== null) return file.asked.exchanges.at(-1)?.answer ?? null;
  if (id?.startsWith(FILE_ID)) return findExchange(turn, id)?.answer ?? null;
  return turn.parts.state.exchanges.find(turn.speaker, id);
}

/** Returns the speaker's latest questions after `since` that may be followed up, at most `limit`, oldest first. */
export function recentQuestions(turn: InTurn, { limit, since }: { limit: number; since: Date }): readonly string[] {
  const file = openFileOf(turn);
  if (file === null) return turn.parts.state.exchanges.recentQuestions(turn.speaker, { limit, since });
  return file.asked.exchanges
    .filter(({ followable, at }) => followable && at > since)
    .map(({ question }) => question)
    .slice(-limit);
}

/** Starts the speaker afresh: earlier questions are no longer followed up; past answers stay open. */
export function startAfresh(turn: InTurn): void {
  const file = openFileOf(turn);
  if (file === null) turn.parts.state.exchanges.startAfresh(turn.speaker);
  else file.asked.exchanges = file.asked.exchanges.map((exchange) => ({ ...exchange, followable: false }));
}

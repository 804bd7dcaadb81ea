// Files that people send: a maintainer's is staged and indexed after a tap, anyone else's is asked about and not kept.

import type { Report } from '../../types.ts';
import { judge } from '../access/policy.ts';
import { askQuestion } from '../asking/asking.ts';
import { readQuestion } from '../input.ts';
import type { Reply } from '../reply.ts';
import { note, type OwnFile, say, type Turn } from '../turn.ts';
import type { CorpusAdmin, SentFile } from './corpus-admin.ts';
import { hearerOf, soundIds } from './corpus-api.ts';
import { lines, withCorpusAdmin } from './corpus-commands.ts';
import { discardFiles, takeFilesIn } from './pending-commands.ts';

/** Largest file that is fetched; the Bot API gives none larger. */
export const MAX_FILE_BYTES = 20 * 1_048_576;
const ABOUT_FILE_MINUTES = 30;

/** Takes a file in hand: checked by name and size before it is fetched. */
export function receiveFile(file: SentFile, turn: Turn): Promise<Reply> {
  return withCorpusAdmin(turn, async (corpusAdmin) => {
    const { wording, role } = turn;
    const name = file.name.toLowerCase();
    if (!corpusAdmin.formats.some((ending) => name.endsWith(ending)))
      return say(turn, wording.wrongFormat(corpusAdmin.formats));
    if ((file.sizeBytes ?? 0) > MAX_FILE_BYTES) return say(turn, wording.tooLarge(MAX_FILE_BYTES / 1_048_576));
    const bytes = await file.download();
    if (bytes.length > MAX_FILE_BYTES) return say(turn, wording.tooLarge(MAX_FILE_BYTES / 1_048_576));
    const mayAdd = judge('add', { role, place: turn.place, isApproved: true }) === 'allowed';
    return mayAdd && file.isForAsking !== true
      ? stage(file, bytes, { corpusAdmin, turn })
      : takeUp(file, bytes, { corpusAdmin, turn });
  });
}

interface At {
  readonly corpusAdmin: CorpusAdmin;
  readonly turn: Turn;
}

async function stage({ name, caption }: SentFile, bytes: Uint8Array, { corpusAdmin, turn }: At): Promise<Reply> {
  const { wording } = turn;
  const { id, verdict, health } = await corpusAdmin.stage({ name, bytes, caption }, hearerOf(turn));
  const sound = soundIds(corpusAdmin, turn).length;
  const buttons = [
    { label: wording.stageYes, token: `stage:${id}:yes` },
    { label: wording.stageAsk, token: `stage:${id}:ask` },
    { label: wording.stageNo, token: `stage:${id}:no` },
    ...(sound > 1 ? [{ label: wording.takeAll(sound), token: 'stage:all:yes' }] : []),
  ];
  turn.session.document = null;
  // What cannot be read can be neither taken in nor asked about.
  if (verdict === 'unreadable') return { ...lines(health, wording.staged(name), turn), buttons: buttons.slice(2) };
  const report = await corpusAdmin.read(name, bytes, personOf(turn));
  const until = new Date(turn.parts.now().getTime() + ABOUT_FILE_MINUTES * 60_000);
  turn.session.offered = { id, report, until };
  return { ...lines(health, wording.staged(name), turn), buttons };
}

/** Returns the name under which a person's files wait for one another. */
function personOf({ speaker: { channel, user } }: Turn): string {
  return `${channel}/${user}`;
}

/** Opens a file for questions; nothing was asked about it yet. */
function openFile(report: Report, until: Date): OwnFile {
  return { report, until, asked: { count: 0, exchanges: [] } };
}

/** The next questions are about this file; the caption, where there is one, is the first. */
async function takeUp({ name, caption }: SentFile, bytes: Uint8Array, { corpusAdmin, turn }: At): Promise<Reply> {
  const report = await corpusAdmin.read(name, bytes, personOf(turn));
  const until = new Date(turn.parts.now().getTime() + ABOUT_FILE_MINUTES * 60_000);
  turn.session.document = openFile(report, until);
  const question = readQuestion(caption);
  if (question.kind === 'question') return askQuestion(question.text, turn);
  return say(turn, turn.wording.askAboutFile(report.title, ABOUT_FILE_MINUTES));
}

/** A pressed `stage:ID:yes`, `:ask` or `:no`; `all` for the ID: all sound ones taken in, all thrown away. */
export function pressStage([id = '', answer]: readonly string[], turn: Turn): Reply | Promise<Reply> {
  const { wording, session } = turn;
  if (answer === 'no') return discardFiles(id, turn);
  if (answer === 'yes') return takeFilesIn(id, turn);
  if (session.offered?.id !== id) return note(turn, wording.gone);
  const { report, until } = session.offered;
  session.document = openFile(report, until);
  return say(turn, wording.askAboutFile(report.title, ABOUT_FILE_MINUTES));
}

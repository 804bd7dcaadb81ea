// Commands for the corpus: status, reports, removal, rebuilding. The corpus administration does the work; this draws the outcome.
import { AppError } from '../../errors.ts';
import { doNoted } from '../access/noted-deed.ts';
import { sourceLabel } from '../asking/place.ts';
import { handleOf } from '../asking/places.ts';
import type { Reply } from '../reply.ts';
import { note, say, type Turn } from '../turn.ts';
import type { CorpusAdmin } from './corpus-admin.ts';
import { hearerOf } from './corpus-api.ts';

const MAX_LISTED = 60;

/** Runs work of the corpus administration; where it fails, the remedy is the reply and an alert is raised. */
export async function withCorpusAdmin(
  turn: Turn,
  work: (corpusAdmin: CorpusAdmin) => Reply | Promise<Reply>,
): Promise<Reply> {
  const { corpusAdmin, alerts } = turn.parts;
  if (corpusAdmin === undefined) return say(turn, turn.wording.notHere);
  try {
    return await work(corpusAdmin);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const told = corpusAdmin.told(error.message, turn.speaker.language);
    if (turn.action !== 'file' && turn.action !== 'correct') alerts?.raise(turn.wording.ingestFailed(told));
    return say(turn, turn.wording.cannot(told));
  }
}

/** `/status`. */
export function statusCommand(_argument: string, turn: Turn): Promise<Reply> {
  return withCorpusAdmin(turn, (corpusAdmin) => {
    const { members, audit } = turn.parts.state;
    const { count, brokenAt } = audit.verify();
    const access = turn.wording.peopleStatus(members.list(turn.account.channel).length, count, brokenAt);
    return say(turn, [...corpusAdmin.status(turn.speaker.language), access].join('\n'));
  });
}

/** `/reindex`. */
export function reindexCommand(_argument: string, turn: Turn): Promise<Reply> {
  return withCorpusAdmin(turn, async (corpusAdmin) =>
    lines(await doNoted('all', turn, () => corpusAdmin.reindex(hearerOf(turn))), turn.wording.reindexed, turn),
  );
}

/** The health of an ingest under a first line. */
export function lines(health: readonly string[], first: string, turn: Turn): Reply {
  return health.length === 0 ? say(turn, first) : say(turn, first, health.join('\n'));
}

/** `/reports`: what is indexed, with the ids that `/remove` takes. */
export function reportsCommand(_argument: string, turn: Turn): Reply {
  const reports = turn.parts.service.reports();
  const listed = reports.slice(0, MAX_LISTED).map((report) => `· ${sourceLabel(report)}\n  ${report.id}`);
  if (listed.length === 0) return say(turn, turn.wording.nothingIndexed);
  const left = reports.length - listed.length;
  return say(turn, [...listed, ...(left > 0 ? [turn.wording.andMore(left)] : [])].join('\n'));
}

/** `/remove ID` asks once more before it removes. */
export function removeCommand(argument: string, turn: Turn): Reply {
  const { wording } = turn;
  const id = argument.trim();
  const report = turn.parts.service.reports().find((one) => one.id === id);
  if (report === undefined) return say(turn, wording.removeUsage);
  const buttons = [{ label: wording.removeYes, token: `remove:${handleOf(report.id)}` }];
  return { ...say(turn, wording.removeSure(sourceLabel(report))), buttons };
}

/** A pressed `remove:REPORT`. */
export function pressRemove([handle = '']: readonly string[], turn: Turn): Reply | Promise<Reply> {
  const report = turn.parts.service.reports().find(({ id }) => handleOf(id) === handle);
  if (report === undefined) return note(turn, turn.wording.gone);
  return withCorpusAdmin(turn, async (corpusAdmin) => {
    const health = await doNoted(report.id, turn, () => corpusAdmin.remove(report.id, hearerOf(turn)));
    return lines(health, turn.wording.removed, turn);
  });
}

const ASSIGNMENT = /([A-Za-z]+|\p{Script=Han}{2,5})\s*[=＝]\s*/gu;

/** Returns the fields of `区县=… 日期=…`: each value runs to the next name. */
function assignmentsOf(text: string): Record<string, string> {
  const found = [...text.matchAll(ASSIGNMENT)];
  return Object.fromEntries(
    found.map((match, index) => {
      const from = match.index + match[0].length;
      return [match[1] ?? '', text.slice(from, found[index + 1]?.index ?? text.length).trim()];
    }),
  );
}

/** `/correct ID 区县=… 日期=…`, `/correct ID 撤销`; without more it tells how. */
export function correctCommand(argument: string, turn: Turn): Promise<Reply> {
  const { wording } = turn;
  const first = argument.search(ASSIGNMENT);
  const isUndo = /\s(?:undo|撤销)\s*$/u.test(argument);
  const id = (
    isUndo ? argument.replace(/\S+\s*$/u, '') : argument.slice(0, first < 0 ? argument.length : first)
  ).trim();
  return withCorpusAdmin(turn, async (corpusAdmin) => {
    if (id === '' || (first < 0 && !isUndo)) return say(turn, wording.correctUsage);
    if (isUndo) {
      const isUndone = await doNoted(id, turn, () => corpusAdmin.undoCorrection(id, hearerOf(turn)));
      return say(turn, isUndone ? wording.correctionUndone : wording.noCorrection);
    }
    const fields = assignmentsOf(argument.slice(first));
    await doNoted(id, turn, () => corpusAdmin.correct(id, fields, hearerOf(turn)));
    const report = turn.parts.service.reports().find((one) => one.id === id);
    return say(turn, wording.corrected(report === undefined ? id : sourceLabel(report)));
  });
}

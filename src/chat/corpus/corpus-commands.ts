// Commands for the corpus: status, reports, removal, rebuilding. The corpus administration does the work; this draws the outcome.
import { AppError } from '../../errors.ts';
import { sourceLabel } from '../asking/place.ts';
import { handleOf } from '../asking/places.ts';
import type { Reply } from '../reply.ts';
import { note, say, type Turn } from '../turn.ts';
import type { CorpusAdmin } from './corpus-admin.ts';

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
    if (turn.action !== 'file') alerts?.raise(turn.wording.ingestFailed(error.message));
    return say(turn, turn.wording.cannot(error.message));
  }
}

/** `/status`. */
export function statusCommand(_argument: string, turn: Turn): Promise<Reply> {
  return withCorpusAdmin(turn, (corpusAdmin) => {
    const { members, audit } = turn.parts.state;
    const { count, brokenAt } = audit.verify();
    const access = turn.wording.peopleStatus(members.list(turn.speaker.channel).length, count, brokenAt);
    return say(turn, [...corpusAdmin.status(), access].join('\n'));
  });
}

/** `/reindex`. */
export function reindexCommand(_argument: string, turn: Turn): Promise<Reply> {
  return withCorpusAdmin(turn, async (corpusAdmin) =>
    lines(await corpusAdmin.reindex(turn.onProgress), turn.wording.reindexed, turn),
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
  return withCorpusAdmin(turn, async (corpusAdmin) =>
    lines(await corpusAdmin.remove(report.id, turn.onProgress), turn.wording.removed, turn),
  );
}

// The files that wait, in a chat: what there is, taking them in, throwing them away.
import type { Reply } from '../reply.ts';
import { note, say, type Turn } from '../turn.ts';
import type { FileVerdict } from './corpus-admin.ts';
import { acceptFiles, discardWaiting, soundIds } from './corpus-api.ts';
import { lines, withCorpusAdmin } from './corpus-commands.ts';

/** Stands for all files in a button. */
const ALL = 'all';

/** Takes a waiting file in; `all`: all that are sound. */
export function takeFilesIn(id: string, turn: Turn): Promise<Reply> {
  const { wording } = turn;
  return withCorpusAdmin(turn, async (corpusAdmin) => {
    const accepted = await acceptFiles(id === ALL ? soundIds(corpusAdmin, turn) : [id], { corpusAdmin, turn });
    if (accepted === null) return note(turn, wording.gone);
    return lines(accepted.health, accepted.files > 1 ? wording.acceptedAll(accepted.files) : wording.accepted, turn);
  });
}

/** Throws a waiting file away; `all`: every one. */
export function discardFiles(id: string, turn: Turn): Promise<Reply> {
  return withCorpusAdmin(turn, async (corpusAdmin) => {
    const waiting = corpusAdmin.pending(turn.speaker.language).map((file) => file.id);
    await discardWaiting(id === ALL ? waiting : [id], { corpusAdmin, turn });
    return { ...say(turn, turn.wording.discarded), shownAs: 'edit' as const };
  });
}

const MAX_PENDING_LINES = 30;

/** `/pending`: the files that wait, those that want a look first, with buttons for all of them. */
export function pendingCommand(_argument: string, turn: Turn): Promise<Reply> {
  const { wording } = turn;
  return withCorpusAdmin(turn, (corpusAdmin) => {
    const files = corpusAdmin.pending(turn.speaker.language);
    if (files.length === 0) return say(turn, wording.nothingPending);
    const count = (verdict: FileVerdict): number => files.filter((file) => file.verdict === verdict).length;
    const [sound, doubtful, unreadable] = [count('sound'), count('doubtful'), count('unreadable')];
    const first = wording.pendingCounts(files.length, sound, doubtful, unreadable);
    const wanted = files.filter(({ verdict }) => verdict === 'doubtful' || verdict === 'unreadable');
    const listed = wanted.slice(0, MAX_PENDING_LINES).map(({ name, remarks }) => `· ${name}\n  ${remarks.join('；')}`);
    const left = wanted.length - listed.length;
    const buttons = [
      ...(sound > 0 ? [{ label: wording.takeAll(sound), token: 'stage:all:yes' }] : []),
      { label: wording.discardAll(files.length), token: 'stage:all:no' },
    ];
    return { ...say(turn, first, ...listed, ...(left > 0 ? [wording.andMore(left)] : [])), buttons };
  });
}

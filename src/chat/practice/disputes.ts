// Disputed items: learners report them, statistics flag them, maintainers retire, keep or mend them. And the exact words behind an item.
import { answerText, letterOf } from '../../quiz/grade/answer-text.ts';
import type { Dispute, DisputeVerdict, PosedQuestion } from '../../quiz/learning/records.ts';
import { type ItemStatistics, isSuspect, statisticsOf } from '../../quiz/learning/statistics.ts';
import type { Item } from '../../quiz/types.ts';
import type { Citation } from '../../types.ts';
import { sitsExam } from '../access/admission.ts';
import { quoteBlocks } from '../asking/compose.ts';
import { contextOf } from '../asking/open-source.ts';
import { clip, sourceLabel } from '../asking/place.ts';
import type { Reply } from '../reply.ts';
import { note, say, type Turn } from '../turn.ts';
import { learnerOf } from './learner.ts';
import { tidyCards } from './tidy.ts';

const MAX_SHOWN = 5;
const MAX_ANSWER_CHARACTERS = 150;
const VERDICTS: Readonly<Record<string, DisputeVerdict>> = {
  停用: 'retired',
  retire: 'retired',
  retired: 'retired',
  驳回: 'dismissed',
  dismiss: 'dismissed',
  dismissed: 'dismissed',
  已修正: 'fixed',
  fixed: 'fixed',
};

/** True if a question was put to the speaker, alone or in a group. */
function isTheirs({ channel, chat, user }: PosedQuestion, { speaker }: Turn): boolean {
  return channel === speaker.channel && (user === null ? chat === speaker.chat : user === speaker.user);
}

const MAX_REASON_CHARACTERS = 200;
/** Reasons for a dispute, as buttons offer them. */
const REASONS = ['answer', 'question', 'source'] as const;

/** Returns a pressed `fault:TOKEN`: this question is wrong; `fault:TOKEN:REASON`: and what is wrong with it. */
export function pressDispute([token = '', word = '']: readonly string[], turn: Turn): Reply {
  const question = turn.parts.state.learning.questions.find(token);
  if (question === null || !isTheirs(question, turn)) return note(turn, turn.wording.gone);
  reportDispute(question, turn);
  const reason = REASONS.find((one) => one === word);
  if (reason === undefined) return { ...say(turn, turn.wording.disputeNotedWhy), buttons: reasonButtons(token, turn) };
  explain(question, turn.wording.disputeReasons[reason], turn);
  return note(turn, turn.wording.disputeNoted);
}

function reasonButtons(token: string, { wording }: Turn): Reply['buttons'] {
  return REASONS.map((reason) => ({ label: wording.disputeReasons[reason], token: `fault:${token}:${reason}` }));
}

function explain({ item }: PosedQuestion, reason: string, turn: Turn): void {
  turn.parts.state.learning.disputes.explain(item.id, learnerOf(turn), clip(reason, MAX_REASON_CHARACTERS));
}

/** `/fault [reason]`: the question answered last is wrong. */
export function disputeCommand(argument: string, turn: Turn): Reply {
  const question = turn.parts.state.learning.questions.latest(learnerOf(turn));
  if (question === null) return say(turn, turn.wording.nothingToDispute);
  reportDispute(question, turn);
  const reason = argument.trim();
  if (reason === '')
    return { ...say(turn, turn.wording.disputeNotedWhy), buttons: reasonButtons(question.token, turn) };
  explain(question, reason, turn);
  return say(turn, turn.wording.disputeNoted);
}

function reportDispute({ item }: PosedQuestion, turn: Turn): void {
  const { learning } = turn.parts.state;
  const isNew = learning.disputes.report(item, learnerOf(turn), turn.parts.now());
  if (isNew) turn.parts.alerts?.raise(turn.wording.disputeRaised(item.question));
}

/** Returns a pressed `words:TOKEN`: the exact words behind a question that was answered, once nothing is given away by them. */
export function pressWords([token = '']: readonly string[], turn: Turn): Reply {
  const { questions, sets, exams } = turn.parts.state.learning;
  const question = questions.find(token);
  if (question === null || !isTheirs(question, turn)) return note(turn, turn.wording.gone);
  const code = question.set === null ? null : (sets.find(question.set)?.exam ?? null);
  const exam = code === null ? null : exams.find(code);
  const isSecret = exam !== null && exam.endsAt > turn.parts.now();
  const isAnswered = questions.attempts(token).some(({ learner }) => learner.user === turn.speaker.user);
  if (isSecret || !isAnswered) return note(turn, turn.wording.gone);
  if (sitsExam(learnerOf(turn), turn.parts)) return note(turn, turn.wording.heldBack);
  return wordsBehind(question.item, turn);
}

function wordsBehind(item: Item, turn: Turn): Reply {
  const blocks = citationsOf(item).flatMap((citation) => [
    ...quoteBlocks(citation, contextOf(citation, turn.parts.service), turn.wording),
  ]);
  const [first, ...rest] = blocks;
  return first === undefined
    ? note(turn, turn.wording.gone)
    : { language: turn.speaker.language, blocks: [first, ...rest], buttons: [] };
}

/** Returns the spans behind an item, each once. */
function citationsOf(item: Item): Citation[] {
  const all = item.kind === 'short-answer' ? item.keyPoints.map(({ citation }) => citation) : [item.citation];
  const spans = new Map(all.map((citation) => [`${citation.report.id} ${citation.start}`, citation]));
  return [...spans.values()];
}

/** Returns a pressed `evidence:DISPUTE`: the exact words behind an item that awaits a decision. */
export function pressEvidence([id = '']: readonly string[], turn: Turn): Reply {
  const dispute = /^\d{1,9}$/u.test(id) ? turn.parts.state.learning.disputes.find(Number(id)) : null;
  return dispute === null ? note(turn, turn.wording.gone) : wordsBehind(dispute.item, turn);
}

/** `/faults`: what awaits a decision; `/faults 1 retire` decides. */
export function disputesCommand(argument: string, turn: Turn): Reply {
  const { wording, parts } = turn;
  const { disputes } = parts.state.learning;
  tidyCards(turn);
  const statistics = flagSuspects(turn);
  const open = disputes.open();
  const words = argument.split(/\s+/u).filter((word) => word !== '');
  if (words.length > 0 && open.length > 0) return decideByWords(words, open, turn);
  const [first, ...rest] = open
    .slice(0, MAX_SHOWN)
    .map((dispute, index) => lineOf(dispute, index, { statistics, turn }));
  if (first === undefined) return say(turn, wording.noDisputes);
  const more = open.length > MAX_SHOWN ? [wording.andMore(open.length - MAX_SHOWN)] : [];
  const buttons = open.slice(0, MAX_SHOWN).flatMap(({ id }, index) => [
    { label: `${index + 1} ${wording.wordsButton}`, token: `evidence:${id}` },
    ...(['retired', 'dismissed', 'fixed'] as const).map((verdict) => ({
      label: `${index + 1} ${wording.disputeVerdicts[verdict]}`,
      token: `decide:${id}:${verdict}`,
    })),
  ]);
  return { ...say(turn, first, ...rest, ...more), buttons };
}

/** Returns the statistics of all items; those that speak against their item open a dispute. */
function flagSuspects({ parts }: Turn): ReadonlyMap<string, ItemStatistics> {
  const { history, disputes, cards } = parts.state.learning;
  const now = parts.now();
  const statistics = statisticsOf(history.all(now));
  const suspects = new Set(statistics.filter(isSuspect).map(({ itemId }) => itemId));
  const retired = cards.retired();
  for (const item of parts.service.items()) {
    if (suspects.has(item.id) && !retired.has(item.id)) disputes.report(item, null, now);
  }
  return new Map(statistics.map((one) => [one.itemId, one]));
}

function lineOf(
  { item, reports, reasons }: Dispute,
  index: number,
  { statistics, turn }: { readonly statistics: ReadonlyMap<string, ItemStatistics>; readonly turn: Turn },
): string {
  const known = statistics.get(item.id);
  return turn.wording.disputeLine({
    n: index + 1,
    question: item.question,
    options: 'options' in item ? item.options.map((option, at) => `${letterOf(at)}. ${option}`) : [],
    reasons,
    answer: clip(answerText(item), MAX_ANSWER_CHARACTERS),
    source: sourceLabel(item.citation.report, item.citation.confidence),
    reports,
    statistics:
      known === undefined
        ? null
        : turn.wording.statistics({
            learners: known.learners,
            right: known.difficulty,
            discrimination: known.discrimination,
          }),
  });
}

function decideByWords(words: readonly string[], open: readonly Dispute[], turn: Turn): Reply {
  const [place = '', word = ''] = words;
  const dispute = /^\d{1,4}$/u.test(place) ? open[Number(place) - 1] : undefined;
  const verdict = Object.hasOwn(VERDICTS, word.toLowerCase()) ? VERDICTS[word.toLowerCase()] : undefined;
  if (dispute === undefined || verdict === undefined) return say(turn, turn.wording.disputesUsage);
  return decide(dispute.id, verdict, turn);
}

/** Returns a pressed `decide:DISPUTE:VERDICT`. */
export function pressDecide([id = '', word = '']: readonly string[], turn: Turn): Reply {
  const verdict = Object.hasOwn(VERDICTS, word) ? VERDICTS[word] : undefined;
  if (verdict === undefined || !/^\d{1,9}$/u.test(id)) return note(turn, turn.wording.gone);
  return { ...decide(Number(id), verdict, turn), shownAs: 'note' };
}

function decide(id: number, verdict: DisputeVerdict, turn: Turn): Reply {
  const { disputes } = turn.parts.state.learning;
  const isDone = disputes.decide(id, verdict, turn.parts.now());
  return say(turn, isDone ? turn.wording.disputeDecided(verdict) : turn.wording.gone);
}

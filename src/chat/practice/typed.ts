// Tells what a typed message does while an item is open: answers it, wants something of it, or asks the reports; and what a
// late answer meets when none is open. The words for it are quiz/quiz-words.ts. It grades nothing itself.
import { answerText } from '../../quiz/grade/answer-text.ts';
import { grade } from '../../quiz/grade/grade.ts';
import { parseAnswer, parseIntent, readsAsLateAnswer, readsAsQuestion } from '../../quiz/grade/parse-answer.ts';
import type { PosedQuestion } from '../../quiz/learning/records.ts';
import type { Intent } from '../../quiz/quiz-words.ts';
import type { Item, ItemResponse } from '../../quiz/types.ts';
import type { Action } from '../access/policy.ts';
import { clip } from '../asking/place.ts';
import { askOrBrief } from '../documents/pages.ts';
import { readInput } from '../input.ts';
import type { Block, Reply } from '../reply.ts';
import { type ConversationParts, type Setting, say, type Turn } from '../turn.ts';
import { cannotRead, skipCommand, stopPractice, submitAnswer } from './answering.ts';
import { formOf } from './posed.ts';
import { goOn, openIn } from './posing.ts';

const SLASH = /^[/／]/u;
const MAX_QUESTION_CHARACTERS = 60;
const MAX_ANSWER_CHARACTERS = 120;

type TypedAction = [Action, (turn: Turn) => Reply | Promise<Reply>];

/** Returns what a message does where a question is open in its chat: the action and how it is carried out; null: it is read as ever. */
export function readTyped(
  { speaker, place = 'private', text, again, messageId }: Setting & { readonly text: string },
  parts: ConversationParts,
): TypedAction | null {
  const typed = text.trim();
  if (place !== 'private' || SLASH.test(typed)) return null;
  const earlier = again && messageId ? parts.state.learning.questions.broughtBy(speaker, messageId) : null;
  if (earlier !== null) return ['practice', answering(earlier.token, earlier.response)];
  const question = openIn({ speaker, parts });
  return question === null ? readLate(typed) : readOpen(typed, question);
}

/** Returns the open question comes first: whatever is right for it is an answer, though it were a word that otherwise does something. */
function readOpen(typed: string, question: PosedQuestion): TypedAction | null {
  const { item, token } = question;
  const response = parseAnswer(typed, item);
  if (response !== null && (formOf(item) !== 'typed' || isRight(item, response)))
    return ['practice', answering(token, response)];
  const input = readInput(typed);
  if (input.kind === 'command' || input.kind === 'source') return null;
  if (input.kind === 'bad' && (input.fault === 'empty' || input.fault === 'unreadable')) return null;
  const intent = parseIntent(typed);
  if (intent !== null) return ['practice', (turn) => INTENT_HANDLERS[intent](question, turn)];
  if (input.kind === 'question' && readsAsQuestion(typed, item)) {
    return question.purpose === 'exam' ? null : ['question', (turn) => askBetween(input.text, question, turn)];
  }
  return response === null ? ['practice', (turn) => explain(question, turn)] : ['practice', answering(token, response)];
}

/** Returns what could only be an answer comes too late: there is nothing that the reports could say to it. */
function readLate(typed: string): TypedAction | null {
  const isLate = readsAsLateAnswer(typed) || parseIntent(typed) === 'skip';
  return isLate ? ['practice', (turn) => say(turn, turn.wording.nothingToSkip)] : null;
}

const isRight = (item: Item, response: ItemResponse): boolean => grade(item, response)?.isRight === true;

function answering(token: string, response: ItemResponse): (turn: Turn) => Reply {
  return (turn) => submitAnswer(token, response, turn) ?? say(turn, turn.wording.recorded);
}

const INTENT_HANDLERS: Readonly<Record<Intent, (question: PosedQuestion, turn: Turn) => Reply>> = {
  skip: (_question, turn) => skipCommand('', turn),
  'give-up': giveUp,
  show: showAgain,
  // A paper is handed in by its command alone.
  stop: (question, turn) => (question.purpose === 'exam' ? null : stopPractice(turn)) ?? explain(question, turn),
  hint: explain,
};

/** Explains how the open question is answered, and what else one may do. */
function explain(question: PosedQuestion, turn: Turn): Reply {
  return say(turn, cannotRead(question, turn), turn.wording.orElse);
}

/** Passes over the question and says what would have been right; of an exam nothing is revealed and nothing passed over. */
function giveUp(question: PosedQuestion, turn: Turn): Reply {
  const wording = turn.wording;
  if (question.purpose === 'exam') return say(turn, wording.notRevealed);
  const answer = clip(answerText(question.item), MAX_ANSWER_CHARACTERS);
  const { blocks, ...reply } = skipCommand('', turn);
  const rest = blocks.filter(({ text }) => text !== turn.wording.skipped);
  return { ...reply, blocks: [{ kind: 'text', text: wording.givenUp(answer) }, ...rest] };
}

function showAgain(question: PosedQuestion, turn: Turn): Reply {
  const set = question.set === null ? null : turn.parts.state.learning.sets.find(question.set);
  return set === null ? explain(question, turn) : goOn(set, turn);
}

/** Returns a question to the reports in between; its reply leads back to the open one. */
async function askBetween(text: string, { item }: PosedQuestion, turn: Turn): Promise<Reply> {
  const { blocks, ...reply } = await askOrBrief(text, turn);
  const [first, ...rest] = blocks;
  const back: Block = {
    kind: 'notice',
    text: turn.wording.backTo(clip(item.question, MAX_QUESTION_CHARACTERS)),
  };
  return { ...reply, blocks: [first, ...rest, back] };
}

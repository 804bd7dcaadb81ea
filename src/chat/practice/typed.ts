// Tells whether a typed message answers the open question or asks something: letters, words, or to skip. It grades nothing.
import { readGiven, readsAsQuestion } from '../../quiz/given.ts';
import type { Given } from '../../quiz/types.ts';
import { readInput } from '../input.ts';
import type { Act } from '../policy.ts';
import type { Reply } from '../reply.ts';
import { type ConversationParts, type Setting, say, type Turn } from '../turn.ts';
import { answerQuestion, skipCommand } from './answering.ts';
import { formOf, openIn } from './posing.ts';

const SKIP = /^(?:跳过|跳過|略过|下一题|skip|pass)[。.!！]*$/iu;
/** Looks like letters of options, if badly chosen ones. */
const LETTERS = /^[a-zａ-ｚ](?:[\s,，、]*[a-zａ-ｚ]){0,9}$/iu;

/** What a message does where a question is open in its chat: the deed and how it is done; null: it is read as ever. */
export function readTyped(
  { speaker, place = 'private', text, again, messageId }: Setting & { readonly text: string },
  parts: ConversationParts,
): [Act, (turn: Turn) => Reply | Promise<Reply>] | null {
  const input = readInput(text);
  if (place !== 'private' || input.kind === 'command' || input.kind === 'source') return null;
  const earlier = again && messageId ? parts.state.learning.questions.broughtBy(speaker, messageId) : null;
  if (earlier !== null) return ['practice', answering(earlier.token, earlier.given)];
  const question = openIn({ speaker, parts });
  if (question === null) return null;
  const { item, token } = question;
  const typed = text.trim();
  if (SKIP.test(typed)) return ['practice', (turn) => skipCommand('', turn)];
  const isFree = formOf(item) === 'typed';
  const given = isFree && readsAsQuestion(typed, item) ? null : readGiven(typed, item);
  if (given !== null) return ['practice', answering(token, given)];
  if (isFree || !LETTERS.test(typed)) return null;
  return ['practice', (turn) => say(turn, turn.wording.cannotRead[formOf(item)])];
}

function answering(token: string, given: Given): (turn: Turn) => Reply {
  return (turn) => answerQuestion(token, given, turn) ?? say(turn, turn.wording.recorded);
}

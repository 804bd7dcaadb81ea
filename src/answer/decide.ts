// Every reason to refuse, in order, as one table: an answer leaves only if no row applies to what is known. To refuse for a
// new reason, add a row where it belongs in the order, and its message to refusal.ts.
import { periodClash } from '../read/period-clash.ts';
import type { RefusalReason } from '../types.ts';
import { isBlank, isGreeting, isInstruction, isOffTopic, isTooLong, requestIn } from '../understand/gate.ts';
import type { Understanding } from '../understand/types.ts';
import {
  asksForSummary,
  type Drafted,
  isOfAnotherIndicator,
  isOfAnotherNoun,
  isOfAnotherPart,
  isOfAPart,
  isOfUnknownDistrict,
  isPlaced,
  missesAnswerType,
  missesAuthor,
  missesCountedNoun,
  missesQuotedName,
  namesAnotherHolder,
  repeatsQuestion,
} from './requirements.ts';

/** A question whose words together weigh less than one word of the field says nothing to look for. */
const MIN_WEIGHT = 3;

/** What is known at each stage of answering. */
interface Stages {
  /** The question as it was asked. */
  readonly asked: { readonly question: string };
  readonly understood: Understanding;
  /** The draft, against the place and the period asked for. */
  readonly bound: Drafted;
  /** What a language model found among the best sentences. */
  readonly read: { readonly isAnswered: boolean };
  /** The draft, against what the question demands. */
  readonly chosen: Drafted;
  /** How sure the draft is, 0 … 1, and how sure it has to be. */
  readonly weighed: {
    readonly understanding: Understanding;
    readonly confidence: number;
    readonly threshold: number;
  };
}

/** What is known at one of the stages. */
export type Evidence = {
  [Stage in keyof Stages]: { readonly stage: Stage; readonly known: Stages[Stage] };
}[keyof Stages];

interface Row {
  readonly reason: RefusalReason;
  readonly applies: (evidence: Evidence) => boolean;
}

function row<Stage extends keyof Stages>(
  stage: Stage,
  reason: RefusalReason,
  applies: (known: Stages[Stage]) => boolean,
): Row {
  return { reason, applies: (evidence) => evidence.stage === stage && applies(evidence.known as Stages[Stage]) };
}

/** A row for where there is nothing to judge: whoever has nothing names it, see {@link refusalBy}. */
const whereNothingIs = (reason: RefusalReason): Row => ({ reason, applies: () => false });

const isLight = ({ terms }: Understanding): boolean => terms.reduce((sum, { weight }) => sum + weight, 0) < MIN_WEIGHT;
/** True if a question names at least the unit in which it counts: 有多少栋楼. */
const countsIn = ({ asks }: Understanding): boolean => asks.some(({ unit }) => unit !== null);
const isUnsure = ({ confidence, threshold }: Stages['weighed']): boolean => confidence < threshold;
/** True of a plain question: comparisons and "which district" leave out single districts instead. */
const isPlain = ({ scope }: Understanding): boolean => scope === 'one';

/** The rules, in the order in which they are tried, and what is told where one of them applies. */
export const REFUSALS = {
  blank: row('asked', 'empty', ({ question }) => isBlank(question)),
  tooLong: row('asked', 'too-long', ({ question }) => isTooLong(question)),
  thanks: row('asked', 'greeting', ({ question }) => requestIn(question) === 'thanks'),
  help: row('asked', 'greeting', ({ question }) => requestIn(question) === 'help'),
  greeting: row('asked', 'greeting', ({ question }) => isGreeting(question)),
  instruction: row('asked', 'instruction', ({ question }) => isInstruction(question)),
  draft: row('asked', 'request', ({ question }) => requestIn(question) === 'draft'),
  everything: row('asked', 'request', ({ question }) => requestIn(question) === 'everything'),
  verdict: row('asked', 'request', ({ question }) => requestIn(question) === 'verdict'),
  offTopic: row('asked', 'off-topic', ({ question }) => isOffTopic(question)),
  summary: row('understood', 'request', asksForSummary),
  onlyAPlace: row('understood', 'empty', (known) => isLight(known) && isPlaced(known) && !countsIn(known)),
  nothingToLookFor: row(
    'understood',
    'no-evidence',
    (known) => isLight(known) && !(isPlaced(known) && countsIn(known)),
  ),
  nothingFound: whereNothingIs('no-evidence'),
  unknownDistrict: row(
    'bound',
    'unknown-district',
    (known) => isPlain(known.question.understanding) && isOfUnknownDistrict(known),
  ),
  otherPeriod: row(
    'bound',
    'period-not-covered',
    (known) => periodClash(known.question, known.best) === 1 || isOfAnotherPart(known),
  ),
  modelFindsNothing: row('read', 'attribute-not-covered', ({ isAnswered }) => !isAnswered),
  incompleteList: row('chosen', 'attribute-not-covered', ({ isComplete }) => !isComplete),
  otherAnswerType: row('chosen', 'attribute-not-covered', missesAnswerType),
  otherHolder: row('chosen', 'attribute-not-covered', namesAnotherHolder),
  authorMissing: row('chosen', 'attribute-not-covered', missesAuthor),
  quotedNameMissing: row('chosen', 'attribute-not-covered', missesQuotedName),
  repeatsQuestion: row('chosen', 'attribute-not-covered', repeatsQuestion),
  countedNounMissing: row('chosen', 'attribute-not-covered', missesCountedNoun),
  partOnly: row('chosen', 'attribute-not-covered', isOfAPart),
  unsureOfDistrict: row(
    'weighed',
    'attribute-not-covered',
    (known) => isUnsure(known) && isPlain(known.understanding) && isPlaced(known.understanding),
  ),
  unsure: row('weighed', 'no-evidence', isUnsure),
  otherNoun: row('chosen', 'attribute-not-covered', isOfAnotherNoun),
  otherIndicator: row('chosen', 'attribute-not-covered', isOfAnotherIndicator),
  /** Every sentence was looked at, and none holds the words. */
  notMentioned: whereNothingIs('attribute-not-covered'),
  /** A follow-up found nothing that holds both its own words and what it took over. */
  ownWordsMissing: whereNothingIs('attribute-not-covered'),
  /** The verifier found something in the answer that no citation carries. */
  unverified: whereNothingIs('no-evidence'),
} as const satisfies Readonly<Record<string, Row>>;

/** The name of a rule that refuses. */
export type RefusalRule = keyof typeof REFUSALS;

/** A decision to refuse: the rule that applied, and the reason that is told. */
export interface Refusal {
  readonly rule: RefusalRule;
  readonly reason: RefusalReason;
}

const RULES = Object.keys(REFUSALS) as RefusalRule[];

/** Returns the refusal by a rule. */
export function refusalBy(rule: RefusalRule): Refusal {
  return { rule, reason: REFUSALS[rule].reason };
}

/** Returns the first rule that applies to what is known; null if nothing speaks against answering. */
export function decide(...evidence: readonly Evidence[]): Refusal | null {
  const rule = RULES.find((name) => evidence.some((known) => REFUSALS[name].applies(known)));
  return rule === undefined ? null : refusalBy(rule);
}

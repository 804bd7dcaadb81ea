// Items that ask for the name of a practice or of an official: the clause that names it, with the name left out.
import { fold } from '../../text/normalise.ts';
import { pick, shuffled } from '../chance.ts';
import { CHOICE_BLANK, type Draft, TYPED_BLANK } from './draft.ts';
import { evidenceOf } from './evidence.ts';
import type { Pools, PracticeAt } from './pools.ts';
import type { Source } from './sources.ts';
import { stateAround } from './statement.ts';
import { namesLike } from './wrong-names.ts';

const MIN_WRONG = 2;
const MOST_WRONG = 3;
/** A name is asked for with more round it than a figure: what it is for. */
const FEWEST_CHARACTERS = 34;
const FEWEST_WORDS_AROUND = 14;

/** Names longer than this, and lists, are not to be typed. */
const MOST_TYPED = 10;

function typedDraft(
  { name, whole }: PracticeAt,
  [before, after]: readonly [string, string],
): Pick<Extract<Draft, { kind: 'fill-in' }>, 'kind' | 'question' | 'accepted'> | null {
  if (name.length > MOST_TYPED || /[、，,]/u.test(name)) return null;
  const called = whole.replace(/[“”《》]/gu, '');
  const accepted: [string, ...string[]] = called === name ? [name] : [name, called];
  return { kind: 'fill-in', question: `${before}${TYPED_BLANK}${after}。`, accepted };
}

function practiceDrafts(practice: PracticeAt, pools: Pools): Draft[] {
  const { line, start, end, name, source } = practice;
  const statement = stateAround({ start, end }, { line, source }, { fewest: FEWEST_CHARACTERS });
  if (!statement) return [];
  const { text, target } = statement;
  const [before, after] = [text.slice(0, target.start), text.slice(target.end)];
  if ((before + after).replace(/^据[^，]*，|[^\u4e00-\u9fff]/gu, '').length < FEWEST_WORDS_AROUND) return [];
  const common = { subject: 'name', source, evidence: evidenceOf(line, source) } as const;
  const typed = typedDraft(practice, [before, after]);
  const distractors = namesLike(practice, source, pools).slice(0, MOST_WRONG);
  const choice =
    // A name that holds the district's own gives itself away among others.
    distractors.length < MIN_WRONG || name.includes(source.short)
      ? null
      : ({ kind: 'single', question: `${before}${CHOICE_BLANK}${after}。`, key: name, distractors } as const);
  const isTypedToo = choice === null || pick(`${name} typed`, 3) === 0;
  return [choice, isTypedToo ? typed : null].flatMap((draft) => (draft ? [{ ...common, ...draft }] : []));
}

/** Items on who holds an office in a district. */
export function officialItems(source: Source, pools: Pools): Draft[] {
  const own = pools.officials.filter((official) => official.source === source);
  return own.flatMap(({ name, office, line }): Draft[] => {
    const others = [...new Set(pools.officials.map((official) => official.name))].filter(
      (other) => other !== name && !line.plain.includes(other),
    );
    const distractors = shuffled(others, `${office} ${name}`).slice(0, MOST_WRONG);
    if (distractors.length < MIN_WRONG || source.year === null) return [];
    return [
      {
        kind: 'single',
        subject: 'name',
        question: `据${source.year}年的报告，${office}是谁？`,
        source,
        evidence: evidenceOf(line, source),
        key: name,
        distractors,
      },
    ];
  });
}

/** Items on the names of a report's practices. */
export function practiceNameItems(source: Source, pools: Pools): Draft[] {
  const seen = new Set<string>();
  return pools.practices
    .filter((practice) => practice.source === source)
    .flatMap((practice) => {
      const drafts = seen.has(fold(practice.name)) ? [] : practiceDrafts(practice, pools);
      if (drafts.length > 0) seen.add(fold(practice.name));
      return drafts;
    });
}

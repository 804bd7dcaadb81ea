// Items on the parts of an initiative that stand in one sentence: which belong to it, which does not, in which order, and all of them.
import { fold } from '../../text/normalise.ts';
import { sharedSigns } from '../check/option-laws.ts';
import { pick, shuffled } from '../random-choice.ts';
import { CHOICE_BLANK, type ItemDraft } from './draft.ts';
import type { ListPart, Pools } from './pools.ts';
import { type Enumeration, enumerationsIn } from './statements/enumerations.ts';
import { evidenceOf, type ItemEvidence } from './statements/evidence.ts';
import type { ItemSource, ReportLine } from './statements/sources.ts';
import { stateAround } from './statements/statement.ts';

/** A list is asked for with so much round it, at least. */
const MIN_CHARACTERS = 20;
/** Longest statement, the list aside: a blank stands for it. */
const MAX_CHARACTERS = 80;
const MAX_OPTIONS = 8;
const MAX_FOREIGN = 2;
const SHOWN_OWN = 3;
const MAX_AGREE = 0.6;
const SET_AHEAD = /(?:定位|目标|战略|布局|格局|产业|思路|理念|原则|工程|行动|计划)[”]?$/u;
/** Names of lists whose order is that of the work. */
const IN_ORDER = /[一二三四五六七八九\d]步|步骤|程序|流程|环节|审批/u;
/** A list of fewer parts than this, and of fewer characters in all, is too little to tell. */
const MANY = 4;
const MIN_TOLD = 9;

/** A list with the statement that it stands in, cut at the list. */
interface Listed {
  readonly enumeration: Enumeration;
  readonly before: string;
  readonly after: string;
  readonly list: string;
  readonly source: ItemSource;
  readonly evidence: ItemEvidence;
}

/** Returns the lists of a line that stand in a statement of its own. */
export function listedIn(line: ReportLine, source: ItemSource): Listed[] {
  return enumerationsIn(line.plain).flatMap((enumeration) => {
    // What a district set itself to be or to do is set when it is said, though it lies ahead.
    const mayBePlanned = SET_AHEAD.test(enumeration.name);
    const statement = stateAround(
      enumeration,
      { line, source },
      {
        minCharacters: MIN_CHARACTERS + enumeration.end - enumeration.start,
        maxCharacters: MAX_CHARACTERS + enumeration.end - enumeration.start,
        mayBePlanned,
      },
    );
    if (!statement) return [];
    const { text, target } = statement;
    const [before, list, after] = [
      text.slice(0, target.start),
      text.slice(target.start, target.end),
      text.slice(target.end),
    ];
    return [{ enumeration, before, list, after, source, evidence: evidenceOf(line, source) }];
  });
}

/** Returns the most parts of a list that begin, or end, with one character: what kind of thing they are. */
function shared(parts: readonly string[], end: 0 | -1): { character: string; share: number } {
  const counted = parts.map((part) => part.at(end) ?? '');
  const [most = ''] = [...counted].sort(
    (a, b) => counted.filter((each) => each === b).length - counted.filter((each) => each === a).length,
  );
  return { character: most, share: counted.filter((each) => each === most).length / Math.max(1, parts.length) };
}

/**
 * True if a part may be taken for one of the list: it begins or ends as most of them do; where they do not agree, its own list is
 * called as theirs is (机制, 行动).
 */
function mayPass({ part, whole }: ListPart, { parts, name }: Pick<OwnParts, 'parts' | 'name'>): boolean {
  const [opening, closing] = [shared(parts, 0), shared(parts, -1)];
  const agreed = (
    [
      [opening, 0],
      [closing, -1],
    ] as const
  ).filter(([{ share }]) => share >= MAX_AGREE);
  return agreed.length > 0
    ? agreed.every(([{ character }, end]) => part.at(end) === character)
    : headOf(whole) === headOf(name);
}

/** Returns the last two characters of what a list is called. */
function headOf(name: string): string {
  return name.replace(/[“”]/gu, '').slice(-2);
}

/** Returns how much a part looks like those of a list: the first and the last character say what kind of thing it is. */
function likeness({ part, whole }: ListPart, parts: readonly string[], name: string): number {
  const ends =
    parts.filter((own) => own.at(-1) === part.at(-1)).length + parts.filter((own) => own[0] === part[0]).length;
  return ends + (whole.replace(/[“”]/gu, '').at(-1) === name.replace(/[“”]/gu, '').at(-1) ? 1 : 0);
}

/** The list for which wrong parts are sought. */
interface OwnParts {
  readonly parts: readonly string[];
  readonly name: string;
  readonly source: ItemSource;
}

/** Returns parts of other districts' lists that are as long and nowhere said of this one, that look like its parts, the likest first. */
export function foreignParts({ parts, name, source }: OwnParts, pools: Pools): string[] {
  const said = pools.said(source.district);
  const lengths = parts.map(({ length }) => length);
  const signs = [...sharedSigns(parts)];
  const others = pools.parts.filter(
    (other) =>
      other.district !== source.district &&
      lengths.includes(other.part.length) &&
      mayPass(other, { parts, name }) &&
      signs.every((sign) => other.part.includes(sign)) &&
      !said.includes(fold(other.part)) &&
      !pools.tellsPlace(other.part),
  );
  const ranked = shuffled(others, parts.join('、'))
    .map((other) => ({ ...other, alike: likeness(other, parts, name) }))
    .filter(({ alike }) => alike > 0)
    .sort((a, b) => b.alike - a.alike);
  return [...new Set(ranked.map(({ part }) => part))];
}

/** Returns parts of a list to stand beside one of another: one of them is as long as that. */
function shownWith(odd: string, parts: readonly string[]): readonly string[] {
  const asLong = parts.filter(({ length }) => length === odd.length);
  return [...new Set([...asLong.slice(0, 1), ...parts])].slice(0, SHOWN_OWN);
}

function choice({ enumeration: { parts, name }, before, after, source, evidence }: Listed, pools: Pools): ItemDraft[] {
  const foreign = foreignParts({ parts, name, source }, pools);
  const cloze = `${before}${CHOICE_BLANK}${after}。`;
  const [odd] = foreign;
  if (odd === undefined) return [];
  if (pick(`${cloze} odd`, 2) === 0) {
    const question = `${cloze}下列哪一项不属于括号内应填的内容？`;
    const distractors = shownWith(odd, shuffled(parts, cloze));
    return [{ kind: 'single', subject: 'not-one-of', question, source, evidence, key: odd, distractors }];
  }
  const distractors = foreign.slice(0, Math.min(MAX_FOREIGN, MAX_OPTIONS - parts.length));
  const question = `${cloze}括号内应填哪几项？（多选）`;
  return [{ kind: 'several', subject: 'parts', question, source, evidence, keys: parts, distractors }];
}

function told({ enumeration: { parts }, before, after, source, evidence }: Listed): ItemDraft[] {
  if (parts.length < MANY && parts.join('').length < MIN_TOLD) return [];
  return [
    {
      kind: 'short-answer',
      subject: 'practice',
      question: `${before}${CHOICE_BLANK}${after}。请写出括号内的各项内容。`,
      source,
      evidence,
      points: parts.map((text) => ({ text, evidence })),
    },
  ];
}

function ordered({ enumeration, before, after, source, evidence }: Listed): ItemDraft[] {
  if (!IN_ORDER.test(enumeration.name)) return [];
  const question = `${before}${CHOICE_BLANK}${after}。请按正确顺序排列括号内的各项。`;
  return [{ kind: 'order', subject: 'steps', question, source, evidence, steps: enumeration.parts }];
}

/** Returns items on the lists that single sentences of a report hold. */
export function partItems(source: ItemSource, pools: Pools): ItemDraft[] {
  return source.lines
    .flatMap((line) => listedIn(line, source))
    .flatMap((listed) => [...choice(listed, pools), ...ordered(listed), ...told(listed)]);
}

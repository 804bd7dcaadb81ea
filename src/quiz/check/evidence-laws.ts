// Laws on an item and its source: the key stands in the quote, no wrong option does, and the question does not give the key away.
import { fold } from '../../text/normalise.ts';
import { occursWhole } from '../../text/occurrence.ts';
import type { Library } from '../../types.ts';
import type { Item } from '../types.ts';

/** Options that the evidence must hold, and options that it must not. */
interface Sides {
  readonly held: readonly string[];
  readonly absent: readonly string[];
}

/** Stands between a district and its practice, and between a measure and its aim, in an option of which the source holds one part. */
const JOINED = /^.+——|^解决/u;

function sidesOf(item: Item): Sides {
  switch (item.kind) {
    case 'single': {
      const key = item.options.filter((_, index) => index === item.correct).map((option) => option.replace(JOINED, ''));
      const others = item.options.filter((_, index) => index !== item.correct);
      if (item.subject === 'not-one-of') return { held: others, absent: key };
      // Whose practice it is, the report tells by being on its district.
      const isPair = item.subject === 'matching';
      return {
        held: isPair ? key.map((each) => /[“《](?<name>[^”》]+)/u.exec(each)?.groups?.['name'] ?? each) : key,
        absent: others,
      };
    }
    case 'several':
      return {
        held: item.options.filter((_, index) => item.correct.includes(index)),
        absent: item.options.filter((_, index) => !item.correct.includes(index)),
      };
    case 'order':
      return { held: item.options, absent: [] };
    case 'fill-in':
      return { held: [item.accepted[0]], absent: [] };
    case 'true-false':
    case 'short-answer':
      return { held: [], absent: [] };
  }
}

/** Returns the faults of an item against its source. */
export function evidenceFaults(item: Item, library: Library): string[] {
  const { start, end, quote, reading, report } = item.citation;
  const evidence = `${quote}\n${reading ?? ''}`;
  const { held, absent } = sidesOf(item);
  const asked = item.subject === 'not-one-of' ? [] : held;
  const points = item.kind === 'short-answer' ? item.keyPoints : [];
  return [
    ...(library.textOf(report.id).slice(start, end) === quote ? [] : ['quote: it is no slice of the report']),
    ...held.filter((option) => !occursWhole(option, evidence)).map((option) => `key-not-in-quote: ${option}`),
    ...absent.filter((option) => occursWhole(option, evidence)).map((option) => `distractor-in-quote: ${option}`),
    ...asked
      .filter((key) => key.length > 1 && item.kind !== 'order' && occursWhole(key, item.question))
      .map((key) => `key-in-question: ${key}`),
    ...points
      .filter(({ text, citation }) => !fold(`${citation.quote}\n${citation.reading ?? ''}`).includes(fold(text)))
      .map(({ text }) => `point-not-in-quote: ${text}`),
  ];
}

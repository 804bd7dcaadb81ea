// How a clause opens: with a verb whose subject is left out, or with a subject of its own. Data: lexicon/data.
import { readWords, verbsFor } from '../../../lexicon/words/data-files.ts';
import { lengthAt, wordSet } from '../../../lexicon/words/word-set.ts';

const VERBS = wordSet(verbsFor('opens-clause'));
const ADVERBS = wordSet(readWords('leading-adverbs.txt'));
/** 对, 为, 把, 在 …: a phrase before the verb; the verb behind it is not looked for. */
const PREPOSITION = /^(?:对|为|随着|把|将|在全[国省市]|以|通过|针对|按照|面对|围绕|依托|采取|每[两三]?[周月季年])/u;

/** Whether a clause opens with a phrase that leads up to a verb: 为…, 通过…, 对…. */
export function opensWithPreposition(clause: string): boolean {
  return PREPOSITION.test(clause);
}

/** Whether a clause opens with a verb, adverbs aside: 积极引进…. */
export function opensWithVerb(clause: string): boolean {
  let at = 0;
  for (let length = lengthAt(ADVERBS, clause, 0); length > 0; length = lengthAt(ADVERBS, clause, at)) {
    if (lengthAt(VERBS, clause, at) > length) return true;
    at += length;
  }
  return lengthAt(VERBS, clause, at) > 0 || at > 1;
}

/** Whether a clause has no subject of its own: it opens with a verb or with what leads up to one. */
export function opensWithoutSubject(clause: string): boolean {
  return opensWithVerb(clause) || opensWithPreposition(clause);
}

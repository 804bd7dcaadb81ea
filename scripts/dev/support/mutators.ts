// Single-line breaks of a source, as mutation testing makes them (the mutators of Stryker, on the text of a line). It neither
// compiles nor runs anything: what it proposes may fail to parse or to type-check, which the caller finds out.

/** One line of a source changed so that, with luck, a test fails. */
export interface Mutant {
  /** Counted from 1. */
  readonly line: number;
  /** Kind of change. */
  readonly mutator: string;
  readonly before: string;
  /** What stands there instead; an empty text for a removed line. */
  readonly after: string;
}

const HIDDEN = '\u0001';
const REGEX_MAY_FOLLOW = /(?:^|[(,=:[!&|?{};+\-*%~^<>\n]|\b(?:return|typeof|case|in|of))\s*$/;

/** Index behind a literal that opens at `start` and ends at an unescaped `closing`; a `/` within `[…]` closes no regex. */
function literalEnd(text: string, start: number, closing: string): number {
  let inClass = false;
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text[at];
    if (character === '\\') at += 1;
    else if (closing === '/' && (character === '[' || character === ']')) inClass = character === '[';
    else if (character === closing && !inClass) return at + 1;
  }
  return text.length;
}

/** Index behind a template literal that opens at `start`, whatever its `${…}` hold. */
function templateEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '`') return at + 1;
    else if (text.startsWith('${', at)) at = expressionEnd(text, at + 2) - 1;
  }
  return text.length;
}

/** Index behind the `}` that closes an expression within a template. */
function expressionEnd(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (character === '`') at = templateEnd(text, at) - 1;
    else if (character === "'" || character === '"') at = literalEnd(text, at, character) - 1;
    else if (character === '{') depth += 1;
    else if (character === '}' && depth === 0) return at + 1;
    else if (character === '}') depth -= 1;
  }
  return text.length;
}

function indexOrEnd(text: string, searched: string, from: number): number {
  const found = text.indexOf(searched, from);
  return found < 0 ? text.length : found;
}

/** End of the comment, string, template or regex that opens at an index, and how it is hidden; null where code stands. */
function opaqueAt(text: string, at: number, behind: string): { end: number; isComment: boolean } | null {
  const character = text[at] ?? '';
  if (text.startsWith('//', at)) return { end: indexOrEnd(text, '\n', at), isComment: true };
  if (text.startsWith('/*', at)) return { end: indexOrEnd(text, '*/', at) + 2, isComment: true };
  if (character === "'" || character === '"') return { end: literalEnd(text, at, character), isComment: false };
  if (character === '`') return { end: templateEnd(text, at), isComment: false };
  if (character === '/' && REGEX_MAY_FOLLOW.test(behind)) return { end: literalEnd(text, at, '/'), isComment: false };
  return null;
}

/**
 * Returns the text with comments blanked and the inside of strings, templates and regexes hidden; same length, same line breaks.
 * @example maskOf("a = 'b'; // c") // => "a = '\u0001';     "
 */
export function maskOf(text: string): string {
  let mask = '';
  while (mask.length < text.length) {
    const at = mask.length;
    const opaque = opaqueAt(text, at, mask.slice(-200));
    const character = text[at] ?? '';
    if (opaque === null) mask += character;
    else if (opaque.isComment) mask += text.slice(at, opaque.end).replace(/[^\n]/g, ' ');
    else
      mask +=
        character +
        text.slice(at + 1, opaque.end - 1).replace(/[^\n]/g, HIDDEN) +
        text.slice(opaque.end - 1, opaque.end);
  }
  return mask;
}

/** Replaces a pattern of code by others, each in turn. */
interface Swap {
  readonly mutator: string;
  readonly pattern: RegExp;
  readonly by: Readonly<Record<string, string>>;
}

const SWAPS: readonly Swap[] = [
  { mutator: 'equality', pattern: /[!=]==/g, by: { '===': '!==', '!==': '===' } },
  { mutator: 'boundary', pattern: / [<>]=? /g, by: { ' < ': ' <= ', ' <= ': ' < ', ' > ': ' >= ', ' >= ': ' > ' } },
  { mutator: 'logic', pattern: /&&|\|\||\?\?/g, by: { '&&': '||', '||': '&&', '??': '&&' } },
  { mutator: 'negation', pattern: /!(?=[\w(])/g, by: { '!': '' } },
  { mutator: 'boolean', pattern: /\b(?:true|false)\b/g, by: { true: 'false', false: 'true' } },
  {
    mutator: 'arithmetic',
    pattern: / [-+*/%] | [-+]= |\+\+|--/g,
    by: {
      ' + ': ' - ',
      ' - ': ' + ',
      ' * ': ' / ',
      ' / ': ' * ',
      ' % ': ' * ',
      ' += ': ' -= ',
      ' -= ': ' += ',
      '++': '--',
      '--': '++',
    },
  },
  {
    mutator: 'method',
    pattern: /\.(?:some|every|startsWith|endsWith)(?=\()|\bMath\.(?:min|max)(?=\()/g,
    by: {
      '.some': '.every',
      '.every': '.some',
      '.startsWith': '.endsWith',
      '.endsWith': '.startsWith',
      'Math.min': 'Math.max',
      'Math.max': 'Math.min',
    },
  },
];

const spliced = (line: string, at: number, { length, by }: { length: number; by: string }): string =>
  line.slice(0, at) + by + line.slice(at + length);

function* swapped(line: string, mask: string): Generator<[string, string]> {
  for (const { mutator, pattern, by } of SWAPS)
    for (const { 0: hit, index } of mask.matchAll(pattern))
      yield [mutator, spliced(line, index, { length: hit.length, by: by[hit] ?? hit })];
}

function* emptiedStrings(line: string, mask: string): Generator<[string, string]> {
  for (const { 0: hit, index } of mask.matchAll(new RegExp(`(['"\`])${HIDDEN}*\\1`, 'g'))) {
    const quote = hit.slice(0, 1);
    yield ['string', spliced(line, index, { length: hit.length, by: hit.length > 2 ? quote + quote : "'broken'" })];
  }
}

/** Index of the bracket that closes the one at `open`, or -1 where the line ends first. */
function closingBracket(mask: string, open: number): number {
  let depth = 0;
  for (let at = open; at < mask.length; at += 1) {
    if (mask[at] === '(') depth += 1;
    if (mask[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

function* conditions(line: string, mask: string): Generator<[string, string]> {
  for (const { 0: hit, index } of mask.matchAll(/\b(?:if|while) \(/g)) {
    const open = index + hit.length - 1;
    const close = closingBracket(mask, open);
    if (close < 0) continue;
    const inside = line.slice(open + 1, close);
    for (const by of [`!(${inside})`, `(${inside}) || true`, `(${inside}) && false`])
      yield ['condition', spliced(line, open + 1, { length: inside.length, by })];
  }
}

function* returns(line: string, mask: string): Generator<[string, string]> {
  const found = /(?:\breturn |=> )(?!\s*(?:null|undefined|\{)\b)([^;{]+);\s*$/.exec(mask);
  if (found === null || /^\s*(?:export )?type\b/.test(mask)) return;
  const [, value = ''] = found;
  const at = found.index + found[0].indexOf(value);
  yield ['return', spliced(line, at, { length: value.length, by: 'undefined as never' })];
}

function* removal(_line: string, mask: string): Generator<[string, string]> {
  // What declares a name is needed by what follows: without it nothing compiles.
  if (/[;,]\s*$/.test(mask) && !/^\s*(?:export )?(?:const|let|type|readonly)\b/.test(mask)) yield ['removed', ''];
}

const MUTATORS = [swapped, emptiedStrings, conditions, returns, removal];

/** True if a line, masked, holds code that a break can be made in: no import and no lone bracket. */
const holdsCode = (mask: string): boolean => /\w/.test(mask) && !/^\s*(?:import\b|(?:export\b.*|\} )from ')/.test(mask);

/** Returns every break of every line, in the order of the lines. */
export function mutantsOf(text: string): Mutant[] {
  const masks = maskOf(text).split('\n');
  return text.split('\n').flatMap((before, index) => {
    const mask = masks[index] ?? '';
    if (!holdsCode(mask)) return [];
    return MUTATORS.flatMap((mutate) => [...mutate(before, mask)])
      .filter(([, after]) => after !== before)
      .map(([mutator, after]) => ({ line: index + 1, mutator, before, after }));
  });
}

/** Returns the source with a mutant in it; a removed line leaves an empty one, so that line numbers stay. */
export function withMutant(text: string, { line, after }: Mutant): string {
  return text
    .split('\n')
    .map((before, index) => (index + 1 === line ? after : before))
    .join('\n');
}

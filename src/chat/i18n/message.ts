// Texts with places for values, as the language files (zh.json, en.json) hold them:
//   {name}            the value
//   {count|day|days}  the number with its noun in the singular or plural
//   {names:, }        a list, joined by what follows the colon
//   {topic?: *}       the text behind the question mark with the value for *, or nothing if there is none (null, '')

const PLACE = /\{(\w+)(?:([|:?])([^}]*))?\}/gu;

/** A text with places for values: one string, or its lines. */
export type MessageText = string | readonly string[];

/** The value of a parameter: `names[]` is a list, `topic?` may be missing. */
type ValueOf<Parameter> = Parameter extends `${string}[]`
  ? readonly string[]
  : Parameter extends `${string}?`
    ? string | number | null
    : string | number;

type Value = ValueOf<'any[]'> | ValueOf<'any?'>;

/** Fills one place with its value. */
function filled(value: Value, kind: string | undefined, pattern: string): string {
  if (kind === ':' && value !== null && typeof value === 'object') return value.join(pattern);
  if (kind === '?') return value === null || value === '' ? '' : pattern.replace('*', () => String(value));
  if (kind === '|') return `${value} ${pattern.split('|')[value === 1 ? 0 : 1]}`;
  return String(value);
}

/** The parameters that a text has places for, each written as `message` takes it. */
function parametersOf(text: string): Set<string> {
  const marks: Readonly<Record<string, string>> = { ':': '[]', '?': '?' };
  return new Set([...text.matchAll(PLACE)].map(([, name = '', kind = '']) => `${name}${marks[kind] ?? ''}`));
}

/** The name of a parameter without its mark. */
type NameOf<Parameter> = Parameter extends `${infer Name}[]`
  ? Name
  : Parameter extends `${infer Name}?`
    ? Name
    : Parameter;

function compile(template: MessageText, parameters: readonly string[]) {
  const text = typeof template === 'string' ? template : template.join('\n');
  const used = parametersOf(text);
  if (used.size !== parameters.length || !parameters.every((parameter) => used.has(parameter)))
    throw new TypeError(`“${text}” must hold the values ${parameters.join(', ')}; it holds ${[...used].join(', ')}`);
  return (values: Readonly<Record<string, Value>>): string =>
    text.replace(PLACE, (_, ...[name, kind, pattern]: [string, string | undefined, string]) =>
      filled(values[name] ?? null, kind, pattern),
    );
}

/**
 * Compiles a text into a function of a record of its values.
 * @throws TypeError if the text and the parameters do not name the same values: a fault of the language file
 */
export function messageFrom<const Parameters extends readonly string[]>(
  template: MessageText,
  ...parameters: Parameters
): (values: { readonly [P in Parameters[number] as NameOf<P> & string]: ValueOf<P> }) => string {
  return compile(template, parameters);
}

/**
 * Compiles a text into a function of its values, in the order of the parameters.
 * @throws TypeError like `messageFrom`
 * @example message('{place} of {all}', 'place', 'all')(2, 5) // => '2 of 5'
 */
export function message<const Parameters extends readonly string[]>(
  template: MessageText,
  ...parameters: Parameters
): (...values: { [K in keyof Parameters]: ValueOf<Parameters[K]> }) => string {
  const compiled = compile(template, parameters);
  const names = parameters.map((parameter) => parameter.replace(/\[\]$|\?$/u, ''));
  return (...values) => compiled(Object.fromEntries(names.map((name, index) => [name, values[index] ?? null])));
}

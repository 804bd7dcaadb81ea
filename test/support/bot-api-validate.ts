// Holds a call against the published schema of the Bot API and against the limits that the schema only tells in prose.
import { readFileSync } from 'node:fs';
import { parseTelegramHtml } from './bot-api-html.ts';
import { faultsOfPoll } from './bot-api-polls.ts';

interface Schema {
  readonly methods: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly types: Readonly<Record<string, { fields?: Readonly<Record<string, string>>; oneOf?: readonly string[] }>>;
}

const schema = JSON.parse(readFileSync(new URL('./bot-api-schema.json', import.meta.url), 'utf8')) as Schema;

/** Faults of a call, each in a sentence; none: the Bot API would take it. */
export function faultsOfCall(method: string, payload: Readonly<Record<string, unknown>>): string[] {
  const fields = schema.methods[method];
  if (!fields) return [`there is no method ${method} in the schema`];
  const faults = faultsOfFields(payload, fields, method);
  return faults.length > 0 ? faults : faultsOfLimits(method, payload);
}

function faultsOfFields(
  value: Readonly<Record<string, unknown>>,
  fields: Readonly<Record<string, string>>,
  path: string,
): string[] {
  const unknown = Object.keys(value).filter((name) => !(name in fields));
  const faults = unknown.map((name) => `${path}.${name} is not in the schema`);
  for (const [name, spec] of Object.entries(fields)) {
    const isRequired = spec.startsWith('!');
    if (value[name] === undefined) {
      if (isRequired) faults.push(`${path}.${name} is missing`);
      continue;
    }
    faults.push(...faultsOfValue(value[name], spec.replace('!', ''), `${path}.${name}`));
  }
  return faults;
}

/** Faults of a value against alternatives (`Integer | String`): none if one of them takes it. */
function faultsOfValue(value: unknown, spec: string, path: string): string[] {
  const attempts = spec.split(' | ').map((type) => faultsOfType(value, type, path));
  return attempts.find((faults) => faults.length === 0) ?? attempts[0] ?? [];
}

const PRIMITIVES: Readonly<Record<string, (value: unknown) => boolean>> = {
  Integer: Number.isInteger,
  Float: (value) => typeof value === 'number',
  String: (value) => typeof value === 'string',
  Boolean: (value) => typeof value === 'boolean',
  True: (value) => value === true,
  // Stands for an uploaded part; the stand-in reads the upload itself.
  InputFile: (value) => typeof value === 'string',
};

function faultsOfType(value: unknown, type: string, path: string): string[] {
  if (type.startsWith('Array of ')) {
    if (!Array.isArray(value)) return [`${path} is no array`];
    return value.flatMap((item, index) => faultsOfType(item, type.slice('Array of '.length), `${path}[${index}]`));
  }
  const isRight = PRIMITIVES[type];
  if (isRight) return isRight(value) ? [] : [`${path} is no ${type}`];
  const { fields, oneOf } = schema.types[type] ?? {};
  if (oneOf) return faultsOfValue(value, oneOf.join(' | '), path);
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return fields && isObject ? faultsOfFields({ ...value }, fields, path) : [`${path} is no ${type}`];
}

const LIMITS: Readonly<Record<string, (payload: Readonly<Record<string, unknown>>) => string[]>> = {
  sendMessage: ({ text, parse_mode, reply_markup }) => [
    ...faultsOfText(text, parse_mode),
    ...faultsOfKeyboard(reply_markup),
  ],
  editMessageText: ({ text, parse_mode, reply_markup }) => [
    ...faultsOfText(text, parse_mode),
    ...faultsOfKeyboard(reply_markup),
  ],
  sendPoll: (payload) => [...faultsOfPoll(payload), ...faultsOfKeyboard(payload.reply_markup)],
  sendPhoto: ({ caption, parse_mode, reply_markup }) => [
    ...(parse_mode === 'HTML' || parse_mode === undefined ? [] : [`parse mode ${parse_mode} is not expected here`]),
    ...faultsOfCaption(caption),
    ...faultsOfKeyboard(reply_markup),
  ],
  answerInlineQuery: ({ results }) => (Array.isArray(results) ? results.flatMap(faultsOfArticle) : []),
  setWebhook: ({ url, secret_token }) => [
    ...(String(url).startsWith('https://') ? [] : ['setWebhook.url is not https']),
    ...(/^[\w-]{1,256}$/u.test(String(secret_token)) ? [] : ['setWebhook.secret_token is malformed']),
  ],
  answerCallbackQuery: ({ text }) =>
    String(text ?? '').length > 200 ? ['answerCallbackQuery.text is longer than 200'] : [],
  sendChatAction: ({ action }) => (action === 'typing' ? [] : ['sendChatAction.action is not typing']),
  setMyCommands: ({ commands }) => (Array.isArray(commands) ? commands.flatMap(faultsOfCommand) : []),
};

function faultsOfLimits(method: string, payload: Readonly<Record<string, unknown>>): string[] {
  return LIMITS[method]?.(payload) ?? [];
}

function faultsOfText(text: unknown, parseMode: unknown): string[] {
  if (typeof text !== 'string') return [];
  if (parseMode !== undefined && parseMode !== 'HTML') return [`parse mode ${parseMode} is not expected here`];
  const parsed = parseMode === 'HTML' ? parseTelegramHtml(text) : { ok: true as const, text };
  if (!parsed.ok) return [`can't parse entities: ${parsed.fault}`];
  if (parsed.text.trim() === '') return ['message text is empty'];
  return parsed.text.length > 4_096 ? [`message is too long: ${parsed.text.length}`] : [];
}

function faultsOfCaption(caption: unknown): string[] {
  const parsed = parseTelegramHtml(String(caption ?? ''));
  if (!parsed.ok) return [`can't parse entities: ${parsed.fault}`];
  return parsed.text.length > 1_024 ? [`caption is too long: ${parsed.text.length}`] : [];
}

function faultsOfKeyboard(markup: unknown): string[] {
  const rows =
    (markup as { inline_keyboard?: { text: string; callback_data?: string }[][] } | undefined)?.inline_keyboard ?? [];
  const buttons = rows.flat();
  const faults = buttons.flatMap(({ text, callback_data = '' }) => {
    const bytes = Buffer.byteLength(callback_data);
    return [
      ...(bytes < 1 || bytes > 64 ? [`callback data of ${bytes} bytes`] : []),
      ...(text === '' ? ['button without text'] : []),
    ];
  });
  if (buttons.length > 100 || rows.some((row) => row.length > 8 || row.length === 0))
    faults.push('keyboard has a wrong shape');
  return faults;
}

function faultsOfCommand({ command, description }: { command: string; description: string }): string[] {
  const isGood = /^[a-z0-9_]{1,32}$/u.test(command) && description.length >= 1 && description.length <= 256;
  return isGood ? [] : [`command /${command} is malformed`];
}

function faultsOfArticle(result: {
  id: string;
  input_message_content?: { message_text?: string; parse_mode?: string };
}): string[] {
  const { message_text, parse_mode } = result.input_message_content ?? {};
  const bytes = Buffer.byteLength(result.id);
  return [...(bytes < 1 || bytes > 64 ? ['inline result id'] : []), ...faultsOfText(message_text ?? '', parse_mode)];
}

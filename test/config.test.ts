import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../src/config.ts';

const TOKEN = '1234567:made-up-token-of-no-value';

/** What is wrong, the variables, the code, the message. */
type Refused = [string, Record<string, string>, string, RegExp];

describe('readConfig', () => {
  test('an empty environment gives the defaults: no Telegram, no model, everything offline', () => {
    expect(readConfig({})).toMatchObject({
      corpusDir: 'corpus',
      indexDir: 'index',
      stateDir: 'state',
      telegram: null,
      embedder: 'builtin',
      model: null,
      logLevel: 'info',
      logQuestions: false,
    });
  });

  test('blank values count as absent, white space at the ends is dropped', () => {
    expect(readConfig({ TELEGRAM_BOT_TOKEN: ' ', QUZHI_INDEX: '', QUZHI_CORPUS: ' reports ' })).toMatchObject({
      telegram: null,
      indexDir: 'index',
      corpusDir: 'reports',
    });
  });

  test('a token opens Telegram, for members only, at the public server', () => {
    expect(readConfig({ TELEGRAM_BOT_TOKEN: TOKEN }).telegram).toEqual({
      token: TOKEN,
      apiRoot: 'https://api.telegram.org',
      ownerIds: [],
      access: 'invite',
    });
  });

  test('owners, access and server are read', () => {
    const telegram = {
      TELEGRAM_BOT_TOKEN: TOKEN,
      TELEGRAM_OWNER_IDS: '7, 8,',
      TELEGRAM_ACCESS: 'open',
      TELEGRAM_API_ROOT: 'http://localhost:81/',
    };
    expect(readConfig(telegram).telegram).toMatchObject({
      ownerIds: [7, 8],
      access: 'open',
      apiRoot: 'http://localhost:81',
    });
  });

  test('a model needs its address and its name; the key is optional', () => {
    const model = { LLM_BASE_URL: 'http://localhost:11434/v1', LLM_MODEL: 'made-up' };
    expect(readConfig(model).model).toEqual({ baseUrl: 'http://localhost:11434/v1', name: 'made-up', apiKey: null });
    expect(readConfig({ ...model, LLM_API_KEY: 'key' }).model?.apiKey).toBe('key');
  });

  test('origins of sites are read as browsers send them', () => {
    const typed =
      'https://WWW.Example.org, https://a.org:443/, https:b.org,https://区知.cn, https://a.org, http://c.org:81';
    expect(readConfig({ WEB_WIDGET_ORIGINS: typed }).web?.widgetOrigins).toEqual([
      'https://www.example.org',
      'https://a.org',
      'https://b.org',
      'https://xn--dkr466f.cn',
      'http://c.org:81',
    ]);
    expect(readConfig({ WEB_PUBLIC_URL: 'https://Quzhi.Example:443/' }).web?.publicUrl).toBe('https://quzhi.example');
  });

  test.each(['https://a.org/page', 'a.org', 'ftp://a.org'])('the site %s is refused', (site) => {
    expect(() => readConfig({ WEB_WIDGET_ORIGINS: site })).toThrow('origins of sites');
  });

  test.each([
    ['EMBEDDER_BASE_URL', 'EMBEDDER_API_KEY'],
    ['LLM_BASE_URL', 'LLM_API_KEY'],
  ])('a user and a password in %s are refused and not shown', (name, remedy) => {
    for (const address of ['http://me:half-a-secret@there/v1', 'http://half-a-secret@there/v1'])
      expect(() => readConfig({ LLM_MODEL: 'm', [name]: address })).toThrow(
        expect.objectContaining({
          code: 'config/invalid',
          message: expect.stringMatching(new RegExp(`^(?!.*half-a-secret).*${name}.*${remedy}`)),
        }),
      );
  });

  test.each<Refused>([
    ['a token of the wrong form', { TELEGRAM_BOT_TOKEN: 'hello' }, 'telegram/token', /@BotFather/],
    ['an unknown access', { TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_ACCESS: 'all' }, 'config/invalid', /invite or open/],
    [
      'an owner that is no number',
      { TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_OWNER_IDS: '@me' },
      'config/invalid',
      /TELEGRAM_OWNER_IDS is "@me".*numeric ids.*The bot tells/,
    ],
    [
      'a server that is no address',
      { TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: 'localhost' },
      'config/invalid',
      /TELEGRAM_API_ROOT is "localhost".*https:\/\/api\.telegram\.org/,
    ],
    ['a model without an address', { LLM_MODEL: 'made-up' }, 'config/invalid', /belong together/],
    [
      'a model at no address',
      { LLM_MODEL: 'made-up', LLM_BASE_URL: 'there' },
      'config/invalid',
      /LLM_BASE_URL is "there"/,
    ],
    ['a reader that is none', { READER: 'large' }, 'config/invalid', /READER is "large".*reranker:FOLDER/],
    ['a reader without its folder', { READER: 'reranker:' }, 'config/invalid', /reranker:FOLDER/],
    ['a hub that is no address', { HF_ENDPOINT: 'mirror' }, 'config/invalid', /https:\/\/huggingface\.co/],
    ['an unsure wish to log questions', { LOG_QUESTIONS: 'true' }, 'config/invalid', /yes or no/],
    ['an unknown log level', { LOG_LEVEL: 'loud' }, 'config/invalid', /trace, debug, info/],
    ...['hello', '123', '123:with space', 'bot123:made-up-token-of-no-value', '1234567:short'].map(
      (token): Refused => [
        `the token ${token}`,
        { TELEGRAM_BOT_TOKEN: token },
        'telegram/token',
        /@BotFather.*terminal/,
      ],
    ),
    ...['api.telegram.org', 'ftp://x', 'http://'].map(
      (root): Refused => [
        `the server ${root}`,
        { TELEGRAM_API_ROOT: root },
        'config/invalid',
        /Use the address of a Bot API/,
      ],
    ),
    ...['0', '-7', '7;8', '7 8', '1e3', '9'.repeat(16)].map(
      (ids): Refused => [`the owners ${ids}`, { TELEGRAM_OWNER_IDS: ids }, 'config/invalid', /separated by commas/],
    ),
  ])('%s is refused with what to write instead', (_, environment, code, message) => {
    expect(() => readConfig(environment)).toThrow(
      expect.objectContaining({ code, message: expect.stringMatching(message) }),
    );
  });

  test('a refusal never shows the token', () => {
    expect(() => readConfig({ TELEGRAM_BOT_TOKEN: 'half-a-secret' })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('half-a-secret') }),
    );
  });

  test.each([
    ['yes', true],
    ['no', false],
    ['', false],
  ])('LOG_QUESTIONS=%s logs questions: %s', (value, isLogged) => {
    expect(readConfig({ LOG_QUESTIONS: value }).logQuestions).toBe(isLogged);
  });

  test.each(['linear', 'neural', 'auto', 'neural:models/own', 'reranker:/srv/models/bge reranker'])(
    'the reader may be %s',
    (reader) => expect(readConfig({ READER: reader }).reader).toBe(reader),
  );

  test('the hub is named without a slash at its end', () =>
    expect(readConfig({ HF_ENDPOINT: 'https://hub.example/' }).hubUrl).toBe('https://hub.example'));

  test('a configuration cannot be changed', () => {
    expect(Object.isFrozen(readConfig({}))).toBe(true);
  });
});

describe('.env.example', () => {
  const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
  const offered = [...example.matchAll(/^# ?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name);

  test('offers every variable that the configuration reads, and no other', () => {
    const sources = ['config.ts', 'config-channels.ts'].map((name) =>
      readFileSync(new URL(`../src/${name}`, import.meta.url), 'utf8'),
    );
    const read = new Set([...sources.join('\n').matchAll(/^ {2,4}([A-Z_]+): /gm)].map(([, name]) => name));
    expect([...offered].sort()).toEqual([...read].sort());
  });

  test('copied as it is changes nothing: every line is a comment', () => {
    expect(example.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'))).toEqual([]);
  });
});

import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const TIME_LIMIT_MS = 120_000;
const TEXT =
  '# 澄江区发展报告\n\n澄江区去年引进云谷项目47个，总投资18.6亿元。区投资促进局推行“一表通办”，企业开办压缩到4小时。\n';

/** A package that has installed ours by path, as `npm install ../quzhi` does. */
const outside = mkdtempSync(join(tmpdir(), 'quzhi-outside-'));
const environment = {
  ...process.env,
  QUZHI_INDEX: 'index',
  QUZHI_STATE: 'state',
  QUZHI_CORPUS: 'corpus',
  EMBEDDER: '',
};

async function run(args: string[], variables: Record<string, string> = {}): Promise<string> {
  const options = { cwd: outside, env: { ...environment, ...variables }, timeout: TIME_LIMIT_MS };
  return (await promisify(execFile)(process.execPath, args, options)).stdout;
}

const command = (name: string): string[] => [
  '--import',
  join(ROOT, 'node_modules/tsx/dist/loader.mjs'),
  join(ROOT, `scripts/${name}.ts`),
];
const write = (name: string, text: string): void => writeFileSync(join(outside, name), text);

beforeAll(async () => {
  for (const name of ['corpus', 'node_modules']) mkdirSync(join(outside, name));
  symlinkSync(ROOT, join(outside, 'node_modules/quzhi'));
  symlinkSync(join(ROOT, 'node_modules/@langchain'), join(outside, 'node_modules/@langchain'));
  write('package.json', '{"name": "outside", "type": "module", "dependencies": {"quzhi": "file:../quzhi"}}');
  write('corpus/chengjiang.md', TEXT);
  await run(command('ingest'));
}, TIME_LIMIT_MS);

afterAll(() => rmSync(outside, { recursive: true }));

describe('from an outside package, on plain Node', () => {
  test(
    'quzhi/langchain gives a retriever and embeddings',
    async () => {
      write(
        'consumer.mjs',
        `import { openEmbeddings, openRetriever } from 'quzhi/langchain';
       const [document] = await (await openRetriever({ indexDir: 'index', count: 1 })).invoke('澄江区 云谷项目');
       const vector = await (await openEmbeddings()).embedQuery('云谷项目');
       console.log(JSON.stringify({ ...document, dimensions: vector.length }));`,
      );
      const { pageContent, metadata, dimensions } = JSON.parse(await run(['consumer.mjs']));
      expect(TEXT.slice(metadata.start, metadata.end)).toBe(pageContent);
      expect(pageContent).toContain('云谷项目47个');
      expect(dimensions).toBe(100);
    },
    TIME_LIMIT_MS,
  );

  test(
    'nothing else of the package can be imported',
    async () => {
      write('nosy.mjs', `await import('quzhi/src/app/app.ts');`);
      await expect(run(['nosy.mjs'])).rejects.toThrow('ERR_PACKAGE_PATH_NOT_EXPORTED');
    },
    TIME_LIMIT_MS,
  );

  test(
    'a retriever and a chat model of its own are plugged in',
    async () => {
      write(
        'parts.mjs',
        `import { appendFileSync } from 'node:fs';
         import { FakeListChatModel } from '@langchain/core/utils/testing';
         const note = (line) => appendFileSync('asked.txt', line + '\\n');
         class NotingModel extends FakeListChatModel {
           _generate(...given) { note('model'); return super._generate(...given); }
           _streamResponseChunks(...given) { note('model'); return super._streamResponseChunks(...given); }
         }
         export const chatModel = new NotingModel({ responses: ['no JSON'] });
         export const retriever = {
           invoke: async (text) => (note('retriever'), [{ pageContent: '企业开办压缩到4小时', metadata: {} }]),
         };`,
      );
      const answer = await run([...command('ask'), '澄江区去年引进云谷项目多少个？'], { QUZHI_LANGCHAIN: 'parts.mjs' });
      expect(answer).toContain('47个');
      const asked = readFileSync(join(outside, 'asked.txt'), 'utf8');
      expect(new Set(asked.trim().split('\n'))).toEqual(new Set(['retriever', 'model']));
    },
    TIME_LIMIT_MS,
  );

  test(
    'a module that cannot be used is a fault with its remedy',
    async () => {
      const asking = run([...command('ask'), '澄江区'], { QUZHI_LANGCHAIN: 'absent.mjs' });
      await expect(asking).rejects.toThrow('QUZHI_LANGCHAIN=absent.mjs names no file');
    },
    TIME_LIMIT_MS,
  );
});

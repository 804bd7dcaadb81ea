// What `npm run doctor` looks at: one function per part of the installation, each with its remedy. It mends nothing.
import { accessSync, constants, existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Config } from '../../src/config.ts';
import { pickEmbedder } from '../../src/embed/pick.ts';
import { AppError } from '../../src/errors.ts';
import { staleness } from '../../src/ingest/stale.ts';
import { findFlaw } from '../../src/ingest/verify.ts';
import { openGeneration } from '../../src/store/generation.ts';
import { liveFolder } from '../../src/store/pointer.ts';
import { readVectors } from '../../src/store/vectors.ts';
import { loadHnswlib } from '../../src/store/vectors-hnsw.ts';

/** What a check found. A warning does not stop the product; a fault does. */
export interface Finding {
  readonly part: string;
  readonly level: 'ok' | 'warning' | 'fault';
  readonly message: string;
}

type Check = (config: Config) => Promise<string | { warning: string }>;

const LEAST_NODE = [20, 19] as const;

const checks: Readonly<Record<string, Check>> = {
  'Node.js': async () => {
    const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
    if (major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1])) return process.versions.node;
    throw new AppError(
      'config/invalid',
      `Node.js ${process.versions.node} is too old. Install ${LEAST_NODE.join('.')} or newer.`,
    );
  },
  hnswlib: async () =>
    loadHnswlib()
      ? 'installed'
      : {
          warning:
            'not installed: vectors are searched exactly, which is slower beyond some 10,000 passages. A compiler and npm install bring it.',
        },
  corpus: async ({ corpusDir }) => {
    if (existsSync(corpusDir)) return corpusDir;
    throw new AppError('corpus/missing', `There is no ${corpusDir}. Create it, or set QUZHI_CORPUS.`);
  },
  state: async ({ stateDir }) => {
    let folder = resolve(stateDir);
    while (!existsSync(folder)) folder = dirname(folder);
    try {
      accessSync(folder, constants.W_OK);
    } catch (cause) {
      throw new AppError('disk/denied', `${folder} may not be written. Give this user the right, or set QUZHI_STATE.`, {
        cause,
      });
    }
    return `${stateDir} can be written`;
  },
  embedder: async (config) => (await pickEmbedder(config)).id,
  index: async ({ indexDir }) => {
    const generation = openGeneration(liveFolder(indexDir), { thorough: true });
    try {
      const flaw = findFlaw(generation);
      if (flaw)
        throw new AppError('index/corrupt', `The index is damaged: ${flaw}. Build it again: npm run ingest -- --full`);
      const { manifest } = generation;
      if (manifest.embedder)
        readVectors(generation.folder, { embedderId: manifest.embedder.id, dimension: manifest.embedder.dimension });
      return `${manifest.generation} of ${manifest.builtAt}: ${manifest.counts.reports} reports, ${manifest.counts.passages} passages, ${manifest.counts.facts} facts`;
    } finally {
      generation.close();
    }
  },
  freshness: async (config) => {
    const { reason } = staleness(config.indexDir, {
      corpus: [config.corpusDir],
      embedderId: (await pickEmbedder(config)).id,
    });
    return reason === null
      ? 'the index is up to date'
      : { warning: `${reason}: npm start or npm run ingest builds it` };
  },
  Telegram: async ({ telegram }) =>
    telegram
      ? `configured, access: ${telegram.access}`
      : { warning: 'no TELEGRAM_BOT_TOKEN: npm start opens a chat in the terminal' },
};

/** Runs all checks, one after the other; none stops the next. */
export async function examine(config: Config): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [part, check] of Object.entries(checks)) {
    try {
      const found = await check(config);
      findings.push(
        typeof found === 'string'
          ? { part, level: 'ok', message: found }
          : { part, level: 'warning', message: found.warning },
      );
    } catch (error) {
      findings.push({ part, level: 'fault', message: error instanceof Error ? error.message : String(error) });
    }
  }
  return findings;
}

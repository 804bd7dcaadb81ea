// The whole product behind its page, on made-up reports: index, state and corpus in a folder of their own, a port of its own.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openQuzhi } from '../../src/app/app.ts';
import { createCorpusAdmin } from '../../src/app/corpus-admin.ts';
import { createMaintenance } from '../../src/app/maintenance.ts';
import { servePage } from '../../src/app/web-server.ts';
import { createLimiter } from '../../src/chat/access/limits.ts';
import { readConfig } from '../../src/config.ts';
import { ingest } from '../../src/ingest/build.ts';
import { openBuiltinEmbedder } from '../../src/retrieve/embed/builtin.ts';
import { openState } from '../../src/store/state/state.ts';
import type { Report } from '../../src/types.ts';
import { REPORTS } from './made-up-reports.ts';

/** A page that is served. */
export interface ServedPage {
  readonly url: string;
  /** Lines that the starter of the program is told. */
  readonly told: readonly string[];
  stop(): Promise<void>;
}

/** What of it differs from the usual. */
export interface ServedOptions {
  readonly reports?: readonly Report[];
  /** A folder whose files are served in place of the reports. */
  readonly folder?: string;
  /** True: people sign in, as on an address that others reach. */
  readonly signIn?: boolean;
  /** Sites that may show the widget. */
  readonly widgetOrigins?: readonly string[];
}

/** A report as a Markdown file with front matter. */
export function markdownOf({ title, district, publisher, publishedOn, text }: Report): string {
  const fields = { title, district, publisher, publishedOn };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return `---\n${lines.join('\n')}\n---\n${text}`;
}

/** Writes the reports, indexes them and serves the page; the caller stops it. */
export async function serveReports({
  reports = REPORTS,
  folder,
  signIn = false,
  widgetOrigins = [],
}: ServedOptions = {}): Promise<ServedPage> {
  const root = mkdtempSync(join(tmpdir(), 'quzhi-page-'));
  const settings = readConfig({
    QUZHI_CORPUS: join(root, 'corpus'),
    QUZHI_INDEX: join(root, 'index'),
    QUZHI_STATE: join(root, 'state'),
    WEB_PORT: '0',
  });
  mkdirSync(settings.corpusDir);
  if (folder !== undefined) cpSync(folder, settings.corpusDir, { recursive: true });
  else for (const report of reports) writeFileSync(join(settings.corpusDir, `${report.id}.md`), markdownOf(report));
  const embedder = openBuiltinEmbedder();
  const now = (): Date => new Date();
  const sleep = (): Promise<void> => Promise.resolve();
  await ingest({ corpus: [settings.corpusDir], indexDir: settings.indexDir, embedder, now, sleep });
  const state = openState(settings.stateDir);
  const service = await openQuzhi(settings);
  let names = 0;
  const newId = (): string => {
    names += 1;
    return `n${names.toString(36)}`;
  };
  const corpusAdmin = createCorpusAdmin({ ...settings, embedder, library: service.library, newId, now });
  const maintenance = createMaintenance({ ...settings, now });
  const told: string[] = [];
  if (settings.web === null) throw new Error('the page is off');
  const page = await servePage({
    web: { ...settings.web, signIn, widgetOrigins },
    parts: { service, state, corpusAdmin, maintenance, now },
    limiter: createLimiter({ perPerson: 10_000, inAll: 100_000 }),
    streams: false,
    log: (level, message) => void told.push(`${level}: ${message}`),
    newId,
    owners: new Set(),
    tell: (line) => void told.push(line),
  });
  const stop = async (): Promise<void> => {
    await page.stop();
    state.close();
    rmSync(root, { recursive: true, force: true });
  };
  return { url: page.url, told, stop };
}

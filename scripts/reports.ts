// npm run reports: what is indexed, and the stored text to which offsets refer.

import { print, runCommand, textOption } from '../src/app/cli/command.ts';
import { correctReport, undoReportCorrection } from '../src/app/corrections.ts';
import { bringUpToDate } from '../src/app/index-refresh.ts';
import { type Config, readConfig, readLanguage } from '../src/config.ts';
import { AppError } from '../src/errors.ts';
import { type ReportHealth, toDoCounts } from '../src/ingest/report/health.ts';
import { remarkIn } from '../src/ingest/report/remarks.ts';
import { filled, healthWording } from '../src/ingest/report/wording.ts';
import { pickEmbedder } from '../src/retrieve/embed/pick.ts';
import { type Generation, openLibrary } from '../src/store/index/generation.ts';
import type { ReportId, ReportMeta } from '../src/types.ts';
import { drawPassage } from './support/side-by-side.ts';

function find(library: Generation, id: string | undefined): ReportMeta {
  if (id === undefined)
    throw new AppError('usage/invalid', 'Name the report: npm run reports -- show ID (npm run reports lists them)');
  const report = library.reports.get(id as ReportId) ?? [...library.reports.values()].find((one) => one.path === id);
  if (report) return report;
  throw new AppError('usage/invalid', `No report is called "${id}". npm run reports lists them`);
}

function list(library: Generation, asJson: boolean): void {
  for (const report of library.reports.values()) {
    print(
      asJson
        ? JSON.stringify(report)
        : [report.id, report.title, report.district ?? '–', report.publishedOn ?? '–'].join('  '),
    );
  }
}

function show(library: Generation, report: ReportMeta, asJson: boolean): void {
  const health: unknown = JSON.parse(library.healthOf(report.id));
  if (asJson) {
    print(JSON.stringify({ ...report, health }));
    return;
  }
  for (const [name, value] of Object.entries(report))
    print(`${name}: ${Array.isArray(value) ? value.join(', ') || '–' : (value ?? '–')}`);
  const { from, to } = library.passagesOf(report.id);
  const text = library.textOf(report.id);
  for (const note of notesOf(health)) print(`! ${remarkIn(readLanguage(), note)}`);
  print('\nAs written │ as read, where it differs. # heading, · page furniture');
  for (let number = from; number < to; number++)
    for (const line of drawPassage(library.passage(number), text)) print(line);
}

/** Returns the warnings of the health report on a report. */
function notesOf(health: unknown): string[] {
  const { notes, spun } = health as { notes?: unknown; spun?: unknown };
  const damage = spun === true ? ['its words were swapped by a program: read repaired, quoted as written'] : [];
  return [...damage, ...(Array.isArray(notes) ? notes.map(String) : [])];
}

/** Lists what may be put right, each thing with its reports. */
function listToDo(library: Generation, asJson: boolean): void {
  const words = healthWording(readLanguage());
  const reports = [...library.reports.keys()].map((id) => JSON.parse(library.healthOf(id)) as ReportHealth);
  if (asJson) {
    for (const { id, toDo } of reports) if (toDo.length > 0) print(JSON.stringify({ id, toDo }));
    return;
  }
  for (const { toDo, count } of toDoCounts(reports)) {
    print(filled(words.toDo[toDo], { n: count }));
    for (const report of reports.filter((each) => each.toDo.includes(toDo))) print(`  ${report.id}  ${report.title}`);
  }
}

/** Returns `field=value` words as fields. */
function fieldsOf(words: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    words.map((word) => {
      const [, name = '', value = ''] = /^([^=＝]+)[=＝](.*)$/su.exec(word) ?? [];
      if (name === '') throw new AppError('usage/invalid', `"${word}" is no field=value`);
      return [name, value];
    }),
  );
}

/** Corrects a report, or takes its last correction back, and builds the index. */
async function correct(
  config: Config,
  { id }: ReportMeta,
  change: { fields: readonly string[] } | 'undo',
): Promise<void> {
  const library = openLibrary(config.indexDir);
  const corpus = { ...config, reports: [...library.reports.values()] };
  library.close();
  if (change !== 'undo') correctReport(id, fieldsOf(change.fields), { ...corpus, at: new Date() });
  else if (!undoReportCorrection(id, corpus))
    throw new AppError('usage/invalid', `${id} has no correction to take back`);
  await bringUpToDate(config, await pickEmbedder(config), () => new Date());
}

await runCommand({
  usage:
    'Usage: npm run reports -- [list | todo | show ID | text ID | set ID FIELD=VALUE … | undo ID] [--index DIR] [--json]',
  options: {},
  async run(values, [action = 'list', id, ...rest]) {
    const settings = readConfig();
    const config = { ...settings, indexDir: textOption(values, 'index') ?? settings.indexDir };
    const library = openLibrary(config.indexDir);
    const asJson = values['json'] === true;
    try {
      if (rest.length > 0 && action !== 'set') throw new AppError('usage/invalid', `"${rest[0]}" is one word too many`);
      if (action === 'list') list(library, asJson);
      else if (action === 'todo') listToDo(library, asJson);
      else if (action === 'show') show(library, find(library, id), asJson);
      // The text as it is stored: without a line end of ours, so that offsets into the output are offsets into the text.
      else if (action === 'text') process.stdout.write(library.textOf(find(library, id).id));
      else if (action === 'set') await correct(config, find(library, id), { fields: rest });
      else if (action === 'undo') await correct(config, find(library, id), 'undo');
      else throw new AppError('usage/invalid', `"${action}" is unknown: list, todo, show, text, set or undo`);
      return 0;
    } finally {
      library.close();
    }
  },
});

// npm run reports: what is indexed, and the stored text to which offsets refer.

import { print, runCommand, textOption } from '../src/app/cli/command.ts';
import { readConfig } from '../src/config.ts';
import { AppError } from '../src/errors.ts';
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
  for (const note of notesOf(health)) print(`! ${note}`);
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

await runCommand({
  usage: 'Usage: npm run reports -- [list | show ID | text ID] [--index DIR] [--json]',
  options: {},
  run(values, [action = 'list', id, ...rest]) {
    const library = openLibrary(textOption(values, 'index') ?? readConfig().indexDir);
    const asJson = values['json'] === true;
    try {
      if (rest.length > 0) throw new AppError('usage/invalid', `"${rest[0]}" is one word too many`);
      if (action === 'list') list(library, asJson);
      else if (action === 'show') show(library, find(library, id), asJson);
      // The text as it is stored: without a line end of ours, so that offsets into the output are offsets into the text.
      else if (action === 'text') process.stdout.write(library.textOf(find(library, id).id));
      else throw new AppError('usage/invalid', `"${action}" is unknown: list, show ID or text ID`);
      return 0;
    } finally {
      library.close();
    }
  },
});

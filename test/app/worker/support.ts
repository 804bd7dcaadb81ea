// Folders of an installation for tests of what is done in the background: a corpus of made-up reports, an index, a state.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** When all of it happens. */
export const NOW = new Date('2026-11-22T08:00:00Z');

/** Folders of a house. */
export interface MadeUpFolders {
  readonly corpusDir: string;
  readonly indexDir: string;
  readonly stateDir: string;
  readonly backupDir: string;
  /** Puts a file into the corpus. */
  add(name: string, text: string): void;
  remove(): void;
}

const DISTRICTS = ['柳溪区', '塔山县', '云渡区', '石桥县', '白鹭区'];
const THINGS = ['口袋公园', '停车场', '卫生室', '图书分馆', '茶园', '养老驿站'];

/** A report of about 1,500 characters, message from any other by its number. */
export function madeUpReport(number: number): string {
  const district = DISTRICTS[number % DISTRICTS.length] ?? '';
  const sentence = (part: number): string => {
    const thing = THINGS[(number + part) % THINGS.length] ?? '';
    return `${2020 + (part % 9)}年，${district}新建${thing}${number * 7 + part + 3}处，完成投资${part + 1}.${number % 10}亿元，同比增长${part + 2}.5%。第${number}号工程的干部走村入户，听取意见。`;
  };
  const lines = Array.from(
    { length: 24 },
    (_, part) => (part % 6 === 0 ? `\n## 第${part / 6 + 1}章\n\n` : '') + sentence(part),
  );
  return `# ${district}第${number}号工程纪实\n${lines.join('')}\n`;
}

/** Makes a house with so many reports in its corpus; the caller removes it. */
export function madeUpFolders(reportCount: number): MadeUpFolders {
  const root = mkdtempSync(join(tmpdir(), 'quzhi-background-'));
  const corpusDir = join(root, 'corpus');
  mkdirSync(corpusDir);
  const add = (name: string, text: string): void => writeFileSync(join(corpusDir, name), text);
  for (let number = 0; number < reportCount; number++) add(`report-${number}.md`, madeUpReport(number));
  return {
    corpusDir,
    indexDir: join(root, 'index'),
    stateDir: join(root, 'state'),
    backupDir: join(root, 'backups'),
    add,
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

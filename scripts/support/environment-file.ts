// Sets variables in a .env file and leaves everything else in it as it is.
import { existsSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { diskFault } from '../../src/store/files.ts';

/** Rights of a new file: it may come to hold secrets. */
const PRIVATE = 0o600;

/** Writes a value so that dotenv reads it back unchanged. */
function quoted(value: string): string {
  if (!/[\s#'"`\\]/.test(value)) return value;
  const mark = ["'", '`', '"'].find((each) => !value.includes(each)) ?? "'";
  return `${mark}${value}${mark}`;
}

/**
 * Returns the text of a .env file with other values of some variables: in their line where they have one, else at the end.
 * @example withVariables('# mine\nREADER=linear\n', { READER: 'neural' }) // => '# mine\nREADER=neural\n'
 */
export function withVariables(text: string, values: Readonly<Record<string, string>>): string {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text === '' ? [] : text.replace(/\r?\n$/, '').split(/\r?\n/);
  for (const [name, value] of Object.entries(values)) {
    const isOwn = (line: string): boolean => new RegExp(`^\\s*(?:export\\s+)?${name}\\s*=`).test(line);
    const place = lines.findIndex(isOwn);
    const line = `${name}=${quoted(value)}`;
    if (place < 0) lines.push(line);
    else {
      lines[place] = line;
      // The last line of a name wins.
      for (let index = lines.length - 1; index > place; index--) if (isOwn(lines[index] ?? '')) lines.splice(index, 1);
    }
  }
  return `${lines.join(lineEnd)}${lineEnd}`;
}

/** Sets variables in a .env file, whole or not at all; it keeps its rights. @throws AppError disk/full, disk/denied */
export function setVariables(path: string, values: Readonly<Record<string, string>>): void {
  const target = existsSync(path) ? realpathSync(path) : path;
  const beside = `${target}.${process.pid}.tmp`;
  try {
    const text = existsSync(target) ? readFileSync(target, 'utf8') : '';
    const mode = existsSync(target) ? statSync(target).mode & 0o777 : PRIVATE;
    writeFileSync(beside, withVariables(text, values), { mode, flag: 'wx' });
    renameSync(beside, target);
  } catch (cause) {
    rmSync(beside, { force: true });
    throw diskFault(cause, path);
  }
}

// Who runs on a state folder: a file with the number of its process, so that a second one is told and refused. Commands that look into
// the state, or write a line of it, may run beside.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../errors.ts';
import { PRIVATE_FILE, PRIVATE_FOLDER } from '../files.ts';

const FILE_NAME = 'running.pid';
/** Stands in the command line of a process that serves; another process may have got the number of one that is gone. */
const COMMAND = /main\.ts/u;

/** True if a process of this number serves now. */
function isServing(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  const commandLine = `/proc/${pid}/cmdline`;
  return !existsSync(commandLine) || COMMAND.test(readFileSync(commandLine, 'utf8'));
}

/**
 * Notes that this process serves from a state folder; returns how it says that it no longer does.
 * @throws AppError `state/in-use` where another one does
 */
export function claimState(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: PRIVATE_FOLDER });
  const file = join(folder, FILE_NAME);
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8')) : Number.NaN;
  if (Number.isSafeInteger(pid) && pid > 0 && isServing(pid)) {
    throw new AppError(
      'state/in-use',
      `Process ${pid} serves from ${folder} already; two would answer everything twice. End it first, or set QUZHI_STATE to another folder.`,
    );
  }
  writeFileSync(file, String(process.pid), { mode: PRIVATE_FILE });
  return () => rmSync(file, { force: true });
}

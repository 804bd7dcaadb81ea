// A corpus administration that notes what it is asked to do.
import type { CorpusAdmin, Hearer, NewFile, PendingFile } from '../../src/chat/corpus/corpus-admin.ts';
import type { ReportId } from '../../src/types.ts';
import { report } from './fixtures.ts';

/** A corpus administration that notes what it is asked to do. */
export class FakeCorpusAdmin implements CorpusAdmin {
  readonly formats = ['.txt', '.md'];
  readonly done: string[] = [];
  readonly staged = new Set<string>();
  async read(name: string, bytes: Uint8Array) {
    this.done.push(`read ${name}`);
    return { ...report({ id: 'sent' as ReportId, title: name }), text: new TextDecoder().decode(bytes) };
  }
  waiting: PendingFile[] = [];
  add = ({ name }: NewFile): string => name;
  async stage({ name, caption }: NewFile) {
    this.done.push(`stage ${name} ${caption}`);
    this.staged.add('s1');
    return { id: 's1', verdict: 'sound' as const, health: ['UTF-8 · 12 characters'] };
  }
  pending = (): readonly PendingFile[] => this.waiting;
  async accept(ids: readonly string[]) {
    this.done.push(`accept ${ids.join(' ')}`);
    const files = ids.filter((id) => this.staged.delete(id)).length;
    return files > 0 ? { files, health: ['6 reports'] } : null;
  }
  discard(ids: readonly string[]): void {
    for (const id of ids) this.staged.delete(id);
  }
  async reindex({ onProgress }: Hearer) {
    onProgress('读取 1');
    return ['5 reports'];
  }
  async remove(id: string) {
    this.done.push(`remove ${id}`);
    return [];
  }
  async correct(id: string, fields: Readonly<Record<string, string>>) {
    this.done.push(`correct ${id} ${JSON.stringify(fields)}`);
  }
  undoCorrection = async (id: string): Promise<boolean> => id === 'liuxi';
  progress = () => null;
  told = (message: string) => message;
  status = () => ['索引 gen-1'];
  generation = () => 'gen-1';
}

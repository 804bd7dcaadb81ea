// The backup, as a download.
import type { JSX } from 'preact';
import { usePage } from '../context.ts';

/** What a backup holds, and the way to it. */
export function BackupPart(): JSX.Element {
  const { maintain } = usePage().wording;
  return (
    <section class="card">
      <p>{maintain.backupNote}</p>
      <p>
        <a class="choice" href="/api/backup" download>
          {maintain.download}
        </a>
      </p>
    </section>
  );
}

// Health report and backups. Interface only: `src/app/maintenance.ts` implements it.

import type { Language } from '../../types.ts';

/** The health of the live index. */
export interface IndexHealth {
  /** As `npm run ingest -- --json` prints it; null where there is no index, or none that tells. */
  readonly health: Readonly<Record<string, unknown>> | null;
  /** The report as a page of HTML that needs no script; null where there is none. */
  readonly page: string | null;
}

/** Health and backups of the installation. */
export interface Maintenance {
  /** @param language of its remarks and its page */
  health(language: Language): IndexHealth;
  /** Writes state and index into a new file and returns its path; the caller deletes the folder it lies in. @throws AppError index/…, disk/… */
  backup(): Promise<string>;
}

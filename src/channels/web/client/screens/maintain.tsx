// Maintaining: files and reports, health, gaps, feedback, members, tokens, backup. Each part has its address.
import type { JSX } from 'preact';
import { usePage } from '../context.ts';
import { FeedbackPart, GapsPart } from '../maintain/feedback.tsx';
import { FilesPart } from '../maintain/files.tsx';
import { HealthPart } from '../maintain/health.tsx';
import { MembersPart } from '../maintain/members.tsx';
import { MaintainedReportsPart } from '../maintain/reports.tsx';
import { TokensPart } from '../maintain/tokens.tsx';
import { FaultLine } from '../parts/common.tsx';
import { PartScreen, type Parts, type ScreenProps } from './part-screen.tsx';

const PARTS: Parts = {
  files: FilesPart,
  reports: MaintainedReportsPart,
  health: HealthPart,
  gaps: GapsPart,
  feedback: FeedbackPart,
  members: MembersPart,
  tokens: TokensPart,
  backup: BackupPart,
};

/** The screen for maintainers. The server decides who may do what; this only hides what it would refuse. */
export function MaintainScreen(props: ScreenProps): JSX.Element {
  const { me, wording } = usePage();
  if (!me.acts.includes('add')) return <FaultLine text={wording.faults.forbidden} />;
  return (
    <div class="maintain">
      <PartScreen parts={PARTS} props={props} />
    </div>
  );
}

/** The backup, as a download. */
function BackupPart(): JSX.Element {
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

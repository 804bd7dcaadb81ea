// Minding the house: files and reports, health, gaps, feedback, members, tokens, backup. Each part has its address.
import type { FunctionComponent, JSX } from 'preact';
import { usePage } from '../context.ts';
import { BackupPart } from '../maintain/backup.tsx';
import { FeedbackPart } from '../maintain/feedback.tsx';
import { FilesPart } from '../maintain/files.tsx';
import { GapsPart } from '../maintain/gaps.tsx';
import { HealthPart } from '../maintain/health.tsx';
import { MembersPart } from '../maintain/members.tsx';
import { TokensPart } from '../maintain/tokens.tsx';
import { FaultLine, Heading, Tabs } from '../parts/frame.tsx';
import { hrefOf } from '../router.ts';
import type { ScreenProps } from './props.ts';

const PARTS = {
  files: FilesPart,
  health: HealthPart,
  gaps: GapsPart,
  feedback: FeedbackPart,
  members: MembersPart,
  tokens: TokensPart,
  backup: BackupPart,
} as const satisfies Readonly<Record<string, FunctionComponent<ScreenProps>>>;

type PartName = keyof typeof PARTS;

const nameOf = (part: string): PartName => (Object.hasOwn(PARTS, part) ? (part as PartName) : 'files');

/** The screen for maintainers. Who may what is decided by the server; this only does not offer what it would refuse. */
export function MaintainScreen(props: ScreenProps): JSX.Element {
  const { me, wording, route } = usePage();
  if (!me.acts.includes('add')) return <FaultLine text={wording.faults.forbidden} />;
  const here = nameOf(route.part);
  const Part = PARTS[here];
  const tabs = (Object.keys(PARTS) as PartName[]).map((name) => ({
    text: wording.maintain.parts[name],
    href: hrefOf('maintain', name === 'files' ? '' : name),
    isHere: name === here,
  }));
  return (
    <div class="maintain">
      <Heading text={wording.maintain.title} />
      <Tabs label={wording.maintain.title} tabs={tabs} />
      <Part {...props} />
    </div>
  );
}

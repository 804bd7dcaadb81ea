// Browsing: districts, topics, reports, the fact table with its charts, briefs and comparisons. Each part has its address.
import type { FunctionComponent, JSX } from 'preact';
import { BriefPart } from '../browse/brief.tsx';
import { ComparePart } from '../browse/compare.tsx';
import { DistrictsPart } from '../browse/districts.tsx';
import { FactsPart } from '../browse/facts.tsx';
import { ReportsPart } from '../browse/reports.tsx';
import { TopicsPart } from '../browse/topics.tsx';
import { usePage } from '../context.ts';
import { Heading, Tabs } from '../parts/frame.tsx';
import { hrefOf } from '../router.ts';
import type { ScreenProps } from './props.ts';

const PARTS = {
  districts: DistrictsPart,
  topics: TopicsPart,
  reports: ReportsPart,
  facts: FactsPart,
  compare: ComparePart,
  brief: BriefPart,
} as const satisfies Readonly<Record<string, FunctionComponent<ScreenProps>>>;

type PartName = keyof typeof PARTS;

const nameOf = (part: string): PartName => (Object.hasOwn(PARTS, part) ? (part as PartName) : 'districts');

/** The screen for browsing. */
export function BrowseScreen(props: ScreenProps): JSX.Element {
  const { wording, route } = usePage();
  const here = nameOf(route.part);
  const Part = PARTS[here];
  const tabs = (Object.keys(PARTS) as PartName[]).map((name) => ({
    text: wording.browse.parts[name],
    href: hrefOf('browse', name === 'districts' ? '' : name),
    isHere: name === here,
  }));
  return (
    <div class="wide-screen">
      <Heading text={wording.browse.title} />
      <Tabs label={wording.browse.title} tabs={tabs} />
      <Part {...props} />
    </div>
  );
}

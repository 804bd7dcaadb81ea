// Browsing: districts, topics, reports, the fact table with its charts, briefs and comparisons. Each part has its address.
import type { JSX } from 'preact';
import { BriefPart } from '../browse/brief.tsx';
import { ChartsPart } from '../browse/charts.tsx';
import { ComparePart } from '../browse/compare.tsx';
import { DistrictsPart, TopicsPart } from '../browse/districts.tsx';
import { FactsPart } from '../browse/facts.tsx';
import { ProfilePart } from '../browse/profile.tsx';
import { ReportsPart } from '../browse/reports.tsx';
import { PartScreen, type Parts, type ScreenProps } from './part-screen.tsx';

const PARTS: Parts = {
  districts: DistrictsPart,
  topics: TopicsPart,
  reports: ReportsPart,
  facts: FactsPart,
  charts: ChartsPart,
  profile: ProfilePart,
  compare: ComparePart,
  brief: BriefPart,
};

/** The screen for browsing. */
export function BrowseScreen(props: ScreenProps): JSX.Element {
  return (
    <div class="wide-screen">
      <PartScreen parts={PARTS} props={props} />
    </div>
  );
}

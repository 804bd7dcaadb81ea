// A district's profile: what it has charts of, and its figures on a time line, year by year, each a link to its sentence.
import type { JSX } from 'preact';
import type { FactJson, FactsJson, SeriesJson } from '../../server/schemas-browse.ts';
import { usePage } from '../context.ts';
import { periodText } from '../model/periods.ts';
import { timeLine } from '../model/time-line.ts';
import { Loaded } from '../parts/common.tsx';
import { DistrictSelect } from '../parts/fields.tsx';
import { useResource } from '../resource.ts';
import { hrefOf } from '../router.ts';

const MAX_FACTS = 500;

/** The profile of the district in the address, and the choice of another. */
export function ProfilePart(): JSX.Element {
  const { wording, route, go } = usePage();
  const { browse } = wording;
  const district = route.query['district'] ?? '';
  return (
    <>
      <div class="filters">
        <DistrictSelect
          label={browse.briefPick}
          none={browse.pickOne}
          value={district}
          set={(chosen) => go(hrefOf('browse', 'profile', { district: chosen }), 'replace')}
        />
      </div>
      {district !== '' && <Profile district={district} />}
    </>
  );
}

function Profile({ district }: { district: string }): JSX.Element {
  const { browse } = usePage().wording;
  const facts = useResource<FactsJson>('/api/facts', { district, limit: MAX_FACTS });
  const series = useResource<SeriesJson>('/api/series', { district });
  return (
    <article class="document">
      <h2>{district}</h2>
      <p class="ways">
        <a href={hrefOf('browse', 'brief', { district })}>{browse.brief}</a>
        <a href={hrefOf('browse', 'facts', { district })}>{browse.facts}</a>
      </p>
      {(series.value?.charts ?? []).length > 0 && (
        <ul class="topics">
          {series.value?.charts.map(({ indicator, unit }) => (
            <li key={`${indicator} ${unit}`}>
              <a class="choice" href={hrefOf('browse', 'charts', { indicator, district })}>
                {indicator}
              </a>
            </li>
          ))}
        </ul>
      )}
      <Loaded resource={facts}>{(value) => <TimeLine facts={value.facts} />}</Loaded>
    </article>
  );
}

function TimeLine({ facts }: { facts: readonly FactJson[] }): JSX.Element {
  const { wording, language } = usePage();
  const { browse } = wording;
  if (facts.length === 0) return <p class="hint">{browse.noFacts}</p>;
  return (
    <>
      {timeLine(facts).map(({ year, facts: own }) => (
        <section key={year ?? ''}>
          <h3>{year === null ? browse.undated : periodText(year, language)}</h3>
          <ul>
            {own.map((fact) => (
              <li key={`${fact.report} ${fact.start} ${fact.indicator} ${fact.surface}`}>
                {fact.period !== null && fact.period !== year && (
                  <span class="hint">{periodText(fact.period, language)} </span>
                )}
                {[fact.subject, fact.indicator].filter((name) => name !== null).join(' · ')}：
                <a href={hrefOf('read', fact.report, { from: fact.start, to: fact.end })} title={fact.quote}>
                  {fact.surface}
                </a>
                {fact.isPlanned && <span class="tag">{browse.planned}</span>}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

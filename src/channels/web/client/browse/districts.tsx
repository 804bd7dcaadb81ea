// The districts as cards with links to briefs and figures, and the topics across districts.
import type { JSX } from 'preact';
import type { DistrictsJson, TopicsJson } from '../../server/schemas-browse.ts';
import { usePage } from '../context.ts';
import { Loaded } from '../parts/common.tsx';
import { useResource } from '../resource.ts';
import { hrefOf } from '../router.ts';
import type { ScreenProps } from '../screens/part-screen.tsx';

/** The topics, most frequent first. */
export function TopicsPart({ asking }: ScreenProps): JSX.Element {
  const { wording, go } = usePage();
  const topics = useResource<TopicsJson>('/api/topics');
  const ask = (name: string): void => {
    asking.say(`/topic ${name}`, `${wording.browse.topicTitle}：${name}`);
    go(hrefOf('ask'));
  };
  return (
    <Loaded resource={topics}>
      {(value) => (
        <>
          <p class="hint">{wording.browse.topicTitle}</p>
          <ul class="topics">
            {value.topics.map(({ name, reports }) => (
              <li key={name}>
                <button type="button" class="choice" onClick={() => ask(name)}>
                  {name} <span class="hint">{reports}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Loaded>
  );
}

/** The districts as cards. */
export function DistrictsPart(): JSX.Element {
  const { wording } = usePage();
  const districts = useResource<DistrictsJson>('/api/districts');
  return (
    <Loaded resource={districts}>
      {(value) =>
        value.districts.length === 0 ? (
          <p class="hint">{wording.nothing}</p>
        ) : (
          <ul class="cards">
            {value.districts.map((district) => (
              <DistrictCard key={district.name} district={district} />
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}

function DistrictCard({ district }: { district: DistrictsJson['districts'][number] }): JSX.Element {
  const { browse } = usePage().wording;
  const { name, short, reports, facts } = district;
  return (
    <li class="card">
      <h2>{short}</h2>
      {name !== short && <p class="hint">{name}</p>}
      <p class="hint">{browse.counts(reports, facts)}</p>
      <p class="ways">
        <a href={hrefOf('browse', 'brief', { district: name })}>{browse.brief}</a>
        <a href={hrefOf('browse', 'facts', { district: name })}>{browse.facts}</a>
        <a href={hrefOf('ask', '', { ask: `${short}有哪些主要做法？` })}>{browse.askOf}</a>
      </p>
    </li>
  );
}

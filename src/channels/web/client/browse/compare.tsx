// A district on one page, and districts side by side, optionally on a topic.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ReplyJson } from '../../server/schemas.ts';
import type { DistrictsJson } from '../../server/schemas-browse.ts';
import { usePage } from '../context.ts';
import { Loaded } from '../parts/common.tsx';
import { DistrictSelect, Field } from '../parts/fields.tsx';
import { ReplyPage } from '../parts/reply-view.tsx';
import { useResource } from '../resource.ts';
import { hrefOf } from '../router.ts';

/** The brief of the district in the address, and the choice of another. */
export function BriefPart(): JSX.Element {
  const { wording, route, go } = usePage();
  const district = route.query['district'] ?? '';
  const brief = useResource<ReplyJson>(district === '' ? null : '/api/brief', { district });
  const set = (chosen: string): void => go(hrefOf('browse', 'brief', { district: chosen }), 'replace');
  return (
    <>
      <div class="filters narrow-page">
        <DistrictSelect label={wording.browse.briefPick} none="—" value={district} set={set} />
      </div>
      {district !== '' && <Loaded resource={brief}>{(reply) => <ReplyPage reply={reply} />}</Loaded>}
    </>
  );
}

/** The comparison in the address, and the choice of another. */
export function ComparePart(): JSX.Element {
  const { route } = usePage();
  const districts = useResource<DistrictsJson>('/api/districts');
  const named = route.query['districts'] ?? '';
  const topic = route.query['topic'] ?? '';
  const comparison = useResource<ReplyJson>(named === '' ? null : '/api/compare', { districts: named, topic });
  return (
    <>
      <Loaded resource={districts}>
        {(value) => <Choice districts={value.districts} named={named.split(',')} topic={topic} />}
      </Loaded>
      {named !== '' && (
        <Loaded resource={comparison}>{(reply) => <ReplyPage reply={reply} kind="side-by-side" />}</Loaded>
      )}
    </>
  );
}

function Choice({
  districts,
  named,
  topic,
}: {
  districts: DistrictsJson['districts'];
  named: readonly string[];
  topic: string;
}): JSX.Element {
  const { wording, go } = usePage();
  const { browse } = wording;
  const [chosen, setChosen] = useState<readonly string[]>(named.filter((name) => name !== ''));
  const [about, setAbout] = useState(topic);
  const turn = (name: string): void =>
    setChosen((before) => (before.includes(name) ? before.filter((other) => other !== name) : [...before, name]));
  const compare = (event: Event): void => {
    event.preventDefault();
    go(hrefOf('browse', 'compare', { districts: chosen.join(','), topic: about.trim() }), 'replace');
  };
  return (
    <form class="filters" onSubmit={compare}>
      <fieldset class="pick">
        <legend>{browse.comparePick}</legend>
        {districts.map(({ name, short }) => (
          <label key={name} class="pick-one">
            <input type="checkbox" checked={chosen.includes(name)} onChange={() => turn(name)} />
            {short}
          </label>
        ))}
      </fieldset>
      <Field label={browse.compareTopic} value={about} set={setAbout} />
      <button type="submit" class="accent" disabled={chosen.length < 2}>
        {browse.compareGo}
      </button>
    </form>
  );
}

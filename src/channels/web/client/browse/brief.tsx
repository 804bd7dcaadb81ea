// A district in brief, as a page that can be printed.
import type { JSX } from 'preact';
import type { ReplyJson } from '../../server/schemas.ts';
import type { DistrictsJson } from '../../server/schemas-browse.ts';
import { usePage } from '../context.ts';
import { Loaded } from '../parts/frame.tsx';
import { ReplyPage } from '../parts/reply-page.tsx';
import { Select } from '../parts/select.tsx';
import { useResource } from '../resource.ts';
import { hrefOf } from '../router.ts';

/** The brief of the district in the address, and the choice of another. */
export function BriefPart(): JSX.Element {
  const { wording, route, go } = usePage();
  const district = route.query['district'] ?? '';
  const districts = useResource<DistrictsJson>('/api/districts');
  const brief = useResource<ReplyJson>(district === '' ? null : '/api/brief', { district });
  const options = (districts.value?.districts ?? []).map(({ name, short }) => ({ value: name, label: short }));
  return (
    <>
      <div class="filters narrow-page">
        <Select
          label={wording.browse.briefPick}
          value={district}
          options={[{ value: '', label: '—' }, ...options]}
          choose={(chosen) => go(hrefOf('browse', 'brief', { district: chosen }), 'replace')}
        />
      </div>
      {district !== '' && <Loaded resource={brief}>{(reply) => <ReplyPage reply={reply} kind="narrow-page" />}</Loaded>}
    </>
  );
}

// A district in brief, as a page that can be printed.
import type { JSX } from 'preact';
import type { ReplyJson } from '../../server/schemas.ts';
import { usePage } from '../context.ts';
import { Loaded } from '../parts/common.tsx';
import { DistrictSelect } from '../parts/fields.tsx';
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

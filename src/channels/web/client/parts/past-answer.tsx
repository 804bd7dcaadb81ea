// An answer out of one's history, as it was given.
import type { JSX } from 'preact';
import type { ExchangeJson } from '../../server/schemas.ts';
import { usePage } from '../context.ts';
import { useResource } from '../resource.ts';
import { hrefOf } from '../router.ts';
import { Heading, Loaded } from './frame.tsx';
import { ReplyPage } from './reply-page.tsx';

/** The answer of an id. */
export function PastAnswer({ id }: { id: string }): JSX.Element {
  const { wording, language } = usePage();
  const exchange = useResource<ExchangeJson>(`/api/exchanges/${encodeURIComponent(id)}`);
  return (
    <Loaded resource={exchange}>
      {({ question, at, reply }) => (
        <div class="history">
          <Heading text={question} />
          <p class="hint">{new Date(at).toLocaleString(language === 'zh' ? 'zh-CN' : 'en')}</p>
          <ReplyPage reply={reply} />
          <p class="ways">
            <a href={hrefOf('history')}>{wording.back}</a>
            <a href={hrefOf('ask', '', { ask: question })}>{wording.ask.retry}</a>
          </p>
        </div>
      )}
    </Loaded>
  );
}

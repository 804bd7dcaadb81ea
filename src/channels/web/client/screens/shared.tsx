// What another member shared by a link: an answer or a whole conversation, with its evidence.
import type { JSX } from 'preact';
import type { SharedJson } from '../../server/schemas-conversations.ts';
import { usePage } from '../context.ts';
import { Heading, Loaded } from '../parts/common.tsx';
import { ReplyPage } from '../parts/reply-view.tsx';
import { useResource } from '../resource.ts';
import { hrefOf } from '../router.ts';
import { dateTimeText } from '../wording/wordings.ts';

/** The screen of a shared link. */
export function SharedScreen(): JSX.Element {
  const { wording, language, route } = usePage();
  const { shared: words } = wording;
  const shared = useResource<SharedJson>(`/api/shared/${encodeURIComponent(route.part)}`);
  return (
    <div class="history">
      <Heading text={words.title} />
      <Loaded resource={shared}>
        {({ by, at, exchanges }) => (
          <>
            <p class="hint">{words.note(by ?? words.member, dateTimeText(at, language))}</p>
            {exchanges.map(({ id, question, reply }) => (
              <section key={id} class="turn-place" aria-label={question}>
                <h2 class="said">{question}</h2>
                <ReplyPage reply={reply} />
              </section>
            ))}
            <p class="ways">
              <a href={hrefOf('ask')}>{words.askOwn}</a>
            </p>
          </>
        )}
      </Loaded>
    </div>
  );
}

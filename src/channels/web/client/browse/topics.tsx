// The topics; each asks for what every district's reports say about it.
import type { JSX } from 'preact';
import type { TopicsJson } from '../../server/schemas-browse.ts';
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

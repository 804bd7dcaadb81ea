// Properties of screens, and the frame of screens with tabs.
import type { FunctionComponent, JSX } from 'preact';
import { usePage } from '../context.ts';
import type { Chat } from '../model/chat.ts';
import type { Conversation } from '../model/conversation.ts';
import { Heading, Tabs } from '../parts/common.tsx';
import { hrefOf } from '../router.ts';

/** Properties of every screen: the tab's conversation and its chat, those of the other uses; `refresh` loads the user again. */
export interface ScreenProps {
  readonly conversation: Conversation;
  readonly asking: Chat;
  readonly practice: Chat;
  readonly maintenance: Chat;
  refresh(): void;
}

/** Parts of a screen by their names in addresses. */
export type Parts = Readonly<Record<string, FunctionComponent<ScreenProps>>>;

/** A screen with tabs: the part that the address names, else the first. */
export function PartScreen({ parts, props }: { parts: Parts; props: ScreenProps }): JSX.Element {
  const { wording, route } = usePage();
  const { title, parts: names } = route.screen === 'maintain' ? wording.maintain : wording.browse;
  const [first = ''] = Object.keys(parts);
  const here = Object.hasOwn(parts, route.part) ? route.part : first;
  const Part = parts[here];
  const tabs = Object.keys(parts).map((name) => ({
    text: (names as Readonly<Record<string, string>>)[name] ?? name,
    href: hrefOf(route.screen, name === first ? '' : name),
    isHere: name === here,
  }));
  return (
    <>
      <Heading text={title} />
      <Tabs label={title} tabs={tabs} />
      {Part !== undefined && <Part {...props} />}
    </>
  );
}

// The screens by name.
import type { FunctionComponent } from 'preact';
import type { Screen } from '../router.ts';
import { AskScreen } from './ask.tsx';
import { BrowseScreen } from './browse.tsx';
import { HistoryScreen } from './history.tsx';
import { JoinScreen } from './join.tsx';
import { MaintainScreen } from './maintain.tsx';
import type { ScreenProps } from './part-screen.tsx';
import { PractiseScreen } from './practise.tsx';
import { ReadScreen } from './read.tsx';

/** The component of each screen. */
export const SCREEN_VIEWS: Readonly<Record<Screen, FunctionComponent<ScreenProps>>> = {
  ask: AskScreen,
  read: ReadScreen,
  browse: BrowseScreen,
  practise: PractiseScreen,
  history: HistoryScreen,
  maintain: MaintainScreen,
  join: JoinScreen,
};

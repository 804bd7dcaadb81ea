// What is due, as the page reminds of it: a number at practising, and once a day a notification, or a line where none is allowed.
import { useEffect, useState } from 'preact/hooks';
import type { MeJson } from '../../server/schemas.ts';
import type { ReminderJson } from '../../server/schemas-conversations.ts';
import type { ApiClient } from '../api.ts';
import { reminderDay, storeReminderDay } from './settings.ts';

const LOOK_EVERY_MS = 600_000;

interface ReminderParts {
  readonly api: ApiClient;
  readonly me: MeJson;
  /** Changes where the number may have changed. */
  readonly screen: string;
  /** The title of a notification. */
  readonly title: string;
  announce(text: string): void;
}

/** Returns the number of items that are due, once the hour of the reminder has come; 0 before, and where no reminder is set. */
export function useReminder({ api, me, screen, title, announce }: ReminderParts): number {
  const [due, setDue] = useState(0);
  const isMember = me.role !== 'stranger' && me.acts.includes('review');
  useEffect(() => {
    if (!isMember) return undefined;
    const look = (): void =>
      void api.get<ReminderJson>('/api/reminder').then(
        ({ due: count, text }) => {
          setDue(count);
          if (count > 0) tellOnce(text, title, announce);
        },
        () => undefined,
      );
    const seen = (): void => (document.visibilityState === 'visible' ? look() : undefined);
    look();
    const timer = setInterval(look, LOOK_EVERY_MS);
    document.addEventListener('visibilitychange', seen);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [api, isMember, screen]);
  return due;
}

/** Tells of what is due once a day and browser. */
function tellOnce(text: string, title: string, announce: (text: string) => void): void {
  const today = new Date().toDateString();
  if (reminderDay() === today) return;
  storeReminderDay(today);
  if ('Notification' in window && Notification.permission === 'granted') new Notification(title, { body: text });
  else announce(text);
}

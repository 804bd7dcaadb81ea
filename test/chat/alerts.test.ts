import { expect, test } from 'vitest';
import { createAlerts } from '../../src/chat/alerts.ts';
import { NOW } from './fixtures.ts';

test('an alert reaches whoever hears, once in ten minutes, until they stop hearing', () => {
  let minutes = 0;
  const alerts = createAlerts(() => new Date(NOW.getTime() + minutes * 60_000));
  const heard: string[] = [];
  const stop = alerts.hear((text) => void heard.push(text));
  for (minutes of [0, 5, 9, 10, 11]) alerts.raise('disk full');
  alerts.raise('another');
  stop();
  alerts.raise('nobody hears');
  expect(heard).toEqual(['disk full', 'disk full', 'another']);
});

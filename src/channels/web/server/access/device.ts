// The device of a session, as far as a browser tells: enough to know one's phone from one's computer.

/** Names of browsers and systems by what stands in the header; the first that fits counts, since browsers claim to be each other. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/u, 'WeChat'],
  [/Edg(?:e|A|iOS)?\//u, 'Edge'],
  [/OPR\//u, 'Opera'],
  [/(?:Firefox|FxiOS)\//u, 'Firefox'],
  [/(?:Chrome|CriOS)\//u, 'Chrome'],
  [/Safari\//u, 'Safari'],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/iPhone|iPad/u, 'iOS'],
  [/HarmonyOS|OpenHarmony/u, 'HarmonyOS'],
  [/Android/u, 'Android'],
  [/Windows/u, 'Windows'],
  [/Mac OS X/u, 'macOS'],
  [/Linux/u, 'Linux'],
];

/**
 * Returns the browser and system that a `User-Agent` header names; null where it names none that is known. None of its own words is kept.
 * @example deviceOf('Mozilla/5.0 (Windows NT 10.0) … Chrome/130.0 Safari/537.36') // => 'Chrome · Windows'
 */
export function deviceOf(userAgent: string | undefined): string | null {
  const header = userAgent ?? '';
  const named = [BROWSERS, SYSTEMS].flatMap((names) => names.find(([sign]) => sign.test(header))?.[1] ?? []);
  return named.length === 0 ? null : named.join(' · ');
}

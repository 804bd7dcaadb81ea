// Scrolls within the window, or within the pane that an element stands in. Touches the document alone.

/** Class of elements that scroll by themselves. */
const PANE = '.evidence-pane';

/** Where an element that the reader looks at stands on the screen. */
interface HeldPlace {
  /** Finds the element again, after the text was drawn anew. */
  readonly selector: string;
  /** Its distance from the top of the window, in CSS pixels. */
  readonly top: number;
}

function scrollBy(element: Element, distance: number): void {
  const pane = element.closest(PANE);
  if (pane === null) window.scrollBy({ top: distance, behavior: 'instant' });
  else pane.scrollTop += distance;
}

/** Scrolls an element into the middle of the window, or of its pane alone. */
export function centre(element: Element): void {
  const pane = element.closest(PANE);
  if (pane === null) {
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    return;
  }
  const { top, height } = element.getBoundingClientRect();
  const frame = pane.getBoundingClientRect();
  pane.scrollTop += top - frame.top - Math.max(0, (frame.height - height) / 2);
}

/** Returns what the reader looks at in a report: the cited words where they are in view, else the first paragraph that is. */
export function holdPlace(container: Element): HeldPlace | null {
  const isInView = (element: Element): boolean => {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  };
  const mark = container.querySelector('mark');
  if (mark !== null && isInView(mark)) return { selector: 'mark', top: mark.getBoundingClientRect().top };
  const first = [...container.querySelectorAll('[id]')].find(isInView);
  return first === undefined ? null : { selector: `#${first.id}`, top: first.getBoundingClientRect().top };
}

/** Scrolls so that what the reader looked at stands where it stood. */
export function restorePlace(container: Element, { selector, top }: HeldPlace): void {
  const element = container.querySelector(selector);
  if (element !== null) scrollBy(element, element.getBoundingClientRect().top - top);
}

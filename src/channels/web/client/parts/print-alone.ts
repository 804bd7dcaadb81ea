// Prints one part of the page: the answer or document whose button was pressed, with its sources open.

/** Prints an element alone. */
export function printAlone(element: HTMLElement): void {
  const copy = element.cloneNode(true) as HTMLElement;
  for (const details of copy.querySelectorAll('details')) details.open = true;
  const sheet = document.createElement('div');
  sheet.className = 'print-sheet page';
  sheet.append(copy);
  document.body.append(sheet);
  document.body.classList.add('prints-alone');
  const clear = (): void => {
    sheet.remove();
    document.body.classList.remove('prints-alone');
  };
  addEventListener('afterprint', clear, { once: true });
  print();
}

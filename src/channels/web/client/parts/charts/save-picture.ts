// Saves an SVG drawing of the page as a file: as it is, or as a PNG. Colours of the page are written into it.

const SCALE = 2;
const PAPER = '#ffffff';
const INK = '#1c2631';

/** Saves a drawing. @param name of the file, without its ending */
export async function savePicture(drawing: SVGSVGElement, name: string, kind: 'svg' | 'png'): Promise<void> {
  const source = sourceOf(drawing);
  if (kind === 'svg') return offer(new Blob([source], { type: 'image/svg+xml' }), `${name}.svg`);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.width * SCALE;
  canvas.height = image.height * SCALE;
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.fillStyle = PAPER;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (png !== null) offer(png, `${name}.png`);
}

/** A drawing as a file of its own: dark ink on white paper, its links leading back here. */
function sourceOf(drawing: SVGSVGElement): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('style', `color:${INK};background:${PAPER};font-family:sans-serif`);
  for (const link of copy.querySelectorAll('a')) {
    link.setAttribute('href', new URL(link.getAttribute('href') ?? '', location.href).href);
  }
  return new XMLSerializer().serializeToString(copy);
}

function offer(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

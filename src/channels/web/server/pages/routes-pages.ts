// The pages of the files that reports were read from: where cited words stand, pictures of scans, drawings of OFD, the PDF file itself.
import { z } from '@hono/zod-openapi';
import { type Api, byId, gives, givesFile, parameter, route } from '../api.ts';
import { sendAsset } from '../assets.ts';
import { attachment, missing, unwrap } from '../http.ts';
import type { WebParts } from '../parts.ts';
import * as schema from '../schemas-browse.ts';
import { VIEWER_FOLDER, VIEWER_POLICY, viewerFile } from './pdf-viewer.ts';

const FOR_EVER = 'public, max-age=31536000, immutable';
/** Files do not change under a report without its pages changing, too; a browser may keep them for a while. */
const A_WHILE = 'private, max-age=600';
const MAX_OFFSET = 100_000_000;

const offset = parameter(z.coerce.number().int().min(0).max(MAX_OFFSET).optional());
const page = z.coerce.number().int().min(1).max(100_000);

/** Adds the routes of pages. */
export function addPageRoutes(api: Api, parts: WebParts): void {
  api.get(`${VIEWER_FOLDER}*`, ({ req }) => {
    const file = viewerFile(req.path);
    if (file === null) throw missing();
    const headers = { 'cache-control': FOR_EVER, 'content-security-policy': VIEWER_POLICY };
    return sendAsset(file, req.header('accept-encoding') ?? '', headers);
  });
  addPlaceRoute(api, parts);
  addDrawnRoutes(api, parts);
}

function addPlaceRoute(api: Api, { conversation: { browse } }: WebParts): void {
  api.openapi(
    route(
      'get /api/reports/{id}/pages',
      'The pages of the file of a report, and where on them the words of [from, to) stand',
      {
        request: { params: byId, query: z.object({ from: offset, to: offset }) },
        responses: gives(schema.pages),
      },
    ),
    async (c) => {
      const { from = 0, to = 0 } = c.req.valid('query');
      const { source, ratios, spans } = unwrap(await browse.pages(c.var.visit.setting, c.req.valid('param').id));
      const cited = spans.filter(({ start, end }) => start < to && end > from);
      return c.json({ source, ratios, spans: cited, viewer: VIEWER_FOLDER }, 200);
    },
  );
}

function addDrawnRoutes(api: Api, { conversation: { browse } }: WebParts): void {
  api.openapi(
    route('get /api/reports/{id}/pages/{page}', 'A page: of a scan as JPEG, of an OFD file as a drawing', {
      request: { params: byId.extend({ page }) },
      responses: gives(schema.drawing, { 'image/jpeg': {} }),
    }),
    async (c) => {
      const { id, page: number } = c.req.valid('param');
      const { drawings } = unwrap(await browse.pages(c.var.visit.setting, id));
      const drawing = drawings?.[number - 1];
      if (drawing !== undefined) return c.json(drawing, 200);
      const picture = unwrap(await browse.pageFile(c.var.visit.setting, id, number));
      return new Response(new Uint8Array(picture), {
        headers: { 'content-type': 'image/jpeg', 'cache-control': A_WHILE },
      });
    },
  );
  api.openapi(
    route('get /api/reports/{id}/original', 'The PDF file that a report was read from', {
      request: { params: byId },
      responses: givesFile('application/pdf'),
    }),
    async (c) => {
      const { id } = c.req.valid('param');
      const { source } = unwrap(await browse.pages(c.var.visit.setting, id));
      if (source !== 'pdf') throw missing();
      const bytes = unwrap(await browse.pageFile(c.var.visit.setting, id, null));
      const headers = {
        'content-type': 'application/pdf',
        'content-disposition': attachment(`${id}.pdf`),
        'cache-control': A_WHILE,
      };
      return new Response(new Uint8Array(bytes), { headers });
    },
  );
}

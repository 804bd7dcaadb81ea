// Uploads: the name of a file in a header, and how many come in at once.
import { z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono/types';
import type { ApiEnv } from './api.ts';
import { HttpFault } from './http.ts';

const MAX_NAME_CHARACTERS = 255;

/** Reads a header that was percent-encoded; empty where it cannot be read. */
function decoded(value: string): string {
  try {
    const text = decodeURIComponent(value);
    return text.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').slice(-MAX_NAME_CHARACTERS);
  } catch {
    return '';
  }
}

/** A header that is percent-encoded. */
export const encodedHeader = z.string().transform(decoded);

/** The header of a file's name. */
export const fileName = encodedHeader
  .refine((name) => name.trim() !== '', 'cannot be read')
  .openapi({ type: 'string', description: 'name of the file, with its folders, percent-encoded' });

/** Lets so many uploads in at once. */
export function uploadsAtOnce(max: number): MiddlewareHandler<ApiEnv> {
  let underWay = 0;
  return async (_, next) => {
    if (underWay >= max)
      throw new HttpFault('limit', 'Other uploads are running. Please try again.', { waitSeconds: 5 });
    underWay += 1;
    try {
      await next();
    } finally {
      underWay -= 1;
    }
  };
}

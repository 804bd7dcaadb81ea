// The OpenAPI document says what is served: every route, what it takes and gives, each shape under a name.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWebBench, localOwner, type Person, send, type WebBench } from '../fixtures.ts';

let bench: WebBench;
let person: Person;
beforeAll(() => {
  bench = createWebBench({ local: true });
  person = localOwner(bench);
});
afterAll(() => bench.remove());

describe('the OpenAPI document', () => {
  test('lists every endpoint, with what it takes and gives', async () => {
    const document = (await (await send(bench, '/api/openapi.json')).json()) as {
      openapi: string;
      paths: Record<string, Record<string, { parameters: { name: string }[]; requestBody?: unknown }>>;
    };
    expect(document.openapi).toBe('3.1.0');
    expect(document.paths['/api/facts']?.['get']?.parameters.map(({ name }) => name)).toContain('indicator');
    expect(document.paths['/api/reports/{id}']?.['get']?.parameters).toMatchObject([{ name: 'id', in: 'path' }]);
    expect(JSON.stringify(document.paths['/api/say']?.['post']?.requestBody)).toContain('"text"');
    expect(Object.keys(document.paths).length).toBeGreaterThan(25);
  });

  test('names every shape once and refers to it by its name', async () => {
    const document = (await (await send(bench, '/api/openapi.json')).json()) as {
      components: { schemas: Record<string, object> };
      paths: Record<string, Record<string, { operationId: string; responses: Record<string, object> }>>;
    };
    const names = Object.keys(document.components.schemas);
    expect(names).toEqual(expect.arrayContaining(['Me', 'Reply', 'Answer', 'Citation', 'Document', 'Fact', 'Fault']));
    const report = document.paths['/api/reports/{id}']?.['get'];
    expect(report?.operationId).toBe('getReportsId');
    expect(JSON.stringify(report?.responses['200'])).toContain('#/components/schemas/Report');
    expect(JSON.stringify(report?.responses['default'])).toContain('#/components/schemas/Fault');
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  });

  test('every operation in it is served: none is unknown to the router', async () => {
    const { paths } = (await (await send(bench, '/api/openapi.json')).json()) as {
      paths: Record<string, Record<string, unknown>>;
    };
    // There is nothing to sign in to where everybody is the owner, nothing to share yet, and no ingest report without an index.
    const notHere = ['/api/shares', '/api/join', '/api/devices', '/api/health.html'];
    for (const [path, operations] of Object.entries(paths)) {
      for (const method of Object.keys(operations)) {
        if (path === '/api/backup') continue;
        const { status } = await person.send(path.replace(/\{\w+\}/gu, 'liuxi'), { method: method.toUpperCase() });
        expect(status === 404 && !path.includes('{') && !notHere.includes(path), `${method} ${path} ${status}`).toBe(
          false,
        );
      }
    }
  });
});

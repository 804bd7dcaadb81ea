// The files by which the product is deployed, held against the product: addresses, ports, settings and folders that they name exist.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { createWebBench, send, type WebBench } from '../channels/web/fixtures.ts';

const read = (name: string): string => readFileSync(fileURLToPath(new URL(`../../${name}`, import.meta.url)), 'utf8');
const DOCKERFILE = read('examples/deploy/Dockerfile');
const SETTINGS = new Set([...read('.env.example').matchAll(/^# ([A-Z][A-Z_]+)=/gmu)].map(([, name]) => name));

interface Container {
  readonly name: string;
  readonly command?: readonly string[];
  readonly securityContext: { readonly readOnlyRootFilesystem: boolean; readonly allowPrivilegeEscalation: boolean };
  readonly volumeMounts: readonly { readonly name: string; readonly mountPath: string }[];
  readonly ports?: readonly { readonly containerPort: number }[];
}
type Probes = Readonly<Record<`${'startup' | 'liveness' | 'readiness'}Probe`, { httpGet: { path: string } }>>;
interface Manifest {
  readonly kind: string;
  readonly data?: Readonly<Record<string, string>>;
  readonly spec: {
    readonly replicas: number;
    readonly strategy: { readonly type: string };
    readonly template: {
      readonly spec: {
        readonly securityContext: { readonly runAsNonRoot: boolean };
        readonly initContainers: readonly Container[];
        readonly containers: readonly (Container & Probes)[];
        readonly volumes: readonly { readonly name: string }[];
      };
    };
  };
}

const documents = parseAllDocuments(read('examples/deploy/kubernetes.yaml'));
const manifests = documents.map((document) => document.toJS() as Manifest);
const kind = (name: string): Manifest => {
  const found = manifests.find((manifest) => manifest.kind === name);
  if (found === undefined) throw new Error(`there is no ${name}`);
  return found;
};

describe('the manifests of Kubernetes', () => {
  const { replicas, strategy, template } = kind('Deployment').spec;
  const pod = template.spec;
  const [container] = pod.containers;
  let bench: WebBench;
  beforeAll(() => {
    bench = createWebBench();
  });
  afterAll(() => bench.remove());

  test('are well-formed', () => expect(documents.flatMap(({ errors }) => errors)).toEqual([]));

  test('never let two processes at the data at once', () => expect([replicas, strategy.type]).toEqual([1, 'Recreate']));

  test.each(['startupProbe', 'livenessProbe', 'readinessProbe'] as const)(
    'ask by %s what the page answers',
    async (probe) => {
      const path = container?.[probe].httpGet.path ?? '';
      // A probe comes by address, under no name that the page is served under.
      const response = await send(bench, path, { headers: { host: '10.0.0.7:8080' } });
      expect([path, response.status]).toEqual([path, 200]);
    },
  );

  test('name the port, the folder and the settings of the image and of the product', () => {
    const port = container?.ports?.[0]?.containerPort;
    expect(DOCKERFILE).toContain(`WEB_PORT=${port}`);
    expect(DOCKERFILE).toContain(`EXPOSE ${port}`);
    expect(DOCKERFILE).toContain('QUZHI_STATE=/data/state');
    expect(container?.volumeMounts.map(({ mountPath }) => mountPath)).toEqual(['/data', '/tmp']);
    expect(Object.keys(kind('ConfigMap').data ?? {}).filter((name) => !SETTINGS.has(name))).toEqual([]);
    expect(pod.initContainers[0]?.command?.at(-1)).toContain('/app/corpus');
    const mounted = pod.containers.flatMap(({ volumeMounts }) => volumeMounts.map(({ name }) => name));
    expect(mounted.sort()).toEqual(pod.volumes.map(({ name }) => name).sort());
  });

  test('give no rights that are not needed', () => {
    expect(pod.securityContext.runAsNonRoot).toBe(true);
    for (const { securityContext } of [...pod.initContainers, ...pod.containers])
      expect(securityContext).toMatchObject({ readOnlyRootFilesystem: true, allowPrivilegeEscalation: false });
  });
});

test('the compose file names settings that there are', () => {
  const named = [...read('examples/deploy/compose.yaml').matchAll(/^ {6}([A-Z_]+):/gmu)].map(([, name]) => name);
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((name) => !SETTINGS.has(name))).toEqual([]);
});

import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as grpc from '@grpc/grpc-js';
import { unpackTar } from 'modern-tar';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ROOT } from '#course/paths';
import { dockerfile } from '#image/dockerfile';
import { readBlob } from '#image/image';
import {
  HealthDefinition,
  HealthCheckResponse_ServingStatus as ServingStatus,
} from '#protobuf/generated/grpc/health/v1/health';
import { ARTICLE } from '../../lessons/31-docker/article.ts';
import { contextSizes } from '../../lessons/31-docker/context-sizes.ts';
import { getOrder } from '../../lessons/31-docker/get-order.ts';
import { lint } from '../../lessons/31-docker/lint/lint.ts';
import { CLIENT_RULES, RULES, SERVER_RULES } from '../../lessons/31-docker/lint/rules.ts';
import { readStages } from '../../lessons/31-docker/lint/stages.ts';
import { archive, readManifest } from '../../lessons/31-docker/oci/archive.ts';
import { sha256 } from '../../lessons/31-docker/oci/order-image.ts';
import { SHOP, startOrderServer } from '../../lessons/31-docker/order-server.ts';
import { findEngine } from '../../lessons/31-docker/run/engines.ts';
import { smallImage } from '../../lessons/31-docker/traces.ts';
import { asGrpcJs } from '../../lessons/shop/as-grpc-js.ts';

/** What lesson 31 builds, judges and starts, without any engine. */

const IMAGE = `${ROOT}lessons/31-docker/image`;
const read = (file: string) => readFileSync(`${IMAGE}/${file}`, 'utf8');

describe('the linter', () => {
  test('our Dockerfiles break no rule', () => {
    expect(lint(read('Dockerfile'), 'server')).toEqual([]);
    expect(lint(read('client.Dockerfile'), 'client')).toEqual([]);
    expect(read('client.Dockerfile').trim()).toBe(dockerfile().trim());
  });

  test('the article’s break these, in these lines', () => {
    const lines = (role: 'server' | 'client') => lint(ARTICLE[role], role).map(({ line }) => line);
    expect(lines('server')).toEqual([1, 4, 5, 10, 10]);
    expect(lines('client')).toEqual([1, 5, 6, 13, 16, 17]);
  });

  const GOOD = [
    'FROM node:24.1.0 AS build',
    'WORKDIR /b',
    'COPY package.json package-lock.json ./',
    'RUN npm ci',
    'COPY . .',
    'RUN npx esbuild x.ts --outfile=x.cjs',
    'FROM node:24.1.0',
    'WORKDIR /app',
    'COPY --from=build /b/x.cjs ./',
    'USER node',
    'HEALTHCHECK CMD ["node", "x.cjs"]',
    'ENTRYPOINT ["node", "x.cjs"]',
  ];
  const all = [...RULES, ...SERVER_RULES, ...CLIENT_RULES];
  const broken = (lines: string[]) => {
    const stages = readStages(lines.join('\n'));
    return all.flatMap(({ id, find }) => find(stages).map(() => id));
  };
  const without = (start: string) => GOOD.filter((line) => !line.startsWith(start));
  const instead = (line: string, other: string) =>
    GOOD.flatMap((one) => (one === line ? other.split('\n') : [one]));
  const START = GOOD.at(-1)!;

  test.each<[rules: string[], lines: string[]]>([
    [[], GOOD],
    [['pinned'], instead('FROM node:24.1.0', 'FROM node:24')],
    [['pinned'], instead('FROM node:24.1.0', 'FROM node')],
    [['pinned'], instead('FROM node:24.1.0', 'FROM localhost:5000/node')],
    [['pinned'], ['ARG V=24', ...instead('FROM node:24.1.0', 'FROM node:$V')]],
    [[], ['ARG V=24.2.1', ...instead('FROM node:24.1.0', `FROM node:\${V}-slim`)]],
    [[], instead('FROM node:24.1.0', `FROM node:\${V:-24.1.1}`)],
    [[], instead('FROM node:24.1.0', `FROM node@sha256:${'a'.repeat(64)}`)],
    [['dev'], instead('FROM node:24.1.0', 'FROM build')],
    [['lock'], instead('RUN npm ci', 'RUN npm install')],
    [['lock'], instead('RUN npm ci', 'RUN cd /b && npm i --quiet')],
    [['dev'], instead('USER node', 'COPY --from=build /b/node_modules ./node_modules\nUSER node')],
    [['dev'], instead('USER node', 'COPY --from=0 /b/node_modules/ ./node_modules/\nUSER node')],
    [['cache'], instead('COPY package.json package-lock.json ./', 'COPY . ./')],
    [['copy'], instead('COPY . .', 'ADD . .')],
    [[], instead('COPY . .', 'ADD https://example.com/a.txt ./\nCOPY . .')],
    [['secret'], instead('USER node', 'ENV DB_PASSWORD=tea\nUSER node')],
    [['secret'], instead('RUN npm ci', 'ARG NPM_TOKEN\nRUN npm ci')],
    [['user'], without('USER')],
    [['user'], instead('USER node', 'USER node\nUSER root')],
    [['user'], instead('USER node', 'USER 0')],
    [[], instead('USER node', 'USER root\nUSER 1000')],
    [['exec'], instead(START, 'ENTRYPOINT node x.cjs')],
    [['program'], instead(START, 'ENTRYPOINT ["node", "y.cjs"]')],
    [['program'], instead(START, 'ENTRYPOINT ["npm", "start"]')],
    [['program'], without('ENTRYPOINT')],
    [['program'], instead('FROM node:24.1.0', 'FROM scratch')],
    [[], instead(START, 'CMD ["/app/x.cjs"]\nENTRYPOINT ["/usr/bin/node"]')],
    [[], instead('COPY --from=build /b/x.cjs ./', 'COPY --from=build /b/out/ /app/')],
    [['signal'], instead(START, `STOPSIGNAL SIGKILL\n${START}`)],
    [['signal'], instead(START, `STOPSIGNAL 9\n${START}`)],
    [[], instead(START, `STOPSIGNAL SIGINT\n${START}`)],
    [['health'], without('HEALTHCHECK')],
    [['health'], instead('HEALTHCHECK CMD ["node", "x.cjs"]', 'HEALTHCHECK NONE')],
    [
      [],
      [
        'FROM node:24.1.0 AS base',
        'USER node',
        'WORKDIR /app',
        ...without('USER').map((line) => line.replace('FROM node:24.1.0', 'FROM base')),
      ],
    ],
    [
      ['dev', 'user'],
      instead('FROM node:24.1.0', 'FROM build').filter((line) => line !== 'USER node'),
    ],
    [[], instead(START, `ENTRYPOINT node y.cjs\n${START}`)],
    [['lock'], instead('RUN npm ci', 'RUN npm --no-audit install')],
    [['port'], instead(START, `EXPOSE 50051\n${START}`)],
    [['stages'], instead('COPY --from=build /b/x.cjs ./', 'COPY x.cjs ./')],
    [[], instead('RUN npm ci', 'RUN npm clean-install')],
    [['lock-file'], instead('COPY package.json package-lock.json ./', 'COPY package.json ./')],
    [[], instead('COPY package.json package-lock.json ./', 'COPY package*.json ./')],
    [
      [],
      instead('RUN npm ci', 'RUN --mount=type=bind,source=package-lock.json npm ci').filter(
        (line) => !line.startsWith('COPY package'),
      ),
    ],
    [['tools'], instead('RUN npm ci', 'RUN npm ci --omit=dev')],
    [['tools'], instead('RUN npm ci', 'ENV NODE_ENV=production\nRUN npm ci')],
    [[], instead('RUN npm ci', 'ENV NODE_ENV=production\nRUN npm ci --include=dev')],
    [['sources'], instead('COPY . .', 'COPY . repo/')],
    [['sources'], without('COPY . .')],
    [['taken'], instead('RUN npx esbuild x.ts --outfile=x.cjs', 'RUN npx esbuild x.ts --outdir=.')],
    [
      [],
      instead(
        'RUN npx esbuild x.ts --outfile=x.cjs',
        'RUN npx esbuild x.ts --outdir=. --out-extension:.js=.cjs',
      ),
    ],
    [['whole'], instead('COPY --from=build /b/x.cjs ./', 'COPY --from=build /b/ /app/')],
    [['whole'], instead('COPY --from=build /b/x.cjs ./', 'COPY --from=0 / /app/')],
    [['taken'], instead('COPY --from=build /b/x.cjs ./', 'COPY --from=build /c/x.cjs ./')],
    [
      [],
      instead('COPY . .', 'COPY . .\nRUN cp x.ts /c/x.cjs').map((line) =>
        line.replace('/b/x.cjs', '/c/x.cjs'),
      ),
    ],
  ])('%j', (rules, lines) => {
    expect(broken(lines)).toEqual(rules);
  });

  test('a file that is no Dockerfile', () => {
    for (const text of ['', 'hello', '# nothing\n']) expect(lint(text, 'client')).toHaveLength(1);
  });
});

test('an archive has the same parts for both kinds of readers', async () => {
  const image = smallImage();
  const files = await unpackTar(archive(image, 'localhost/hello:1'));
  const bytesOf = (path: string) =>
    new Uint8Array(files.find(({ header: { name } }) => name === path)?.data ?? []);
  const parse = (path: string) => JSON.parse(new TextDecoder().decode(bytesOf(path)));
  expect(files).toHaveLength(6);
  const [manifest] = parse('index.json').manifests;
  expect(manifest).toMatchObject(image.manifest);
  const { config, layers } = readManifest(image);
  const [forDocker] = parse('manifest.json');
  expect(forDocker.RepoTags).toEqual(['localhost/hello:1']);
  expect([forDocker.Config, ...forDocker.Layers]).toEqual(
    [config, ...layers].map(({ digest }) => `blobs/${digest.replace(':', '/')}`),
  );
  for (const one of [manifest, config, ...layers]) {
    const blobs = new Map([[one.digest, bytesOf(`blobs/${one.digest.replace(':', '/')}`)]]);
    expect(readBlob(blobs, one, sha256)).toHaveLength(one.size);
  }
});

test('the server is not ready at first, then serves, and its watches end when it drains', async () => {
  const server = await startOrderServer({ host: '127.0.0.1', port: 0, region: 'here' });
  const Health = grpc.makeClientConstructor(asGrpcJs(HealthDefinition), 'Health');
  const address = `127.0.0.1:${server.port}`;
  const health = new Health(address, grpc.credentials.createInsecure());
  const told: number[] = [];
  try {
    expect(await getOrder(address, '101')).toMatchObject({ id: '101', destination: 'Leeds' });
    await expect(getOrder(address, 'no such order')).rejects.toMatchObject({
      code: grpc.status.NOT_FOUND,
      details: "no order 'no such order' in here",
    });
    const watch = health.watch!({ service: SHOP });
    const ended = new Promise<number>((resolve) => {
      watch.on('data', ({ status }: { status: number }) => {
        told.push(status);
        if (told.length === 1) server.ready();
        if (told.length === 2) server.notServing();
        if (told.length === 3) void server.drain();
      });
      watch.on('error', () => {});
      watch.on('status', ({ code }: { code: number }) => resolve(code));
    });
    expect(await ended).toBe(grpc.status.OK);
    const { NOT_SERVING, SERVING } = ServingStatus;
    expect(told).toEqual([NOT_SERVING, SERVING, NOT_SERVING]);
  } finally {
    health.close();
    server.force();
  }
});

describe.skipIf(process.platform === 'win32')('an engine', () => {
  let folder = '';
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });

  /** PATH has one program in it. */
  function onlyHas(name: string, ...lines: string[]): void {
    folder = mkdtempSync(join(tmpdir(), 'engines-'));
    if (lines.length > 0) writeFileSync(join(folder, name), ['#!/bin/sh', ...lines, ''].join('\n'));
    if (lines.length > 0) chmodSync(join(folder, name), 0o755);
    vi.stubEnv('PATH', folder);
  }

  test('is not here', async () => {
    onlyHas('docker');
    expect(await findEngine('docker')).toEqual({ name: 'docker', why: 'is not here' });
  });

  test('is a client without an engine', async () => {
    onlyHas('docker', 'echo', 'echo "Cannot connect to the Docker daemon at x" >&2', 'exit 1');
    expect(await findEngine('docker')).toEqual({
      name: 'docker',
      why: 'is a client without an engine: Cannot connect to the Docker daemon at x',
    });
  });

  test('is there', async () => {
    onlyHas('podman', 'echo 4.3.1');
    expect(await findEngine('podman')).toEqual({ name: 'podman', version: '4.3.1' });
  });
});

test('what .dockerignore names is there, and it keeps the rest back', () => {
  const lines = readFileSync(`${ROOT}.dockerignore`, 'utf8').split('\n');
  expect(lines).toContain('*');
  const allowed = lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
  expect(allowed.filter((path) => !existsSync(`${ROOT}${path}`))).toEqual([]);
  const folder = mkdtempSync(join(tmpdir(), 'context-'));
  try {
    for (const name of ['.dockerignore', 'package.json', '.npmrc', 'src']) {
      writeFileSync(join(folder, name), name === '.dockerignore' ? lines.join('\n') : 'x');
    }
    const { whole, kept } = contextSizes(folder);
    expect([whole.files, kept]).toEqual([4, { files: 2, bytes: 2 }]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the Dockerfiles copy what is there, and compose builds both', () => {
  const sources = [read('Dockerfile'), read('client.Dockerfile')]
    .flatMap((text) => [...text.matchAll(/lessons\/31-docker\/[\w./-]+\.(?:ts|json)/g)])
    .map(([path]) => path);
  expect(sources.length).toBeGreaterThan(4);
  expect(sources.filter((path) => !existsSync(`${ROOT}${path}`))).toEqual([]);
  const files = [...read('compose.yaml').matchAll(/dockerfile: (\S+)/g)].map(([, path]) => path);
  expect(files).toEqual(
    ['Dockerfile', 'client.Dockerfile'].map((name) => `lessons/31-docker/image/${name}`),
  );
});

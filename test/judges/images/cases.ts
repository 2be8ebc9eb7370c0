import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '#transport/free-port';
import { archive } from '../../../lessons/31-docker/oci/archive.ts';
import { buildOrderImage } from '../../../lessons/31-docker/oci/order-image.ts';
import { command } from '../../../lessons/31-docker/run/command.ts';
import { runInEngine } from '../../../lessons/31-docker/run/in-engine.ts';
import type { Case } from '../kit/cases.ts';
import { baseName } from './base.ts';
import { build, must, RUN, sizeOf } from './tools.ts';

const IMAGE = 'lessons/31-docker/image';

function equal(what: string, found: unknown, wanted: unknown): void {
  const [a, b] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (a !== b) throw new Error(`${what}: expected ${b}, found ${a}`);
}

/** The image that the lesson makes by itself, and what others find in it. */
export function ownCases(folder: string): Case[] {
  const file = join(folder, 'image.tar');
  const name = 'localhost/judged-by-hand:1';
  let digest = '';
  return [
    {
      name: 'skopeo finds the same name',
      async run() {
        const { image } = await buildOrderImage();
        digest = image.manifest.digest;
        writeFileSync(file, archive(image, name));
        const inspect = ['inspect', '--format', '{{.Digest}}', `oci-archive:${file}`];
        equal('the digest', await must('skopeo', ...inspect), digest);
      },
    },
    {
      name: 'GNU tar reads its upper layer',
      async run() {
        const { tars, app } = await buildOrderImage();
        const layer = join(folder, 'layer.tar');
        writeFileSync(layer, tars.at(-1)!);
        const names = (await must('tar', '--list', '--file', layer)).split('\n');
        equal('the files', names, ['app/', ...app.map(({ path }) => path)].sort());
      },
    },
    {
      name: 'another process, zone, folder and mask: the same name',
      async run() {
        const program = `import { buildOrderImage } from './lessons/31-docker/oci/order-image.ts';
          buildOrderImage().then(({ image }) => console.log(image.manifest.digest));`;
        const args = [
          '-c',
          `umask 077; TZ=Asia/Tokyo LANG=tr_TR exec "$0" --import tsx --input-type=module -e "$1"`,
        ];
        const found = await must('sh', ...args, process.execPath, program);
        equal('the digest', found, digest);
      },
    },
    {
      name: 'podman loads it, runs it, it answers and drains',
      async run() {
        const said: string[] = [];
        const tell = (who: string, what: string) => said.push(`${who}: ${what}`);
        const port = await freePort();
        const ran = await runInEngine({ name: 'podman' }, { file, name, port }, tell);
        if (!ran) throw new Error(said.join('\n'));
        equal('its last line', said.at(-1), 'podman stop: ended: drained, exit code 0');
      },
    },
  ];
}

const SERVER = 'localhost/order-server';
const CLIENT = 'localhost/order-client';
const NAME = `judged-${process.pid}`;

/** A container in the background; resolves when it has said that. */
async function begin(image: string, until: RegExp, ...flags: string[]): Promise<void> {
  await must('podman', 'run', '--detach', '--name', NAME, ...RUN, ...flags, image);
  for (let look = 0; look < 100; look++) {
    if (until.test(await must('podman', 'logs', NAME))) return;
    await sleep(100);
  }
  throw new Error(`it did not say ${until}: ${await must('podman', 'logs', NAME)}`);
}

const away = () => command('podman', ['rm', '--force', NAME]);
const inImage = (image: string, ...argv: string[]) =>
  must('podman', 'run', '--rm', ...RUN, '--entrypoint', argv[0]!, image, ...argv.slice(1));

/** The two Dockerfiles, built and run. */
export function builtCases(): Case[] {
  return [
    {
      name: 'the server’s Dockerfile is built',
      run: () => build(SERVER, `${IMAGE}/Dockerfile`, '.'),
    },
    {
      name: 'the client’s Dockerfile is built',
      run: () => build(CLIENT, `${IMAGE}/client.Dockerfile`, '.'),
    },
    ...[SERVER, CLIENT].map((image) => ({
      name: `${image} runs as 1000`,
      run: async () => equal('id -u', await inImage(image, '/bin/id', '-u'), '1000'),
    })),
    {
      name: 'no tools and no sources in the image',
      async run() {
        const files = await inImage(
          SERVER,
          '/bin/find',
          '/app',
          '/build',
          '-name',
          '*.ts',
          '-o',
          '-name',
          'esbuild',
        ).catch((error: Error) => error.message);
        const left = files
          .split('\n')
          .filter(
            (line) =>
              line.startsWith('/') &&
              !line.includes('node_modules/@grpc') &&
              !line.endsWith('.d.ts'),
          );
        equal('what is there', left, []);
      },
    },
    {
      name: 'it serves: healthcheck, the client’s image, SIGTERM',
      async run() {
        const port = await freePort();
        try {
          await begin(
            SERVER,
            /listening/,
            '--env',
            'SHOP_REGION=eu-west',
            '--env',
            `SHOP_PORT=${port}`,
          );
          await must('podman', 'healthcheck', 'run', NAME);
          const address = `SHOP_ADDRESS=127.0.0.1:${port}`;
          const answer = await must('podman', 'run', '--rm', ...RUN, '--env', address, CLIENT);
          equal('the client', answer, '101 to Leeds: teapot, cup, cup (40.00)');
          await must('podman', 'stop', '--time', '10', NAME);
          const state = await must('podman', 'inspect', NAME, '--format', '{{.State.ExitCode}}');
          equal('the exit code', state, '0');
          equal(
            'the last line',
            (await must('podman', 'logs', NAME)).split('\n').at(-1),
            'ended: drained',
          );
        } finally {
          await away();
        }
      },
    },
    {
      name: 'a wrong environment: 78, and a line for each problem',
      async run() {
        const args = ['run', '--rm', ...RUN, '--env', 'SHOP_PORT=http', SERVER];
        const { code, output } = await command('podman', args);
        equal('the exit code', code, 78);
        if (!/SHOP_PORT is "http".*\nSHOP_REGION is missing/.test(output)) throw new Error(output);
      },
    },
    {
      name: 'a client without a server: 1, and one line',
      async run() {
        const address = `SHOP_ADDRESS=127.0.0.1:${await freePort()}`;
        const { code, output } = await command('podman', [
          'run',
          '--rm',
          ...RUN,
          '--env',
          address,
          CLIENT,
        ]);
        equal('the exit code', code, 1);
        equal('lines', output.trim().split('\n').length, 1);
      },
    },
  ];
}

/** Mistakes, and what becomes of them. @param folder for their Dockerfiles */
export function mistakeCases(folder: string): Case[] {
  const variant = async (name: string, ...lines: string[]) => {
    const path = join(folder, `${name}.Dockerfile`);
    writeFileSync(path, `${lines.join('\n')}\n`);
    await build(`localhost/mistake-${name}`, path, '.');
    return `localhost/mistake-${name}`;
  };
  const env = async () => [
    '--env',
    'SHOP_REGION=eu-west',
    '--env',
    `SHOP_PORT=${await freePort()}`,
  ];
  return [
    {
      name: 'a shell that stays swallows SIGTERM: killed, 137',
      async run() {
        const image = await variant('shell', `FROM ${SERVER}`, 'ENTRYPOINT node server.cjs; true');
        try {
          await begin(image, /listening/, ...(await env()));
          await command('podman', ['stop', '--time', '3', NAME]);
          const code = await must('podman', 'inspect', NAME, '--format', '{{.State.ExitCode}}');
          equal('the exit code', code, '137');
          if (/ended/.test(await must('podman', 'logs', NAME))) throw new Error('it has heard it');
        } finally {
          await away();
        }
      },
    },
    {
      name: 'a program of another name: it is built, and does not start',
      async run() {
        const image = await variant(
          'name',
          `FROM ${CLIENT}`,
          'ENTRYPOINT ["/bin/grpc-productinfo-client"]',
        );
        const { code } = await command('podman', ['run', '--rm', ...RUN, image]);
        equal('the exit code', code, 127);
      },
    },
    {
      name: 'without a USER it is root',
      async run() {
        const image = await variant('root', `FROM ${baseName()}`, 'WORKDIR /app');
        equal('id -u', await inImage(image, '/bin/id', '-u'), '0');
      },
    },
    {
      name: 'what .dockerignore keeps back does not reach the builder',
      async run() {
        const image = await variant('context', `FROM ${baseName()}`, 'COPY . /context/');
        const tops = (await inImage(image, '/bin/ls', '-A', '/context')).split(/\s+/).sort();
        equal('at the top', tops, ['lessons', 'package.json', 'solutions', 'src']);
        const deep = await inImage(image, '/bin/find', '/context', '-name', 'node_modules');
        equal('node_modules', deep, '');
      },
    },
  ];
}

/** Four ways to build the same server, and what each weighs. */
export function sizeCases(folder: string): Case[] {
  const ways: Record<string, string[]> = {
    'one stage': [
      `FROM ${baseName()}`,
      'WORKDIR /app',
      `COPY ${IMAGE}/package.json ${IMAGE}/package-lock.json ./`,
      'RUN npm ci',
      'COPY . repo/',
      'RUN npx esbuild repo/lessons/31-docker/programs/server.ts --bundle --platform=node --external:@grpc/grpc-js --outfile=server.cjs',
    ],
    'two stages, npm ci --omit=dev': [`FROM ${SERVER}`],
    'two stages, one file': [
      `FROM ${baseName()} AS build`,
      'WORKDIR /build',
      `COPY ${IMAGE}/package.json ${IMAGE}/package-lock.json ./`,
      'RUN npm ci',
      'COPY . ./',
      'RUN npx esbuild lessons/31-docker/programs/server.ts --bundle --platform=node --minify --outfile=server.cjs',
      `FROM ${baseName()}`,
      'COPY --from=build /build/server.cjs /app/',
    ],
  };
  return [
    {
      name: 'each is smaller than the one before it',
      async run() {
        const base = await sizeOf(`docker.io/library/${baseName()}`);
        const sizes: [string, number][] = [];
        mkdirSync(folder, { recursive: true });
        for (const [i, [way, lines]] of Object.entries(ways).entries()) {
          const path = join(folder, `way-${i}.Dockerfile`);
          writeFileSync(path, `${lines.join('\n')}\n`);
          await build(`localhost/way-${i}`, path, '.');
          sizes.push([way, await sizeOf(`localhost/way-${i}`)]);
        }
        const { image } = await buildOrderImage();
        const own = [...image.blobs.values()].reduce((sum, { length }) => sum + length, 0);
        sizes.push(['by hand, on nothing', own]);
        for (const [way, size] of sizes) {
          const over = size > base ? `, ${((size - base) / 1e6).toFixed(1)} MB over the base` : '';
          console.log(`  ${way}: ${(size / 1e6).toFixed(1)} MB${over}`);
        }
        const sorted = sizes.map(([, size]) => size).sort((a, b) => b - a);
        equal(
          'the order',
          sizes.map(([, size]) => size),
          sorted,
        );
      },
    },
    {
      name: 'the client’s Dockerfile is the one of the exercise',
      async run() {
        const { dockerfile } = await import('#image/dockerfile');
        equal(
          'the text',
          readFileSync(`${IMAGE}/client.Dockerfile`, 'utf8').trim(),
          dockerfile().trim(),
        );
      },
    },
  ];
}

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Stage } from '#course/lesson/stage';
import { ROOT } from '#course/paths';
import { UserError } from '#course/user-error';
import { makeImage } from '#image/image';
import { layer } from '#image/layer';
import { drawTable } from '../10-hello-grpc/compare.ts';
import { ARTICLE } from './article.ts';
import { contextSizes } from './context-sizes.ts';
import { lint } from './lint/lint.ts';
import { readManifest } from './oci/archive.ts';
import { architecture } from './oci/base.ts';
import { bundle } from './oci/bundle.ts';
import { CONFIG, foldersOf, sha256 } from './oci/order-image.ts';
import { withFiles } from './run/as-process.ts';

const short = (digest: string) => `${digest.slice(0, 19)}…`;
const size = (count: number) => count.toLocaleString('en-US');

/** `--article`: what a linter has against the article's Dockerfiles. */
export async function showArticle(stage: Stage): Promise<void> {
  for (const role of ['server', 'client'] as const) {
    await stage.scene(`The article’s Dockerfile of its ${role}`);
    stage.print(ARTICLE[role]);
    showFindings(stage, ARTICLE[role], role);
  }
  stage.say(
    'It is built by `docker image build -t productinfo-server -f server/Dockerfile`, and that has no context: the last word, the folder whose files may be copied, is missing, and docker says so and ends. The first image is called productinfo-server when it is built and grpc-productinfo-server when it is run; the second is run without any name; and nobody has made the network mynet.',
  );
}

/** `--lint <file>`: the same for a Dockerfile of one's own. */
export async function showLint(stage: Stage, file: string): Promise<void> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new UserError(`there is no file ${file} that can be read`);
  }
  const role = /EXPOSE/i.test(text) ? 'server' : 'client';
  await stage.scene(`A Dockerfile, as one of a ${role}`);
  showFindings(stage, text, role);
  stage.say('Who has an EXPOSE is taken for a server here.');
}

function showFindings(stage: Stage, text: string, role: 'server' | 'client'): void {
  const findings = lint(text, role);
  for (const { line, text } of findings) stage.step(`line ${line}`, text);
  stage.step(
    'in all',
    findings.length === 0
      ? 'no rule is broken'
      : `${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}`,
  );
}

/** `--context`: what would be sent to a builder. */
export async function showContext(stage: Stage): Promise<void> {
  await stage.scene('What goes to the builder');
  stage.say(
    'The last word of `docker build … .` is a folder, the context. COPY can take only what is in it; and what is in it can get into the image by a COPY that is too generous. Of this repository:',
  );
  const { whole, kept, worst } = contextSizes(ROOT);
  stage.print(
    drawTable([
      ['', 'files', 'bytes'],
      ['without .dockerignore', size(whole.files), size(whole.bytes)],
      ['with it', size(kept.files), size(kept.bytes)],
    ]),
  );
  for (const [folder, bytes] of worst) stage.step(folder, `${size(bytes)} bytes`);
  stage.say(
    'The first line of ours is `*`: nothing. Then it names what is needed. A list of what is not wanted grows old on the day on which somebody puts a key beside the sources.',
  );
}

const ENVIRONMENTS: Record<string, string>[] = [
  {},
  { SHOP_REGION: 'EU West', SHOP_PORT: '0x10', SHOP_PROT: '50031' },
  { SHOP_REGION: 'eu-west', SHOP_PORT: '', SHOP_NOTICE_MS: '5000', SHOP_GRACE_MS: '20000' },
];

/** `--config`: a real process for each environment. */
export async function showConfig(stage: Stage): Promise<void> {
  await stage.scene('Told wrong, and refused');
  stage.say('The program of the image, started with three environments:');
  const [server] = [...(await bundle('server'))];
  const entries = [{ path: server![0], bytes: server![1] }];
  await withFiles(entries, async (folder) => {
    for (const env of ENVIRONMENTS) {
      const told = Object.entries(env).map(([key, value]) => `${key}=${JSON.stringify(value)}`);
      stage.print(`\n$ ${[...told, 'node server.cjs'].join(' \\\n    ')}`);
      const { stdout, status } = spawnSync(process.execPath, [join(folder, 'server.cjs')], {
        env,
        encoding: 'utf8',
        timeout: 20_000,
      });
      for (const line of stdout.trim().split('\n')) stage.step('', line);
      stage.step('exit code', String(status));
    }
  });
  stage.say(
    'All problems at once, each with the name of its variable, what it is and what is wanted. And it ends before it listens: a platform sees at once that this version does not start, and keeps the old one.',
  );
}

/** `--gzip`: one tar file, three archives of it. */
export async function showGzip(stage: Stage): Promise<void> {
  await stage.scene('Compressed: two names for one layer');
  stage.say('The upper layer of the order server, kept as it is and at three levels of gzip:');
  const programs = await bundle('server', 'probe');
  const files = [...programs].map(([name, bytes]) => ({ path: `app/${name}`, bytes }));
  const tar = layer([...foldersOf(files), ...files]);
  const rows = [['kept', 'bytes', 'digest', 'diff_id']];
  for (const level of [0, 1, 6, 9]) {
    const layers = [level === 0 ? { tar } : { tar, gzipped: gzipSync(tar, { level }) }];
    const image = makeImage({ layers, config: CONFIG, architecture }, sha256);
    const { config, layers: kept } = readManifest(image);
    const { rootfs } = JSON.parse(new TextDecoder().decode(image.blobs.get(config.digest)));
    const how = level === 0 ? 'tar' : `gzip -${level}`;
    const name = (digest: string) => digest.slice(7, 19);
    rows.push([how, size(kept[0]!.size), name(kept[0]!.digest), name(rootfs.diff_ids[0])]);
  }
  stage.print(drawTable(rows));
  stage.say(
    'What gzip makes of it depends on the level, on the program and on its version. The tar file does not. So a digest says what is sent and kept, and a diff_id says what is in it.',
  );
  stage.step('so', `${short(`sha256:${sha256(tar)}`)} is what two machines can agree on`);
}

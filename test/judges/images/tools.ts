import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { command } from '../../../lessons/31-docker/run/command.ts';

const PACKAGES = {
  buildah: 'buildah',
  podman: 'podman',
  skopeo: 'skopeo',
  runc: 'runc',
  busybox: 'busybox-static',
};

const isThere = (program: string) =>
  [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/sbin'].some((folder) =>
    existsSync(`${folder}/${program}`),
  );

/** Installs what is missing by apt-get; ends the judge with one line if that cannot be done. */
export function requireTools(): void {
  const missing = Object.entries(PACKAGES).filter(([program]) => !isThere(program));
  if (missing.length === 0) return;
  const names = missing.map(([, name]) => name);
  console.log(`installing ${names.join(', ')} …`);
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    execFileSync('apt-get', ['update', '-qq'], { env, stdio: 'pipe' });
    const install = ['install', '-y', '-qq', '--no-install-recommends', ...names];
    execFileSync('apt-get', install, { env, stdio: 'pipe' });
  } catch (error) {
    const said = String((error as { stderr?: unknown }).stderr ?? error)
      .trim()
      .split('\n')
      .at(-1);
    console.error(
      `judge:images: needs ${names.join(', ')}, and apt-get cannot install them: ${said}`,
    );
    process.exit(1);
  }
}

/**
 * A place of their own for images and containers, below `folder`: what the machine has of both stays
 * as it is. Programs that are started from now on use it.
 */
export function useOwnStorage(folder: string): void {
  const file = join(folder, 'storage.conf');
  const [root, run] = [join(folder, 'storage'), join(folder, 'run')];
  writeFileSync(file, `[storage]\ndriver = "vfs"\ngraphroot = "${root}"\nrunroot = "${run}"\n`);
  process.env.CONTAINERS_STORAGE_CONF = file;
}

/** Longer than a build takes on a busy machine. */
const BUILD_MS = 300_000;

/** Runs a program. @throws with all that it said if it does not end with 0 */
export async function must(program: string, ...args: string[]): Promise<string> {
  const { code, output, stdout } = await command(program, args, BUILD_MS);
  if (code === 0) return stdout.trim();
  const tail = output.trim().split('\n').slice(-15).join('\n');
  throw new Error(
    `${program} ${args.slice(0, 3).join(' ')} … ended with ${code ?? 'no code'}:\n${tail}`,
  );
}

/** Flags with which RUN works in a container that is in a container itself. */
const BUILD = [
  'build',
  '--quiet',
  '--isolation',
  'chroot',
  '--network',
  'host',
  '--format',
  'docker',
  '--pull-never',
];

/** Builds a Dockerfile with buildah. @param dockerfile its path */
export async function build(name: string, dockerfile: string, context: string): Promise<void> {
  await must('buildah', ...BUILD, '--tag', name, '--file', dockerfile, context);
}

const LIMITS = ['--ulimit', 'nofile=4096:4096', '--ulimit', 'nproc=4096:4096'];

/** What every container of this judge is started with. */
export const RUN = ['--network', 'host', ...LIMITS];

/** Bytes of an image, as podman counts them. */
export async function sizeOf(name: string): Promise<number> {
  return Number(await must('podman', 'image', 'inspect', name, '--format', '{{.Size}}'));
}

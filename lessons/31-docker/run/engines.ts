import { command, complaint } from './command.ts';

/** Says a step of what happens: who, and what they do. */
export type Tell = (who: string, what: string) => void;

/** A program that could run an image, and what is there of it. */
export interface Engine {
  name: 'docker' | 'podman';
  /** Of the engine; `undefined` if it cannot be used. */
  version?: string;
  /** Why not, in a line. */
  why?: string;
}

/** An engine that is away answers at once, and one that hangs is not waited for. */
const PATIENCE_MS = 5_000;

const QUESTIONS = {
  // The client answers for itself even if nobody is behind it: so it is asked for the server.
  docker: ['version', '--format', '{{.Server.Version}}'],
  podman: ['version', '--format', '{{.Client.Version}}'],
} as const;

export async function findEngine(name: Engine['name']): Promise<Engine> {
  const asked = await command(name, [...QUESTIONS[name]], PATIENCE_MS);
  const version = asked.output.trim();
  if (asked.code === 0 && /^[\d.]+\S*$/.test(version)) return { name, version };
  if (asked.code === undefined && asked.output === '') return { name, why: 'is not here' };
  if (asked.code === undefined) return { name, why: 'did not answer in five seconds' };
  return { name, why: `is a client without an engine: ${complaint(asked)}` };
}

/** Flags with which a container is reached from this machine. */
export function networkFlags({ name }: Engine, port: number): string[] {
  const isOwnMachine = name === 'podman' && process.platform === 'linux';
  return isOwnMachine ? ['--network', 'host'] : ['--publish', `127.0.0.1:${port}:${port}`];
}

/** podman as root raises limits, which not every machine allows it: then it is told to lower them. */
export const LOW_LIMITS = ['--ulimit', 'nofile=4096:4096', '--ulimit', 'nproc=4096:4096'];

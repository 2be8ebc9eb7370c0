import { setTimeout as sleep } from 'node:timers/promises';
import { describeOrder } from '../../shop/orders.ts';
import { getOrder } from '../get-order.ts';
import { ENVIRONMENT } from './as-process.ts';
import { command, complaint } from './command.ts';
import { type Engine, LOW_LIMITS, networkFlags, type Tell } from './engines.ts';

/** How often its log is looked at, and how many times, until it listens. */
const LOOK_MS = 100;
const LOOKS = 100;

/** A step that did not go well; the rest is of no use. */
class NotRun extends Error {}

/**
 * Loads an image into an engine, runs it, calls it, and tells it to end. Whatever comes of it: no
 * container and no image is left behind.
 *
 * @returns whether all of it went well
 */
export async function runInEngine(
  engine: Engine,
  { file, name, port }: { file: string; name: string; port: number },
  tell: Tell,
): Promise<boolean> {
  const container = `order-server-${process.pid}`;
  const run = async (...args: string[]) => {
    const ended = await command(engine.name, args);
    if (ended.code !== 0) throw new NotRun(`${engine.name} ${args[0]}: ${complaint(ended)}`);
    return ended.stdout.trim();
  };
  try {
    await run('load', '--input', file);
    const size = await run('image', 'inspect', name, '--format', '{{.Size}}');
    tell(`${engine.name} load`, `takes it: ${Math.round(Number(size) / 1e6)} MB`);
    const environment = Object.entries({ ...ENVIRONMENT, SHOP_PORT: String(port) });
    const flags = environment.flatMap(([key, value]) => ['--env', `${key}=${value}`]);
    const detached = ['--detach', '--name', container, ...networkFlags(engine, port), ...flags];
    await run('run', ...detached, name).catch(async (error) => {
      if (!/rlimit/.test(String(error))) throw error;
      await command(engine.name, ['rm', '--force', container]);
      await run('run', ...LOW_LIMITS, ...detached, name);
    });
    let log = '';
    for (let look = 0; look < LOOKS && !/listening|ended/.test(log); look++) {
      await sleep(LOOK_MS);
      log = await run('logs', container);
    }
    tell(`${engine.name} run`, log.split('\n').at(-1) ?? '');
    tell('a call', describeOrder(await getOrder(`127.0.0.1:${port}`, '101')));
    await run('stop', '--time', '10', container);
    const code = await run('inspect', container, '--format', '{{.State.ExitCode}}');
    const last = (await run('logs', container)).split('\n').at(-1);
    tell(`${engine.name} stop`, `${last}, exit code ${code}`);
    return true;
  } catch (error) {
    tell('no', error instanceof Error ? error.message : String(error));
    return false;
  } finally {
    await command(engine.name, ['rm', '--force', container]);
    await command(engine.name, ['rmi', '--force', name]);
  }
}

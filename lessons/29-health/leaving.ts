/**
 * A shop in a process of its own, which is to end: `node --import tsx leaving.ts <stack> <way>
 * <notice ms>`. It says where it listens, and how it ended. Without a time it takes calls until a
 * line on its standard input says that everybody has noticed: only a test can say that.
 */
import { endWithParent } from '#course/end-with-parent';
import { Random } from '#course/kit/random';
import { GracefulEnd } from '#services/graceful-end';
import { type Clock, systemClock } from '#time/clock';
import { SHOP, startShop } from './shop.ts';
import { startStranger } from './stranger.ts';

const [stack, way, notice] = process.argv.slice(2);
const GRACE_MS = 60_000;

/** What a call takes: twenty to forty milliseconds. */
const random = new Random(29);
const work = () => new Promise((resolve) => setTimeout(resolve, random.integer(20, 40)));

const UNTIL_TOLD = 1e9;
const noticeMs = notice === undefined ? UNTIL_TOLD : Number(notice);
const clock: Clock = {
  ...systemClock,
  setTimer(callback, milliseconds) {
    const timer = systemClock.setTimer(callback, milliseconds);
    if (milliseconds === UNTIL_TOLD) {
      process.stdin.once('data', () => {
        timer.cancel();
        callback();
      });
    }
    return timer;
  },
};

endWithParent();
const { port, steps } = stack === 'grpc-js' ? await stranger() : await ours();
if (way !== 'ctrl-c') {
  // #region end
  const end = new GracefulEnd(steps, { noticeMs, graceMs: GRACE_MS, clock });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => end.signal());
  end.ended.then(({ how }) => {
    console.log(`ended: ${how}`);
    process.exit();
  });
  // #endregion end
}
console.log(`listening on 127.0.0.1:${port}`);

// #region steps
async function ours() {
  const { server, health, port } = await startShop({ work });
  const steps = {
    notServing: () => health.shutdown(),
    drain: () => server.shutdown(GRACE_MS),
    force: () => server.close(),
  };
  return { port, steps };
}

async function stranger() {
  const { server, health, port } = await startStranger({ work });
  const steps = {
    notServing() {
      for (const service of ['', SHOP]) health.setStatus(service, 'NOT_SERVING');
    },
    drain: () =>
      new Promise<void>((resolve, reject) => {
        server.tryShutdown((error) => (error ? reject(error) : resolve()));
      }),
    force: () => server.forceShutdown(),
  };
  return { port, steps };
}
// #endregion steps

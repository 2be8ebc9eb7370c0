import type { Stage } from '#course/lesson/stage';
import { startServerProcess } from '#course/lesson/start-server-process';
import { UserError } from '#course/user-error';
import type { RpcError } from '#rpc/codes';
import { atTable, seatGuest } from './table.ts';

/** `--kill`: a real server process dies while three calls are running. */
export async function killServer(stage: Stage): Promise<void> {
  await stage.scene('The server dies in the middle of three calls');
  const server = await startServerProcess(2);
  stage.step('server', `runs as process ${server.pid} on port ${server.port}`);
  try {
    const { client } = await seatGuest('', server, stage.show);
    const calls = ['stew', 'stew', 'stew'].map((dish, i) =>
      client.call('cook', [dish]).catch((error: RpcError) => {
        stage.step('caller', `call ${i + 1} → ${error.code}: ${error.message}`);
      }),
    );
    await server.printed('cooking stew');
    stage.step('', `${client.pending} calls are pending: kill -9 ${server.pid}`);
    await server.kill();
    await Promise.all(calls);
    stage.step('', `${client.pending} calls are pending`);
    await client.call('cook', ['salad']).catch((error: RpcError) => {
      stage.step('caller', `a fourth call, after that → ${error.code}, at once`);
    });
  } finally {
    await server.kill();
  }
  stage.say(
    'Nobody waits for ever: what was pending fails with the connection, and so does what comes after. Whether a stew was cooked before the end, UNAVAILABLE cannot say.',
  );
}

/** `--delay <ms>`: how long the caller waits for a stew that takes 400 ms. */
export async function delayReply(stage: Stage, patience: number): Promise<void> {
  if (!Number.isInteger(patience) || patience < 1) {
    throw new UserError('--delay takes the milliseconds that the caller waits, 1 or more');
  }
  await stage.scene(`A stew takes 400 ms, the caller waits ${patience}`);
  const inTime = await atTable({ log: (line) => stage.step('server', line) }, async (guest) => {
    const { client } = guest;
    const started = performance.now();
    const since = () => `after ${Math.round(performance.now() - started)} ms`;
    const stew = client.call('cook', ['stew'], { timeoutMs: patience }).then(
      (dish) => {
        stage.step('caller', `gets ${dish} ${since()}`);
        return true;
      },
      ({ code }: RpcError) => {
        stage.step('caller', `${code} ${since()}, pending: ${client.pending}`);
        return false;
      },
    );
    await client.call('cook', ['salad']);
    stage.step('caller', `gets one salad ${since()}`);
    return stew;
  });
  stage.say(
    inTime
      ? 'That was patient enough. Try --delay 100.'
      : 'Only the caller stopped. The server cooks on, for nobody: it was never told. Lesson 17 does that.',
  );
}

/** `--twice`: the same order twice, without a key and with one. */
export async function sendTwice(stage: Stage): Promise<void> {
  const log = (line: string) => {
    if (line.startsWith('order')) stage.step('server', line);
  };
  await atTable({ log }, async ({ client }) => {
    for (const key of [undefined, 'table-4-first']) {
      await stage.scene(key === undefined ? 'Without a key' : `With the key '${key}'`);
      stage.step('caller', "sends: order('soup')");
      const lost = await client.call('order', ['soup'], { key });
      stage.step('', `suppose that the answer, '${lost}', is lost on its way back`);
      stage.step('caller', "sends again: order('soup')");
      stage.step('caller', `gets '${await client.call('order', ['soup'], { key })}'`);
    }
  });
  stage.say(
    'Without a key the soup was ordered twice, with a key once: the server knew the key, and gave the answer that it had kept. The key belongs to what the guest wants, the call id to one try at getting it.',
  );
}

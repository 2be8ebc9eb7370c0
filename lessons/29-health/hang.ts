import { Channel } from '#channel/channel';
import { createClient } from '#grpc/client/client';
import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import { HealthDefinition } from '#protobuf/generated/grpc/health/v1/health';
import { codeOf } from './both.ts';
import { startShop } from './shop.ts';
import { startStranger } from './stranger.ts';

/** How long somebody waits before they think that it hangs, in milliseconds. */
export const PATIENCE_MS = 300;

export interface End {
  server: string;
  stream: string;
  does: string;
  over: string;
  /** How the stream ended for its client. */
  reads: string;
}

type Run = (port: number, end: () => Promise<void>, force: () => unknown) => Promise<Partial<End>>;

/** The same end with a stream open, in four ways. */
export async function endsWithStream(): Promise<End[]> {
  const [watch, search] = [holding(openWatch), holding(openSearch)];
  return [
    await atStranger('Watch', 'tryShutdown', watch),
    await atStranger('Search', 'tryShutdown', search),
    await atStranger('Search', 'tells, tryShutdown', search, true),
    await atOurs('Watch', watch),
    await atOurs('Search', search),
  ];
}

async function atStranger(stream: string, does: string, run: Run, tells = false): Promise<End> {
  const { server, port, tellStreams, close } = await startStranger();
  // #region end
  const end = () =>
    new Promise<void>((resolve, reject) => {
      if (tells) tellStreams();
      server.tryShutdown((error) => (error ? reject(error) : resolve()));
    });
  // #endregion end
  try {
    const result = await run(port, end, () => server.forceShutdown());
    return { server: 'grpc-js', stream, does, over: '', reads: '', ...result };
  } finally {
    await close().catch(() => {});
  }
}

async function atOurs(stream: string, run: Run): Promise<End> {
  const { server, port, close } = await startShop();
  try {
    const result = await run(
      port,
      () => server.shutdown(),
      () => server.close(),
    );
    return { server: 'ours', stream, does: 'shutdown', over: '', reads: '', ...result };
  } finally {
    await close();
  }
}

type OpenStream = (channel: Channel) => AsyncIterator<unknown>;

const openWatch: OpenStream = (channel) =>
  createClient(HealthDefinition, channel).watch({ service: '' })[Symbol.asyncIterator]();
const openSearch: OpenStream = (channel) =>
  createClient(OrderManagementDefinition, channel)
    .searchOrders({ value: 'teapot' })
    [Symbol.asyncIterator]();

/** A client holds a stream open; what does the end of its server come to? */
function holding(open: OpenStream): Run {
  return async (port, end, force) => {
    const channel = new Channel(`ipv4:127.0.0.1:${port}`);
    const stream = open(channel);
    try {
      await stream.next();
      const ended = readOn(stream);
      let timer: ReturnType<typeof setTimeout> | undefined;
      const patience = new Promise<string>((resolve) => {
        timer = setTimeout(() => resolve(`force, at ${PATIENCE_MS} ms`), PATIENCE_MS);
      });
      const over = await Promise.race([end().then(() => 'at once'), patience]);
      clearTimeout(timer);
      if (over !== 'at once') await force();
      return { over, reads: await ended };
    } finally {
      await channel.close();
    }
  };
}

async function readOn(stream: AsyncIterator<unknown>): Promise<string> {
  try {
    while (!(await stream.next()).done);
    return 'OK';
  } catch (error) {
    return codeOf(error);
  }
}

import { Channel } from '#channel/channel';
import type { ChannelOptions } from '#channel/channel-options';
import { createClient } from '#grpc/client/client';
import { EchoDefinition } from '../echo.ts';

/** Calls of a client whose server is the attacker. */
export interface Order {
  target: string;
  kind: 'unary' | 'down';
  count: number;
}

/** Makes the calls, and keeps what it gets, as programs do, until it is told to forget it all. */
export function makeCalls({ target, kind, count }: Order, options: ChannelOptions = {}) {
  const channel = new Channel(target, {
    backoff: { initialMs: 100_000, maxMs: 100_000 },
    ...options,
  });
  const echo = createClient(EchoDefinition, channel);
  const kept: unknown[] = [channel];
  const unread: AsyncIterator<Uint8Array>[] = [];
  for (let i = 0; i < count; i++) {
    if (kind === 'unary') {
      const call = echo.unary(Uint8Array.of(1));
      kept.push(call);
      call.catch((error) => kept.push(error));
    } else {
      // Nobody has begun to read it yet.
      unread.push(echo.down(Uint8Array.of(1))[Symbol.asyncIterator]());
    }
  }
  const forget = async () => {
    kept.length = 0;
    await Promise.all(unread.splice(0).map((messages) => messages.return?.()));
    await channel.close();
  };
  return { kept, forget };
}

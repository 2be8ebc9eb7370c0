import { Channel } from '#channel/channel';
import { createClient } from '#grpc/client/client';
import { GreeterDefinition } from '#protobuf/generated/hello';

/**
 * An honest client on a connection of its own, in a process of its own: one call after the other,
 * with a little pause. Says how long the slowest took when it is asked, and begins anew.
 */
const channel = new Channel(`ipv4:127.0.0.1:${process.argv[2]}`);
const greeter = createClient(GreeterDefinition, channel);
let slowest = 0;
let failed = 0;
let begun = 0;

process.on('message', () => {
  const waiting = begun === 0 ? 0 : performance.now() - begun;
  process.send?.({ slowest: Math.max(slowest, waiting), failed });
  slowest = 0;
  failed = 0;
});
process.on('disconnect', () => process.exit());
await greeter.sayHello({ name: 'Ada' });
process.send?.({});
for (;;) {
  begun = performance.now();
  try {
    await greeter.sayHello({ name: 'Ada' }, { timeoutMs: 30_000 });
  } catch {
    failed++;
  }
  slowest = Math.max(slowest, performance.now() - begun);
  begun = 0;
  await new Promise((next) => setTimeout(next, 5));
}

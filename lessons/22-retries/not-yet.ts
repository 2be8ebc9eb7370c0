import { client, type Stack } from './clients.ts';
import { startCounted } from './counted.ts';
import { startGate } from './gate.ts';

/** A server that is not there yet: how does a call end, and one that waits until it is ready? */
export async function callTooEarly(stack: Stack) {
  const server = await startCounted(() => 'OK');
  const gate = await startGate(server, false);
  const shop = client(stack, [gate.port]);
  try {
    const early = await shop.getOrder();
    const waiting = shop.getOrder({ waitForReady: true });
    gate.open();
    return { early: early.end, waiting: (await waiting).end };
  } finally {
    await shop.close();
    await gate.close();
    await server.close();
  }
}

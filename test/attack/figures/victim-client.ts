import { answerMeasurements } from './victim.ts';
import { makeCalls, type Order } from './victim-calls.ts';

/**
 * A client of ours whose server is the attacker, in a process of its own. It is told by IPC how many
 * calls to make, and of which kind.
 */
const made: unknown[] = [];

answerMeasurements((order) => {
  made.push(makeCalls(order as Order));
});
process.send?.({ port: 0 });

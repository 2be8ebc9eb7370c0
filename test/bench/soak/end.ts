/**
 * A process of the soak: the server of a stack, or its client. It begins what its parent says, and
 * then answers how much memory it holds, whenever it is asked.
 */
import { Gate } from './gate.ts';
import { pause } from './procedures.ts';
import { STACKS, type StackName } from './shops.ts';
import { runStreams, type Tally } from './streams.ts';

export interface Begin {
  stack: StackName;
  /** Where the server listens, for a client. */
  port?: number;
  /** So many bytes of each stream the server keeps: to see that the soak finds it. */
  leak: number;
}

/** What a process holds after a collection of garbage, in bytes, and what has gone through it. */
export interface Held extends Tally {
  /** What lives in JavaScript's heap. */
  heap: number;
  /** What it holds outside: buffers. */
  outside: number;
  /** All that the system has given to the process. */
  resident: number;
  cpuMs: number;
}

/**
 * Who measures lets the short streams rest: what one that is under way has in its hands is not to
 * be told from what one that is over has left behind.
 */
export type Question = { begin: Begin } | 'rest' | 'held' | 'go on';

/** What a process says: an answer, or, at any moment, what has gone wrong. */
export interface Reply {
  answer?: unknown;
  error?: string;
}

const tally: Tally = { streams: 0, messages: 0 };
const kept: number[][] = [];
const BYTES_OF_A_NUMBER = 8;
const gate = new Gate();

const say = (reply: Reply) => process.send!(reply);

async function begin({ stack, port, leak }: Begin): Promise<number> {
  if (port === undefined) {
    return STACKS[stack].serve(() => {
      tally.streams++;
      if (leak > 0) kept.push(new Array(Math.ceil(leak / BYTES_OF_A_NUMBER)).fill(0));
    });
  }
  runStreams(STACKS[stack].connect(port), tally, gate, (error) =>
    say({ error: `${(error as Error).stack}` }),
  );
  return port;
}

async function answerTo(question: Question): Promise<unknown> {
  if (question === 'held') return held();
  if (question === 'rest') return gate.close();
  if (question === 'go on') return gate.open();
  return begin(question.begin);
}

async function held(): Promise<Held> {
  for (let i = 0; i < 3; i++) {
    globalThis.gc!();
    await pause(20);
  }
  const { rss, heapUsed, external } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  return {
    ...tally,
    heap: heapUsed,
    outside: external,
    resident: rss,
    cpuMs: (user + system) / 1000,
  };
}

process.on('message', async (question: Question) => {
  try {
    say({ answer: await answerTo(question) });
  } catch (error) {
    say({ error: `${(error as Error).stack}` });
  }
});
// Without its parent it has nothing to do.
process.on('disconnect', () => process.exit());

import type { Broken, Outcome } from '#course/grading/run-jobs';
import workerUrl from './grader.worker.ts?worker&url';
import type { GradeRequest, GraderMessage } from './messages.ts';

/**
 * Silence after which the learner's code is taken to hang: two seconds. They are counted in ticks of
 * this thread, so that on a machine that is too busy for both nobody is accused.
 */
const TICK_MS = 100;
const HUNG_TICKS = 20;

/** The last part of what the learner's code printed, in characters. */
const MAX_PRINTED = 4_000;

/** How it ended, and what could not be asked here. */
export interface PageOutcome {
  outcome: Outcome;
  /** The names of tests that need Node. */
  elsewhere: string[];
}

/** The suite could not be fetched: this is about the network and not about the learner's code. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
}

/**
 * Judges learners' files by a suite. Each verdict has a thread of its own, which has the suite
 * loaded by the time that it is asked, and is ended after it.
 */
export class Grader {
  readonly #suite: string;
  #next: Thread | undefined;

  /** @param suite the address of its bundle */
  constructor(suite: string) {
    this.#suite = new URL(suite, location.href).href;
  }

  /** Fetches the suite, so that the first verdict comes at once. */
  prepare(): void {
    this.#next ??= startThread(this.#suite);
  }

  /** @throws UnreachableError */
  async grade(request: GradeRequest): Promise<PageOutcome> {
    this.prepare();
    const thread = this.#next!;
    this.#next = undefined;
    try {
      return await judge(thread, request);
    } finally {
      thread.worker.terminate();
      this.prepare();
    }
  }

  close(): void {
    this.#next?.worker.terminate();
    this.#next = undefined;
  }
}

interface Thread {
  worker: Worker;
  /** Resolves with the reason if it cannot even begin. */
  broken: Promise<string>;
}

/**
 * A worker that begins at a `blob:` is bound by the page's content-security-policy, wherever the
 * site is served from; one that begins at an address of its own is not.
 */
function startThread(suite: string): Thread {
  const script = `import ${JSON.stringify(new URL(workerUrl, location.href).href)};`;
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const worker = new Worker(url, { type: 'module', name: suite });
  const broken = new Promise<string>((resolve) => {
    worker.onerror = ({ message }) => resolve(message || 'the grader could not be loaded');
  });
  return { worker, broken };
}

function judge({ worker, broken }: Thread, request: GradeRequest): Promise<PageOutcome> {
  return new Promise((resolve, reject) => {
    let silence = 0;
    let clock: ReturnType<typeof setInterval> | undefined;
    let running: Extract<GraderMessage, { type: 'begin' }> | undefined;
    let printed = '';
    let elsewhere: string[] = [];
    const ended: Broken['ended'] = [];

    const finish = (outcome: Outcome) => {
      clearInterval(clock);
      resolve({ outcome, elsewhere });
    };
    const fail = (reason: string) => {
      clearInterval(clock);
      reject(new UnreachableError(reason));
    };
    const giveUp = () => {
      const { task, test } = running ?? {};
      finish({ type: 'hung', output: printed, task, test, ended });
    };
    void broken.then(fail);
    worker.onmessage = ({ data }: MessageEvent<GraderMessage>) => {
      silence = 0;
      if (data.type === 'unreachable') return fail(data.reason);
      if (data.type === 'printed') printed = (printed + data.text).slice(-MAX_PRINTED);
      if (data.type === 'elsewhere') elsewhere = data.tests;
      if (data.type === 'begin') running = data;
      if (data.type === 'end') {
        running = undefined;
        ended.push(data);
      }
      if (data.type === 'done') return finish({ ...data, printed });
      // Until the first word it is the network that is waited for.
      clock ??= setInterval(() => ++silence >= HUNG_TICKS && giveUp(), TICK_MS);
    };
    worker.postMessage(request);
  });
}

import * as grpc from '@grpc/grpc-js';
import { throwGap } from '#course/kit/compare/gap';
import type { Watched } from '#course/kit/watch';
import { openService } from './grpc-js.ts';

/**
 * The other end for lesson 13's suite: a server of grpc-js, on a free port, that does what the test
 * tells it to. Nothing in here waits for a time: what has to happen first is looked for at each turn.
 */
grpc.setLogVerbosity(grpc.logVerbosity.NONE);

const text = { serialize: (value: string) => Buffer.from(value), deserialize: String };
const TALK = {
  Talk: {
    path: '/test.Talk/Talk',
    requestStream: true,
    responseStream: true,
    requestSerialize: text.serialize,
    requestDeserialize: text.deserialize,
    responseSerialize: text.serialize,
    responseDeserialize: text.deserialize,
  },
} as const;

/** The server's side of a call, in the hands of a test. */
export class ServerEnd {
  readonly heard: string[] = [];
  halfClosed = 0;
  #call: grpc.ServerDuplexStream<string, string> | undefined;
  #onMessage: (text: string) => void = () => {};
  #unsent: (() => void)[] = [];
  #cancelled = false;

  readonly begun = () => this.#call !== undefined;
  readonly cancelled = () => this.#cancelled;

  /** The client's end came, and the call was not cancelled. */
  get finishedWell(): boolean {
    return this.halfClosed > 0 && !this.#cancelled;
  }

  onMessage(listener: (text: string) => void): void {
    this.#onMessage = listener;
  }

  answer(text: string): void {
    this.#do((call) => call.write(text));
  }

  finish(): void {
    this.#do((call) => call.end());
  }

  fail(code: grpc.status, details: string): void {
    this.#do((call) => call.emit('error', { code, details }));
  }

  attach(call: grpc.ServerDuplexStream<string, string>, reads: boolean): void {
    this.#call = call;
    call.on('error', () => {});
    call.on('cancelled', () => {
      this.#cancelled = call.cancelled;
    });
    if (reads) {
      call.on('data', (text) => {
        this.heard.push(text);
        this.#onMessage(text);
      });
      call.on('end', () => this.halfClosed++);
    }
    for (const act of this.#unsent.splice(0)) act();
  }

  #do(act: (call: grpc.ServerDuplexStream<string, string>) => void): void {
    if (this.#call === undefined) this.#unsent.push(() => act(this.#call!));
    else act(this.#call);
  }
}

/** @param reads whether the server reads what comes */
export async function startTalk(prepare: (end: ServerEnd) => void, reads = true) {
  const end = new ServerEnd();
  prepare(end);
  const client = await openService('test.Talk', TALK, {
    Talk: (call: grpc.ServerDuplexStream<string, string>) => end.attach(call, reads),
  });
  const { path, requestSerialize, responseDeserialize } = TALK.Talk;
  const call = client.makeBidiStreamRequest(path, requestSerialize, responseDeserialize);
  return { call, end };
}

/** More turns than anything here takes: both ends are in this process, and wait for no clock. */
const TURNS = 5_000;

/**
 * Lets the event loop turn until `isSo`, or `over` has run into a gap, or nothing can come any more:
 * then the test says what is missing.
 */
export async function soon(isSo: () => boolean, over: Watched<unknown>): Promise<void> {
  for (let turn = 0; turn < TURNS && !isSo(); turn++) {
    await new Promise((resolve) => setImmediate(resolve));
    const { error } = over;
    throwGap(error);
  }
}

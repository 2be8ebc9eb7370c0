import type { HeaderField } from '#hpack/header-field';
import { createHttp2Client, createHttp2Server, type Http2Connection } from '#http2/connection';
import type { ConnectionHandler, StreamHandler } from '#http2/events';
import type { Http2Error } from '#http2/http2-error';
import type { Http2Options } from '#http2/options';
import type { Http2Stream } from '#http2/stream';

/** Everything a stream said, as text, in order; bodies are counted and glued. */
export class StreamRecorder implements StreamHandler {
  readonly events: string[] = [];
  readonly chunks: Uint8Array[] = [];
  stream: Http2Stream | undefined;
  error: Http2Error | undefined;
  drained = 0;
  /** Consumes what comes at once, as a fast reader would. */
  greedy = true;

  get bytes(): number {
    return this.chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  }

  headers(fields: readonly HeaderField[], endStream: boolean): void {
    this.events.push(`headers ${list(fields)}${endStream ? ' end' : ''}`);
  }

  informational(fields: readonly HeaderField[]): void {
    this.events.push(`informational ${list(fields)}`);
  }

  data(chunk: Uint8Array, endStream: boolean): void {
    this.chunks.push(chunk.slice());
    if (endStream) this.events.push('data end');
    if (this.greedy) this.stream?.consume(chunk.length);
  }

  trailers(fields: readonly HeaderField[]): void {
    this.events.push(`trailers ${list(fields)}`);
  }

  drain(): void {
    this.drained++;
  }

  close(error?: Http2Error): void {
    this.error = error;
    this.events.push(error ? `close ${error.scope} ${error.initiator} ${error.message}` : 'close');
  }
}

function list(fields: readonly HeaderField[]): string {
  return fields.map(({ name, value }) => `${name}=${value}`).join(' ');
}

/** A server that keeps its streams for the test to play with. */
export class ServerRecorder implements ConnectionHandler {
  readonly streams: StreamRecorder[] = [];
  readonly events: string[] = [];
  readonly connection: Http2Connection;
  error: Http2Error | undefined;
  greedy = true;
  /** Called for every request. */
  answer: (stream: Http2Stream, recorder: StreamRecorder) => void = () => {};

  constructor(options?: Http2Options) {
    this.connection = createHttp2Server(this, options);
  }

  stream(stream: Http2Stream, fields: readonly HeaderField[], endStream: boolean): StreamHandler {
    const recorder = new StreamRecorder();
    recorder.stream = stream;
    recorder.greedy = this.greedy;
    recorder.headers(fields, endStream);
    this.streams.push(recorder);
    this.answer(stream, recorder);
    return recorder;
  }

  ping(): void {
    this.events.push('ping');
  }

  goaway(lastStreamId: number, code: number): void {
    this.events.push(`goaway ${lastStreamId} ${code}`);
  }

  close(error?: Http2Error): void {
    this.error = error;
    this.events.push(error ? `close ${error.message}` : 'close');
  }
}

export class ClientRecorder implements ConnectionHandler {
  readonly events: string[] = [];
  readonly connection: Http2Connection;
  error: Http2Error | undefined;

  constructor(options?: Http2Options) {
    this.connection = createHttp2Client(this, options);
  }

  open(fields: readonly HeaderField[], endStream = false): StreamRecorder {
    const recorder = new StreamRecorder();
    recorder.stream = this.connection.open(fields, endStream, recorder);
    return recorder;
  }

  settings(): void {
    this.events.push('settings');
  }

  pingAck(opaque: Uint8Array): void {
    this.events.push(`pingAck ${opaque.join(' ')}`);
  }

  goaway(lastStreamId: number, code: number): void {
    this.events.push(`goaway ${lastStreamId} ${code}`);
  }

  streamsAvailable(): void {
    this.events.push('streamsAvailable');
  }

  close(error?: Http2Error): void {
    this.error = error;
    this.events.push(error ? `close ${error.message}` : 'close');
  }
}

/**
 * Carries bytes between two connections until neither has any left.
 * @param cut how many bytes to carry at once; all there are, if left out.
 */
export function exchange(a: Http2Connection, b: Http2Connection, cut = Number.MAX_SAFE_INTEGER) {
  for (let busy = true; busy; ) {
    busy = false;
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const output = from.takeOutput()?.slice();
      if (output === undefined) continue;
      busy = true;
      for (let at = 0; at < output.length; at += cut) to.receive(output.slice(at, at + cut), 0);
    }
  }
}

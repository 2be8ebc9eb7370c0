import * as http2 from 'node:http2';
import { Duplex } from 'node:stream';
import { concat } from '#bytes/concat';
import { decodeUtf8 } from '#bytes/utf8';
import { untilQuiet } from '#course/kit/quiet';
import type { Http2Connection } from '#http2/connection';
import { createHttp2Client } from '#http2/connection';
import { CLIENT_PREFACE } from '#http2/wire/preface';
import { createFrameDissector } from '#inspect/http2/dissector';

/**
 * The part of lesson 7's suite that needs Node: its own HTTP/2 server, which understands the
 * learner's frames or does not. There is no network: the server is given a stream whose other end
 * is here.
 */

export interface NodeHeard {
  settings: http2.Settings | undefined;
  /** What each request was, and its body: `POST /a: hello`. */
  requests: string[];
  /** The bytes that Node has written. */
  wrote: Uint8Array;
}

/** The other end of Node's connection. */
class Wire extends Duplex {
  /** Set by who reads: what Node writes. */
  hear: (chunk: Uint8Array) => void = () => {};
  readonly #wrote: Uint8Array[] = [];

  override _read(): void {}

  override _write(chunk: Uint8Array, _encoding: string, done: () => void): void {
    this.#wrote.push(Uint8Array.from(chunk));
    this.hear(Uint8Array.from(chunk));
    done();
  }

  /** How often Node has written. */
  get chunks(): number {
    return this.#wrote.length;
  }

  get wrote(): Uint8Array {
    return concat(this.#wrote);
  }
}

/**
 * Gives Node's server a preface and these bytes; resolves when it has answered so many requests,
 * each with a line that says what it was.
 * @throws Error that says with which frame Node has refused
 */
export function talkToNode(bytes: Uint8Array, requests: number): Promise<NodeHeard> {
  return atNode((wire, heard, done) => {
    wire.push(concat([CLIENT_PREFACE, bytes]));
    const enough = () => heard.settings !== undefined && heard.requests.length === requests;
    return () => enough() && done();
  });
}

/** Our own client, on the learner's layers, sends these requests at once; resolves with the answers. */
export async function callNode(paths: readonly string[]): Promise<string[]> {
  const answers = paths.map(() => '');
  await atNode((wire, _heard, done) => {
    const client = createHttp2Client({ close: () => {} });
    drive(client, wire);
    let open = paths.length;
    for (const [i, path] of paths.entries()) {
      const fields = [':method GET', ':scheme http', `:path ${path}`, ':authority here'];
      const call = client.open(fields.map(toField), true, {
        data(chunk) {
          answers[i] += decodeUtf8(chunk);
          call.consume(chunk.length);
        },
        close: () => --open === 0 && done(),
      });
    }
    return () => {};
  });
  return answers;
}

function toField(line: string) {
  const [name = '', value = ''] = line.split(' ');
  return { name, value };
}

function drive(client: Http2Connection, wire: Wire): void {
  const flush = () => {
    for (let out = client.takeOutput(); out !== undefined; out = client.takeOutput()) {
      wire.push(out.slice());
    }
  };
  client.outputReady = () => queueMicrotask(flush);
  wire.hear = (chunk) => client.receive(chunk, 0);
}

/**
 * @param begin starts the talk; what it returns is called whenever Node has understood something
 */
async function atNode(
  begin: (wire: Wire, heard: NodeHeard, done: () => void) => () => void,
): Promise<NodeHeard> {
  const wire = new Wire();
  const server = http2.createServer();
  const heard: NodeHeard = { settings: undefined, requests: [], wrote: new Uint8Array(0) };
  try {
    await new Promise<void>((resolve, reject) => {
      let look = () => {};
      // What Node writes at the end of this turn belongs to it.
      const done = () => setImmediate(() => setImmediate(resolve));
      server.on('sessionError', () => {
        setImmediate(() => reject(new Error(refusal(wire) ?? SILENT)));
      });
      server.on('session', (session) => {
        session.on('remoteSettings', (settings) => {
          heard.settings = settings;
          look();
        });
      });
      server.on('stream', (stream, headers) => answer(stream, headers, heard, () => look()));
      server.emit('connection', wire);
      look = begin(wire, heard, done);
      void untilQuiet(() => wire.chunks + heard.requests.length).then(() =>
        reject(new Error(refusal(wire) ?? SILENT)),
      );
    });
  } finally {
    wire.destroy();
    server.close();
  }
  heard.wrote = wire.wrote;
  return heard;
}

const SILENT = 'Node’s server has not answered: it waits for something that did not come';

function answer(
  stream: http2.ServerHttp2Stream,
  headers: http2.IncomingHttpHeaders,
  heard: NodeHeard,
  look: () => void,
): void {
  const body: Uint8Array[] = [];
  stream.on('error', () => {});
  stream.on('data', (chunk: Uint8Array) => body.push(chunk));
  stream.on('end', () => {
    const line = `${headers[':method']} ${headers[':path']}: ${decodeUtf8(concat(body))}`;
    heard.requests.push(line);
    stream.respond({ ':status': 200 });
    stream.end(line);
    stream.on('close', look);
  });
}

/** The frame with which Node has refused, as far as it has written one. */
function refusal(wire: Wire): string | undefined {
  const titles = createFrameDissector('server')
    .push(wire.wrote)
    .map(({ title }) => title);
  const said = titles.find((title) => /^(GOAWAY|RST_STREAM)/.test(title));
  return said === undefined ? undefined : `Node’s server answers ${said}`;
}

import type { ClientOptions } from '#course/lesson/define-lesson';
import { UserError } from '#course/user-error';
import type { RequestHead } from '#grpc/wire/request-headers';
import { attachHttp2 } from '#http2/attach';
import { createHttp2Client, type Http2Connection } from '#http2/connection';
import type { Connection } from '#transport/connection';
import { connectTcp } from '#transport/tcp';
import { callUnary, type Outcome } from './call.ts';
import { decodeReply, describeStatus, encodeRequest, PATH, STRANGER } from './greeter.ts';

/** Speaks HTTP/2 over `connection`; resolves when the server has said that it does, too. */
export function openHttp2(connection: Connection): Promise<Http2Connection> {
  return new Promise((resolve, reject) => {
    const http2 = createHttp2Client({
      settings: () => resolve(http2),
      close: (error) => reject(new UserError(`that server speaks no HTTP/2${why(error)}`)),
    });
    attachHttp2(http2, connection);
  });
}

const why = (error: Error | undefined) => (error ? ` (${error.message})` : '');

/** What the headers of a greeting say. */
export function greeting(authority: string): RequestHead {
  return {
    path: PATH,
    authority,
    scheme: 'http',
    timeoutMs: 5_000,
    userAgent: 'grpc-by-hand/1.0',
  };
}

export async function greet(http2: Http2Connection, authority: string, name: string) {
  return callUnary(http2, greeting(authority), encodeRequest(name));
}

/** `"Hello, Ada"`, or `5 NOT_FOUND: …`. */
export function describe({ status, messages: [reply] }: Outcome): string {
  return status.code === 0 && reply ? JSON.stringify(decodeReply(reply)) : describeStatus(status);
}

export async function runClient({ host, port, log, signal }: ClientOptions): Promise<void> {
  const connection = await connectTcp({ host, port }, signal);
  try {
    const http2 = await openHttp2(connection);
    for (const name of ['Ada', STRANGER]) {
      const outcome = await greet(http2, `${host}:${port}`, name);
      log(`SayHello(${JSON.stringify(name)}) → ${describe(outcome)}`);
    }
    http2.shutdown();
  } catch (error) {
    connection.destroy();
    throw error;
  }
}

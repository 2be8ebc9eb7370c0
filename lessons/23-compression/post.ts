import { connect, type IncomingHttpHeaders } from 'node:http2';
import { concat } from '#bytes/concat';
import { encodeMessage } from '#framing/message';
import { printable } from '#grpc/client/printable';
import { type StatusCode, statusName } from '#grpc/status';
import { OrderManagementDefinition } from '#protobuf/generated/ecommerce';

/** What a server said to a request that no library would send. */
export interface Reply {
  code: string;
  text: string;
  /** Its `grpc-accept-encoding`; `–`: none. */
  accepts: string;
}

/** Bytes behind a prefix with any flag. */
export function flagged(flag: number, bytes: Uint8Array): Uint8Array {
  const message = encodeMessage(bytes);
  message[0] = flag;
  return message;
}

/** An AddOrder by Node's own HTTP/2: any encoding, any bytes. */
export function post(
  port: number,
  encoding: string | undefined,
  ...messages: Uint8Array[]
): Promise<Reply> {
  const session = connect(`http://127.0.0.1:${port}`);
  session.on('error', () => {});
  const stream = session.request({
    ':method': 'POST',
    ':path': OrderManagementDefinition.methods.addOrder.path,
    te: 'trailers',
    'content-type': 'application/grpc',
    ...(encoding !== undefined && { 'grpc-encoding': encoding }),
  });
  const all: IncomingHttpHeaders = {};
  stream.on('response', (headers) => Object.assign(all, headers));
  stream.on('trailers', (trailers) => Object.assign(all, trailers));
  stream.on('error', () => {});
  stream.end(concat(messages));
  stream.resume();
  return new Promise((resolve) =>
    stream.on('close', () => {
      session.destroy();
      const { 'grpc-status': status, 'grpc-message': text = '' } = all;
      resolve({
        code: status === undefined ? 'no status' : statusName(Number(status) as StatusCode),
        text: printable(decodeURIComponent(`${text}`), 200),
        accepts: `${all['grpc-accept-encoding'] ?? '–'}`,
      });
    }),
  );
}

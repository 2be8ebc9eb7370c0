import type { Http2Plug } from '#inspect/http2/plugs';
import { createHpackFollower } from './dissector.ts';
import type { HeaderLine, HpackView } from './item.ts';

/**
 * Explains the header blocks of one HTTP/2 connection, each direction with a table of its own:
 *
 *     createHttp2Dissectors({ headerBlock: hpackHeaderBlock({ compact: true }) })
 */
export function hpackHeaderBlock(view: HpackView = {}): Http2Plug {
  const followers = { client: createHpackFollower(view), server: createHpackFollower(view) };
  return (block, { from }) => {
    const { fields, headers } = followers[from].read(block);
    return { title: headersTitle(headers), fields };
  };
}

/** The one thing that one wants to know: `POST /hello.Greeter/SayHello`, `200`, `grpc-status 0`. */
export function headersTitle(headers: readonly HeaderLine[]): string {
  const find = (wanted: string) => headers.find(({ name }) => name === wanted)?.value;
  const [method, path, status, code] = [':method', ':path', ':status', 'grpc-status'].map(find);
  if (method !== undefined) return path === undefined ? method : `${method} ${path}`;
  const grpc = code === undefined ? [] : [`grpc-status ${code}`];
  if (status !== undefined) return [status, ...grpc].join(', ');
  return grpc[0] ?? `${headers.length} ${headers.length === 1 ? 'header' : 'headers'}`;
}

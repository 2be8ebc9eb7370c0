import { decodeUtf8, encodeUtf8 } from '#bytes/utf8';
import { createHttp2Client, createHttp2Server } from '#http2/connection';

/** A call from one end to the other and back, in memory, with nothing but the protocol. */
export function greet(name: string): string {
  const server = createHttp2Server({
    stream: (stream) => ({
      data(chunk, endStream) {
        stream.sendHeaders([{ name: ':status', value: '200' }]);
        stream.sendData(encodeUtf8(`hello ${decodeUtf8(chunk)}`));
        if (endStream) stream.sendTrailers([{ name: 'grpc-status', value: '0' }]);
      },
      close() {},
    }),
  });
  const client = createHttp2Client({});
  const heard: string[] = [];
  const call = client.open(
    [
      { name: ':method', value: 'POST' },
      { name: ':scheme', value: 'http' },
      { name: ':path', value: '/hello.Greeter/SayHello' },
    ],
    false,
    {
      headers: ([status]) => heard.push(status!.value),
      data: (chunk) => heard.push(decodeUtf8(chunk)),
      trailers: ([status]) => heard.push(status!.value),
      close() {},
    },
  );
  call.sendData(encodeUtf8(name), true);
  for (let i = 0; i < 5; i++) {
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      const output = from.takeOutput();
      if (output !== undefined) to.receive(output.slice(), i);
    }
  }
  return heard.join(' ');
}

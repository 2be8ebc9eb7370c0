import { encodeMessage } from '#framing/message';
import { Server } from '#grpc/server/server';
import { requestHeaders } from '#grpc/wire/request-headers';
import { attachHttp2 } from '#http2/attach';
import { createHttp2Client } from '#http2/connection';
import type { Trace, TraceEvent } from '#inspect/trace';
import { GreeterDefinition, HelloRequest } from '#protobuf/generated/hello';
import { createPipe } from '#transport/memory';
import { recordCalls } from '../09-grpc-by-hand/at-greeter.ts';

const { path } = GreeterDefinition.methods.sayHello;

/** One greeting, with this stack at both ends, and every byte of it. */
export async function recordCall(onEvent?: (event: TraceEvent) => void): Promise<Trace> {
  const { watch, trace } = recordCalls('One call, and who wrote it', onEvent);
  const server = new Server();
  server.addService(GreeterDefinition, {
    sayHello: ({ name }) => ({ message: `Hello, ${name}` }),
  });
  const [mine, theirs] = createPipe();
  server.accept(theirs);
  let isReady = () => {};
  const ready = new Promise<void>((resolve) => {
    isReady = resolve;
  });
  const http2 = createHttp2Client({ settings: () => isReady() });
  attachHttp2(http2, watch(mine, 'client'));
  await ready;
  await new Promise<void>((resolve) => {
    const fields = requestHeaders({ path, authority: 'localhost:50033', scheme: 'http' });
    const stream = http2.open(fields, false, {
      data: (chunk) => stream.consume(chunk.length),
      close: () => resolve(),
    });
    stream.sendData(encodeMessage(HelloRequest.encode({ name: 'Ada' })), true);
  });
  http2.shutdown();
  await server.close();
  return trace();
}

import { encodeUtf8 } from '#bytes/utf8';
import { encodeFrame, FrameDecoder } from '#framing/frame';
import { encodeMessage } from '#framing/message';
import { createPrefixDissectors, FRAME_PREFIX, MESSAGE_PREFIX } from '#inspect/prefix-dissector';
import { createRecorder } from '#inspect/recorder';
import { dissectRpcPayload } from '#inspect/rpc/payload';
import type { Trace, TraceEvent } from '#inspect/trace';
import { createPipe } from '#transport/memory';
import { connectTcp, LOOPBACK } from '#transport/tcp';
import { startServer } from './server.ts';

/** A call with newlines in it, as `JSON.stringify(…, null, 2)` writes it. */
export const PRETTY_CALL = JSON.stringify({ id: 4, method: 'recipe', params: ['toast'] }, null, 2);

/** The call that a newline broke, pretty-printed as before, now framed by its length. */
export async function recordFrames(onEvent?: (event: TraceEvent) => void): Promise<Trace> {
  const server = await startServer({ host: LOOPBACK, port: 0, log: () => {} });
  const recorder = createRecorder(
    'A recipe, framed by its length',
    'length-prefixed JSON',
    onEvent,
  );
  const dissectors = createPrefixDissectors(FRAME_PREFIX, dissectRpcPayload);
  const connection = recorder.wrap(await connectTcp(server), 'client', dissectors);
  const replies = new FrameDecoder();
  const done = new Promise<void>((resolve) => {
    connection.start({
      data(chunk) {
        if (replies.push(chunk).length > 0) connection.end();
      },
      close: () => resolve(),
    });
  });
  connection.write(encodeFrame(encodeUtf8(PRETTY_CALL)));
  await done;
  await server.close();
  return recorder.trace;
}

/** The same payload in gRPC's five-byte prefix. Nobody listens: only the bytes are of interest. */
export async function recordMessages(onEvent?: (event: TraceEvent) => void): Promise<Trace> {
  const recorder = createRecorder('gRPC’s five bytes', 'gRPC length-prefixed messages', onEvent);
  const [client] = createPipe();
  const dissectors = createPrefixDissectors(MESSAGE_PREFIX, dissectRpcPayload);
  recorder.wrap(client, 'client', dissectors).write(encodeMessage(encodeUtf8(PRETTY_CALL)));
  return recorder.trace;
}

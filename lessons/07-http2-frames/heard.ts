import { decodeUtf8 } from '#bytes/utf8';
import type { FrameSink } from '#http2/wire/frame-sink';

/** A frame that came, with as much of it as this lesson's client looks at. */
export interface Heard {
  type: string;
  streamId: number;
  /** HEADERS, DATA: nothing follows on this stream. */
  endStream?: boolean;
  ack?: boolean;
  text?: string;
  /** RST_STREAM, GOAWAY. */
  code?: number;
}

/** Makes one `Heard` of each frame that a reader finds. */
export function hearFrames(hear: (heard: Heard) => void): FrameSink {
  return {
    frame() {},
    padding() {},
    data: (streamId, data, endStream) =>
      hear({ type: 'DATA', streamId, endStream, text: decodeUtf8(data) }),
    headers: (streamId, _fragment, endStream) => hear({ type: 'HEADERS', streamId, endStream }),
    continuation: (streamId) => hear({ type: 'CONTINUATION', streamId }),
    priority: (streamId) => hear({ type: 'PRIORITY', streamId }),
    rstStream: (streamId, code) => hear({ type: 'RST_STREAM', streamId, code }),
    settings: (_entries, ack) => hear({ type: 'SETTINGS', streamId: 0, ack }),
    pushPromise: () => hear({ type: 'PUSH_PROMISE', streamId: 0 }),
    ping: (_opaque, ack) => hear({ type: 'PING', streamId: 0, ack }),
    goaway: (_lastStreamId, code) => hear({ type: 'GOAWAY', streamId: 0, code }),
    windowUpdate: (streamId) => hear({ type: 'WINDOW_UPDATE', streamId }),
    badFrame: (streamId) => hear({ type: 'a broken frame', streamId }),
  };
}

import type { ErrorCode } from '#http2/error-code';
import type { SettingsEntry } from '#http2/frames/settings';
import type { Http2Error } from '#http2/http2-error';
import type { Frame } from './frame.ts';

/**
 * Who hears of frames as they are read. Calls instead of frame objects, so that the fast reader
 * (`frame-scanner.ts`) need not make any; the plain one (`frame-reader.ts`) makes them and calls
 * `deliverFrame`. Every method may throw an `Http2Error` of scope `connection`: reading ends.
 */
export interface FrameSink {
  /**
   * Nine bytes have come, of the payload perhaps none yet: the place to refuse a frame by its
   * size or its order before anything of it is kept.
   */
  frame(type: number, flags: number, streamId: number, length: number): void;
  /** A piece of a body without its padding; a frame may come in several. */
  data(streamId: number, data: Uint8Array, endStream: boolean): void;
  /** What of a DATA frame is padding, its length byte included: it counts against windows too. */
  padding(streamId: number, size: number): void;
  /** @param dependsOn the stream named in the priority bytes, if they were there. */
  headers(
    streamId: number,
    fragment: Uint8Array,
    endStream: boolean,
    endHeaders: boolean,
    dependsOn: number | undefined,
  ): void;
  continuation(streamId: number, fragment: Uint8Array, endHeaders: boolean): void;
  priority(streamId: number, dependsOn: number): void;
  rstStream(streamId: number, code: ErrorCode): void;
  settings(entries: readonly SettingsEntry[], ack: boolean): void;
  pushPromise(): void;
  ping(opaque: Uint8Array, ack: boolean): void;
  goaway(lastStreamId: number, code: ErrorCode, debugData: Uint8Array): void;
  windowUpdate(streamId: number, increment: number): void;
  /** A frame was wrong in a way that ends only its stream. */
  badFrame(streamId: number, error: Http2Error): void;
}

/** Tells the sink what a frame object says. */
export function deliverFrame(sink: FrameSink, frame: Frame): void {
  switch (frame.type) {
    case 'DATA':
      if (frame.flowLength > frame.data.length) {
        sink.padding(frame.streamId, frame.flowLength - frame.data.length);
      }
      sink.data(frame.streamId, frame.data, frame.endStream);
      return;
    case 'HEADERS':
      sink.headers(
        frame.streamId,
        frame.fragment,
        frame.endStream,
        frame.endHeaders,
        frame.priority?.dependsOn,
      );
      return;
    case 'PRIORITY':
      sink.priority(frame.streamId, frame.priority.dependsOn);
      return;
    case 'RST_STREAM':
      sink.rstStream(frame.streamId, frame.code);
      return;
    case 'SETTINGS':
      sink.settings(frame.entries, frame.ack);
      return;
    case 'PUSH_PROMISE':
      sink.pushPromise();
      return;
    case 'PING':
      sink.ping(frame.opaque, frame.ack);
      return;
    case 'GOAWAY':
      sink.goaway(frame.lastStreamId, frame.code, frame.debugData);
      return;
    case 'WINDOW_UPDATE':
      sink.windowUpdate(frame.streamId, frame.increment);
      return;
    case 'CONTINUATION':
      sink.continuation(frame.streamId, frame.fragment, frame.endHeaders);
      return;
    case 'UNKNOWN':
      return;
    default:
      frame satisfies never;
  }
}

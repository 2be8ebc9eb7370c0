import { FrameType } from '#http2/frames/frame-type';

/** What a type of frame is for, and which section defines it. */
export interface TypeMeaning {
  readonly meaning: string;
  readonly source: string;
}

/** One for each type: the compiler asks for it when a type is added. */
const MEANINGS: Readonly<Record<FrameType, TypeMeaning>> = {
  [FrameType.DATA]: { meaning: 'a piece of a body', source: 'RFC 9113 §6.1' },
  [FrameType.HEADERS]: {
    meaning: 'opens a stream, answers on one, or ends one with trailers',
    source: 'RFC 9113 §6.2',
  },
  [FrameType.PRIORITY]: {
    meaning: 'advice on the order of streams, deprecated',
    source: 'RFC 9113 §6.3',
  },
  [FrameType.RST_STREAM]: {
    meaning: 'ends one stream at once, both ways',
    source: 'RFC 9113 §6.4',
  },
  [FrameType.SETTINGS]: { meaning: 'what its sender can take', source: 'RFC 9113 §6.5' },
  [FrameType.PUSH_PROMISE]: {
    meaning: 'announces a response that nobody asked for',
    source: 'RFC 9113 §6.6',
  },
  [FrameType.PING]: { meaning: 'are you there?', source: 'RFC 9113 §6.7' },
  [FrameType.GOAWAY]: {
    meaning: 'the connection ends: no more streams',
    source: 'RFC 9113 §6.8',
  },
  [FrameType.WINDOW_UPDATE]: {
    meaning: 'allows the other side to send so many bytes of DATA more',
    source: 'RFC 9113 §6.9',
  },
  [FrameType.CONTINUATION]: {
    meaning: 'more of the header block before it',
    source: 'RFC 9113 §6.10',
  },
};

/** `undefined`: nobody defined this type. */
export function meaningOfType(type: number): TypeMeaning | undefined {
  return MEANINGS[type as FrameType];
}

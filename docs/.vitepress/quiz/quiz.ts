import type { HeaderField } from '#hpack/header-field';
import type { FieldDescriptor, ScalarType } from '#protobuf/schema/descriptor';

/** The questions of a page. They stand beside it, in `NN-slug.quiz.ts`, as its default export. */
export type Quiz = Question[];

export type Question = ChoiceQuestion | BytesQuestion;

interface AnyQuestion {
  /** Names the question in the reader's progress: never changed, never used again on the page. */
  id: string;
  /** Text; `code` between backticks. */
  question: string;
}

/** One of several answers is right. Each has its reason, shown when it is chosen. */
export interface ChoiceQuestion extends AnyQuestion {
  answers: { text: string; reason: string; right?: true }[];
}

/** "Predict the bytes": the real encoder knows the answer. */
export interface BytesQuestion extends AnyQuestion {
  bytes: Encoding;
  /** Why the bytes are these; shown when they are found or given up. */
  reason: string;
}

/** What to encode, by the name of the encoder, as `encoders.ts` lists them. */
export type Encoding =
  /** `encodeFrame`: four bytes of length, then the text. */
  | { encoder: 'frame'; text: string }
  /** `encodeMessage`: gRPC's prefix, then the text. */
  | { encoder: 'message'; text: string; compressed?: boolean }
  /** `marshalCall` and a newline: a request of lesson 1. */
  | { encoder: 'call'; method: string; params: unknown[] }
  /** `HelloRequest.encode`, as it was generated from `proto/hello.proto`. */
  | { encoder: 'hello'; name: string }
  /** A number as protobuf's `type` writes it; with `field`, its tag in front. */
  | { encoder: 'number'; type: ScalarType; value: string; field?: number }
  /** `encodeMessage`: a message of these fields. */
  | { encoder: 'fields'; fields: FieldDescriptor[]; value: object }
  /** HTTP/2: SETTINGS with these entries. */
  | { encoder: 'settings'; entries: [id: number, value: number][] }
  /** HTTP/2: DATA with this text. */
  | { encoder: 'data'; streamId: number; text: string; endStream: boolean }
  /** A number behind `pattern` in the low bits of a byte (RFC 7541 §5.1). */
  | { encoder: 'prefixInteger'; pattern: number; prefixBits: number; value: number }
  /** The header block for `headers`, on a connection that has sent `before`. */
  | { encoder: 'hpack'; headers: HeaderField[]; before?: HeaderField[][] }
  /** The data of a greeting's DATA frame: gRPC's prefix, and a `HelloRequest` or a `HelloReply`. */
  | { encoder: 'greeting'; message: 'request' | 'reply'; text: string }
  /** The frame that cancels a call. */
  | { encoder: 'cancel'; stream: number }
  /** A WINDOW_UPDATE; stream 0 is the connection. */
  | { encoder: 'credit'; stream: number; increment: number };

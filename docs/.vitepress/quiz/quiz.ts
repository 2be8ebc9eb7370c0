import type { ScalarType } from '#protobuf/descriptor';

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
  /** A message of lesson 10, whole, as it stands in DATA: `HelloRequest` or `HelloReply`. */
  | { encoder: 'hello'; message: 'request' | 'reply'; text: string }
  /** A number as protobuf's `type` writes it; with `field`, its tag in front. */
  | { encoder: 'number'; type: ScalarType; value: string; field?: number };

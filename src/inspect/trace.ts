/**
 * The one trace: what went over the wire, with every byte explained. The terminal, a failing test
 * and the site all draw this and nothing else. It is plain JSON, so that what was recorded from a
 * run can be kept in a file and compared with the next run.
 */
export interface Trace {
  title: string;
  /** What spoke, e.g. `JSON lines over TCP`. */
  protocol: string;
  events: TraceEvent[];
}

export type Side = 'client' | 'server';

export type TraceEvent = TraceMessage | TraceMark;

/** One message of the protocol, from its first byte to its last. */
export interface TraceMessage {
  kind: 'message';
  from: Side;
  /** One line: `call 1: readFile("notes.txt")`. */
  title: string;
  /** Which call it belongs to, if the protocol can tell. */
  call?: string;
  /** The bytes as hex digits, two a byte, nothing between. */
  bytes: string;
  /** What they mean. Together the fields cover every byte exactly once, in order. */
  fields: Field[];
}

/** Something that happened and is not bytes: a connection lost, a timeout, a decision. */
export interface TraceMark {
  kind: 'mark';
  at: Side | 'wire';
  text: string;
  call?: string;
}

/** Some bytes of a message that mean one thing. */
export interface Field {
  /** First byte, counted from the beginning of the message. */
  offset: number;
  /** In bytes; 0 only for something that is meant although nothing is sent. */
  length: number;
  name: string;
  /** The decoded value, as one would write it. */
  value?: string;
  /** What it is for, in a line. */
  meaning: string;
  /** Where that is written down: `RFC 9113 §4.1`, `grpc PROTOCOL-HTTP2`. */
  source?: string;
  /** The parts; together they cover this field's bytes exactly once. */
  children?: Field[];
  /** The parts are for who looks closely: a drawing shows the field whole at first. */
  folded?: true;
  /** A secret: zeros stand in place of its bytes, and its value is not there. */
  hidden?: true;
}

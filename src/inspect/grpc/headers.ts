/**
 * What the headers of a gRPC call mean, for a trace (gRPC PROTOCOL-HTTP2). It reads statuses, texts
 * and times by itself: it must not be wrong where a learner's reader is.
 */
import { toHex } from '#bytes/hex';
import { statusName } from '#grpc/status';
import { decodeBase64 } from '#grpc/wire/base64';
import { clip } from '#inspect/clip';
import { findMeaning, type Meaning, type Meanings } from '#inspect/meanings';
import type { Field } from '#inspect/trace';

/** Where in a call a block of headers stands. `refusal`: headers and trailers in one. */
export type BlockKind = 'request' | 'response' | 'trailers' | 'refusal';

const REQUESTS = 'gRPC PROTOCOL-HTTP2, Requests';
const RESPONSES = 'gRPC PROTOCOL-HTTP2, Responses';

const IN_REQUESTS: Meanings = {
  ':method': { meaning: 'a call is always a POST', source: REQUESTS },
  ':scheme': { meaning: 'http in the clear, https over TLS', source: 'RFC 9113 §8.3.1' },
  ':path': { meaning: 'which method: /package.Service/Method', source: REQUESTS },
  ':authority': {
    meaning: 'what the client calls the server; HTTP/1.1 has Host for it',
    source: 'RFC 9113 §8.3.1',
  },
  'grpc-timeout': { meaning: 'how long the client is willing to wait', source: REQUESTS },
  'grpc-previous-rpc-attempts': {
    meaning: 'how often this call was tried before this attempt',
    source: 'gRPC A6',
  },
  te: { meaning: 'I read trailers: finds out proxies that drop them', source: REQUESTS },
};

const IN_ANSWERS: Meanings = {
  'grpc-retry-pushback-ms': {
    meaning: 'when to try again, in milliseconds; below zero: not at all',
    source: 'gRPC A6',
  },
};

const IN_BOTH: Meanings = {
  'grpc-encoding': { meaning: 'how messages may be compressed', source: REQUESTS },
  'grpc-accept-encoding': { meaning: 'which compressions I can read', source: REQUESTS },
  'user-agent': {
    meaning: 'which library this is; for logs',
    source: 'gRPC PROTOCOL-HTTP2, User Agents',
  },
};

/** A field of a header block, with what gRPC says of it in place of what HPACK does. */
export function grpcHeader(field: Field, value: string, kind: BlockKind): Field {
  const { name } = field;
  const shown = SHOWN[name]?.(value) ?? (name.endsWith('-bin') ? showBytes(value) : undefined);
  return {
    ...field,
    ...(shown !== undefined && { value: clip(shown) }),
    ...aboutHeader(name, value, kind),
  };
}

function aboutHeader(name: string, value: string, kind: BlockKind): Meaning {
  if (name === 'content-type') return aboutType(value, kind);
  if (kind === 'request') {
    return findMeaning(IN_REQUESTS, name) ?? findMeaning(IN_BOTH, name) ?? custom(name);
  }
  if (name === ':status') return aboutHttp(value);
  if (name === 'grpc-status') return aboutStatus(kind);
  if (name === 'grpc-message') return aboutMessage(value);
  return findMeaning(IN_ANSWERS, name) ?? findMeaning(IN_BOTH, name) ?? custom(name);
}

/** Fields of HTTP's that gRPC makes no use of. */
const HTTP_OWN = new Set([
  'accept',
  'accept-encoding',
  'content-encoding',
  'content-length',
  'date',
  'server',
  'vary',
  'via',
]);

function custom(name: string): Meaning {
  if (name === 'grpc-status-details-bin') {
    return {
      meaning: 'a google.rpc.Status: the error again, with details for programs; in base64',
      source: 'AIP-193',
    };
  }
  if (HTTP_OWN.has(name))
    return { meaning: 'HTTP’s own: gRPC makes no use of it', source: 'RFC 9110' };
  const what = name.endsWith('-bin')
    ? 'bytes of the application’s, in base64'
    : 'the application’s own';
  return { meaning: what, source: 'gRPC PROTOCOL-HTTP2, Custom-Metadata' };
}

/** That and `+` a codec's name, or `;` parameters: `application/grpc-web` is something else. */
export const isGrpcType = (type: string) => /^application\/grpc(?:$|[+;])/i.test(type);

function aboutType(type: string, kind: BlockKind): Meaning {
  const source = kind === 'request' ? REQUESTS : RESPONSES;
  if (!isGrpcType(type)) return { meaning: 'not gRPC: what follows are not messages', source };
  const meaning =
    kind === 'request'
      ? 'makes it gRPC, and says how messages are written'
      : 'the answer is gRPC, too';
  return { meaning, source };
}

function aboutMessage(value: string): Meaning {
  const text = percentDecoded(value);
  const meaning = text === value ? 'why, for people' : `why, for people; it reads: ${text}`;
  return { meaning, source: RESPONSES };
}

/** As it came, if it cannot be read. */
function percentDecoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function aboutHttp(status: string): Meaning {
  if (status === '200') {
    return { meaning: 'HTTP went well; of the call it says nothing', source: RESPONSES };
  }
  const source = 'gRPC http-grpc-status-mapping';
  return { meaning: 'HTTP’s own; counts if no grpc-status comes', source };
}

function aboutStatus(kind: BlockKind): Meaning {
  const meaning =
    kind === 'response'
      ? 'means nothing here: only the end knows'
      : 'how the call ended, as a number; 0 is OK';
  return { meaning, source: 'gRPC statuscodes' };
}

const UNITS: Record<string, string> = { H: 'h', M: 'min', S: 's', m: 'ms', u: 'µs', n: 'ns' };

/** Values that are codes, as one would say them. */
const SHOWN: Record<string, (value: string) => string | undefined> = {
  'grpc-status': (value) =>
    /^\d{1,2}$/.test(value)
      ? `${value} ${statusName(Number(value))}`
      : `${value} (no code: UNKNOWN)`,
  'grpc-timeout': (value) => {
    const unit = /^\d{1,8}[HMSmun]$/.test(value) ? UNITS[value.slice(-1)] : undefined;
    return unit === undefined
      ? `${value} (malformed)`
      : `${value}: ${Number(value.slice(0, -1))} ${unit}`;
  },
};

function showBytes(value: string): string | undefined {
  const bytes = decodeBase64(value);
  return bytes === undefined ? `${value} (not base64)` : `${value}: ${toHex(bytes)}`;
}

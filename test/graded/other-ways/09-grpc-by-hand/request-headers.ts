import type { Metadata } from '#grpc/metadata';
import { Status, type StatusCode } from '#grpc/status';
import type { Head } from '#grpc/wire/head';
import { formatTimeout, parseTimeout } from '#grpc/wire/timeout';
import type { HeaderField } from '#hpack/header-field';

/** The exercise solved by somebody else: tables instead of steps, te before the type or behind it. */
export interface RequestHead {
  path: string;
  authority: string;
  scheme: 'http' | 'https';
  userAgent?: string | undefined;
  timeoutMs?: number | undefined;
  encoding?: string | undefined;
  acceptEncoding?: string | undefined;
  metadata?: Metadata | undefined;
}

export function requestHeaders(head: RequestHead): HeaderField[] {
  const time = head.timeoutMs === undefined ? undefined : formatTimeout(head.timeoutMs);
  const own: Record<string, string | undefined> = {
    ':scheme': head.scheme,
    ':authority': head.authority,
    ':method': 'POST',
    ':path': head.path,
    'grpc-timeout': time,
    'content-type': 'application/grpc+proto',
    'user-agent': head.userAgent,
    'grpc-accept-encoding': head.acceptEncoding,
    te: 'trailers',
    'grpc-encoding': head.encoding,
  };
  const given = Object.entries(own).filter(([, value]) => value !== undefined && value !== '');
  const fields = given.map(([name, value]) => ({ name, value: value as string }));
  return fields.concat(head.metadata?.toHeaders() ?? []);
}

export interface Refusal {
  httpStatus: string;
  code: StatusCode;
  details: string;
  metadata?: Metadata;
}

const RULES: [broken: (head: Head) => boolean, http: string, code: StatusCode, words: string][] = [
  [(head) => !/^application\/grpc($|[+;])/i.test(head.contentType ?? ''), '415', 2, 'not gRPC'],
  [(head) => head.method !== 'POST', '405', Status.INTERNAL, 'not POST'],
  [(head) => !/^trailers$/i.test(head.te ?? ''), '200', Status.INTERNAL, 'no te'],
  [
    (head) => !/^application\/grpc(\+proto)?\s*(;|$)/i.test(head.contentType ?? ''),
    '200',
    Status.UNIMPLEMENTED,
    'codec',
  ],
  [
    ({ timeout }) => timeout !== undefined && parseTimeout(timeout) === undefined,
    '400',
    Status.INTERNAL,
    'timeout',
  ],
  [(head) => head.malformed !== undefined, '200', Status.INTERNAL, 'base64'],
];

export function refuseRequest(head: Head): Refusal | undefined {
  const rule = RULES.find(([broken]) => broken(head));
  return (
    rule && {
      httpStatus: rule[1],
      code: rule[2],
      details: `${rule[3]}: ${head.contentType?.slice(0, 80)}`.replace('undefined', '-'),
    }
  );
}

import type { DecodedField } from '#hpack/header-field';
import { FieldKind, fieldKind } from './field-kind.ts';

/**
 * Whether a header list is well-formed (RFC 9113 §8.2, §8.3). A malformed one is an error of its
 * stream (PROTOCOL_ERROR). The functions return a string that says what is wrong, or what the
 * stream has to know of the list.
 */
export interface HeaderFacts {
  method: string | undefined;
  scheme: string | undefined;
  path: string | undefined;
  authority: string | undefined;
  status: string | undefined;
  host: string | undefined;
  contentLength: string | undefined;
}

export function checkRequest(fields: readonly DecodedField[]): HeaderFacts | string {
  const facts = collect(fields);
  if (typeof facts === 'string') return facts;
  if (facts.status !== undefined) return ':status in a request (§8.3)';
  if (facts.method === undefined) return 'a request without :method (§8.3.1)';
  if (facts.method === 'CONNECT') {
    const right = (facts.scheme ?? facts.path) === undefined && facts.authority !== undefined;
    return right ? facts : 'CONNECT takes :authority, and no :scheme or :path (§8.5)';
  }
  if (facts.scheme === undefined) return 'a request without :scheme (§8.3.1)';
  if (facts.path === undefined || facts.path === '') return 'a request without :path (§8.3.1)';
  if (facts.host !== undefined && (facts.authority ?? facts.host) !== facts.host) {
    return 'host is not the same as :authority (§8.3.1)';
  }
  return facts;
}

export function checkResponse(fields: readonly DecodedField[]): HeaderFacts | string {
  const facts = collect(fields);
  if (typeof facts === 'string') return facts;
  const { status, method, scheme, path, authority } = facts;
  if (status === undefined) return 'a response without :status (§8.3.2)';
  if (status !== '200' && !/^[1-9][0-9][0-9]$/.test(status)) return 'a wrong :status (§8.3.2)';
  if ((method ?? scheme ?? path ?? authority) !== undefined) {
    return 'a pseudo-header of requests in a response (§8.3)';
  }
  return facts;
}

export function checkTrailers(fields: readonly DecodedField[]): string | undefined {
  for (let i = 0; i < fields.length; i++) {
    const kind = fieldKind(fields[i]!);
    if (kind === FieldKind.WRONG) return `the field ${describe(fields[i]!)} (§8.2)`;
    if (kind > FieldKind.WRONG) return `${fields[i]!.name} in trailers (§8.1)`;
  }
  return undefined;
}

function collect(fields: readonly DecodedField[]): HeaderFacts | string {
  const facts: HeaderFacts = {
    method: undefined,
    scheme: undefined,
    path: undefined,
    authority: undefined,
    status: undefined,
    host: undefined,
    contentLength: undefined,
  };
  let regularSeen = false;
  for (let i = 0; i < fields.length; i++) {
    const field = fields[i]!;
    const kind = fieldKind(field);
    if (kind > FieldKind.WRONG) {
      if (regularSeen) return `${field.name} after a regular field (§8.3)`;
      if (!notePseudo(facts, kind, field.value)) return `${field.name} twice (§8.3)`;
      continue;
    }
    regularSeen = true;
    if (kind === FieldKind.REGULAR) continue;
    if (kind === FieldKind.WRONG) return `the field ${describe(field)} (§8.2)`;
    const problem = noteOther(facts, kind, field.value);
    if (problem !== undefined) return problem;
  }
  return facts;
}

/** `false` where it was there before. */
function notePseudo(facts: HeaderFacts, kind: number, value: string): boolean {
  let before: string | undefined;
  switch (kind) {
    case FieldKind.METHOD:
      before = facts.method;
      facts.method = value;
      break;
    case FieldKind.SCHEME:
      before = facts.scheme;
      facts.scheme = value;
      break;
    case FieldKind.PATH:
      before = facts.path;
      facts.path = value;
      break;
    case FieldKind.AUTHORITY:
      before = facts.authority;
      facts.authority = value;
      break;
    case FieldKind.STATUS:
      before = facts.status;
      facts.status = value;
      break;
  }
  return before === undefined;
}

function noteOther(facts: HeaderFacts, kind: number, value: string): string | undefined {
  if (kind === FieldKind.HOST) {
    if (facts.host !== undefined && facts.host !== value) return 'two different hosts';
    facts.host = value;
    return undefined;
  }
  // Repeated with the same value it is one (RFC 9110 §8.6).
  if (!/^[0-9]{1,15}$/.test(value) || (facts.contentLength ?? value) !== value) {
    return 'a wrong content-length (RFC 9110 §8.6)';
  }
  facts.contentLength = value;
  return undefined;
}

function describe({ name, value }: DecodedField): string {
  return JSON.stringify(`${name}: ${value}`.slice(0, 60));
}

import type { HeaderField } from '#hpack/header-field';
import { FieldKind, FieldKinds } from './field-kind.ts';

/**
 * What a header list says about the message, by `FieldKind`: `facts[FieldKind.PATH]` is the value
 * of `:path`. Only the kinds that the protocol itself knows are noted.
 */
export type HeaderFacts = readonly (string | undefined)[];

const OF_REQUESTS = [FieldKind.METHOD, FieldKind.SCHEME, FieldKind.PATH, FieldKind.AUTHORITY];

/**
 * Whether the header lists of a connection are well-formed (RFC 9113 §8.2, §8.3). A malformed one
 * is an error of its stream (PROTOCOL_ERROR). Each check returns a string that says what is wrong,
 * or what the stream has to know of the list.
 */
export class HeaderValidation {
  readonly #headers = new FieldKinds();
  readonly #trailers = new FieldKinds();

  request(fields: readonly HeaderField[]): HeaderFacts | string {
    const facts = collect(fields, this.#headers.of(fields));
    if (typeof facts === 'string') return facts;
    const method = facts[FieldKind.METHOD];
    const scheme = facts[FieldKind.SCHEME];
    const path = facts[FieldKind.PATH];
    const authority = facts[FieldKind.AUTHORITY];
    const host = facts[FieldKind.HOST];
    if (facts[FieldKind.STATUS] !== undefined) return ':status in a request (§8.3)';
    if (method === undefined) return 'a request without :method (§8.3.1)';
    if (method === 'CONNECT') {
      const right = (scheme ?? path) === undefined && authority !== undefined;
      return right ? facts : 'CONNECT takes :authority, and no :scheme or :path (§8.5)';
    }
    if (scheme === undefined) return 'a request without :scheme (§8.3.1)';
    if (path === undefined || path === '') return 'a request without :path (§8.3.1)';
    if (host !== undefined && (authority ?? host) !== host) {
      return 'host is not the same as :authority (§8.3.1)';
    }
    return facts;
  }

  response(fields: readonly HeaderField[]): HeaderFacts | string {
    const facts = collect(fields, this.#headers.of(fields));
    if (typeof facts === 'string') return facts;
    const status = facts[FieldKind.STATUS];
    if (status === undefined) return 'a response without :status (§8.3.2)';
    if (status !== '200' && !/^[1-9][0-9][0-9]$/.test(status)) return 'a wrong :status (§8.3.2)';
    for (const kind of OF_REQUESTS) {
      if (facts[kind] !== undefined) return 'a pseudo-header of requests in a response (§8.3)';
    }
    return facts;
  }

  trailers(fields: readonly HeaderField[]): string | undefined {
    const kinds = this.#trailers.of(fields);
    for (let i = 0; i < fields.length; i++) {
      const kind = kinds[i]!;
      if (kind === FieldKind.WRONG) return `the field ${describe(fields[i]!)} (§8.2)`;
      if (kind > FieldKind.WRONG) return `${fields[i]!.name} in trailers (§8.1)`;
    }
    return undefined;
  }
}

function collect(fields: readonly HeaderField[], kinds: readonly number[]): HeaderFacts | string {
  const facts: (string | undefined)[] = new Array(FieldKind.STATUS + 1).fill(undefined);
  let regularSeen = false;
  for (let i = 0; i < fields.length; i++) {
    const field = fields[i]!;
    const { value } = field;
    const kind = kinds[i]!;
    if (kind === FieldKind.REGULAR) {
      regularSeen = true;
    } else if (kind === FieldKind.WRONG) {
      return `the field ${describe(field)} (§8.2)`;
    } else if (kind > FieldKind.WRONG) {
      if (regularSeen) return `${field.name} after a regular field (§8.3)`;
      if (facts[kind] !== undefined) return `${field.name} twice (§8.3)`;
      facts[kind] = value;
    } else {
      regularSeen = true;
      // Repeated with the same value it is one (RFC 9110 §8.6).
      if ((facts[kind] ?? value) !== value) return `two different ${field.name}s`;
      facts[kind] = value;
    }
  }
  return facts;
}

function describe({ name, value }: HeaderField): string {
  return JSON.stringify(`${name}: ${value}`.slice(0, 60));
}

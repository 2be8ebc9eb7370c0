import type { HeaderField } from '#hpack/header-field';

// #region request
/** What a client says before every request. All but the last line is the same each time. */
export function requestHeaders(shelf: number, number: number): HeaderField[] {
  return [
    { name: ':method', value: 'GET' },
    { name: ':scheme', value: 'http' },
    { name: ':authority', value: 'pantry.example' },
    { name: ':path', value: `/shelves/${shelf}` },
    { name: 'accept', value: 'text/plain' },
    { name: 'user-agent', value: 'pantry-client/1.0 (rpc-from-scratch)' },
    { name: 'authorization', value: 'Bearer 3b1f0c9e7a52d8e4' },
    { name: 'x-request-id', value: `req-${String(number).padStart(6, '0')}` },
  ];
}
// #endregion request

/** The same as lines of text, as HTTP/1.1 has them. */
export function asText(fields: readonly HeaderField[]): string {
  return fields.map(({ name, value }) => `${name}: ${value}\r\n`).join('');
}

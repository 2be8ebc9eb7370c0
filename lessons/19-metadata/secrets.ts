import type { Metadata } from '@grpc/grpc-js';

/** Names whose values are nobody's business. In lower case, as grpc-js gives them. */
const SECRET = new Set(['authorization', 'cookie', 'x-api-key']);

// #region shown
/** Metadata for a log: every name, but no secret, and bytes as their number. */
export function shown(metadata: Metadata): string {
  const names = Object.keys(metadata.getMap());
  return names
    .flatMap((name) => metadata.get(name).map((value) => `${name}: ${valueFor(name, value)}`))
    .join(', ');
}

function valueFor(name: string, value: string | Buffer): string {
  if (SECRET.has(name)) return '(secret)';
  return typeof value === 'string' ? value : `(${value.length} bytes)`;
}
// #endregion shown

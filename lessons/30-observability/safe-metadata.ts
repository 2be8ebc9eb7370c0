import type { Metadata } from '@grpc/grpc-js';
import { SECRETS } from '#hpack/tables/indexing-policy';

/** What of a call's metadata may stand in a log as it is. */
const MAY_BE_READ: ReadonlySet<string> = new Set(['user-agent', 'x-tenant']);

// #region safe
/**
 * Metadata for a log. Names are for everybody; values only of those that somebody has found harmless.
 * A list of what is secret is never complete: the next one to add a header does not know of it.
 */
export function safe(metadata: Metadata): Record<string, string> {
  const shown: Record<string, string> = {};
  for (const [name, value] of Object.entries(metadata.getMap())) {
    if (SECRETS.has(name)) shown[name] = '(secret)';
    else shown[name] = MAY_BE_READ.has(name) ? String(value) : '…';
  }
  return shown;
}
// #endregion safe

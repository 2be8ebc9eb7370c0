/** `traceparent` (W3C Trace Context §3.2): which request of which person this call is part of. */
export interface TraceParent {
  /** The same in every server that the request goes through: 32 hex digits. */
  traceId: string;
  /** Of the one who calls: 16 hex digits. */
  parentId: string;
  /** `01`: somebody records it. */
  flags: string;
}

const FORM = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

// #region trace
/** What stands in a `traceparent`; `undefined` if that cannot be read: then a new trace begins. */
export function parse(text: string | undefined): TraceParent | undefined {
  const [, traceId, parentId, flags] = FORM.exec(text ?? '') ?? [];
  if (!traceId || !parentId || !flags) return undefined;
  const isZero = /^0*$/.test(traceId) || /^0*$/.test(parentId);
  return isZero ? undefined : { traceId, parentId, flags };
}

/** What a server sends on: the same trace, with itself as the parent. */
export function passedOn({ traceId, flags }: TraceParent, ownId: string): string {
  return `00-${traceId}-${ownId}-${flags}`;
}
// #endregion trace

/**
 * Which `content-type` is gRPC: `application/grpc`, that and `+` a codec's name, or that and `;`
 * parameters. `application/grpcfoo` and `application/grpc-web` are something else, and a server
 * answers them with HTTP 415 so that they do not mistake it (PROTOCOL-HTTP2.md, "Content-Type").
 */
const GRPC = 'application/grpc';
/** What almost everybody sends; the rest of the grammar is for the others. */
const GRPC_PROTO = 'application/grpc+proto';

export function isGrpcContentType(value: string | undefined): boolean {
  if (value === GRPC || value === GRPC_PROTO) return true;
  if (value === undefined || !value.toLowerCase().startsWith(GRPC)) return false;
  const next = value.charAt(GRPC.length);
  return next === '' || next === '+' || next === ';';
}

/**
 * The codec's name: `proto` if none is given.
 * `application/grpc+json; charset=utf-8` → `json`.
 */
export function contentSubtype(value: string): string {
  if (value === GRPC || value === GRPC_PROTO) return 'proto';
  const semicolon = value.indexOf(';');
  const type = value.slice(GRPC.length, semicolon < 0 ? value.length : semicolon);
  return type.startsWith('+') ? type.slice(1).trim().toLowerCase() : 'proto';
}

/** Where a connection goes: a host and port, or the path of a Unix socket. */
export type Address = (
  | { readonly host: string; readonly port: number }
  | { readonly path: string }
) & {
  /**
   * Whom the certificate of this server must name. A resolver sets it if its servers have names of
   * their own. By default the certificate names the host of the target, whatever the address is.
   */
  readonly serverName?: string;
};

/** For logs: `127.0.0.1:50051`, `[::1]:50051`, `unix:/run/hello.sock`. */
export function addressText(address: Address): string {
  if ('path' in address) return `unix:${address.path}`;
  return address.host.includes(':')
    ? `[${address.host}]:${address.port}`
    : `${address.host}:${address.port}`;
}

/** Two addresses are the same if their keys are. */
export function addressKey(address: Address): string {
  const text = addressText(address);
  return address.serverName === undefined ? text : `${text} as ${address.serverName}`;
}

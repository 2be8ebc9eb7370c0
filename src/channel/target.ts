/** Where a connection goes: a host and port, or the path of a Unix socket. */
export type Address = { readonly host: string; readonly port: number } | { readonly path: string };

/** What the caller gave, taken apart. */
export interface Target {
  scheme: string;
  /** What the scheme's resolver reads. */
  endpoint: string;
  /** The `:authority` of calls: what the server is called, whatever its address. */
  authority: string;
}

/**
 * Takes a name apart (grpc/grpc doc/naming.md):
 *
 * ```
 * dns:example.org:443          dns:///example.org:443        example.org:443
 * ipv4:10.0.0.1:50051,10.0.0.2:50051                         ipv6:[::1]:50051
 * unix:/run/hello.sock         unix:///run/hello.sock        consul:orders
 * ```
 *
 * A name without a known scheme is a DNS name: `localhost:50051` has no scheme `localhost`.
 * @throws RangeError where it asks for a DNS server of its own (`dns://8.8.8.8/…`).
 */
export function parseTarget(text: string, schemes: { has(scheme: string): boolean }): Target {
  const colon = text.indexOf(':');
  const scheme = text.slice(0, Math.max(0, colon)).toLowerCase();
  if (colon <= 0 || !schemes.has(scheme)) {
    return { scheme: 'dns', endpoint: text, authority: text };
  }
  let endpoint = text.slice(colon + 1);
  if (endpoint.startsWith('//')) {
    const slash = endpoint.indexOf('/', 2);
    if (slash !== 2) {
      throw new RangeError(`'${text}': write ${scheme}:///name; an authority is not supported`);
    }
    endpoint = scheme === 'unix' ? endpoint.slice(2) : endpoint.slice(3);
  }
  return { scheme, endpoint, authority: authorityOf(scheme, endpoint) };
}

function authorityOf(scheme: string, endpoint: string): string {
  if (scheme === 'unix') return 'localhost';
  return endpoint.split(',')[0] ?? endpoint;
}

/**
 * `host:port`, `[v6]:port` or a bare host.
 * @throws RangeError where the port is no port, or colons make it ambiguous.
 */
export function parseHostPort(text: string, defaultPort: number): { host: string; port: number } {
  const match = /^(?:\[([^\]]+)\]|([^:[\]]+))(?::(\d{1,5}))?$/.exec(text);
  const port = Number(match?.[3] ?? defaultPort);
  if (!match || port > 65_535) {
    throw new RangeError(`'${text}' is no host:port (an IPv6 address stands in brackets)`);
  }
  return { host: match[1] ?? match[2]!, port };
}

/** The list of an `ipv4:` or `ipv6:` target. */
export function parseAddressList(endpoint: string, defaultPort: number): Address[] {
  return endpoint.split(',').map((part) => parseHostPort(part.trim(), defaultPort));
}

/** For logs and as a key: two addresses are the same where their texts are. */
export function addressText(address: Address): string {
  if ('path' in address) return `unix:${address.path}`;
  return address.host.includes(':')
    ? `[${address.host}]:${address.port}`
    : `${address.host}:${address.port}`;
}

/** The target that the caller gave, taken apart. */
export interface Target {
  scheme: string;
  /** What the scheme's resolver reads. */
  endpoint: string;
  /** The `:authority` of calls: what the server is called, whatever its address is. */
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
 * @throws RangeError if it asks for a DNS server of its own (`dns://8.8.8.8/…`).
 */
export function parseTarget(text: string, schemes: { has(scheme: string): boolean }): Target {
  const colon = text.indexOf(':');
  const scheme = text.slice(0, Math.max(0, colon)).toLowerCase();
  if (colon <= 0 || !schemes.has(scheme)) {
    return { scheme: 'dns', endpoint: text, authority: authorityOf('dns', text) };
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
  const [first = endpoint] = endpoint.split(',');
  const ascii = scheme === 'dns' ? asciiName(first) : first;
  return ascii.replace(NOT_IN_AUTHORITY, encodeURIComponent);
}

/**
 * What a URI allows there, more or less (RFC 3986 §3.2); the rest is percent-encoded, as grpc-go
 * does.
 */
const NOT_IN_AUTHORITY = /[^\w.~!$&'()*+,;=:@[\]%-]+/gu;

/**
 * `bücher.example` is `xn--bcher-kva.example` to DNS, in certificates and in headers (RFC 5890).
 */
function asciiName(name: string): string {
  const [, host = name, port = ''] = /^(.*?)(:\d+)?$/s.exec(name) ?? [];
  if (/^[\x00-\x7f]*$/.test(host) || !URL.canParse(`http://${host}`)) return name;
  return new URL(`http://${host}`).hostname + port;
}

/**
 * The host in an `:authority`, which is whom the server's certificate must name (RFC 9110 §4.3.4):
 * without port, without the brackets of an IPv6 address, without the dot at the end of a full name.
 */
export function authorityHost(authority: string): string {
  const [, v6, host = authority] = /^(?:\[([^\]]+)\]|([^:]+))(?::\d*)?$/.exec(authority) ?? [];
  return v6 ?? host.replace(/\.$/, '');
}

/**
 * `host:port`, `[v6]:port` or a bare host.
 * @throws RangeError if the port is not one, or if colons make it ambiguous.
 */
export function parseHostPort(text: string, defaultPort: number): { host: string; port: number } {
  const match = /^(?:\[([^\]]+)\]|([^:[\]]+))(?::(\d{1,5}))?$/.exec(text);
  const port = Number(match?.[3] ?? defaultPort);
  if (!match || port > 65_535) {
    throw new RangeError(`'${text}' is not a host:port (an IPv6 address stands in brackets)`);
  }
  return { host: match[1] ?? match[2]!, port };
}

/** The list of an `ipv4:` or `ipv6:` target. */
export function parseAddressList(
  endpoint: string,
  defaultPort: number,
): { host: string; port: number }[] {
  return endpoint.split(',').map((part) => parseHostPort(part.trim(), defaultPort));
}

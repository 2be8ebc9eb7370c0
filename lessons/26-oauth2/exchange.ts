import type { World } from './world.ts';

/** What a program sends to a token server, and gets, without what nobody should read. */
export interface Exchange {
  readonly request: readonly string[];
  readonly answer: readonly string[];
}

/** Members of an answer that change each time, and those that are secrets. */
const MASKED: Readonly<Record<string, (value: unknown) => string>> = {
  access_token: (value) => `(${String(value).length} characters)`,
  jti: () => '(an id)',
  iat: () => '(seconds since 1970)',
  exp: () => '(seconds since 1970)',
  iss: () => '(the token server)',
};

/** Asks the token server by hand, as `oauth4webapi` does it for us, and shows both sides. */
export async function post(
  { tokens }: World,
  path: string,
  { id, secret }: { id: string; secret: string },
  form: Record<string, string>,
): Promise<{ shown: Exchange; body: Record<string, unknown> }> {
  const proof = Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`);
  const response = await fetch(`${tokens.issuer}${path}`, {
    method: 'POST',
    headers: { authorization: `Basic ${proof.toString('base64')}` },
    body: new URLSearchParams(form),
  });
  const body = (await response.json()) as Record<string, unknown>;
  const sent = Object.entries(form).map(([name, value]) =>
    name === 'token' ? `${name}=(${value.length} characters)` : `${name}=${value}`,
  );
  return {
    shown: {
      request: [`POST ${path}`, `authorization: Basic (${id} and its secret)`, ...sent],
      answer: [
        `${response.status}`,
        ...Object.entries(body).map(([name, value]) => {
          const mask = MASKED[name];
          return `${name}: ${mask ? mask(value) : JSON.stringify(value)}`;
        }),
      ],
    },
    body,
  };
}

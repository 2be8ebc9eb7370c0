import { createHash } from 'node:crypto';

/**
 * What a page may load and run: this site's files and nothing else, and no text (`eval`). A learner's
 * code is a module with an address of its own, `blob:`, in a worker that begins at such an address
 * and so is bound by all of this too: it reaches no other site.
 *
 * Scripts that stand in the page itself are named by their digests. Styles may stand in it: Vue
 * writes them into attributes, the editor into an element.
 */
const POLICY = (digests: string[], evaluates: boolean) =>
  [
    "default-src 'self'",
    `script-src 'self' blob: ${evaluates ? "'unsafe-eval' " : ''}${digests.map((digest) => `'sha256-${digest}'`).join(' ')}`,
    "worker-src 'self' blob:",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
  ].join('; ');

const INLINE = /<script\b(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g;

/**
 * The page, with its policy at the head of everything that it loads.
 * @param evaluates text may be run: the page says so itself, `evaluates: true`, with its reason
 */
export function withPolicy(html: string, evaluates: boolean): string {
  const scripts = [...html.matchAll(INLINE)].map(([, script = '']) => script);
  const digests = scripts.map((script) => createHash('sha256').update(script).digest('base64'));
  const policy = POLICY([...new Set(digests)], evaluates);
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  return html.replace(/<meta charset="utf-8">/i, (charset) => `${charset}\n    ${meta}`);
}

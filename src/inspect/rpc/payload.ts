import { clip } from '#inspect/clip';
import type { Explanation } from '#inspect/dissector';
import type { Meanings } from '#inspect/meanings';
import { jsonFields } from './json-fields.ts';

/** The members of a request or reply of lessons 1 to 3. */
const MEANINGS: Meanings = {
  id: {
    meaning: 'which call this is; the reply carries the same number',
    source: 'Birrell & Nelson 1984',
  },
  method: { meaning: 'which procedure to call', source: 'Birrell & Nelson 1984' },
  params: { meaning: 'the arguments, in order: copies, not references' },
  key: { meaning: 'names the request, so that a repetition is not executed again' },
  result: { meaning: 'what the procedure returned' },
  error: { meaning: 'the procedure failed; this is why' },
  code: { meaning: 'the reason, for programs' },
  message: { meaning: 'the reason, for people' },
};

/** What a JSON request or reply says. Bytes that are not JSON become one field that says so. */
export function dissectRpcPayload(bytes: Uint8Array): Explanation {
  const fields = jsonFields(bytes, MEANINGS);
  if (fields === undefined) {
    const whole = { offset: 0, length: bytes.length, name: 'payload', meaning: 'not JSON' };
    return { title: 'bytes that are not JSON', fields: bytes.length === 0 ? [] : [whole] };
  }
  return { ...describe(JSON.parse(new TextDecoder().decode(bytes))), fields };
}

/** A line for the message, and its call. */
function describe(message: unknown): { title: string; call?: string } {
  if (typeof message !== 'object' || message === null) return { title: 'a JSON value' };
  const { id, method, params, result, error } = message as Record<string, unknown>;
  const call = typeof id === 'number' || typeof id === 'string' ? String(id) : undefined;
  const which = call === undefined ? '' : ` ${call}`;
  if (typeof method === 'string') {
    const list = Array.isArray(params) ? params.map((param) => JSON.stringify(param)) : [];
    return { title: `call${which}: ${method}(${clip(list.join(', '), LONGEST_TITLE)})`, call };
  }
  if (typeof error === 'object' && error !== null) {
    const { code, message: text } = error as Record<string, unknown>;
    const why = clip(String(code ?? text ?? ''), LONGEST_TITLE);
    return { title: `reply${which}: error ${why}`, call };
  }
  if (result !== undefined)
    return { title: `reply${which}: ${clip(JSON.stringify(result), LONGEST_TITLE)}`, call };
  return { title: 'a JSON object', call };
}

const LONGEST_TITLE = 40;

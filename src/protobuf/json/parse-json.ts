/**
 * JSON text (RFC 8259) for messages. It refuses a name that comes twice in an object, and reads a
 * whole number that `number` cannot hold exactly as a `bigint`: a field may have 64 bits.
 */
import { MAX_JSON_DEPTH } from '#protobuf/limits';
import { JsonError, type JsonInput, setOwn, shorten } from './json.ts';

const TOKEN =
  /[ \t\n\r]*(?:([{}[\]:,])|("(?:[^"\\\u0000-\u001f]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*")|(-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)|(true|false|null)|($))/y;

/** @throws JsonError with the offset of what is wrong. */
export function parseJson(text: string): JsonInput {
  let offset = 0;
  let token = '';

  function next(): string {
    TOKEN.lastIndex = offset;
    const match = TOKEN.exec(text);
    if (match === null) return fail('this is not JSON');
    offset = TOKEN.lastIndex;
    token = match.slice(1, 5).find((part) => part !== undefined) ?? '';
    return token;
  }

  function fail(reason: string): never {
    throw new JsonError(`${reason} (at offset ${offset})`);
  }

  /** @param first Its first token, which has been read. */
  function value(first: string, depth: number): JsonInput {
    if (depth > MAX_JSON_DEPTH) fail('lists and objects are nested too deeply');
    if (first === '{') return object(depth);
    if (first === '[') return list(depth);
    if (first.startsWith('"')) return JSON.parse(first) as string;
    if (first === 'true' || first === 'false') return first === 'true';
    if (first === 'null') return null;
    if (/^[-0-9]/.test(first)) return number(first);
    return fail(first === '' ? 'the text ends too early' : `${first} is not a value`);
  }

  function object(depth: number): JsonInput {
    const found: { [name: string]: JsonInput } = {};
    if (next() === '}') return found;
    while (true) {
      if (!token.startsWith('"')) fail('expected a name');
      const name = JSON.parse(token) as string;
      if (Object.hasOwn(found, name)) fail(`${shorten(token)} comes twice`);
      if (next() !== ':') fail('expected :');
      setOwn(found, name, value(next(), depth + 1));
      if (next() === '}') return found;
      if (token !== ',') fail('expected , or }');
      next();
    }
  }

  function list(depth: number): JsonInput {
    const found: JsonInput[] = [];
    if (next() === ']') return found;
    while (true) {
      found.push(value(token, depth + 1));
      if (next() === ']') return found;
      if (token !== ',') fail('expected , or ]');
      next();
    }
  }

  const found = value(next(), 0);
  if (next() !== '') fail('the text goes on behind the value');
  return found;
}

function number(text: string): JsonInput {
  const rounded = Number(text);
  const isExact = !/^-?[0-9]+$/.test(text) || Number.isSafeInteger(rounded);
  return isExact ? rounded : BigInt(text);
}

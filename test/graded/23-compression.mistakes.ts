import type { ClassicMistake } from '#course/kit/mistake';

const CHOSEN = '    const compression = this.chosen(name);\n';
const NO_LIST =
  '    if (compression === undefined || peerAccepts === undefined) return undefined;\n';
const NAMES =
  "    const names = peerAccepts.split(',', MAX_ACCEPT_NAMES).map((part) => part.trim().toLowerCase());\n";
const LISTED = '    return names.includes(name) ? compression : undefined;\n';

const READABLE =
  '    if (name === undefined || name === IDENTITY || this.#byName.has(name)) return undefined;\n';
const METADATA = '    const metadata = new Metadata();\n';
const RECEIVE = "    metadata.receive('grpc-accept-encoding', this.header);\n";
const REFUSED = `    const details = \`no decompressor for grpc-encoding '\${excerpt(name)}'\`;\n`;
const REFUSAL =
  "    return { httpStatus: '200', code: Status.UNIMPLEMENTED, details, metadata };\n";
const CONTRADICTION = '    if (encoding === undefined || encoding === IDENTITY) {\n';
const FOUND = '    if (compression !== undefined) return compression;\n';
const UNOFFERED = `    const details = \`compressed by '\${excerpt(encoding)}', which was not offered\`;\n`;
const THROWN = '    throw refusal(Status.INTERNAL, details);\n';

const KEPT = '  const kept: Uint8Array[] = [];\n';
const LOOP = '  for (const piece of pieces) {\n    size += piece.length;\n';
const COUNT = '    size += piece.length;\n';
const LIMIT = "    if (size > maxSize) throw new DecompressionError('too-large');\n";
const KEEP = '    kept.push(new Uint8Array(piece));\n';
const MADE = '  const message = new Uint8Array(size);\n';
const JOIN = '    message.set(piece, at);\n';
const STEP = '    at += piece.length;\n';
const ALL = `${KEPT}  let size = 0;
${LOOP}${LIMIT}${KEEP}  }
${MADE}  let at = 0;
  for (const piece of kept) {
${JOIN}${STEP}  }
  return message;
`;

const MARK = '  anyAsIs = true;\n  sentAsIs.add(message);\n';
const IS_MARKED = '  return anyAsIs && sentAsIs.has(message as object);\n';
const REMEMBER =
  "  if (typeof message === 'object' && message !== null) cameCompressed.add(message);\n";

const BYTES = `  if (!isBytes(encoded)) {
    throw new TypeError(\`the encoder of the \${kind} has not made a Uint8Array\`);
  }
`;
const SIZE = `  if (encoded.length > maxSize) {
    const details = \`the \${kind} has \${encoded.length} bytes, \${maxSize} are allowed\`;
    throw new GrpcError(Status.RESOURCE_EXHAUSTED, details);
  }
`;
const SMALL = `  if (compression === undefined || encoded.length < MIN_COMPRESSED_BYTES) {
    return { bytes: encoded, compressed: false };
  }
`;
const PACK = '  const smaller = compression.compress(encoded);\n';
const GREW =
  '  if (smaller.length >= encoded.length) return { bytes: encoded, compressed: false };\n';

type Change = ClassicMistake['change'];
const inFile = (file: string, task: number) => (name: string, change: Change, hint: string) => ({
  name,
  task,
  file,
  change,
  hint,
});
const accepted = inFile('compression-set.ts', 1);
const refused = inFile('compression-set.ts', 2);
const within = inFile('within-limit.ts', 3);
const flag = inFile('compressed-flag.ts', 4);
const outgoing = inFile('outgoing-message.ts', 5);

export const mistakes: ClassicMistake[] = [
  accepted(
    'a-part-of-the-text',
    [
      [NAMES, ''],
      [LISTED, '    return peerAccepts.toLowerCase().includes(name) ? compression : undefined;\n'],
    ],
    'Compare whole names',
  ),
  accepted(
    'no-list-is-all',
    [
      [
        NO_LIST,
        '    if (compression === undefined || peerAccepts === undefined) return compression;\n',
      ],
    ],
    'A peer that sends no list',
  ),
  accepted('not-trimmed', [[NAMES, NAMES.replace('.trim()', '')]], 'trim each part'),
  accepted('in-this-case', [[NAMES, NAMES.replace('.toLowerCase()', '')]], 'in any case'),
  accepted(
    'split-at-comma-and-space',
    [[NAMES, NAMES.replace("','", "', '").replace('.trim()', '')]],
    'between commas',
  ),
  accepted(
    'list-before-the-name',
    [
      [CHOSEN, ''],
      [NO_LIST, '    if (peerAccepts === undefined) return undefined;\n'],
      [LISTED, '    return names.includes(name) ? this.chosen(name) : undefined;\n'],
    ],
    'would never notice',
  ),
  accepted(
    'typing-error-is-nothing',
    [[CHOSEN, '    const compression = this.#byName.get(name);\n']],
    'would never notice',
  ),
  accepted(
    'all-names-count',
    [[NAMES, NAMES.replace(', MAX_ACCEPT_NAMES', '')]],
    'one too late is another limit',
  ),
  accepted(
    'cut-afterwards',
    [[NAMES, NAMES.replace(', MAX_ACCEPT_NAMES)', ').slice(0, MAX_ACCEPT_NAMES)')]],
    'slice comes too late',
  ),
  accepted(
    'one-name-too-few',
    [[NAMES, NAMES.replace('MAX_ACCEPT_NAMES', 'MAX_ACCEPT_NAMES - 1')]],
    'of the list, and the first',
  ),
  accepted(
    'cut-by-characters',
    [[NAMES, `    peerAccepts = peerAccepts.slice(0, 128);\n${NAMES}`]],
    'of the list, and the first',
  ),
  accepted(
    'the-first-that-both-have',
    [
      [
        LISTED,
        '    return names.map((one) => this.#byName.get(one)).find((one) => one !== undefined);\n',
      ],
    ],
    'the one that was named',
  ),

  refused(
    'identity-is-unknown',
    [[READABLE, READABLE.replace(' || name === IDENTITY', '')]],
    'everybody can read that',
  ),
  refused(
    'nothing-is-unknown',
    [
      [
        READABLE,
        "    name ??= 'nothing';\n    if (name === IDENTITY || this.#byName.has(name)) return undefined;\n",
      ],
    ],
    'everybody can read that',
  ),
  refused(
    'internal-at-once',
    [[REFUSAL, REFUSAL.replace('UNIMPLEMENTED', 'INTERNAL')]],
    'that is UNIMPLEMENTED',
  ),
  refused('without-the-list', [[RECEIVE, '']], 'With the list the client can try again'),
  refused(
    'list-without-identity',
    [[RECEIVE, RECEIVE.replace('this.header', "[...this.#byName.keys()].join(',')")]],
    'With the list the client can try again',
  ),
  refused(
    'list-under-another-name',
    [[RECEIVE, RECEIVE.replace('accept-encoding', 'encoding')]],
    'under the name that it has',
  ),
  refused(
    'unsupported-media-type',
    [[REFUSAL, REFUSAL.replace("'200'", "'415'")]],
    'HTTP went well',
  ),
  refused(
    'one-metadata-for-all',
    [
      [METADATA, '    const metadata = this.#metadata;\n'],
      [RECEIVE, `    if (!metadata.has('grpc-accept-encoding')) {\n  ${RECEIVE}    }\n`],
      ['  readonly #byName =', '  readonly #metadata = new Metadata();\n  readonly #byName ='],
    ],
    'Two calls share one Metadata',
  ),
  refused(
    'the-whole-name',
    [[REFUSED, REFUSED.replace('excerpt(name)', 'name')]],
    'excerpt(name) cuts it',
  ),
  refused(
    'the-whole-name-thrown',
    [[UNOFFERED, UNOFFERED.replace('excerpt(encoding)', 'encoding')]],
    'excerpt(name) cuts it',
  ),
  refused(
    'no-name-in-the-text',
    [[REFUSED, "    const details = 'no decompressor';\n"]],
    'which name it was',
  ),
  refused(
    'no-name-means-gzip',
    [[CONTRADICTION, "    encoding ??= 'gzip';\n    if (encoding === IDENTITY) {\n"]],
    'to guess is worse',
  ),
  refused(
    'unimplemented-again',
    [[THROWN, THROWN.replace('INTERNAL', 'UNIMPLEMENTED')]],
    'UNIMPLEMENTED is a server’s word',
  ),
  refused(
    'unknown-is-the-first',
    [[FOUND, '    return compression ?? [...this.#byName.values()][0]!;\n']],
    'nobody has offered to',
  ),

  within('views-kept', [[KEEP, '    kept.push(piece);\n']], 'its memory is used again'),
  within('sliced', [[KEEP, '    kept.push(piece.slice());\n']], 'slice() of a Buffer is a view'),
  within(
    'the-whole-buffer',
    [[KEEP, '    kept.push(new Uint8Array(piece.buffer.slice(0, piece.length)));\n']],
    'piece.buffer begins with',
  ),
  within('one-less', [[LIMIT, LIMIT.replace('>', '>=')]], 'exactly that many bytes are in order'),
  within('one-more', [[LIMIT, LIMIT.replace('maxSize', 'maxSize + 1')]], 'and not one more'),
  within(
    'each-piece-by-itself',
    [[LIMIT, LIMIT.replace('size >', 'piece.length >')]],
    'and not one more',
  ),
  within(
    'looked-at-afterwards',
    [
      [LIMIT, ''],
      [MADE, `${LIMIT.replace('    if', '  if')}${MADE}`],
    ],
    'what a bomb waits for',
  ),
  within(
    'collected-first',
    [[LOOP, `  for (const piece of Array.from(pieces, (one) => new Uint8Array(one))) {\n${COUNT}`]],
    'what a bomb waits for',
  ),
  within(
    'one-piece-late',
    [[`${COUNT}${LIMIT}${KEEP}`, `${LIMIT}${KEEP}${COUNT}`]],
    'and not one more',
  ),
  within(
    'kept-before-the-check',
    [[`${LIMIT}${KEEP}`, `${KEEP}${LIMIT}`]],
    'Count first, then keep',
  ),
  within(
    'corrupt',
    [[LIMIT, LIMIT.replace('too-large', 'corrupt')]],
    'it becomes RESOURCE_EXHAUSTED',
  ),
  within('cut-off', [[LIMIT, '    if (size > maxSize) break;\n']], 'and not one more'),
  within(
    'everything-is-too-large',
    [[ALL, `  try {\n${ALL}  } catch {\n    throw new DecompressionError('too-large');\n  }\n`]],
    'Corrupt is not too large',
  ),
  within(
    'source-forgotten',
    [
      [
        LOOP,
        `  const source = pieces[Symbol.iterator]();
  for (let next = source.next(); !next.done; next = source.next()) {
    const piece = next.value;
${COUNT}`,
      ],
    ],
    'has to call return()',
  ),
  within(
    'joined-each-time',
    [
      [
        ALL,
        `  let message = new Uint8Array(0);
  for (const piece of pieces) {
    if (message.length + piece.length > maxSize) throw new DecompressionError('too-large');
    const longer = new Uint8Array(message.length + piece.length);
    longer.set(message);
    longer.set(piece, message.length);
    message = longer;
  }
  return message;
`,
      ],
    ],
    'copies the first one five hundred times',
  ),
  within(
    'as-large-as-may-be',
    [
      [
        ALL,
        `  const message = new Uint8Array(maxSize);
  let at = 0;
  for (const piece of pieces) {
    if (at + piece.length > maxSize) throw new DecompressionError('too-large');
    message.set(piece, at);
    at += piece.length;
  }
  return message.subarray(0, at);
`,
      ],
    ],
    'Make the array when the size is known',
  ),
  within(
    'a-single-piece-as-it-is',
    [
      [MADE, `  if (kept.length === 1) return kept[0]!.subarray();\n${MADE}`],
      [KEEP, '    kept.push(piece);\n'],
    ],
    'its memory is used again',
  ),
  within('all-at-the-beginning', [[STEP, '']], 'in the order in which they came'),

  flag(
    'written-into-it',
    [[MARK, `  (message as { asIs?: boolean }).asIs = true;\n${MARK}`]],
    'write nothing into it',
  ),
  flag(
    'under-a-symbol',
    [
      [
        MARK,
        `  if (Object.isExtensible(message)) Object.assign(message, { [Symbol.for('as is')]: true });\n${MARK}`,
      ],
    ],
    'Write nothing into the message',
  ),
  flag(
    'a-copy-is-marked',
    [
      [
        `${MARK}  return message;\n`,
        '  anyAsIs = true;\n  const copy = { ...message };\n  sentAsIs.add(copy);\n  return copy;\n',
      ],
    ],
    'The message itself',
  ),
  flag('never-any', [[MARK, '  sentAsIs.add(message);\n']], 'anyAsIs must be true'),
  flag(
    'asked-once',
    [[IS_MARKED, '  return anyAsIs && sentAsIs.delete(message as object);\n']],
    'to ask changes nothing',
  ),
  flag(
    'the-last-one',
    [
      [MARK, '  anyAsIs = true;\n  last = message;\n'],
      [IS_MARKED, '  return anyAsIs && last === message;\n'],
      ['let anyAsIs = false;\n', 'let anyAsIs = false;\nlet last: unknown;\n'],
    ],
    'and not the last one',
  ),
  flag(
    'everything-from-now-on',
    [[IS_MARKED, "  return anyAsIs && typeof message === 'object' && message !== null;\n"]],
    'Only what was given to uncompressed is',
  ),
  flag(
    'one-set-for-both',
    [
      [
        REMEMBER,
        `${REMEMBER}  if (typeof message === 'object' && message !== null) uncompressed(message);\n`,
      ],
    ],
    'Two questions, two sets',
  ),
  flag(
    'objects-only',
    [[REMEMBER, '  cameCompressed.add(message as object);\n']],
    'A WeakSet takes objects only',
  ),
  flag(
    'null-is-an-object',
    [
      [
        REMEMBER,
        REMEMBER.replace(' && message !== null', '').replace(
          'add(message)',
          'add(message as object)',
        ),
      ],
    ],
    'A WeakSet takes objects only',
  ),

  outgoing(
    'size-first',
    [[`${BYTES}${SIZE}`, `${SIZE}${BYTES}`]],
    'Ask isBytes before anything else',
  ),
  outgoing('anything-with-a-length', [[BYTES, '']], 'Ask isBytes before anything else'),
  outgoing(
    'limit-after-compression',
    [
      [SIZE, ''],
      [PACK, `${PACK}${SIZE.replaceAll('encoded.length', 'smaller.length')}`],
      [SMALL, SMALL.replace('    return', `${SIZE}    return`)],
    ],
    'before compression',
  ),
  outgoing(
    'compressed-before-the-check',
    [
      [SIZE, ''],
      [GREW, `${SIZE}${GREW}`],
      [SMALL, SMALL.replace('    return', `${SIZE}    return`)],
    ],
    'work for nothing',
  ),
  outgoing('one-byte-too-strict', [[SIZE, SIZE.replace('>', '>=')]], 'Exactly maxSize may be'),
  outgoing(
    'invalid-argument',
    [[SIZE, SIZE.replace('RESOURCE_EXHAUSTED', 'INVALID_ARGUMENT')]],
    'what the application sends',
  ),
  outgoing(
    'always-compressed',
    [[SMALL, SMALL.replace(' || encoded.length < MIN_COMPRESSED_BYTES', '')]],
    'do not even try',
  ),
  outgoing('up-to-and-with', [[SMALL, SMALL.replace('< MIN', '<= MIN')]], 'Below means below'),
  outgoing('grown', [[GREW, '']], 'It did not become smaller'),
  outgoing('as-long-is-smaller', [[GREW, GREW.replace('>=', '>')]], 'It did not become smaller'),
  outgoing(
    'flag-of-the-call',
    [
      [
        GREW,
        '  if (smaller.length >= encoded.length) return { bytes: encoded, compressed: true };\n',
      ],
    ],
    'It did not become smaller',
  ),
  outgoing(
    'compressed-twice',
    [[PACK, '  const smaller = compression.compress(compression.compress(encoded));\n']],
    'The flag and the bytes belong together',
  ),
  outgoing(
    'tried-and-thrown-away',
    [
      [
        PACK,
        '  if (compression.compress(encoded).length >= encoded.length) return { bytes: encoded, compressed: false };\n  const smaller = compression.compress(encoded);\n',
      ],
    ],
    'once is enough',
  ),
  outgoing(
    'a-bug-is-swallowed',
    [
      [
        PACK,
        '  let smaller = encoded;\n  try {\n    smaller = compression.compress(encoded);\n  } catch {}\n',
      ],
    ],
    'somebody has to hear of it',
  ),
  accepted(
    'a-star-is-all',
    [
      [
        LISTED,
        "    return names.includes(name) || names.includes('*') ? compression : undefined;\n",
      ],
    ],
    'names only',
  ),
  accepted(
    'with-a-weight',
    [[NAMES, NAMES.replace('part.trim()', "part.split(';', 1)[0]!.trim()")]],
    'names only',
  ),
  accepted(
    'empty-names-do-not-count',
    [
      [
        NAMES,
        '    const names = peerAccepts.split(/,+/, MAX_ACCEPT_NAMES).map((part) => part.trim().toLowerCase());\n',
      ],
    ],
    'also if it is empty',
  ),
  refused(
    'let-through-in-any-case',
    [[READABLE, READABLE.replace('has(name)', 'has(name.toLowerCase())')]],
    'in the same way',
  ),
  within(
    'a-byte-an-argument',
    [
      [
        ALL,
        `  const bytes: number[] = [];
  for (const piece of pieces) {
    if (bytes.length + piece.length > maxSize) throw new DecompressionError('too-large');
    bytes.push(...piece);
  }
  return Uint8Array.from(bytes);
`,
      ],
    ],
    'only so many',
  ),
  within(
    'one-list-for-all-calls',
    [
      [
        'export function withinLimit',
        'const kept: Uint8Array[] = [];\n\nexport function withinLimit',
      ],
      [KEPT, '  kept.length = 0;\n'],
    ],
    'Each call needs its own',
  ),
  within(
    'one-error-for-all',
    [
      [
        'export function withinLimit',
        "const tooLarge = new DecompressionError('too-large');\n\nexport function withinLimit",
      ],
      [LIMIT, '    if (size > maxSize) throw tooLarge;\n'],
    ],
    'Make it where you throw it',
  ),
  within(
    'nothing-is-no-message',
    [[MADE, `  if (size === 0) return undefined as never;\n${MADE}`]],
    'A message may be empty',
  ),
  flag('frozen', [[MARK, `${MARK}  Object.freeze(message);\n`]], 'not a lock'),
  flag(
    'plain-objects-only',
    [
      [
        REMEMBER,
        '  if (Object(message).constructor === Object) cameCompressed.add(message as object);\n',
      ],
    ],
    'in their own ways',
  ),
  flag(
    'heirs-of-object-only',
    [[REMEMBER, '  if (message instanceof Object) cameCompressed.add(message);\n']],
    'in their own ways',
  ),
  flag(
    'one-mark-takes-the-other',
    [[REMEMBER, `${REMEMBER}  sentAsIs.delete(message as object);\n`]],
    'changes nothing in the other',
  ),
  outgoing(
    'the-whole-buffer-is-too-large',
    [[SIZE, SIZE.replace('encoded.length >', 'encoded.buffer.byteLength >')]],
    'encoded.length is its size',
  ),
  outgoing(
    'the-whole-buffer-is-large-enough',
    [[SMALL, SMALL.replace('encoded.length', 'encoded.buffer.byteLength')]],
    'It is a view',
  ),
  outgoing(
    'zero-is-no-limit',
    [[SIZE, SIZE.replace('encoded.length >', 'maxSize > 0 && encoded.length >')]],
    'not “no limit”',
  ),
  outgoing(
    'what-grew-is-too-large',
    [
      [
        GREW,
        `  if (smaller.length > maxSize) throw new GrpcError(Status.RESOURCE_EXHAUSTED, kind);\n${GREW}`,
      ],
    ],
    'as it is it may be sent',
  ),
  outgoing(
    'one-result-for-all',
    [
      [
        'export function outgoingMessage',
        'const result = { bytes: new Uint8Array(), compressed: false };\n\nexport function outgoingMessage',
      ],
      [
        SMALL,
        SMALL.replace(
          'return { bytes: encoded, compressed: false }',
          'return Object.assign(result, { bytes: encoded, compressed: false })',
        ),
      ],
    ],
    'Two results share',
  ),
];

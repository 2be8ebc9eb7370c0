import type { ClassicMistake } from '#course/kit/mistake';

type Change = [find: string, replacement: string];

const mistake = (
  task: number,
  file: string,
  name: string,
  hint: string,
  ...change: Change[]
): ClassicMistake => ({ name, task, file: `${file}.ts`, change, hint });

const SPACES = "  put(block, 'checksum', ' '.repeat(8));\n";
const SUM = '  const sum = block.reduce((total, byte) => total + byte, 0);\n';
// biome-ignore lint/suspicious/noTemplateCurlyInString: the solution's text
const CHECKSUM = "  put(block, 'checksum', `${sum.toString(8).padStart(6, '0')}\\0 `);\n";
const SIZE = "octal('size', bytes.length)";
const SORT = '  const sorted = entries.toSorted((a, b) => (a.path < b.path ? -1 : 1));\n';
const TWICE =
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the solution's text
  '    if (entry.path === sorted[i - 1]?.path) throw new RangeError(`two files ${entry.path}`);\n';
const ZEROS = 'new Uint8Array(-entry.bytes.length & (BLOCK - 1))';
const END = '  parts.push(new Uint8Array(2 * BLOCK));\n';

const KEEP = `    blobs.set(digest, bytes);
    return { mediaType, digest, size: bytes.length };
`;
const KEPT = `    gzipped === undefined ? keep(MediaType.tar, tar) : keep(MediaType.gzip, gzipped),
`;
// biome-ignore lint/suspicious/noTemplateCurlyInString: the solution's text
const IDS = 'layers.map(({ tar }) => `sha256:${hash(tar)}`)';
const CONFIG_JSON = "json({ architecture, os: 'linux', config, rootfs })";
const MANIFEST_HEAD = '    schemaVersion: 2,\n    mediaType: MediaType.manifest,\n';
const MISSING =
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the solution's text
  '  if (bytes === undefined) throw new BlobError(`${digest} is missing`);\n';
const WRONG_SIZE = `  if (bytes.length !== size) {
    throw new BlobError(\`\${digest} has \${bytes.length} bytes in place of \${size}\`);
  }
`;
const WRONG_HASH =
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the solution's text
  '  if (`sha256:${hash(bytes)}` !== digest) throw new BlobError(`${digest} has other bytes`);\n';

const EMPTY = '    if (!text) return otherwise;\n';
const PATTERN = '/^(0|[1-9]\\d*)$/.test(text)';
const LIMITS = ' && value >= lowest && value <= highest';
const PUSH =
  '    if (!isRight) problems.push(refused(variable, text, numberFrom(lowest, highest)));\n';
const REGION = '/^[a-z][a-z0-9-]*$/';
const UNKNOWN =
  "    if (name.startsWith('SHOP_') && !known.includes(name)) problems.push(unknown(name));\n";
const WAITS = 'problems.length === 0 && noticeMs + graceMs >= stopMs';
const HOST = '  const host = env.SHOP_HOST || DEFAULTS.host;\n';
const THROW = '  if (problems.length > 0) throw new ConfigurationError(problems);\n';

const ON_SIGNAL = `    isTold = true;
    end?.signal();
`;
const LISTEN = '  for (const signal of SIGNALS) host.on(signal, onSignal);\n';
const EXIT = `    for (const signal of SIGNALS) host.off(signal, onSignal);
    host.exit(code);
`;
const BEGIN = `    if (isTold) end.signal();
    else started.ready();
`;
// biome-ignore lint/suspicious/noTemplateCurlyInString: the solution's text
const SAYS = '    host.log(`listening on ${started.address}`);\n';
const GRACEFUL = 'new GracefulEnd(started, { noticeMs, graceMs, clock })';
const LINES = 'isRefused ? error.problems : [lineOf(error)]';
const CODE = 'exit(isRefused ? ExitCode.configuration : ExitCode.failed)';
const ENDED = '  const { how, errors } = await end.ended;\n';
const ERRORS = '  for (const error of errors) host.log(lineOf(error));\n';
// biome-ignore lint/suspicious/noTemplateCurlyInString: the solution's text
const LAST = '  host.log(`ended: ${how}`);\n';
const GOOD = "how === 'drained' && errors.length === 0";

const FROM = 'ARG NODE=24.21.0-bookworm-slim';
const FILES =
  'COPY lessons/31-docker/image/package.json lessons/31-docker/image/package-lock.json ./';
const CI = 'RUN npm ci\n';
const TAKE = 'COPY --from=build /build/client.cjs ./';
const USER = 'USER node\n';
const START = 'ENTRYPOINT ["node", "client.cjs"]';
// biome-ignore lint/suspicious/noTemplateCurlyInString: the solution's text
const SECOND = 'FROM node:\\${NODE}\nWORKDIR /app\n';

export const mistakes: ClassicMistake[] = [
  // ---- task 1
  mistake(1, 'layer', 'zeros-count-as-zeros', 'eight spaces stand in its own field', [SPACES, '']),
  mistake(1, 'layer', 'a-number-like-the-others', 'has a form of its own', [
    CHECKSUM,
    "  put(block, 'checksum', octal('checksum', sum));\n",
  ]),
  mistake(1, 'layer', 'a-sum-in-decimal', 'every number of a header is octal', [
    CHECKSUM,
    CHECKSUM.replace('sum.toString(8)', 'String(sum)'),
  ]),
  mistake(1, 'layer', 'a-size-in-decimal', 'every number of a header is octal', [
    SIZE,
    "String(bytes.length).padStart(11, '0')",
  ]),
  mistake(1, 'layer', 'every-file-a-program', 'any other file 644', [
    'executable || isFolder ? 0o755 : 0o644',
    '0o755',
  ]),
  mistake(1, 'layer', 'no-file-a-program', 'A program and a folder have mode 755', [
    'executable || isFolder ? 0o755 : 0o644',
    '0o644',
  ]),
  mistake(1, 'layer', 'a-folder-nobody-enters', 'may not enter it', [
    'executable || isFolder ? 0o755 : 0o644',
    'executable ? 0o755 : 0o644',
  ]),
  mistake(1, 'layer', 'a-folder-is-a-file', 'is a folder: type 5', [
    'isFolder ? FOLDER : FILE',
    'FILE',
  ]),
  mistake(1, 'layer', 'the-date-of-the-day', '', [
    "octal('mtime', 0)",
    "octal('mtime', 1_764_288_000)",
  ]),
  mistake(1, 'layer', 'size-of-the-buffer', '', [SIZE, "octal('size', bytes.buffer.byteLength)"]),
  mistake(1, 'layer', 'sum-before-the-end', '', [
    `  put(block, 'magic', MAGIC);
${SPACES}${SUM}`,
    `${SPACES}${SUM}  put(block, 'magic', MAGIC);
`,
  ]),
  mistake(1, 'layer', 'a-path-unasked', 'checkPath throws, if it is asked', [
    '  checkPath(path);\n  const isFolder',
    '  const isFolder',
  ]),
  mistake(1, 'layer', 'one-block-for-all', 'Two results share their memory', [
    '  const block = new Uint8Array(BLOCK);\n',
    '  const block = ((globalThis as { block?: Uint8Array }).block ??= new Uint8Array(BLOCK)).fill(0);\n',
  ]),
  mistake(1, 'layer', 'unsorted', 'in the order in which they were given', [
    SORT,
    '  const sorted = [...entries];\n',
  ]),
  mistake(1, 'layer', 'sorted-in-place', 'changes what it was given', [
    SORT,
    '  const sorted = (entries as Entry[]).sort((a, b) => (a.path < b.path ? -1 : 1));\n',
  ]),
  mistake(1, 'layer', 'sorted-by-a-language', 'localeCompare asks a language', [
    SORT,
    "  const sorted = entries.toSorted((a, b) => a.path.localeCompare(b.path, 'en'));\n",
  ]),
  mistake(1, 'layer', 'sorted-backwards', 'sorted the other way round', [
    SORT,
    SORT.replace('<', '>'),
  ]),
  mistake(1, 'layer', 'two-of-one-path', 'Who unpacks it gets one of the two', [TWICE, '']),
  mistake(1, 'layer', 'a-full-block-of-zeros', 'needs no zeros', [
    ZEROS,
    'new Uint8Array(BLOCK - (entry.bytes.length % BLOCK))',
  ]),
  mistake(1, 'layer', 'not-filled-up', '', [ZEROS, 'new Uint8Array(0)']),
  mistake(1, 'layer', 'one-block-at-the-end', 'two blocks of zeros, 1024 bytes', [
    END,
    END.replace('2 * ', ''),
  ]),
  mistake(1, 'layer', 'no-end', 'two blocks of zeros, 1024 bytes', [END, '']),
  mistake(1, 'layer', 'copied-again-and-again', 'once, at the end', [
    '    parts.push(header(entry)',
    '    parts.push(concat(parts.splice(0)), header(entry)',
  ]),
  // ---- task 2
  mistake(2, 'image', 'a-hash-without-its-kind', 'by which hash it was made', [
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the solution's text
    'const digest = `sha256:${hash(bytes)}`;',
    'const digest = hash(bytes);',
  ]),
  mistake(2, 'image', 'kept-without-sha256', 'kept under exactly that name', [
    KEEP,
    KEEP.replace('blobs.set(digest', 'blobs.set(hash(bytes)'),
  ]),
  mistake(2, 'image', 'always-the-tar', 'gzipped in place of tar', [
    KEPT,
    '    gzipped === undefined ? keep(MediaType.tar, tar) : keep(MediaType.gzip, tar),\n',
  ]),
  mistake(2, 'image', 'one-media-type', 'MediaType has the words', [
    KEPT,
    KEPT.replace('MediaType.gzip', 'MediaType.tar'),
  ]),
  mistake(2, 'image', 'both-are-kept', 'is not kept', [
    KEPT,
    '    gzipped === undefined ? keep(MediaType.tar, tar) : (keep(MediaType.tar, tar), keep(MediaType.gzip, gzipped)),\n',
  ]),
  mistake(2, 'image', 'an-empty-one-is-none', 'ask whether it is undefined', [
    'gzipped === undefined ?',
    '!gzipped?.length ?',
  ]),
  mistake(2, 'image', 'diff-ids-of-what-is-kept', 'A diff_id names the tar file', [
    IDS,
    'kept.map(({ digest }) => digest)',
  ]),
  mistake(2, 'image', 'diff-ids-upside-down', 'have the order of the layers', [
    IDS,
    `${IDS}.reverse()`,
  ]),
  mistake(2, 'image', 'each-layer-once', 'have the order of the layers', [
    IDS,
    `[...new Set(${IDS})]`,
  ]),
  mistake(2, 'image', 'a-date', 'would make another name each time', [
    CONFIG_JSON,
    "json({ created: new Date().toISOString(), architecture, os: 'linux', config, rootfs })",
  ]),
  mistake(2, 'image', 'the-os-of-this-machine', 'what stands in the config', [
    CONFIG_JSON,
    CONFIG_JSON.replace('linux', 'darwin'),
  ]),
  mistake(2, 'image', 'one-architecture', 'It comes with the parts', [
    CONFIG_JSON,
    CONFIG_JSON.replace('architecture,', "architecture: 'amd64',"),
  ]),
  mistake(2, 'image', 'config-for-the-media-type', 'MediaType has the words', [
    'config: keep(MediaType.config,',
    'config: keep(MediaType.manifest,',
  ]),
  mistake(2, 'image', 'no-media-type', 'Something is missing', [
    MANIFEST_HEAD,
    '    schemaVersion: 2,\n',
  ]),
  mistake(2, 'image', 'version-one', 'It is always 2', [
    MANIFEST_HEAD,
    MANIFEST_HEAD.replace('2', '1'),
  ]),
  mistake(2, 'image', 'one-store-for-all', 'each call has a map of its own', [
    '  const blobs = new Map<string, Uint8Array>();\n',
    '  const blobs = ((globalThis as { blobs?: Map<string, Uint8Array> }).blobs ??= new Map());\n',
  ]),
  mistake(2, 'image', 'missing-is-nothing', 'There is nothing of that name', [
    MISSING,
    '  if (bytes === undefined) return new Uint8Array(0);\n',
  ]),
  mistake(2, 'image', 'an-empty-one-is-missing', 'No bytes are a part like any other', [
    MISSING,
    MISSING.replace('bytes === undefined', '!bytes?.length'),
  ]),
  mistake(2, 'image', 'size-unasked', 'and it is not', [WRONG_SIZE, '']),
  mistake(2, 'image', 'only-too-long', 'and it is not', [
    WRONG_SIZE,
    WRONG_SIZE.replace('!==', '>'),
  ]),
  mistake(2, 'image', 'hash-unasked', 'Its name is not known to be right', [WRONG_HASH, '']),
  mistake(2, 'image', 'hashed-first', 'Compare the size first', [
    WRONG_SIZE + WRONG_HASH,
    WRONG_HASH + WRONG_SIZE,
  ]),
  mistake(2, 'image', 'any-kind-of-hash', 'The whole digest is compared', [
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the solution's text
    'if (`sha256:${hash(bytes)}` !== digest)',
    "if (hash(bytes) !== digest.split(':')[1])",
  ]),
  mistake(2, 'image', 'an-ordinary-error', 'nothing was thrown', [
    MISSING,
    '  if (bytes === undefined) return undefined as never;\n',
  ]),
  mistake(2, 'image', 'nobody-knows-which', 'which part it was', [
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the solution's text
    'new BlobError(`${digest} is missing`)',
    "new BlobError('a part is missing')",
  ]),
  // ---- task 3
  mistake(3, 'configuration', 'empty-is-zero', 'Number("") is 0', [
    EMPTY,
    '    if (text === undefined) return otherwise;\n',
  ]),
  mistake(3, 'configuration', 'number-takes-anything', 'takes more for a number', [
    PATTERN,
    'Number.isInteger(value)',
  ]),
  mistake(3, 'configuration', 'a-zero-in-front', 'some read it as octal', [
    PATTERN,
    '/^\\d+$/.test(text)',
  ]),
  mistake(3, 'configuration', 'without-its-end', 'takes more for a number', [
    PATTERN,
    '/^(0|[1-9]\\d*)/.test(text)',
  ]),
  mistake(3, 'configuration', 'one-beside-the-limit', 'both of them too', [
    LIMITS,
    LIMITS.replace('<= highest', '< highest'),
  ]),
  mistake(3, 'configuration', 'no-upper-limit', 'beyond the limit', [
    LIMITS,
    ' && value >= lowest',
  ]),
  mistake(3, 'configuration', 'port-zero', 'beyond the limit', [
    "number('SHOP_PORT', 1,",
    "number('SHOP_PORT', 0,",
  ]),
  mistake(3, 'configuration', 'the-first-problem', 'Nobody likes to mend one line', [
    PUSH,
    '    if (!isRight) throw new ConfigurationError([refused(variable, text, numberFrom(lowest, highest))]);\n',
  ]),
  mistake(3, 'configuration', 'default-for-the-wrong', 'beyond the limit', [
    PUSH,
    '    if (!isRight) return otherwise;\n',
  ]),
  mistake(3, 'configuration', 'a-default-region', 'there is no default', [
    "  const region = env.SHOP_REGION || '';\n",
    "  const region = env.SHOP_REGION || 'eu-west';\n",
  ]),
  mistake(3, 'configuration', 'region-in-any-case', 'has to fit the pattern', [
    REGION,
    '/^[a-z][a-z0-9-]*$/i',
  ]),
  mistake(3, 'configuration', 'region-by-lines', 'has to fit the pattern', [
    REGION,
    '/^[a-z][a-z0-9-]*$/m',
  ]),
  mistake(3, 'configuration', 'trimmed', 'nothing is cut off', [
    HOST,
    '  const host = env.SHOP_HOST?.trim() || DEFAULTS.host;\n',
  ]),
  mistake(3, 'configuration', 'on-this-machine-only', 'DEFAULTS has what holds', [
    HOST,
    "  const host = env.SHOP_HOST || '127.0.0.1';\n",
  ]),
  mistake(3, 'configuration', 'misspelt-and-silent', 'unknown ones by name', [UNKNOWN, '']),
  mistake(3, 'configuration', 'everything-is-ours', 'Only names that begin with SHOP_', [
    UNKNOWN,
    UNKNOWN.replace("name.startsWith('SHOP_') && ", ''),
  ]),
  mistake(3, 'configuration', 'shop-anywhere', 'Only names that begin with SHOP_', [
    UNKNOWN,
    UNKNOWN.replace("name.startsWith('SHOP_')", "name.toUpperCase().startsWith('SHOP_')"),
  ]),
  mistake(3, 'configuration', 'shop-in-the-middle', 'Only names that begin with SHOP_', [
    UNKNOWN,
    UNKNOWN.replace('startsWith', 'includes'),
  ]),
  mistake(3, 'configuration', 'unknown-as-they-come', 'unknown ones by name', [
    'Object.keys(env).sort()',
    'Object.keys(env)',
  ]),
  mistake(3, 'configuration', 'unknown-if-it-says-something', 'unknown ones by name', [
    UNKNOWN,
    UNKNOWN.replace('!known', 'env[name] && !known'),
  ]),
  mistake(3, 'configuration', 'just-as-long', 'SIGKILL is there already', [
    WAITS,
    WAITS.replace('>=', '>'),
  ]),
  mistake(3, 'configuration', 'each-wait-alone', 'SIGKILL is there already', [
    WAITS,
    'problems.length === 0 && (noticeMs >= stopMs || graceMs >= stopMs)',
  ]),
  mistake(3, 'configuration', 'waits-with-other-problems', 'only if there is no other problem', [
    WAITS,
    'noticeMs + graceMs >= stopMs',
  ]),
  mistake(
    3,
    'configuration',
    'an-error-of-another-kind',
    'something else than a ConfigurationError',
    [THROW, "  if (problems.length > 0) throw new Error(problems.join('\\n'));\n"],
  ),
  mistake(3, 'configuration', 'waits-only-if-said', 'that counts as well', [
    'problems.length === 0 && noticeMs',
    'problems.length === 0 && env.SHOP_STOP_MS && noticeMs',
  ]),
  // ---- task 4
  mistake(
    4,
    'entry-point',
    'listens-too-late',
    'so listening is first',
    [LISTEN, ''],
    [SAYS, `${LISTEN}${SAYS}`],
  ),
  mistake(4, 'entry-point', 'only-sigterm', 'so listening is first', [
    LISTEN,
    "  host.on('SIGTERM', onSignal);\n",
  ]),
  mistake(4, 'entry-point', 'lost-during-the-start', 'the end begins', [
    BEGIN,
    '    started.ready();\n',
  ]),
  mistake(4, 'entry-point', 'ready-and-then-the-end', 'never says that it is ready', [
    BEGIN,
    '    started.ready();\n    if (isTold) end.signal();\n',
  ]),
  mistake(4, 'entry-point', 'only-the-first-signal', 'every signal is handed on', [
    ON_SIGNAL,
    '    if (!isTold) end?.signal();\n    isTold = true;\n',
  ]),
  mistake(4, 'entry-point', 'ends-at-once', 'The first step of the end', [
    ON_SIGNAL,
    '    host.exit(0);\n',
  ]),
  mistake(4, 'entry-point', 'waits-of-its-own', 'GracefulEnd has to be told so', [
    GRACEFUL,
    'new GracefulEnd(started, { clock })',
  ]),
  mistake(4, 'entry-point', 'no-grace', 'GracefulEnd has to be told so', [
    GRACEFUL,
    'new GracefulEnd(started, { noticeMs, clock })',
  ]),
  mistake(4, 'entry-point', 'ready-before-it-says-so', 'then ready', [
    `${SAYS}${BEGIN}`,
    `${BEGIN}${SAYS}`,
  ]),
  mistake(4, 'entry-point', 'start-not-awaited', 'start returns a promise', [
    'const started = await start({ noticeMs, graceMs, ...rest });',
    'const started = start({ noticeMs, graceMs, ...rest }) as unknown as Started;',
  ]),
  mistake(4, 'entry-point', 'half-a-configuration', 'all of it', [
    'await start({ noticeMs, graceMs, ...rest })',
    'await start(rest as Configuration)',
  ]),
  mistake(4, 'entry-point', 'all-in-one-line', 'The problems, and then the end', [
    LINES,
    '[lineOf(error)]',
  ]),
  mistake(4, 'entry-point', 'the-whole-stack', 'lineOf(error) is its first line', [
    LINES,
    'isRefused ? error.problems : [String(error)]',
  ]),
  mistake(4, 'entry-point', 'one-for-all', 'The problems, and then the end', [
    CODE,
    'exit(ExitCode.failed)',
  ]),
  mistake(4, 'entry-point', 'refused-is-a-failed-start', 'lineOf(error) is its first line', [
    CODE,
    'exit(ExitCode.configuration)',
  ]),
  mistake(4, 'entry-point', 'a-failed-start-is-thrown', 'It never rejects', [
    '    const isRefused = error instanceof ConfigurationError;\n',
    '    const isRefused = error instanceof ConfigurationError;\n    if (!isRefused) throw error;\n',
  ]),
  mistake(4, 'entry-point', 'goes-on-after-it', '', [
    `    return ${CODE};\n`,
    `    ${CODE};\n    end ??= new GracefulEnd({ notServing() {}, async drain() {}, force() {} }, { clock });\n`,
  ]),
  mistake(4, 'entry-point', 'listeners-stay', 'Listeners are taken away', [
    EXIT,
    '    host.exit(code);\n',
  ]),
  mistake(4, 'entry-point', 'another-function-off', 'Listeners are taken away', [
    'host.off(signal, onSignal)',
    'host.off(signal, () => onSignal())',
  ]),
  mistake(4, 'entry-point', 'off-after-the-end', 'Listeners are taken away', [
    EXIT,
    '    host.exit(code);\n    for (const signal of SIGNALS) host.off(signal, onSignal);\n',
  ]),
  mistake(4, 'entry-point', 'always-a-success', 'whoever started it should know', [
    GOOD,
    'errors.length === 0',
  ]),
  mistake(4, 'entry-point', 'errors-are-a-success', 'is not a success', [
    GOOD,
    "how === 'drained'",
  ]),
  mistake(4, 'entry-point', 'errors-unsaid', 'its line, the end, and exit code 1', [ERRORS, '']),
  mistake(4, 'entry-point', 'errors-after-the-end', 'its line, the end, and exit code 1', [
    ERRORS + LAST,
    LAST + ERRORS,
  ]),
  mistake(4, 'entry-point', 'the-end-not-awaited', '', [
    ENDED,
    "  const { how, errors } = { how: 'drained', errors: [] as unknown[] };\n",
  ]),
  // ---- task 5
  mistake(5, 'dockerfile', 'latest', 'is another image next month', [FROM, 'ARG NODE=latest']),
  mistake(5, 'dockerfile', 'a-major-version', 'is another image next month', [FROM, 'ARG NODE=24']),
  mistake(5, 'dockerfile', 'one-stage', 'takes nothing from one before it', [
    `${SECOND}${TAKE}\n`,
    '',
  ]),
  mistake(5, 'dockerfile', 'npm-install', 'npm install may take other versions', [
    CI,
    'RUN npm install\n',
  ]),
  mistake(5, 'dockerfile', 'everything-first', 'all packages are installed again', [
    FILES,
    'COPY . ./',
  ]),
  mistake(5, 'dockerfile', 'packages-of-the-builder', 'npm ci --omit=dev', [
    TAKE,
    `${TAKE}\nCOPY --from=build /build/node_modules node_modules/`,
  ]),
  mistake(5, 'dockerfile', 'add', 'COPY does what is meant', [FILES, FILES.replace('COPY', 'ADD')]),
  mistake(5, 'dockerfile', 'a-token-for-npm', 'Whoever has the image can read it', [
    CI,
    `ARG NPM_TOKEN\n${CI}`,
  ]),
  mistake(5, 'dockerfile', 'as-root', 'no USER is named', [USER, '']),
  mistake(5, 'dockerfile', 'root-by-name', 'This is root', [USER, 'USER root\n']),
  mistake(5, 'dockerfile', 'root-by-number', 'This is root', [USER, 'USER 0:0\n']),
  mistake(
    5,
    'dockerfile',
    'user-of-the-builder',
    'no USER is named',
    [USER, ''],
    [CI, `${CI}USER node\n`],
  ),
  mistake(5, 'dockerfile', 'shell-form', 'may keep SIGTERM to itself', [
    START,
    'ENTRYPOINT node client.cjs',
  ]),
  mistake(5, 'dockerfile', 'single-quotes', 'may keep SIGTERM to itself', [
    START,
    "ENTRYPOINT ['node', 'client.cjs']",
  ]),
  mistake(5, 'dockerfile', 'npm-start', 'is process 1, and not the program', [
    START,
    'ENTRYPOINT ["npm", "start"]',
  ]),
  mistake(5, 'dockerfile', 'the-name-of-another', 'Nobody has copied /app/order-client.cjs', [
    START,
    'ENTRYPOINT ["node", "order-client.cjs"]',
  ]),
  mistake(
    5,
    'dockerfile',
    'another-folder',
    'Nobody has copied /client.cjs',
    [SECOND, SECOND.replace('WORKDIR /app\n', '')],
    [TAKE, TAKE.replace('./', '/app/')],
  ),
  mistake(5, 'dockerfile', 'nothing-starts', 'It starts nothing', [`${START}\n`, '']),
  mistake(5, 'dockerfile', 'sigkill', 'at no other', [START, `STOPSIGNAL SIGKILL\n${START}`]),
  mistake(5, 'dockerfile', 'a-port', 'A client listens at no port', [
    START,
    `EXPOSE 50051\n${START}`,
  ]),
  mistake(5, 'dockerfile', 'never-built', 'with the path of the file', [
    'RUN npx esbuild repo/lessons/31-docker/programs/client.ts --bundle --platform=node --outfile=client.cjs\n',
    '',
  ]),
  mistake(5, 'dockerfile', 'for-a-browser', 'otherwise it is for a browser', [
    ' --platform=node',
    '',
  ]),
  mistake(5, 'dockerfile', 'no-lock-file', 'npm ci fails without package-lock.json', [
    FILES,
    'COPY lessons/31-docker/image/package.json ./',
  ]),
  mistake(5, 'dockerfile', 'packages-of-the-course', 'kept back by .dockerignore', [
    FILES,
    'COPY package*.json ./',
  ]),
  mistake(5, 'dockerfile', 'tools-left-out', 'has left the tools out', [
    CI,
    'RUN npm ci --omit=dev\n',
  ]),
  mistake(5, 'dockerfile', 'all-of-the-builder', 'has the packages and the sources in it', [
    TAKE,
    'COPY --from=build /build ./',
  ]),
  mistake(5, 'dockerfile', 'written-elsewhere', 'esbuild writes to /build/out/client.cjs', [
    '--outfile=client.cjs',
    '--outfile=out/client.cjs',
  ]),
  mistake(5, 'dockerfile', 'half-of-the-sources', 'client.ts imports from src/', [
    'COPY . repo/',
    'COPY lessons repo/lessons',
  ]),
  mistake(5, 'dockerfile', 'sources-elsewhere', 'sources were copied to /build/repo', [
    'esbuild repo/lessons',
    'esbuild lessons',
  ]),
  mistake(5, 'dockerfile', 'another-ending', 'esbuild writes to /build/….js', [
    '--outfile=client.cjs',
    '--outdir=.',
  ]),
  mistake(5, 'dockerfile', 'production-too-early', 'NODE_ENV=production has left the tools out', [
    CI,
    `ENV NODE_ENV=production\n${CI}`,
  ]),
];

import type { ClassicMistake } from '#course/kit/mistake';

type Change = ClassicMistake['change'];
const inFile = (file: string, task: number) => (name: string, change: Change, hint: string) => ({
  name,
  task,
  file,
  change,
  hint,
});
const collector = inFile('hello-collector.ts', 1);
const parser = inFile('client-hello.ts', 2);
const credentials = inFile('credentials.ts', 3);
const principal = inFile('principal.ts', 4);
const store = inFile('identity-store.ts', 5);

const AGAIN = '    if (this.#refused !== undefined) throw this.#refused;\n';
const OVER = '    if (this.#collected) return undefined;\n';
const IN = '    this.#records.push(chunk);\n';
const LOOP =
  '      for (let part = this.#fragment(); part !== undefined; part = this.#fragment()) {\n';
const JOIN = '        this.#messages.push(part);\n';
const FOUND = `        this.#collected = hello !== undefined;
        if (this.#collected) return hello;
`;
const REMEMBER = '      this.#refused = error as HelloError;\n';
const TYPE = 'if (type !== HANDSHAKE) throw';
const RECORD =
  '    const header = this.#records.peek(RECORD_HEADER);\n    if (header === undefined) return undefined;\n';
const RECORD_LENGTH = '    const length = header[3]! * 256 + header[4]!;\n';
const NOT_EMPTY =
  "    if (length === 0) throw new HelloError('malformed', 'a record of the handshake is empty');\n";
const TOO_LONG = `    if (length > MAX_RECORD_BYTES) throw new HelloError('malformed', \`a record of \${length} bytes\`);\n`;
const TAKE_RECORD =
  '    return this.#records.take(RECORD_HEADER + length)?.subarray(RECORD_HEADER);\n';
const FIRST = 'if (type !== CLIENT_HELLO) throw';
const MESSAGE_LENGTH = '    const length = header[1]! * 65_536 + header[2]! * 256 + header[3]!;\n';
const TOO_LARGE = `    if (length > MAX_CLIENT_HELLO_BYTES) throw new HelloError('too-large', \`\${length} bytes\`);\n`;
const TAKE_MESSAGE =
  '    return this.#messages.take(MESSAGE_HEADER + length)?.subarray(MESSAGE_HEADER);\n';

const NONE =
  '  const extensions = reader.left === 0 ? new Map() : readExtensions(reader.vector16());\n';
const END = '  end(reader);\n';
const TWICE = `    if (extensions.has(type)) throw new HelloError('malformed', \`two extensions of type \${type}\`);\n`;
const NAMES = '  const names = nonEmpty(extension.vector16());\n  end(extension);\n';
const NAME = '    const name = nonEmpty(names.vector16());\n';
const OTHER_TYPE = '    if (type !== HOST_NAME) continue;\n';
const SECOND_NAME =
  "    if (found !== undefined) throw new HelloError('malformed', 'two names of one server');\n";
const VISIBLE =
  "    if (!octets.every(isVisible)) throw new HelloError('malformed', 'not the name of a host');\n";
const KEEP_NAME = '    found = String.fromCharCode(...octets);\n';
const LIST16 = '  const list = nonEmpty(extension.vector16());\n  end(extension);\n';
const PROTOCOL = '    const name = nonEmpty(list.vector8());\n';
const PUSH = '    protocols.push(String.fromCharCode(...name.bytes(name.left)));\n';
const LIST8 = '  const list = nonEmpty(extension.vector8());\n  end(extension);\n';
const VERSIONS = '    versions: readVersions(extensions.get(SUPPORTED_VERSIONS), version),\n';
const MORE_VERSIONS = '  while (list.left > 0) versions.push(list.uint16());\n';

const CLIENT_EMPTY =
  "  if (roots.length === 0) throw new TypeError('roots: there is no authority in it');\n";
const CLIENT_NULL = '  const { privateKey = null, certificate = null } = shown ?? {};\n';
const CLIENT = '  return grpc.credentials.createSsl(roots, privateKey, certificate);\n';
const SERVER_EMPTY =
  "  if (clientRoots?.length === 0) throw new TypeError('clientRoots: there is no authority in it');\n";
const PAIR = '  const pair = { private_key: shown.privateKey, cert_chain: shown.certificate };\n';
const SERVER =
  '  return grpc.ServerCredentials.createSsl(clientRoots ?? null, [pair], isMutual);\n';

const SECURE = '  if (!peer.secure || peer.certificate === undefined) return undefined;\n';
const URIS = `  if (uris.length > 0) {
    const [uri] = uris;
    return uris.length === 1 && isSpiffeId(uri!, trustDomain) ? uri : undefined;
  }
`;
const HOSTS = "  const hosts = valuesOf(names, 'DNS:');\n";
const LOWER = '  const host = hosts[0]?.toLowerCase();\n';
const ONE_HOST = `  return hosts.length === 1 && HOST.test(host!) ? \`dns:\${host}\` : undefined;\n`;
const VALUES =
  '  return names.filter((name) => name.startsWith(kind)).map((name) => name.slice(kind.length));\n';
const START = `  const start = \`spiffe://\${trustDomain}\`;\n`;
const BELONGS = `  if (!uri.startsWith(\`\${start}/\`) || uri.length > MAX_SPIFFE_ID_LENGTH) return false;\n`;
const PATH =
  "  return PATH.test(path) && !path.split('/').some((part) => part === '.' || part === '..');\n";

const FIRST_LOAD = '    const first = await options.load();\n';
const FIRST_CHECK = '    options.check(first);\n';
const KEY = "    const key = Symbol('a listener');\n";
const SET = '    this.#listeners.set(key, listener);\n';
const UNSET = '    return () => this.#listeners.delete(key);\n';
const UNDER_WAY = `    if (this.#loading !== undefined) {
      this.#again = true;
      return this.#loading;
    }
`;
const BEGIN = '    this.#loading = this.#loadAll();\n';
const NOT_AGAIN = '      this.#again = false;\n';
const CHANGED = '      changed = (await this.#loadOnce()) || changed;\n';
const DONE = '    this.#loading = undefined;\n';
const SAME = '      if (options.isSame(this.#current, next)) return false;\n';
const LOAD = '      next = await options.load();\n';
const CHECK = '      options.check(next);\n';
const FAILED = '      this.#report(error);\n      return false;\n';
const CURRENT = '    this.#current = next;\n';
const TELL = '    for (const [key, listener] of [...this.#listeners]) {\n';
const STILL = '      if (!this.#listeners.has(key)) continue;\n';
const CALL = `      try {
        listener(next);
      } catch (error) {
        this.#report(error);
      }
`;
const REPORT = `    try {
      this.#options.onError(error);
    } catch {
      // Who reports an accident must not make another one.
    }
`;

export const mistakes: ClassicMistake[] = [
  collector(
    'a-chunk-is-a-hello',
    [[IN, `${IN}    if (chunk.length < 9) return undefined;\n`]],
    'TCP cuts where it likes',
  ),
  collector(
    'one-record-a-chunk',
    [[LOOP, LOOP.replace('part = this.#fragment()) {', 'part = undefined) {')]],
    'Join fragments before you look',
  ),
  collector(
    'a-record-is-a-message',
    [[JOIN, `        this.#messages.take(this.#messages.length);\n${JOIN}`]],
    'A message may go on in the next record',
  ),
  collector('given-again', [[OVER, '']], 'It is given once'),
  collector(
    'one-byte-late',
    [
      [
        FOUND,
        `        this.#collected = hello !== undefined && this.#records.length > 0;
        if (this.#collected) return hello;
`,
      ],
    ],
    'is what is asked for',
  ),
  collector(
    'whole-header-first',
    [
      [RECORD, ''],
      [
        '    const type = this.#records.peek(1)?.[0];\n    if (type === undefined) return undefined;\n',
        `${RECORD}    const type = header[0];\n`,
      ],
    ],
    'the first byte of a record has to be 22',
  ),
  collector(
    'any-type-of-record',
    [[TYPE, 'if (type < 20 || type > 23) throw']],
    'the first byte of a record has to be 22',
  ),
  collector(
    'only-the-first-type',
    [[TYPE, 'if (this.#messages.length === 0 && type !== HANDSHAKE) throw']],
    'Each record has its type',
  ),
  collector(
    'version-of-the-record',
    [
      [
        RECORD_LENGTH,
        `    if (header[1] !== 3) throw new HelloError('not-tls', 'a version');\n${RECORD_LENGTH}`,
      ],
    ],
    'MUST be ignored for all purposes',
  ),
  collector(
    'version-one-only',
    [
      [
        RECORD_LENGTH,
        `    if (header[1] === 3 && header[2] === 4) throw new HelloError('not-tls', '1.3');\n${RECORD_LENGTH}`,
      ],
    ],
    'MUST be ignored for all purposes',
  ),
  collector('empty-records', [[NOT_EMPTY, '']], 'A fragment of the handshake may not be empty'),
  collector('no-record-limit', [[TOO_LONG, '']], 'say so now'),
  collector(
    'record-limit-too-strict',
    [[TOO_LONG, TOO_LONG.replace('> MAX', '>= MAX')]],
    'MAX_RECORD_BYTES are allowed',
  ),
  collector(
    'limit-of-encrypted-records',
    [[TOO_LONG, TOO_LONG.replace('> MAX_RECORD_BYTES', '> MAX_RECORD_BYTES + 256')]],
    'say so now',
  ),
  collector(
    'record-limit-when-whole',
    [
      [TOO_LONG, ''],
      [
        TAKE_RECORD,
        `    const record = this.#records.take(RECORD_HEADER + length);
    if (record && length > MAX_RECORD_BYTES) throw new HelloError('malformed', 'long');
    return record?.subarray(RECORD_HEADER);
`,
      ],
    ],
    'say so now',
  ),
  collector(
    'little-endian',
    [[RECORD_LENGTH, '    const length = header[4]! * 256 + header[3]!;\n']],
    'Five bytes of record',
  ),
  collector(
    'record-with-its-header',
    [[TAKE_RECORD, '    return this.#records.take(RECORD_HEADER + length);\n']],
    'Five bytes of record',
  ),
  collector(
    'message-with-its-header',
    [[TAKE_MESSAGE, '    return this.#messages.take(MESSAGE_HEADER + length);\n']],
    'Five bytes of record',
  ),
  collector(
    'all-that-the-records-hold',
    [
      [
        TAKE_MESSAGE,
        `    if (this.#messages.length < MESSAGE_HEADER + length) return undefined;
    return this.#messages.take(this.#messages.length)?.subarray(MESSAGE_HEADER);
`,
      ],
    ],
    'The message ends where its own length says',
  ),
  collector(
    'a-server-hello-too',
    [[FIRST, 'if (type !== CLIENT_HELLO && type !== 2) throw']],
    '1 is ClientHello',
  ),
  collector(
    'type-with-the-length',
    [
      [
        '    const type = this.#messages.peek(1)![0];\n',
        '    const type = this.#messages.peek(MESSAGE_HEADER)?.[0] ?? CLIENT_HELLO;\n',
      ],
    ],
    '1 is ClientHello',
  ),
  collector(
    'two-bytes-of-length',
    [[MESSAGE_LENGTH, '    const length = header[2]! * 256 + header[3]!;\n']],
    'Its length stands in three bytes',
  ),
  collector('no-message-limit', [[TOO_LARGE, '']], 'Look at it as soon as it is there'),
  collector(
    'message-limit-too-strict',
    [[TOO_LARGE, TOO_LARGE.replace('> MAX', '>= MAX')]],
    'MAX_CLIENT_HELLO_BYTES are allowed',
  ),
  collector(
    'message-limit-by-what-came',
    [[TOO_LARGE, TOO_LARGE.replace('length > MAX', 'this.#messages.length > MAX')]],
    'Look at it as soon as it is there',
  ),
  collector(
    'empty-is-not-whole',
    [[FOUND, FOUND.replace('hello !== undefined', 'hello !== undefined && hello.length > 0')]],
    'It is whole, and empty',
  ),
  collector('refused-for-a-moment', [[REMEMBER, '']], 'the same error again'),
  collector(
    'another-error-each-time',
    [
      [
        AGAIN,
        "    if (this.#refused !== undefined) throw new HelloError(this.#refused.code, '');\n",
      ],
    ],
    'It has begun with something else',
  ),
  collector(
    'one-queue-for-all',
    [
      [
        'export class HelloCollector {\n',
        'const shared = new ByteQueue();\n\nexport class HelloCollector {\n',
      ],
      ['  readonly #records = new ByteQueue();\n', '  readonly #records = shared;\n'],
    ],
    'Each connection has its own bytes',
  ),
  collector(
    'joined-with-each-chunk',
    [
      ['  #collected = false;\n', '  #all = new Uint8Array(0);\n  #collected = false;\n'],
      [
        IN,
        `    const all = new Uint8Array(this.#all.length + chunk.length);
    all.set(this.#all);
    all.set(chunk, this.#all.length);
    this.#all = all;
${IN}`,
      ],
    ],
    'joined again with every chunk',
  ),
  collector(
    'the-whole-buffer',
    [[IN, '    this.#records.push(new Uint8Array(chunk.buffer));\n']],
    'its bytes begin at byteOffset',
  ),
  collector(
    'length-before-the-type',
    [
      [`    ${TYPE} new HelloError('not-tls', \`a record of type \${type}\`);\n`, ''],
      [TAKE_RECORD, `    ${TYPE} new HelloError('not-tls', 'another type');\n${TAKE_RECORD}`],
    ],
    'the first byte of a record has to be 22',
  ),
  collector(
    'kept-though-refused',
    [
      [AGAIN, ''],
      [IN, IN + AGAIN],
    ],
    'a queue that nobody reads',
  ),
  collector(
    'kept-though-collected',
    [
      [OVER, ''],
      [IN, IN + OVER],
    ],
    'a queue that nobody reads',
  ),

  parser(
    'extensions-always',
    [[NONE, '  const extensions = readExtensions(reader.vector16());\n']],
    'not even the length was there',
  ),
  parser('end-not-looked-at', [[END, '']], 'A length says less than there is'),
  parser('last-extension-counts', [[TWICE, '']], 'There must not be two of one type'),
  parser(
    'first-extension-counts',
    [[TWICE, '    if (extensions.has(type)) reader.vector16();\n    else\n  ']],
    'There must not be two of one type',
  ),
  parser(
    'behind-the-names',
    [[NAMES, '  const names = nonEmpty(extension.vector16());\n']],
    'A length says less than there is',
  ),
  parser(
    'no-names',
    [[NAMES, NAMES.replace('nonEmpty(extension.vector16())', 'extension.vector16()')]],
    'Its least length is one',
  ),
  parser(
    'list-not-believed',
    [[NAMES, '  extension.uint16();\n  const names = extension;\n']],
    'Its least length is one',
  ),
  parser(
    'empty-name',
    [[NAME, NAME.replace('nonEmpty(names.vector16())', 'names.vector16()')]],
    'Its least length is one',
  ),
  parser(
    'empty-name-is-none',
    [[NAME, '    const name = names.vector16();\n    if (name.left === 0) continue;\n']],
    'Its least length is one',
  ),
  parser('any-type-of-name', [[OTHER_TYPE, '']], 'Each name has its type before it'),
  parser(
    'other-types-refused',
    [[OTHER_TYPE, "    if (type !== HOST_NAME) throw new HelloError('malformed', 'type');\n"]],
    'Each name has its type before it',
  ),
  parser(
    'other-types-end-it',
    [[OTHER_TYPE, '    if (type !== HOST_NAME) break;\n']],
    'Each name has its type before it',
  ),
  parser('last-name-counts', [[SECOND_NAME, '']], 'one reader would take the first'),
  parser(
    'first-name-counts',
    [[SECOND_NAME, '    if (found !== undefined) continue;\n']],
    'one reader would take the first',
  ),
  parser(
    'no-list-of-names',
    [
      [
        '  if (extension === undefined) return undefined;\n',
        '  if (extension === undefined || extension.left === 0) return undefined;\n',
      ],
    ],
    'Its least length is one',
  ),
  parser(
    'same-name-twice',
    [
      [SECOND_NAME, ''],
      [
        KEEP_NAME,
        `    const text = String.fromCharCode(...octets);
    if (found !== undefined && found !== text) throw new HelloError('malformed', 'two names');
    found = text;
`,
      ],
    ],
    'one reader would take the first',
  ),
  parser(
    'last-octet-not-looked-at',
    [[VISIBLE, VISIBLE.replace('octets.every', 'octets.slice(0, -1).every')]],
    '0x21 to 0x7e',
  ),
  parser(
    'first-octet-not-looked-at',
    [[VISIBLE, VISIBLE.replace('octets.every', 'octets.slice(1).every')]],
    '0x21 to 0x7e',
  ),
  parser('any-octet', [[VISIBLE, '']], '0x21 to 0x7e'),
  parser(
    'ascii-with-controls',
    [[VISIBLE, VISIBLE.replace('every(isVisible)', 'every((octet) => octet < 0x80)')]],
    '0x21 to 0x7e',
  ),
  parser(
    'letters-and-dots-only',
    [
      [
        VISIBLE,
        VISIBLE.replace(
          '!octets.every(isVisible)',
          '!/^[a-z0-9.-]+$/i.test(String.fromCharCode(...octets))',
        ),
      ],
    ],
    'As it was sent',
  ),
  parser(
    'in-small-letters',
    [[KEEP_NAME, '    found = String.fromCharCode(...octets).toLowerCase();\n']],
    'As it was sent',
  ),
  parser(
    'the-last-dot-goes',
    [[KEEP_NAME, "    found = String.fromCharCode(...octets).replace(/\\.$/, '');\n"]],
    'As it was sent',
  ),
  parser(
    'behind-the-protocols',
    [[LIST16, '  const list = nonEmpty(extension.vector16());\n']],
    'A length says less than there is',
  ),
  parser(
    'no-protocols',
    [[LIST16, LIST16.replace('nonEmpty(extension.vector16())', 'extension.vector16()')]],
    'Its least length is one',
  ),
  parser(
    'empty-protocol',
    [[PROTOCOL, PROTOCOL.replace('nonEmpty(list.vector8())', 'list.vector8()')]],
    'Its least length is one',
  ),
  parser(
    'protocols-as-utf8',
    [[PUSH, '    protocols.push(new TextDecoder().decode(name.bytes(name.left)));\n']],
    'A character for each octet',
  ),
  parser(
    'each-protocol-once',
    [['  return protocols;\n', '  return [...new Set(protocols)];\n']],
    'Nothing is left out',
  ),
  parser(
    'strange-versions-skipped',
    [['  return versions;\n', '  return versions.filter((one) => one >> 8 === 3);\n']],
    'Nothing is left out',
  ),
  parser(
    'newest-version-first',
    [['  return versions;\n', '  return versions.sort((a, b) => b - a);\n']],
    'Nothing is left out',
  ),
  parser(
    'strange-protocols-skipped',
    [
      [
        PUSH,
        `    const octets = name.bytes(name.left);
    if (octets.every(isVisible)) protocols.push(String.fromCharCode(...octets));
`,
      ],
    ],
    'A character for each octet',
  ),
  parser(
    'best-protocol-last',
    [[PUSH, PUSH.replace('push', 'unshift')]],
    'then session id, suites and compressions',
  ),
  parser(
    'the-old-version',
    [[VERSIONS, '    versions: [version],\n']],
    'version, random, then session id',
  ),
  parser(
    'always-13',
    [[VERSIONS, VERSIONS.replace(', version)', ', 0x0303)')]],
    'the version at the beginning counts',
  ),
  parser(
    'both-versions',
    [
      [
        MORE_VERSIONS,
        `${MORE_VERSIONS}  if (!versions.includes(version)) versions.push(version);\n`,
      ],
    ],
    'does not count',
  ),
  parser(
    'behind-the-versions',
    [[LIST8, '  const list = nonEmpty(extension.vector8());\n']],
    'A length says less than there is',
  ),
  parser(
    'no-version',
    [[LIST8, LIST8.replace('nonEmpty(extension.vector8())', 'extension.vector8()')]],
    'Its least length is one',
  ),
  parser(
    'half-a-version',
    [[MORE_VERSIONS, '  while (list.left > 1) versions.push(list.uint16());\n']],
    'A length says less than there is',
  ),
  parser(
    'half-an-extension',
    [['  while (reader.left > 0) {\n', '  while (reader.left > 3) {\n']],
    'A length says less than there is',
  ),
  parser(
    'suites-with-one-byte',
    [
      [
        '  reader.vector8();\n  reader.vector16();\n  reader.vector8();\n',
        '  reader.vector8();\n  reader.uint8();\n  reader.vector8();\n  reader.vector8();\n',
      ],
    ],
    'The length of the suites has two bytes',
  ),
  parser(
    'session-of-32',
    [
      [
        '  reader.vector8();\n  reader.vector16();\n  reader.vector8();\n',
        '  reader.bytes(33);\n  reader.vector16();\n  reader.vector8();\n',
      ],
    ],
    'then session id, suites and compressions',
  ),
  parser(
    'one-list-for-all',
    [
      [
        '/** All extensions, by their type.',
        'const NO_PROTOCOLS: string[] = [];\n\n/** All extensions, by their type.',
      ],
      [
        '  if (extension === undefined) return [];\n',
        '  if (extension === undefined) return NO_PROTOCOLS;\n',
      ],
    ],
    'make the empty list anew',
  ),

  credentials(
    'chain-before-key',
    [[CLIENT, '  return grpc.credentials.createSsl(roots, certificate, privateKey);\n']],
    'Roots, then the key, then the chain',
  ),
  credentials(
    'undefined-for-nothing',
    [[CLIENT_NULL, '  const { privateKey, certificate } = shown ?? {};\n']],
    'null for a key and a chain',
  ),
  credentials(
    'trusts-what-it-shows',
    [
      [
        CLIENT,
        '  return grpc.credentials.createSsl(certificate ?? roots, privateKey, certificate);\n',
      ],
    ],
    'never our own certificate',
  ),
  credentials(
    'trusts-the-world',
    [[CLIENT, '  return grpc.credentials.createSsl(null, privateKey, certificate);\n']],
    'Roots first',
  ),
  credentials('empty-client-roots', [[CLIENT_EMPTY, '']], 'An empty file is not'),
  credentials(
    'empty-roots-are-none',
    [
      [
        CLIENT_EMPTY,
        '  if (roots.length === 0) return grpc.credentials.createSsl(null, null, null);\n',
      ],
    ],
    'An empty file is not',
  ),
  credentials(
    'only-text-is-empty',
    [[CLIENT_EMPTY, CLIENT_EMPTY.replace('roots.length === 0', '!roots')]],
    'both have a length',
  ),
  credentials(
    'only-text-is-empty-at-a-server',
    [[SERVER_EMPTY, SERVER_EMPTY.replace('clientRoots?.length === 0', "clientRoots === ''")]],
    'both have a length',
  ),
  credentials(
    'made-and-then-refused',
    [
      [CLIENT_EMPTY, ''],
      [
        CLIENT,
        `  const made = grpc.credentials.createSsl(roots, privateKey, certificate);\n${CLIENT_EMPTY}  return made;\n`,
      ],
    ],
    'before you make anything of it',
  ),
  credentials(
    'key-in-the-error',
    [
      [
        SERVER_EMPTY,
        `  if (clientRoots?.length === 0) throw new TypeError(JSON.stringify(shown));\n`,
      ],
    ],
    'An error goes into a log',
  ),
  credentials('empty-server-roots', [[SERVER_EMPTY, '']], 'An empty file is not'),
  credentials(
    'nobody-is-asked',
    [[SERVER, '  return grpc.ServerCredentials.createSsl(clientRoots ?? null, [pair]);\n']],
    'false for checkClientCertificate',
  ),
  credentials(
    'everybody-is-asked',
    [[SERVER, SERVER.replace('isMutual', 'true')]],
    'Without clientRoots nobody is asked',
  ),
  credentials(
    'asked-and-let-in',
    [[SERVER, SERVER.replace('isMutual', 'false')]],
    'checkClientCertificate has to be true',
  ),
  credentials(
    'signed-by-anybody',
    [[SERVER, SERVER.replace('clientRoots ?? null', 'null')]],
    'checkClientCertificate has to be true',
  ),
  credentials(
    'own-certificate-as-roots',
    [[SERVER, SERVER.replace('clientRoots ?? null', 'isMutual ? shown.certificate : null')]],
    'checkClientCertificate has to be true',
  ),
  credentials(
    'pair-the-other-way',
    [[PAIR, '  const pair = { private_key: shown.certificate, cert_chain: shown.privateKey };\n']],
    'Without clientRoots nobody is asked',
  ),

  principal(
    'common-name',
    [
      [
        ONE_HOST,
        `  if (names.length === 0) return \`dns:\${peer.certificate.commonName}\`;\n${ONE_HOST}`,
      ],
    ],
    'the common name least of all',
  ),
  principal(
    'without-tls',
    [[SECURE, '  if (peer.certificate === undefined) return undefined;\n']],
    'A certificate proves nothing by itself',
  ),
  principal(
    'first-uri',
    [[URIS, URIS.replace('uris.length === 1 && ', '')]],
    'Two URIs are two answers',
  ),
  principal(
    'the-uri-that-fits',
    [
      [
        URIS,
        `  const fitting = uris.filter((uri) => isSpiffeId(uri, trustDomain));
  if (uris.length > 0) return fitting.length === 1 ? fitting[0] : undefined;
`,
      ],
    ],
    'Two URIs are two answers',
  ),
  principal(
    'same-uri-twice',
    [[URIS, URIS.replace('uris.length === 1', 'new Set(uris).size === 1')]],
    'Two URIs are two answers',
  ),
  principal(
    'dns-as-a-way-round',
    [
      [
        URIS,
        `  if (uris.length === 1 && isSpiffeId(uris[0]!, trustDomain)) return uris[0];
  if (uris.length > 1) return undefined;
`,
      ],
    ],
    'another door',
  ),
  principal(
    'dns-first',
    [
      [URIS, ''],
      [
        LOWER,
        `  const host = hosts[0]?.toLowerCase();
  if (hosts.length === 0 && uris.length > 0) {
    const [uri] = uris;
    return uris.length === 1 && isSpiffeId(uri!, trustDomain) ? uri : undefined;
  }
`,
      ],
    ],
    'the URI says who it is',
  ),
  principal('as-the-name-is-written', [[LOWER, '  const host = hosts[0];\n']], 'in small letters'),
  principal(
    'first-host',
    [
      [
        ONE_HOST,
        ONE_HOST.replace('hosts.length === 1 && HOST.test(host!)', 'host && HOST.test(host)'),
      ],
    ],
    'Two names are two answers',
  ),
  principal(
    'any-host',
    [[ONE_HOST, ONE_HOST.replace(' && HOST.test(host!)', '')]],
    'HOST says how a host',
  ),
  principal(
    'no-kind-in-the-answer',
    [[ONE_HOST, ONE_HOST.replace(`\`dns:\${host}\``, 'host')]],
    'dns: and the name',
  ),
  principal(
    'kind-anywhere',
    [
      [
        VALUES,
        `  return names
    .filter((name) => name.includes(kind))
    .map((name) => name.slice(name.indexOf(kind) + kind.length));
`,
      ],
    ],
    'the common name least of all',
  ),
  principal(
    'kind-in-any-case',
    [[VALUES, VALUES.replace('name.startsWith(kind)', 'name.toUpperCase().startsWith(kind)')]],
    'exactly so',
  ),
  principal(
    'two-parts-of-the-uri',
    [[VALUES, VALUES.replace('name.slice(kind.length)', "name.split(':').slice(1, 3).join(':')")]],
    'letters, digits',
  ),
  principal(
    'quotation-marks-off',
    [
      [
        VALUES,
        VALUES.replace(
          'name.slice(kind.length)',
          'name.slice(kind.length).replace(/^"|"$/g, \'\')',
        ),
      ],
    ],
    'Leave them',
  ),
  principal(
    'somebody-at-the-domain',
    [
      [
        'function isSpiffeId(uri: string, trustDomain: string): boolean {\n',
        "function isSpiffeId(whole: string, trustDomain: string): boolean {\n  const uri = whole.replace(/^spiffe:..[^/]*@/, 'spiffe://');\n",
      ],
    ],
    'The domain ends at the slash',
  ),
  principal(
    'last-dot-off',
    [[LOWER, "  const host = hosts[0]?.toLowerCase().replace(/\\.$/, '');\n"]],
    'HOST says how a host',
  ),
  principal(
    'same-host-twice',
    [
      [
        HOSTS,
        "  const hosts = [...new Set(valuesOf(names, 'DNS:').map((name) => name.toLowerCase()))];\n",
      ],
    ],
    'Two names are two answers',
  ),
  principal(
    'split-at-the-colon',
    [[VALUES, VALUES.replace('name.slice(kind.length)', "name.split(':')[1]!")]],
    'The one URI of the certificate',
  ),
  principal(
    'domain-as-a-beginning',
    [
      [BELONGS, BELONGS.replace(`\`\${start}/\``, 'start')],
      [
        '  const path = uri.slice(start.length);\n',
        "  const path = uri.slice(uri.indexOf('/', 'spiffe://'.length));\n",
      ],
    ],
    'The domain ends at the slash',
  ),
  principal(
    'domain-anywhere',
    [
      [
        BELONGS,
        BELONGS.replace(`!uri.startsWith(\`\${start}/\`)`, `!uri.includes(\`\${start}/\`)`),
      ],
      [
        '  const path = uri.slice(start.length);\n',
        '  const path = uri.slice(uri.indexOf(start) + start.length);\n',
      ],
    ],
    'The domain ends at the slash',
  ),
  principal(
    'domain-as-a-pattern',
    [
      [
        BELONGS,
        BELONGS.replace(
          `!uri.startsWith(\`\${start}/\`)`,
          `!new RegExp(\`^\${start}/\`).test(uri)`,
        ),
      ],
    ],
    'The domain ends at the slash',
  ),
  principal(
    'domain-in-any-case',
    [[BELONGS, BELONGS.replace('uri.startsWith', 'uri.toLowerCase().startsWith')]],
    'The domain ends at the slash',
  ),
  principal(
    'any-domain',
    [
      [
        BELONGS,
        "  if (!uri.startsWith('spiffe://') || uri.length > MAX_SPIFFE_ID_LENGTH) return false;\n",
      ],
      [
        '  const path = uri.slice(start.length);\n',
        "  const path = uri.slice(uri.indexOf('/', 9));\n",
      ],
    ],
    'The domain ends at the slash',
  ),
  principal(
    'read-by-URL',
    [
      [
        START,
        `  const url = URL.canParse(uri) ? new URL(uri) : undefined;
  if (url?.protocol !== 'spiffe:' || url.host !== trustDomain) return false;
  if (uri.length > MAX_SPIFFE_ID_LENGTH) return false;
  if (PATH.test(url.pathname)) return true;
${START}`,
      ],
    ],
    'to the letter',
  ),
  principal('any-path', [[PATH, '  return path.length > 1;\n']], 'A path is one segment or more'),
  principal('dots', [[PATH, '  return PATH.test(path);\n']], 'nobody’s name'),
  principal(
    'any-dots',
    [[PATH, "  return PATH.test(path) && !path.includes('..') && !path.includes('/.');\n"]],
    'The one URI of the certificate',
  ),
  principal(
    'no-longest',
    [[BELONGS, `  if (!uri.startsWith(\`\${start}/\`)) return false;\n`]],
    'one more is not',
  ),
  principal(
    'longest-too-short',
    [[BELONGS, BELONGS.replace('> MAX', '>= MAX')]],
    'one more is not',
  ),
  principal(
    'longest-path',
    [
      [BELONGS, `  if (!uri.startsWith(\`\${start}/\`)) return false;\n`],
      [PATH, `  if (path.length > MAX_SPIFFE_ID_LENGTH) return false;\n${PATH}`],
    ],
    'one more is not',
  ),
  principal(
    'this-shop-only',
    [[START, "  const start = 'spiffe://shop.test';\n"]],
    'trustDomain is an argument',
  ),
  principal('names-sorted-in-place', [[HOSTS, `  (names as string[]).sort();\n${HOSTS}`]], ''),

  store(
    'first-not-waited-for',
    [[FIRST_LOAD, '    const first = options.load() as Identity;\n']],
    'What load gave',
  ),
  store('first-not-checked', [[FIRST_CHECK, '']], 'There is nothing to go on with'),
  store('same-or-not', [[SAME, '']], 'It is the same: neither checked nor told'),
  store(
    'compared-by-identity',
    [[SAME, '      if (this.#current === next) return false;\n']],
    'It is the same: neither checked nor told',
  ),
  store(
    'compared-with-the-first',
    [
      ['  #again = false;\n\n', '  #again = false;\n  #first: Identity | undefined;\n\n'],
      [
        SAME,
        `      this.#first ??= this.#current;\n      if (options.isSame(this.#first, next)) return false;\n`,
      ],
    ],
    'Compare with current',
  ),
  store(
    'check-before-compare',
    [
      [SAME, ''],
      [CHECK, CHECK + SAME],
    ],
    'neither checked nor told',
  ),
  store('not-checked', [[CHECK, '']], 'First check, then keep'),
  store(
    'kept-before-the-check',
    [[CHECK, `      this.#current = next;\n${CHECK}`]],
    'before it was checked',
  ),
  store(
    'shown-while-it-is-checked',
    [
      [
        CHECK,
        `      const old = this.#current;
      this.#current = next;
      try {
  ${CHECK}      } catch (error) {
        this.#current = old;
        throw error;
      }
`,
      ],
    ],
    'before it was checked',
  ),
  store(
    'refused-for-ever',
    [
      ['  #again = false;\n\n', '  #again = false;\n  #seen: Identity | undefined;\n\n'],
      [
        SAME,
        `${SAME}      if (this.#seen !== undefined && options.isSame(this.#seen, next)) return false;
      this.#seen = next;
`,
      ],
    ],
    'not valid yet is valid tomorrow',
  ),
  store(
    'compared-with-the-last-load',
    [
      ['  #again = false;\n\n', '  #again = false;\n  #last: Identity | undefined;\n\n'],
      [
        SAME,
        `      const last = this.#last ?? this.#current;
      this.#last = next;
      if (options.isSame(last, next)) return false;
`,
      ],
    ],
    'not valid yet is valid tomorrow',
  ),
  store(
    'without-its-this',
    [
      [
        '    const options = this.#options;\n',
        '    const { load, check, isSame } = this.#options;\n',
      ],
      [LOAD, '      next = await load();\n'],
      [SAME, '      if (isSame(this.#current, next)) return false;\n'],
      [CHECK, '      check(next);\n'],
    ],
    'call them on options',
  ),
  store(
    'checked-and-kept-all-the-same',
    [[FAILED, '      this.#report(error);\n      if (next! === undefined) return false;\n']],
    'A file may be half written',
  ),
  store(
    'told-before-it-is-kept',
    [
      [CURRENT, ''],
      ['    return true;\n', `${CURRENT}    return true;\n`],
    ],
    'a listener that looks at current',
  ),
  store('never-kept', [[CURRENT, '']], 'a listener that looks at current'),
  store(
    'fails-loudly',
    [[FAILED, '      this.#report(error);\n      throw error;\n']],
    'A file may be half written',
  ),
  store('fails-in-silence', [[FAILED, '      return false;\n']], 'A file may be half written'),
  store(
    'stuck-after-a-failure',
    [[FAILED, '      this.#report(error);\n      return new Promise(() => {});\n']],
    '',
  ),
  store(
    'log-throws',
    [[REPORT, '    this.#options.onError(error);\n']],
    'Nobody catches what refresh throws',
  ),
  store('two-loads-at-once', [[UNDER_WAY, '']], 'Two loads at once'),
  store(
    'who-comes-late-gets-the-old',
    [[UNDER_WAY, UNDER_WAY.replace('      this.#again = true;\n', '')]],
    'a file that it has not seen',
  ),
  store(
    'one-more-for-each',
    [
      ['  #again = false;\n\n', '  #again = 0;\n\n'],
      [UNDER_WAY, UNDER_WAY.replace('this.#again = true', 'this.#again++')],
      [NOT_AGAIN, ''],
      ['    } while (this.#again);\n', '    } while (this.#again-- > 0);\n    this.#again = 0;\n'],
    ],
    'One more for those who asked',
  ),
  store(
    'last-answer-counts',
    [[CHANGED, '      changed = await this.#loadOnce();\n']],
    'although the others have not',
  ),
  store(
    'any-answer-first',
    [[CHANGED, '      changed = changed || (await this.#loadOnce());\n']],
    'a file that it has not seen',
  ),
  store('never-over', [[DONE, '']], 'One that has ended is over'),
  store(
    'over-a-moment-later',
    [
      [DONE, ''],
      [
        BEGIN,
        `    this.#loading = this.#loadAll().finally(() => {\n      this.#loading = undefined;\n    });\n`,
      ],
    ],
    'there is such a moment',
  ),
  store(
    'over-before-the-second',
    [
      [DONE, ''],
      [CHANGED, `${CHANGED}      this.#loading = undefined;\n`],
    ],
    'One at a time',
  ),
  store(
    'a-set-of-listeners',
    [[KEY, '    const key = listener as unknown as symbol;\n']],
    'One function may be given twice',
  ),
  store('never-unset', [[UNSET, '    return () => {};\n']], 'One function may be given twice'),
  store(
    'all-unset',
    [[UNSET, '    return () => this.#listeners.clear();\n']],
    'One function may be given twice',
  ),
  store('told-at-once', [[SET, `${SET}    listener(this.#current);\n`]], 'First check, then keep'),
  store('told-though-ended', [[STILL, '']], 'hears nothing'),
  store(
    'newcomers-told-too',
    [[TELL, '    for (const [key, listener] of this.#listeners) {\n']],
    'hears of the next',
  ),
  store(
    'last-comes-first',
    [[TELL, TELL.replace('[...this.#listeners]', '[...this.#listeners].reverse()')]],
    'In the order in which they came',
  ),
  store('one-throws-for-all', [[CALL, '      listener(next);\n']], ''),
  store(
    'throws-and-nobody-knows',
    [[CALL, CALL.replace('        this.#report(error);\n', '')]],
    'Somebody has to hear of it',
  ),
  store(
    'listeners-of-all-stores',
    [
      [
        'export class IdentityStore<Identity>',
        'const everybody = new Map<symbol, (identity: never) => void>();\n\nexport class IdentityStore<Identity>',
      ],
      [
        '  readonly #listeners = new Map<symbol, (identity: Identity) => void>();\n',
        '  readonly #listeners = everybody as unknown as Map<symbol, (identity: Identity) => void>;\n',
      ],
    ],
    '',
  ),
];

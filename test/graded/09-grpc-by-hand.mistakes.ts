import type { ClassicMistake } from '#course/kit/mistake';

const ENCODE_START = '  const bytes = encodeUtf8(text);';
const ESCAPE = `byte.toString(16).toUpperCase().padStart(2, '0')`;
const DECODE_PAIR = `const pair = text[i] === '%' ? HEX_PAIR.exec(text.slice(i + 1, i + 3)) : null;`;
const DECODE_PUSH = 'bytes.push(Number.parseInt(pair[0], 16));';
const BLOCK_END = 'return endStream ? statusOfTrailers(head, fault) : fault;';

export const mistakes: ClassicMistake[] = [
  {
    name: 'no-te',
    task: 1,
    file: 'request-headers.ts',
    change: [["  fields.push({ name: 'te', value: 'trailers' });\n", '']],
    hint: 'one that drops them would drop the status',
  },
  {
    name: 'content-type-of-a-web-page',
    task: 1,
    file: 'request-headers.ts',
    change: [["value: 'application/grpc+proto'", "value: 'application/x-protobuf'"]],
    hint: 'must begin with application/grpc',
  },
  {
    name: 'host-as-in-http-1',
    task: 1,
    file: 'request-headers.ts',
    change: [["name: ':authority'", "name: 'host'"]],
    hint: 'HTTP/2 has no Host header',
  },
  {
    name: 'undefined-is-sent',
    task: 1,
    file: 'request-headers.ts',
    change: [
      [
        "  if (head.encoding) fields.push({ name: 'grpc-encoding', value: head.encoding });",
        "  fields.push({ name: 'grpc-encoding', value: head.encoding as string });",
      ],
    ],
    hint: 'must not be sent as undefined',
  },
  {
    name: 'undefined-as-text',
    task: 1,
    file: 'request-headers.ts',
    change: [
      [
        "  if (head.userAgent) fields.push({ name: 'user-agent', value: head.userAgent });",
        "  fields.push({ name: 'user-agent', value: String(head.userAgent) });",
      ],
    ],
    hint: 'What is not given is left out',
  },
  {
    name: 'pseudo-headers-late',
    task: 1,
    file: 'request-headers.ts',
    change: [
      [
        "    { name: ':authority', value: head.authority },\n  ];",
        "  ];\n  fields.push({ name: ':authority', value: head.authority });",
      ],
      [
        '  const fields: HeaderField[] = [',
        "  const fields: HeaderField[] = [\n    { name: 'te', value: 'trailers' },",
      ],
      ["  fields.push({ name: 'te', value: 'trailers' });\n", ''],
    ],
    hint: 'calls a request malformed if they come late',
  },
  {
    name: 'metadata-forgotten',
    task: 1,
    file: 'request-headers.ts',
    change: [['  if (head.metadata) fields.push(...head.metadata.toHeaders());\n', '']],
    hint: 'The metadata is missing',
  },
  {
    name: 'no-time-is-no-timeout',
    task: 1,
    file: 'request-headers.ts',
    change: [['if (head.timeoutMs !== undefined) {', 'if (head.timeoutMs) {']],
    hint: 'A timeout of 0 is one, too',
  },
  {
    name: 'rounded-down',
    task: 1,
    file: 'timeout.ts',
    change: [['Math.ceil(ms / UNITS[unit]!)', 'Math.floor(ms / UNITS[unit]!)']],
    hint: 'round up, not down',
  },
  {
    name: 'always-milliseconds',
    task: 1,
    file: 'timeout.ts',
    change: [['if (Number.isInteger(ms) && ms <= MAX_DIGITS_VALUE) return', 'return']],
    hint: 'one to eight digits and one letter',
  },
  {
    name: 'rounded-to-the-nearest',
    task: 1,
    file: 'timeout.ts',
    change: [['Math.ceil(ms / UNITS[unit]!)', 'Math.round(ms / UNITS[unit]!)']],
    hint: 'round up, not down',
  },
  {
    name: 'all-or-none',
    task: 1,
    file: 'request-headers.ts',
    change: [['if (head.acceptEncoding) {', 'if (head.encoding && head.acceptEncoding) {']],
    hint: 'may be given alone',
  },
  {
    name: 'a-url',
    task: 2,
    file: 'percent.ts',
    change: [[ENCODE_START, `  if (text) return encodeURIComponent(text);\n${ENCODE_START}`]],
    hint: 'stays as it is, spaces too',
  },
  {
    name: 'percent-not-escaped',
    task: 2,
    file: 'percent.ts',
    change: [[' && byte !== 0x25', '']],
    hint: 'The % itself must be escaped',
  },
  {
    name: 'characters-not-bytes',
    task: 2,
    file: 'percent.ts',
    change: [[ENCODE_START, '  const bytes = [...text].map((letter) => letter.codePointAt(0)!);']],
    hint: 'the bytes of the text in UTF-8 that become escapes',
  },
  {
    name: 'spaces-at-the-ends',
    task: 2,
    file: 'percent.ts',
    change: [['(atEnd ? 0x21 : 0x20)', '0x20']],
    hint: 'HTTP/2 allows no space at either end',
  },
  {
    name: 'every-space',
    task: 2,
    file: 'percent.ts',
    change: [['(atEnd ? 0x21 : 0x20)', '0x21']],
    hint: 'stays as it is, spaces too',
  },
  {
    name: 'one-digit',
    task: 2,
    file: 'percent.ts',
    change: [[ESCAPE, 'byte.toString(16).toUpperCase()']],
    hint: 'two digits, always',
  },
  {
    name: 'small-letters',
    task: 2,
    file: 'percent.ts',
    change: [[ESCAPE, "byte.toString(16).padStart(2, '0')"]],
    hint: 'in capitals',
  },
  {
    name: 'throws-for-a-lone-percent',
    task: 2,
    file: 'percent.ts',
    change: [
      [
        '  const bytes: number[] = [];',
        '  if (text) return decodeURIComponent(text);\n  const bytes: number[] = [];',
      ],
    ],
    hint: 'must not throw',
  },
  {
    name: 'as-grpc-js-does-it',
    task: 2,
    file: 'percent.ts',
    change: [
      [
        '  const bytes: number[] = [];',
        '  if (text) return decodeURI(text);\n  const bytes: number[] = [];',
      ],
    ],
    hint: 'Every escape is decoded',
  },
  {
    name: 'escape-by-escape',
    task: 2,
    file: 'percent.ts',
    change: [
      [
        DECODE_PUSH,
        'bytes.push(...encodeUtf8(String.fromCharCode(Number.parseInt(pair[0], 16))));',
      ],
    ],
    hint: 'Gather the bytes of all escapes first',
  },
  {
    name: 'octets-taken-for-letters',
    task: 2,
    file: 'percent.ts',
    change: [['bytes.push(text.charCodeAt(i));', 'bytes.push(...encodeUtf8(text.charAt(i)));']],
    hint: 'one character each',
  },
  {
    name: 'friendly-digits',
    task: 2,
    file: 'percent.ts',
    change: [
      [
        DECODE_PAIR,
        `const two = text.slice(i + 1, i + 3);
    const pair = text[i] === '%' && Number.parseInt(two, 16) >= 0 ? [two] as const : null;`,
      ],
    ],
    hint: 'parseInt takes more than digits, and fewer',
  },
  {
    name: 'ok-goes-without-saying',
    task: 3,
    file: 'trailers.ts',
    change: [
      [
        "const fields: HeaderField[] = [{ name: 'grpc-status', value: String(status.code) }];",
        "const fields: HeaderField[] = [];\n  if (status.code) fields.push({ name: 'grpc-status', value: String(status.code) });",
      ],
    ],
    hint: 'also for OK, which is 0',
  },
  {
    name: 'code-as-a-number',
    task: 3,
    file: 'trailers.ts',
    change: [['value: String(status.code)', 'value: status.code as unknown as string']],
    hint: 'a number must be made text',
  },
  {
    name: 'text-as-it-is',
    task: 3,
    file: 'trailers.ts',
    change: [['value: percentEncode(status.details)', 'value: status.details']],
    hint: 'through percentEncode',
  },
  {
    name: 'a-message-of-nothing',
    task: 3,
    file: 'trailers.ts',
    change: [['if (status.details) fields', 'fields']],
    hint: 'where there is no text, there is no field',
  },
  {
    name: 'no-metadata-no-message',
    task: 3,
    file: 'trailers.ts',
    change: [['if (status.details) fields', 'if (status.details && status.metadata) fields']],
    hint: 'have nothing to do with each other',
  },
  {
    name: 'an-error-is-500',
    task: 3,
    file: 'trailers.ts',
    change: [
      [
        "{ name: ':status', value: httpStatus }",
        "{ name: ':status', value: status.code === 0 ? httpStatus : '500' }",
      ],
    ],
    hint: 'HTTP’s status is 200 for whatever gRPC answers',
  },
  {
    name: 'answer-without-a-type',
    task: 3,
    file: 'trailers.ts',
    change: [["    { name: 'content-type', value: 'application/grpc+proto' },\n", '']],
    hint: 'takes the answer for a proxy’s',
  },
  {
    name: 'status-with-the-headers',
    task: 3,
    file: 'response-headers.ts',
    change: [
      [
        '  const fields: HeaderField[] = [',
        "  const fields: HeaderField[] = [\n    { name: 'grpc-status', value: '0' },",
      ],
    ],
    hint: 'how it ends nobody knows yet',
  },
  {
    name: 'nothing-is-zero',
    task: 4,
    file: 'trailers.ts',
    change: [
      ['/^(0|[1-9]\\d?)$/.test(text) && Number(text) <= LAST_CODE', 'Number(text) <= LAST_CODE'],
    ],
    hint: 'an empty text is 0, which is OK',
  },
  {
    name: 'sixteen-codes',
    task: 4,
    file: 'trailers.ts',
    change: [['Number(text) <= LAST_CODE', 'Number(text) < LAST_CODE']],
    hint: 'There are seventeen codes',
  },
  {
    name: 'text-not-decoded',
    task: 4,
    file: 'trailers.ts',
    change: [['percentDecode(head.message)', 'head.message']],
    hint: 'percentDecode makes it readable',
  },
  {
    name: 'not-a-number',
    task: 4,
    file: 'trailers.ts',
    change: [['code: parseStatusCode(head.status),', 'code: Number(head.status) as StatusCode,']],
    hint: 'Number makes NaN of such a text',
  },
  {
    name: 'no-status-is-ok',
    task: 4,
    file: 'trailers.ts',
    change: [
      ["code: Status.UNKNOWN,\n  details: 'the server", "code: Status.OK,\n  details: 'the server"],
    ],
    hint: '200 is not OK',
  },
  {
    name: 'http-wins',
    task: 4,
    file: 'trailers.ts',
    change: [
      ['return status.code === Status.OK ? (fault ?? status) : status;', 'return fault ?? status;'],
    ],
    hint: 'wins over everything that HTTP says',
  },
  {
    name: 'ok-makes-good',
    task: 4,
    file: 'trailers.ts',
    change: [['return status.code === Status.OK ? (fault ?? status) : status;', 'return status;']],
    hint: 'OK is the exception',
  },
  {
    name: 'a-web-page-is-a-message',
    task: 4,
    file: 'response-headers.ts',
    change: [
      ['if (!isGrpcContentType(head.contentType)) {', 'if (head.contentType === undefined) {'],
    ],
    hint: '1,752,460,652 bytes to come',
  },
  {
    name: 'begins-like-grpc',
    task: 4,
    file: 'response-headers.ts',
    change: [
      [
        'if (!isGrpcContentType(head.contentType)) {',
        "if (!head.contentType?.startsWith('application/grpc')) {",
      ],
    ],
    hint: 'is another protocol',
  },
  {
    name: 'any-status-counts',
    task: 4,
    file: 'response-headers.ts',
    change: [
      [BLOCK_END, 'return endStream || head.status ? statusOfTrailers(head, fault) : fault;'],
    ],
    hint: 'only the end knows how it went',
  },
  {
    name: 'trailers-only-overlooked',
    task: 4,
    file: 'response-headers.ts',
    change: [[BLOCK_END, 'return fault;']],
    hint: 'it is headers and trailers in one',
  },
  {
    name: 'fault-not-passed-on',
    task: 4,
    file: 'response-headers.ts',
    change: [[BLOCK_END, 'return endStream ? statusOfTrailers(head, undefined) : fault;']],
    hint: 'give it to statusOfTrailers',
  },
  {
    name: 'refused-with-200',
    task: 5,
    file: 'request-headers.ts',
    change: [["httpStatus: '415'", "httpStatus: '200'"]],
    hint: 'would take the refusal for a success',
  },
  {
    name: 'refused-by-exception',
    task: 5,
    file: 'request-headers.ts',
    change: [
      [
        "return refuse(Status.INTERNAL, 'te: trailers is missing: the status could be lost on the way');",
        "throw new Error('te: trailers is missing');",
      ],
    ],
    hint: 'A refusal is a value that is returned',
  },
  {
    name: 'lets-grpc-web-in',
    task: 5,
    file: 'request-headers.ts',
    change: [
      [
        'if (!isGrpcContentType(head.contentType)) {',
        "if (!head.contentType?.startsWith('application/grpc')) {",
      ],
    ],
    hint: 'so is application/grpcfoo',
  },
  {
    name: 'any-te',
    task: 5,
    file: 'request-headers.ts',
    change: [["if (head.te?.toLowerCase() !== 'trailers') {", 'if (!head.te) {']],
    hint: 'that there is one at all is not enough',
  },
  {
    name: 'trailers-somewhere',
    task: 5,
    file: 'request-headers.ts',
    change: [
      ["head.te?.toLowerCase() !== 'trailers'", "!head.te?.toLowerCase().includes('trailers')"],
    ],
    hint: 'that the word stands somewhere',
  },
  {
    name: 'timeout-before-codec',
    task: 5,
    file: 'request-headers.ts',
    change: [
      [
        "  if (codec !== 'proto') return",
        "  if (head.timeout !== undefined && parseTimeout(head.timeout) === undefined) {\n    return { ...refuse(Status.INTERNAL, 'malformed'), httpStatus: '400' };\n  }\n  if (codec !== 'proto') return",
      ],
    ],
    hint: 'the codec before grpc-timeout',
  },
  {
    name: 'any-codec',
    task: 5,
    file: 'request-headers.ts',
    change: [["if (codec !== 'proto') return", "if (codec === '') return"]],
    hint: 'the codec is not ours',
  },
  {
    name: 'a-bad-timeout-is-none',
    task: 5,
    file: 'request-headers.ts',
    change: [
      [
        'if (head.timeout !== undefined && parseTimeout(head.timeout) === undefined) {',
        "if (head.timeout === '') {",
      ],
    ],
    hint: 'works for somebody who has left',
  },
  {
    name: 'no-anchors',
    task: 5,
    file: 'timeout.ts',
    change: [['/^(\\d{1,8})([HMSmun])$/', '/(\\d{1,8})([HMSmun])/']],
    hint: 'nothing else before, between or behind',
  },
  {
    name: 'a-minute-is-a-millisecond',
    task: 5,
    file: 'timeout.ts',
    change: [
      [
        'return Number(digits) * UNITS[unit]!;',
        "return Number(digits) * UNITS[unit === 'M' ? 'm' : unit]!;",
      ],
    ],
    hint: 'M is a minute, m a millisecond',
  },
  {
    name: 'each-key-once',
    task: 1,
    file: 'request-headers.ts',
    change: [
      [
        'fields.push(...head.metadata.toHeaders());',
        'fields.push(...new Map(head.metadata.toHeaders().map((f) => [f.name, f])).values());',
      ],
    ],
    hint: 'A key may come more than once',
  },
  {
    name: 'a-mark-that-is-dropped',
    task: 2,
    file: 'percent.ts',
    change: [['return lenientUtf8.decode(', 'return new TextDecoder().decode(']],
    hint: 'lenientUtf8 keeps it',
  },
  {
    name: 'ok-says-nothing',
    task: 3,
    file: 'trailers.ts',
    change: [
      ['if (status.details) fields', 'if (status.details && status.code !== Status.OK) fields'],
    ],
    hint: 'OK may have a text as well',
  },
  {
    name: 'ok-brings-nothing',
    task: 3,
    file: 'trailers.ts',
    change: [
      ['if (status.metadata) fields', 'if (status.metadata && status.code !== Status.OK) fields'],
    ],
    hint: 'OK may have metadata as well',
  },
  {
    name: 'ok-is-not-read',
    task: 4,
    file: 'trailers.ts',
    change: [
      ['head.message === undefined ?', "head.message === undefined || head.status === '0' ?"],
    ],
    hint: 'OK may have a text as well',
  },
  {
    name: 'an-empty-status-is-none',
    task: 4,
    file: 'trailers.ts',
    change: [['if (head.status === undefined)', 'if (!head.status)']],
    hint: 'only undefined is no status',
  },
  {
    name: 'all-that-begins-with-2',
    task: 4,
    file: 'response-headers.ts',
    change: [["head.httpStatus !== '200'", "!head.httpStatus?.startsWith('2')"]],
    hint: 'only 200 begins an answer',
  },
  {
    name: 'no-http-status-is-fine',
    task: 4,
    file: 'response-headers.ts',
    change: [
      ["head.httpStatus !== '200'", "head.httpStatus !== undefined && head.httpStatus !== '200'"],
    ],
    hint: 'undefined is not 200 either',
  },
  {
    name: 'the-whole-status-in-the-details',
    task: 4,
    file: 'response-headers.ts',
    change: [["excerpt(head.httpStatus ?? '(none)')", 'head.httpStatus']],
    hint: 'cuts what is not ours',
  },
  {
    name: 'the-whole-type-in-the-details',
    task: 4,
    file: 'response-headers.ts',
    change: [
      [
        "const type = excerpt(head.contentType ?? 'missing');",
        "const type = head.contentType ?? 'missing';",
      ],
    ],
    hint: 'cuts what is not ours',
  },
  {
    name: 'the-whole-method-in-the-details',
    task: 5,
    file: 'request-headers.ts',
    change: [["excerpt(head.method ?? 'no method')", "head.method ?? 'no method'"]],
    hint: 'cuts what is not ours',
  },
  {
    name: 'any-post',
    task: 5,
    file: 'request-headers.ts',
    change: [["head.method !== 'POST'", "head.method?.toUpperCase() !== 'POST'"]],
    hint: 'are compared to the letter',
  },
  {
    name: 'no-method-is-fine',
    task: 5,
    file: 'request-headers.ts',
    change: [["head.method !== 'POST'", "head.method !== undefined && head.method !== 'POST'"]],
    hint: 'A request without a method',
  },
  {
    name: 'an-empty-timeout-is-none',
    task: 5,
    file: 'request-headers.ts',
    change: [['head.timeout !== undefined && parseTimeout', 'head.timeout && parseTimeout']],
    hint: 'only undefined is no timeout',
  },
  {
    name: 'one-refusal-for-all',
    task: 5,
    file: 'request-headers.ts',
    change: [
      [
        "({ httpStatus: '200', code, details });",
        "\n    Object.assign(REFUSAL, { httpStatus: '200', code, details });",
      ],
      [
        'export function refuseRequest',
        'const REFUSAL = {} as Refusal;\nexport function refuseRequest',
      ],
    ],
    hint: 'Two results share their memory',
  },
  {
    name: 'whole-milliseconds',
    task: 5,
    file: 'timeout.ts',
    change: [
      ['return Number(digits) * UNITS[unit]!;', 'return Math.ceil(Number(digits) * UNITS[unit]!);'],
    ],
    hint: 'Nothing is rounded',
  },
  {
    name: 'no-more-than-a-timer-can',
    task: 5,
    file: 'timeout.ts',
    change: [
      [
        'return Number(digits) * UNITS[unit]!;',
        'return Math.min(Number(digits) * UNITS[unit]!, 2 ** 31 - 1);',
      ],
    ],
    hint: 'Nothing is rounded or cut',
  },
  {
    name: 'no-time-is-not-said',
    task: 1,
    file: 'request-headers.ts',
    change: [
      [
        'if (head.timeoutMs !== undefined)',
        'if (head.timeoutMs !== undefined && head.timeoutMs >= 0)',
      ],
    ],
    hint: 'Below zero is zero, and is sent',
  },
  {
    name: 'one-digit-of-the-code',
    task: 3,
    file: 'trailers.ts',
    change: [['String(status.code)', 'String(status.code % 10)']],
    hint: 'the highest is 16',
  },
  {
    name: 'each-trailer-once',
    task: 3,
    file: 'trailers.ts',
    change: [
      [
        'fields.push(...status.metadata.toHeaders())',
        'fields.push(...new Map(status.metadata.toHeaders().map((f) => [f.name, f])).values())',
      ],
    ],
    hint: 'A key may come more than once',
  },
  {
    name: 'ok-loses-its-metadata',
    task: 4,
    file: 'trailers.ts',
    change: [
      [
        '    metadata: head.metadata,',
        "    metadata: head.status === '0' ? undefined : head.metadata,",
      ],
    ],
    hint: 'OK may have metadata as well',
  },
  {
    name: 'a-text-like-an-address',
    task: 4,
    file: 'trailers.ts',
    change: [['percentDecode(head.message)', 'decodeURI(head.message)']],
    hint: 'which never fails',
  },
  {
    name: 'every-5xx-again',
    task: 4,
    file: 'response-headers.ts',
    change: [
      [
        'statusFromHttp(Number(head.httpStatus))',
        "head.httpStatus?.startsWith('5') ? Status.UNAVAILABLE : statusFromHttp(Number(head.httpStatus))",
      ],
    ],
    hint: 'Not every 5xx may be tried again',
  },
  {
    name: 'unknown-is-no-status',
    task: 4,
    file: 'trailers.ts',
    change: [
      [
        'status.code === Status.OK ?',
        'status.code === Status.OK || status.code === Status.UNKNOWN ?',
      ],
    ],
    hint: 'wins over everything that HTTP says',
  },
  {
    name: 'minutes-rounded-down',
    task: 1,
    file: 'timeout.ts',
    change: [
      [
        'Math.ceil(ms / UNITS[unit]!)',
        "(unit === 'M' ? Math.round : Math.ceil)(ms / UNITS[unit]!)",
      ],
    ],
    hint: 'round up, not down',
  },
  {
    name: 'hours-rounded-down',
    task: 1,
    file: 'timeout.ts',
    change: [
      [
        'Math.ceil(ms / UNITS[unit]!)',
        "(unit === 'H' ? Math.round : Math.ceil)(ms / UNITS[unit]!)",
      ],
    ],
    hint: 'round up, not down',
  },
  {
    name: 'rounded-before-it-is-written',
    task: 1,
    file: 'request-headers.ts',
    change: [['formatTimeout(head.timeoutMs)', 'formatTimeout(Math.ceil(head.timeoutMs))']],
    hint: 'it rounds by itself',
  },
  {
    name: 'text-trimmed',
    task: 3,
    file: 'trailers.ts',
    change: [['percentEncode(status.details)', 'percentEncode(status.details.trim())']],
    hint: 'not yours to trim',
  },
  {
    name: 'a-space-is-no-text',
    task: 3,
    file: 'trailers.ts',
    change: [['if (status.details)', 'if (status.details.trim())']],
    hint: 'Only an empty text is none',
  },
  {
    name: 'minus-zero-is-ok',
    task: 4,
    file: 'trailers.ts',
    change: [['/^(0|[1-9]\\d?)$/', '/^-?(0|[1-9]\\d?)$/']],
    hint: 'What is not a code must be UNKNOWN',
  },
  {
    name: 'one-no-status-for-all',
    task: 4,
    file: 'trailers.ts',
    change: [
      [
        'export function statusOfTrailers(head: Head, fault: StatusObject | undefined): StatusObject {\n',
        'export function statusOfTrailers(head: Head, fault: StatusObject | undefined): StatusObject {\n  if (head.metadata) NO_STATUS.metadata = head.metadata;\n',
      ],
    ],
    hint: 'one object for all calls',
  },
  {
    name: 'json-and-no-other-codec',
    task: 4,
    file: 'response-headers.ts',
    change: [["if (codec !== 'proto') {", "if (codec === 'json') {"]],
    hint: 'json is one codec of many',
  },
  {
    name: 'something-is-wrong-with-the-type',
    task: 4,
    file: 'response-headers.ts',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: code
    change: [['content-type ${type} instead of application/grpc', 'not application/grpc']],
    hint: 'and not what',
  },
  {
    name: 'undefined-in-a-fault',
    task: 4,
    file: 'response-headers.ts',
    change: [["excerpt(head.contentType ?? 'missing')", 'String(head.contentType)']],
    hint: 'say that it is missing',
  },
  {
    name: 'json-and-nothing-else-refused',
    task: 5,
    file: 'request-headers.ts',
    change: [["if (codec !== 'proto') return", "if (codec === 'json') return"]],
    hint: 'json is one codec of many',
  },
  {
    name: 'undefined-in-a-refusal',
    task: 5,
    file: 'request-headers.ts',
    change: [["excerpt(head.method ?? 'no method')", 'String(head.method)']],
    hint: 'say that it is missing',
  },
  {
    name: 'an-expression-that-remembers',
    task: 5,
    file: 'timeout.ts',
    change: [
      [
        '/** Header text as milliseconds;',
        'const TIMEOUT = /^(\\d{1,8})([HMSmun])$/g;\n\n/** Header text as milliseconds;',
      ],
      ['/^(\\d{1,8})([HMSmun])$/.exec(text)', 'TIMEOUT.exec(text)'],
    ],
    hint: 'remembers where it stopped',
  },
];

import type { Exercise } from '#course/exercise/exercise';

export const exercise: Exercise = {
  pieces: [
    {
      name: '#grpc/wire/request-headers',
      file: 'request-headers.ts',
      solution: 'derived',
      gaps: {
        requestHeaders: {
          task: 1,
          prompt:
            "An array of { name, value }. The four names with a colon come first, the timeout right behind them (formatTimeout, in timeout.ts), the metadata last: head.metadata.toHeaders() gives an array of such objects, [{ name: 'x-table', value: '7' }].",
        },
        refuseRequest: {
          task: 5,
          prompt:
            "`head` is the block, taken apart (src/grpc/wire/head.ts): head.contentType, head.method, head.te, head.timeout; head.malformed is the name of a -bin field that is not base64.\nisGrpcContentType(head.contentType) says whether it is gRPC’s at all; contentSubtype('application/grpc+json') is 'json', and 'proto' if nothing stands behind grpc. Status.INTERNAL and the others are the codes. excerpt(text) cuts a text of the peer to a length that fits into details.",
        },
      },
    },
    {
      name: '#grpc/wire/timeout',
      file: 'timeout.ts',
      solution: 'derived',
      gaps: {
        formatTimeout: {
          task: 1,
          prompt:
            'Whole digits only, eight at the most: 5000 ms is 5000m. 1.5 ms, and 100,000,000 ms, need another unit than m; take the finest that fits, and round up.',
        },
        parseTimeout: {
          task: 5,
          prompt:
            "One to eight digits and one letter, nothing before, between or behind: Number('') is 0 and Number(' 1e3') is 1000, and neither is a timeout.",
        },
      },
    },
    { name: '#grpc/wire/percent', file: 'percent.ts', solution: 'own' },
    {
      name: '#grpc/wire/trailers',
      file: 'trailers.ts',
      solution: 'derived',
      gaps: {
        statusTrailers: {
          task: 3,
          prompt:
            'status.code as decimal text, status.details through percentEncode, status.metadata at the end.',
        },
        trailersOnly: { task: 3 },
        parseStatusCode: {
          task: 4,
          prompt:
            "Number('') is 0, which is OK: look at the text before you make a number of it. `as StatusCode` for the type.",
        },
        readStatus: {
          task: 4,
          prompt:
            "head.status and head.message are the texts of grpc-status and grpc-message, head.metadata the application's own. { code, details, metadata }; without a message details are ''.",
        },
        statusOfTrailers: {
          task: 4,
          prompt: 'readStatus(head), fault and NO_STATUS: which of the three, and when?',
        },
      },
    },
    {
      name: '#grpc/wire/response-headers',
      file: 'response-headers.ts',
      solution: 'derived',
      gaps: {
        responseHeaders: {
          task: 3,
          prompt:
            'As in requestHeaders: what is not given is left out, the metadata comes last (head.metadata.toHeaders() gives header fields).',
        },
        faultOfResponse: {
          task: 4,
          prompt:
            "{ code, details }, with details that help somebody at two in the morning. statusFromHttp(502) is Status.UNAVAILABLE; isGrpcContentType(head.contentType) says whether it is gRPC’s at all; contentSubtype('application/grpc+json') is 'json'. excerpt(text) cuts a text of the peer to a length that fits into details.",
        },
        statusOfHeaders: {
          task: 4,
          prompt:
            'faultOfResponse(head) says what is wrong with the block, statusOfTrailers(head, fault) how a call ends.',
        },
      },
    },
  ],
  tasks: [
    {
      title: 'Begin a call',
      file: 'request-headers.ts',
      asked:
        'requestHeaders(head) returns the fields that make an HTTP/2 request a gRPC call, in the protocol’s order. Its grpc-timeout comes from formatTimeout (timeout.ts): whole digits, eight at the most, and never less time than was asked.',
      hints: [
        'Four names with a colon, the timeout if there is one, te, content-type, what else was given, the metadata. Which of them change from call to call, and which never do?',
        'te is always trailers, content-type always application/grpc+proto, the method always POST. In formatTimeout: 250 is 250m; 1.5 is not a whole number of milliseconds, but of microseconds; 100,000,000 has nine digits, in seconds it has six.',
        "const fields = [{ name: ':method', value: 'POST' }, …]; if (head.timeoutMs !== undefined) fields.push({ name: 'grpc-timeout', value: formatTimeout(head.timeoutMs) }); … fields.push(...head.metadata.toHeaders()). formatTimeout: if (Number.isInteger(ms) && ms <= MAX_DIGITS_VALUE) return ms + 'm'; for (const unit of ['u', 'm', 'S', 'M', 'H']) { const amount = Math.ceil(ms / UNITS[unit]!); if (amount <= MAX_DIGITS_VALUE) return amount + unit; }",
      ],
    },
    {
      title: 'Any text, in a header',
      file: 'percent.ts',
      asked:
        'percentEncode(text) writes the text as UTF-8; every byte that is not printable ASCII, the % itself, and a space at either end become %XX. percentDecode(text) goes back and never fails: what is not an escape stays as it is.',
      hints: [
        'Not characters become escapes but bytes: é is two of them. So both ways lead through an array of bytes.',
        'A byte from 0x20 to 0x7e that is not 0x25 stands for itself, but for a 0x20 that is the first or the last. Back: look at each %; two hex digits behind it make a byte, anything else does not. decodeURIComponent throws for a lone %, so it does not help.',
        "'%' + byte.toString(16).toUpperCase().padStart(2, '0'). Back: const pair = text[i] === '%' ? HEX_PAIR.exec(text.slice(i + 1, i + 3)) : null; if (pair) { bytes.push(Number.parseInt(pair[0], 16)); i += 2; } else bytes.push(text.charCodeAt(i)); in the end lenientUtf8.decode(Uint8Array.from(bytes)).",
      ],
    },
    {
      title: 'Answer it',
      file: 'trailers.ts',
      asked:
        'responseHeaders(head), in response-headers.ts, begins an answer. statusTrailers(status) ends it: grpc-status always, grpc-message where there is a text, then the metadata. trailersOnly(status, httpStatus) is a whole answer in one block.',
      hints: [
        'HTTP says 200 even if the call failed. Where does the failure stand, then, and what does OK look like?',
        'OK is grpc-status: 0, by itself: a grpc-message of nothing is left out. trailersOnly is the first two fields of responseHeaders and all of statusTrailers.',
        "const fields = [{ name: 'grpc-status', value: String(status.code) }]; if (status.details) fields.push({ name: 'grpc-message', value: percentEncode(status.details) }); if (status.metadata) fields.push(...status.metadata.toHeaders()); trailersOnly: [{ name: ':status', value: httpStatus }, { name: 'content-type', value: 'application/grpc+proto' }, ...statusTrailers(status)]",
      ],
    },
    {
      title: 'Find out what became of it',
      file: 'response-headers.ts',
      asked:
        'readStatus and parseStatusCode (trailers.ts) read a status; statusOfTrailers and statusOfHeaders say what a call ends with, also when a proxy that knows nothing of gRPC answered. Then your client calls a server of grpc-js, and what it sends and reads is yours.',
      hints: [
        'There are three witnesses: the status in the last block, what was wrong with the first, and nobody. In which order do you believe them? And does a status in a first block count if messages follow?',
        'The last block is the one that ends the stream: with Trailers-Only it is the first as well. A status that names an error is believed always, OK only if nothing was wrong with the first block; without a status it is the fault, and without a fault NO_STATUS. A status code is one or two digits without a leading zero, up to 16; all else is UNKNOWN.',
        "parseStatusCode: /^(0|[1-9]\\d?)$/.test(text) && Number(text) <= LAST_CODE. faultOfResponse: head.httpStatus !== '200' → statusFromHttp(Number(head.httpStatus)); !isGrpcContentType(head.contentType) → UNKNOWN; contentSubtype(head.contentType!) !== 'proto' → INTERNAL; head.malformed → INTERNAL. statusOfHeaders: endStream ? statusOfTrailers(head, fault) : fault. statusOfTrailers: no status → fault ?? NO_STATUS; OK and a fault → the fault; otherwise the status.",
      ],
    },
    {
      title: 'Let in, and turn away',
      file: 'request-headers.ts',
      asked:
        'refuseRequest(head) says why a server does not take a request, by HTTP’s status and by gRPC’s, or undefined; parseTimeout(text), in timeout.ts, reads a timeout and refuses what is not one. Then a client of grpc-js calls your server.',
      hints: [
        'A sender that does not speak gRPC does not read grpc-status: for it there must be an HTTP error. One that does gets 200 and a code; a timeout that cannot be read is 400, a bad request in HTTP as well. The table above refuseRequest has the order.',
        'application/grpc-web and application/grpcfoo begin like gRPC and are not: isGrpcContentType knows. For parseTimeout take an anchored regular expression; Number() is far too friendly.',
        "if (!isGrpcContentType(head.contentType)) return { httpStatus: '415', code: Status.UNKNOWN, details }; head.method !== 'POST' → 405, INTERNAL; head.te?.toLowerCase() !== 'trailers' → 200, INTERNAL; contentSubtype(head.contentType!) !== 'proto' → 200, UNIMPLEMENTED; head.timeout !== undefined && parseTimeout(head.timeout) === undefined → 400, INTERNAL; head.malformed → 200, INTERNAL. parseTimeout: /^(\\d{1,8})([HMSmun])$/.exec(text)",
      ],
    },
  ],
};

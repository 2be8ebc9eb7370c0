import type { Exercise } from '#course/exercise/exercise';

export const exercise: Exercise = {
  pieces: [
    {
      name: '#grpc/credentials/basic',
      file: 'basic.ts',
      solution: 'derived',
      gaps: {
        basicValue: {
          task: 1,
          prompt:
            'encodeUtf8(text) gives bytes; text.normalize("NFC") one of the ways to write an é. encodeBase64(bytes) leaves out the "=" at the end, as gRPC does for -bin: encodeBase64 of one byte has 2 letters, and a receiver of Basic wants 4. hasControl("a\\n") is true.',
        },
        parseBasic: {
          task: 1,
          prompt:
            'decodeBase64("YTpi") gives bytes, and undefined for what is not base64. decodeUtf8(bytes) gives the text, and throws for what is not UTF-8. hasControl("a\\n") is true.',
        },
      },
    },
    {
      name: '#grpc/credentials/password-check',
      file: 'password-check.ts',
      solution: 'derived',
      gaps: {
        passwordCheck: {
          task: 2,
          prompt:
            'Returns async ({ user, password }) => …. options.find(user) gives { caller, password: { salt, hash } } or undefined, now or later. await options.derive(password, salt) gives a hash; options.equal(a, b) compares two; options.decoy is a record, { salt, hash }.',
        },
      },
    },
    {
      name: '#grpc/credentials/basic-guard',
      file: 'basic-guard.ts',
      solution: 'derived',
      gaps: {
        basicGuard: {
          task: 3,
          prompt:
            'guard({ identify, caller, mayCall, open }) of lesson 15 is there, and asks identify(call) of each call that is not open: who it is, or a status that is thrown. It gives an interceptor, (request, call, next) => …, and so do you. call.peer.secure: came over TLS. call.metadata.getAll(AUTHORIZATION) gives all values, call.metadata.delete(AUTHORIZATION) takes them away. parseBasic(values) is task 1’s, options.check(proof, call) gives the caller or undefined, now or later. new GrpcError(Status.UNAUTHENTICATED, WRONG_PASSWORD).',
        },
      },
    },
    {
      name: '#channel/calls/authorize',
      file: 'authorize.ts',
      solution: 'derived',
      gaps: {
        authorize: {
          task: 4,
          prompt:
            'metadata.clone() is a copy, new Metadata() an empty one; all.merge(other) adds what other has. each.allowPlaintext is true, false or missing; each.metadata({ serviceUrl, path }) gives a Metadata, now or later. asStatus(error) is what the call fails with.',
        },
        asStatus: {
          task: 4,
          prompt:
            'new GrpcError(code, details, undefined, { cause: error }). NOT_FOR_CONTROL_PLANE.has(code) tells whether only an application may say that code.',
        },
      },
    },
  ],
  tasks: [
    {
      title: 'A name and a password, there and back',
      file: 'basic.ts',
      asked:
        'basicValue({ user, password }) gives what a client sends: Basic, a space, and base64 of user:password in UTF-8 and NFC, with its "=" at the end. A user with a colon, and a control character in either (0x00–0x1f, 0x7f), is a RangeError that does not have the password in it, nor in its cause. parseBasic(values) gives { user, password }, or undefined if there is not exactly one value, or if it is not one. The scheme may be in any case, with one or more spaces behind it; the base64 may lack its "="; the first colon divides; either side may be empty; what is not UTF-8, or has a control character, is nothing. The text is given back as it came. parseBasic throws nothing, whatever a stranger sends.',
      hints: [
        'What can a password contain that a name cannot? And which of its letters does btoa not know? Write down what the five parts of a value are, and what each of them may look like.',
        'The scheme is a word, and not a prefix: "Basics YTpi" is another one, and no scheme at all is nothing. base64 is foreign letters, then bytes; bytes are UTF-8 or are not; a text has a colon or has none. Each of these may say no, and only one of them by throwing.',
        'basicValue: const letters = encodeBase64(encodeUtf8((user + ":" + password).normalize("NFC"))), and then "=" until the length is a multiple of 4. parseBasic: if (values.length !== 1) return undefined; /^basic +([^ ]+)$/i.exec(values[0]); decodeBase64; try decodeUtf8; hasControl; text.indexOf(":"); two slices.',
      ],
    },
    {
      title: 'The same work for everybody',
      file: 'password-check.ts',
      asked:
        'passwordCheck(options) gives a function from a proof to the caller, or to undefined if there is nobody of that name or the password is wrong. For each proof: find once, derive once, equal once, whatever comes of them. For who does not exist the decoy’s record is used, and its password opens nothing. The name goes to find, and the password to derive, as they came. Nothing is remembered from one proof to the next. What find, derive or equal throw is what the promise rejects with.',
      hints: [
        'Hashing takes a tenth of a second. How long does your check take for a name that does not exist? What could somebody do who measures that for ten thousand names?',
        'There is always a record: the user’s, or the decoy’s. So there is one way through, without a return in the middle. And at its end two things have to be true.',
        'return async ({ user, password }) => { const known = await options.find(user); const { salt, hash } = known?.password ?? options.decoy; const derived = await options.derive(password, salt); const same = options.equal(derived, hash); return same ? known?.caller : undefined; }',
      ],
    },
    {
      title: 'In front of every method',
      file: 'basic-guard.ts',
      asked:
        'basicGuard(options) gives an interceptor for calls of all four kinds. In this order, UNAUTHENTICATED each: the call came over plaintext, and allowPlaintext is not set (NOT_OVER_PLAINTEXT); there is no proof that can be read (NOT_BASIC); check gives undefined (WRONG_PASSWORD). Whoever is known and may not: PERMISSION_DENIED. No check runs before the first two have passed, and no message is read. Behind the guard options.caller is in call.context, and call.metadata has no authorization any more, for open methods either. open and mayCall are guard’s: what is open is for anybody, over plaintext too. No error has the password in it, nor in its cause. What check throws is what the call fails with.',
      hints: [
        'The article’s guard was asked about one kind of call, and the other three stood open. Which of the things that you need depends on the kind?',
        'None. guard of lesson 15 does not ask for it either, and has the rest: open, mayCall, the context. What is left is identify: three questions, in an order, and the answer. And what goes in, on whichever way, passes through next.',
        'const identify = async (call) => { if (!call.peer.secure && !options.allowPlaintext) throw …; const proof = parseBasic(call.metadata.getAll(AUTHORIZATION)); if (proof === undefined) throw …; const who = await options.check(proof, call); if (who === undefined) throw …; return who; }; const inner = guard({ ...options, identify }); return (request, call, next) => inner(request, call, (...further) => { call.metadata.delete(AUTHORIZATION); return next(...further); });',
      ],
    },
    {
      title: 'Not over plaintext',
      file: 'authorize.ts',
      asked:
        'authorize(metadata, credentials, path, { authority, secure }) gives new metadata: the caller’s, and behind it what each of the credentials adds, in order. Over plaintext, unless all of them have allowPlaintext, it fails with UNAUTHENTICATED (NOT_OVER_PLAINTEXT) before any of them is asked. Each is asked with { serviceUrl, path }: https://, the authority, and the path without its method; one after the other, and none any more once one has failed. A GrpcError of theirs is what the call fails with, but a code of NOT_FOR_CONTROL_PLANE becomes INTERNAL, and anything else that they throw becomes UNAUTHENTICATED; both with what was thrown as their cause. The caller’s metadata stays as it is.',
      hints: [
        'A secret that has been fetched for nothing lies in a memory, in a log, in a token server’s list. When do you know that it must not be sent?',
        'Two loops: may all of them go, and then, what do they add? The copy of the metadata is made once. The await stands inside of the try.',
        'if (!connection.secure && credentials.some((each) => !each.allowPlaintext)) throw new GrpcError(Status.UNAUTHENTICATED, NOT_OVER_PLAINTEXT); const all = metadata?.clone() ?? new Metadata(); const service = path.slice(0, path.lastIndexOf("/")); for (const each of credentials) try { all.merge(await each.metadata(…)) } catch (error) { throw asStatus(error) }; return all. asStatus: not a GrpcError → UNAUTHENTICATED; NOT_FOR_CONTROL_PLANE → INTERNAL; otherwise the error itself.',
      ],
    },
  ],
};

const _01LocalToRemote_exercise = { ...{ "number": 1, "title": "From a function call to a remote call", "folder": "01-local-to-remote", "tasks": [{ "title": "Pack a call", "file": "stub.ts", "asked": 'marshalCall(method, params) returns the call as bytes: {"method":"readFile","params":["notes.txt"]}, JSON on one line, in UTF-8.', "hints": ["What must the server know to make the call for you? Which procedure, and with what. Nothing else travels.", "Two steps: an object with the members method and params becomes a text (JSON.stringify), the text becomes bytes (encodeUtf8).", "return encodeUtf8(JSON.stringify({ method, params }))"] }, { "title": "Unpack the reply", "file": "stub.ts", "asked": "unmarshalReply(reply) returns the result that the reply carries. If the reply carries an error instead, it throws a RemoteError with the server’s message.", "hints": ["It is task 1 backwards, and then one question: did the procedure succeed over there?", 'decodeUtf8, then JSON.parse. A reply has a member "error" or a member "result"; null, 0 and "" are results too, so ask for the error.', "const message = JSON.parse(decodeUtf8(reply)); if message.error is not undefined, throw new RemoteError(message.error.message); otherwise return message.result"] }, { "title": "Look like the object", "file": "stub.ts", "asked": "createStub(exchange) returns an object on which any method can be called, whatever its name: stub.add(1, 2) packs the call, hands it to exchange, and resolves with the unpacked reply. Whatever fails on the way rejects. `await stub` gives the stub itself.", "hints": ["You cannot know the names of the methods beforehand. JavaScript has an object that is asked each time: Proxy, with a handler get(target, name).", 'get returns a function that takes (...params), and is async: it awaits exchange(marshalCall(name, params)) and gives the reply to unmarshalReply. For the name "then" (and for symbols) get returns undefined, or `await stub` takes the stub for a promise.', "return new Proxy({} as Remote<Api>, { get(_target, name) { if (typeof name === 'symbol' || name === 'then') return undefined; return async (...params: unknown[]) => unmarshalReply(await exchange(marshalCall(name, params))); } })"] }, { "title": "Make the call over there", "file": "skeleton.ts", "asked": 'createSkeleton(implementation) returns a function that takes a packed call, calls that method of the implementation once, with those params, and resolves with the packed reply {"result":…}. The method may be async, may use `this`, and may return nothing: then the result is null.', "hints": ["The stub backwards: unpack, call, pack. Which of the three may take a while?", "procedures[method](...params) calls it on its object, so `this` is right. await what it returns: a plain value passes through await unharmed. JSON has no undefined: ?? null.", "try { const { method, params } = JSON.parse(decodeUtf8(request)); checkCall(procedures, method, params); const result = await procedures[method]?.(...params); return encodeUtf8(JSON.stringify({ result: result ?? null })); } catch (error) { return marshalError(error); }"] }, { "title": "Let no failure out, and no stranger in", "file": "skeleton.ts", "asked": 'Whatever goes wrong becomes a reply {"error":{"message":"…"}}, and the skeleton never rejects: a procedure that throws (then its own message is sent, and only that), one that does not exist, bytes that are not a call. Only methods that the implementation itself has can be called, not what it inherits.', "hints": ["The try of task 4 has to hold everything: unpacking, the call, packing. And what does every object have that you never wrote? Try ({}).constructor.", "marshalError: error.message if it is an Error, String(error) if it is anything else. checkCall: three questions, each followed by a throw. Object.hasOwn(object, name) is false for what is inherited.", "checkCall: if (typeof method !== 'string' || !Array.isArray(params)) throw …; if (!Object.hasOwn(procedures, method) || typeof procedures[method] !== 'function') throw …. marshalError: encodeUtf8(JSON.stringify({ error: { message } }))."] }], "files": [{ "name": "#rpc/stub", "file": "stub.ts", "skeleton": `import { notYet } from '#course/exercise/not-yet';
import { decodeUtf8, encodeUtf8 } from '#bytes/utf8';
import { RemoteError } from '#rpc/remote-error';

/**
 * The client stub (Birrell & Nelson 1984, §1.3 "user-stub"): it looks like the procedure and is a
 * messenger. It packs the arguments into a message (marshals), has it sent, and unpacks the reply.
 *
 *     request   {"method":"readFile","params":["notes.txt"]}
 *     reply     {"result":"Remember the milk.\\n"}
 *            or {"error":{"message":"there is no file 'notes.txt'"}}
 */

/** Sends one message and resolves with the answer. How is the runtime's business, not the stub's. */
export type Exchange = (request: Uint8Array) => Promise<Uint8Array>;

/** What a remote object looks like from here: the same methods, but each answer comes later. */
export type Remote<Api> = {
  [Name in keyof Api]: Api[Name] extends (...params: infer Params) => infer Result
    ? (...params: Params) => Promise<Awaited<Result>>
    : never;
};

/** Packs a call: which procedure, with what. */
export function marshalCall(method: string, params: readonly unknown[]): Uint8Array {
  // ── Task 1 ──
  // The text of the request above, on one line, as bytes: encodeUtf8('hi') makes the bytes 68 69 of
  // a text.
  throw notYet(1);
}

/**
 * Unpacks a reply into the result of the call.
 * @throws RemoteError with the server's message if the procedure failed over there
 */
export function unmarshalReply(reply: Uint8Array): unknown {
  // ── Task 2 ──
  // The way back: bytes → text (decodeUtf8) → value. A reply has a result or an error, never both;
  // an error is thrown: new RemoteError('its message').
  throw notYet(2);
}

/** An object on which every method call becomes a message to the server. */
export function createStub<Api extends object>(exchange: Exchange): Remote<Api> {
  // ── Task 3 ──
  // A Proxy is asked for every property that somebody reads: stub.readFile runs get(…, 'readFile').
  // Answer with a function that packs its arguments, sends them with exchange, unpacks the reply.
  // One name is not a procedure: \`await stub\` reads stub.then, to find out if stub is a promise.
  // A symbol, such as Symbol.iterator, is not a name that one could send: undefined for it, too.
  throw notYet(3);
}
` }, { "name": "#rpc/skeleton", "file": "skeleton.ts", "skeleton": `import { notYet } from '#course/exercise/not-yet';
import { decodeUtf8, encodeUtf8 } from '#bytes/utf8';

/**
 * The server skeleton (the word is CORBA's; Birrell & Nelson 1984 say "server-stub"): the stub's mirror. It unpacks the
 * message, makes the real, local call on behalf of a caller far away, and packs what comes of it.
 *
 *     request   {"method":"readFile","params":["notes.txt"]}
 *     reply     {"result":"Remember the milk.\\n"}
 *            or {"error":{"message":"there is no file 'notes.txt'"}}
 */

/** Takes a request, resolves with the reply. It never rejects: a failure is a reply too. */
export type Skeleton = (request: Uint8Array) => Promise<Uint8Array>;

type Procedures = Record<string, (...params: unknown[]) => unknown>;

/** Puts the procedures of \`implementation\`, its own methods only, within reach of the network. */
export function createSkeleton(implementation: object): Skeleton {
  return (request) => answer(implementation as Procedures, request);
}

/** Makes the call that the request asks for, and resolves with the reply. */
async function answer(procedures: Procedures, request: Uint8Array): Promise<Uint8Array> {
  // ── Task 4 ──
  // Unpack the call, make it (procedures[method] is the procedure), pack its result. The procedure
  // may return a value or a promise. If it returns nothing, the result is null.
  // Call checkCall before the procedure, and reply marshalError(error) to whatever is thrown on the
  // way: task 5 fills in both.
  throw notYet(4);
}

/** @throws Error if this is not a call, or calls what was never meant to be called from outside */
function checkCall(procedures: Procedures, method: unknown, params: unknown): void {
  // ── Task 5 ──
  // The bytes come from a stranger. Throw unless method is a string, params is a list, and the
  // implementation itself has this method: every object has a constructor and a toString, too.
}

/** The reply that says what went wrong. */
function marshalError(error: unknown): Uint8Array {
  // ── Task 5 ──
  // See the second reply above. In JavaScript one can throw anything, not only an Error.
  throw notYet(5);
}
` }] }, suite: void 0 };
export {
  _01LocalToRemote_exercise as default
};

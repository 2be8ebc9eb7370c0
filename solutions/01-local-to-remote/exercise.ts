import type { Exercise } from '#course/exercise/exercise';

export const exercise: Exercise = {
  pieces: [
    {
      name: '#rpc/stub',
      file: 'stub.ts',
      solution: 'derived',
      gaps: {
        marshalCall: {
          task: 1,
          prompt:
            "The text of the request above, on one line, as bytes: encodeUtf8('hi') makes the bytes 68 69 of a text.",
        },
        unmarshalReply: {
          task: 2,
          prompt:
            "The way back: bytes → text (decodeUtf8) → value. A reply has a result or an error, never both; an error is thrown: new RemoteError('its message').",
        },
        createStub: {
          task: 3,
          prompt:
            "A Proxy is asked for every property that somebody reads: stub.readFile runs get(…, 'readFile').\nAnswer with a function that packs its arguments, sends them with exchange, unpacks the reply.\nOne name is not a procedure: `await stub` reads stub.then, to find out if stub is a promise.\nA symbol, such as Symbol.iterator, is not a name that one could send: undefined for it, too.",
        },
      },
    },
    {
      name: '#rpc/skeleton',
      file: 'skeleton.ts',
      solution: 'derived',
      gaps: {
        answer: {
          task: 4,
          prompt:
            'Unpack the call, make it (procedures[method] is the procedure), pack its result. The procedure may return a value or a promise. If it returns nothing, the result is null.\nCall checkCall before the procedure, and reply marshalError(error) to whatever is thrown on the way: task 5 fills in both.',
        },
        checkCall: {
          task: 5,
          blank: true,
          prompt:
            'The bytes come from a stranger. Throw unless method is a string, params is a list, and the implementation itself has this method: every object has a constructor and a toString, too.',
        },
        marshalError: {
          task: 5,
          prompt:
            'See the second reply above. In JavaScript one can throw anything, not only an Error.',
        },
      },
    },
  ],
  tasks: [
    {
      title: 'Pack a call',
      file: 'stub.ts',
      asked:
        'marshalCall(method, params) returns the call as bytes: {"method":"readFile","params":["notes.txt"]}, JSON on one line, in UTF-8.',
      hints: [
        'What must the server know to make the call for you? Which procedure, and with what. Nothing else travels.',
        'Two steps: an object with the members method and params becomes a text (JSON.stringify), the text becomes bytes (encodeUtf8).',
        'return encodeUtf8(JSON.stringify({ method, params }))',
      ],
    },
    {
      title: 'Unpack the reply',
      file: 'stub.ts',
      asked:
        'unmarshalReply(reply) returns the result that the reply carries. If the reply carries an error instead, it throws a RemoteError with the server’s message.',
      hints: [
        'It is task 1 backwards, and then one question: did the procedure succeed over there?',
        'decodeUtf8, then JSON.parse. A reply has a member "error" or a member "result"; null, 0 and "" are results too, so ask for the error.',
        'const message = JSON.parse(decodeUtf8(reply)); if message.error is not undefined, throw new RemoteError(message.error.message); otherwise return message.result',
      ],
    },
    {
      title: 'Look like the object',
      file: 'stub.ts',
      asked:
        'createStub(exchange) returns an object on which any method can be called, whatever its name: stub.add(1, 2) packs the call, hands it to exchange, and resolves with the unpacked reply. Whatever fails on the way rejects. `await stub` gives the stub itself.',
      hints: [
        'You cannot know the names of the methods beforehand. JavaScript has an object that is asked each time: Proxy, with a handler get(target, name).',
        'get returns a function that takes (...params), and is async: it awaits exchange(marshalCall(name, params)) and gives the reply to unmarshalReply. For the name "then" (and for symbols) get returns undefined, or `await stub` takes the stub for a promise.',
        "return new Proxy({} as Remote<Api>, { get(_target, name) { if (typeof name === 'symbol' || name === 'then') return undefined; return async (...params: unknown[]) => unmarshalReply(await exchange(marshalCall(name, params))); } })",
      ],
    },
    {
      title: 'Make the call over there',
      file: 'skeleton.ts',
      asked:
        'createSkeleton(implementation) returns a function that takes a packed call, calls that method of the implementation once, with those params, and resolves with the packed reply {"result":…}. The method may be async, may use `this`, and may return nothing: then the result is null.',
      hints: [
        'The stub backwards: unpack, call, pack. Which of the three may take a while?',
        'procedures[method](...params) calls it on its object, so `this` is right. await what it returns: a plain value passes through await unharmed. JSON has no undefined: ?? null.',
        'try { const { method, params } = JSON.parse(decodeUtf8(request)); checkCall(procedures, method, params); const result = await procedures[method]?.(...params); return encodeUtf8(JSON.stringify({ result: result ?? null })); } catch (error) { return marshalError(error); }',
      ],
    },
    {
      title: 'Let no failure out, and no stranger in',
      file: 'skeleton.ts',
      asked:
        'Whatever goes wrong becomes a reply {"error":{"message":"…"}}, and the skeleton never rejects: a procedure that throws (then its own message is sent, and only that), one that does not exist, bytes that are not a call. Only methods that the implementation itself has can be called, not what it inherits.',
      hints: [
        'The try of task 4 has to hold everything: unpacking, the call, packing. And what does every object have that you never wrote? Try ({}).constructor.',
        'marshalError: error.message if it is an Error, String(error) if it is anything else. checkCall: three questions, each followed by a throw. Object.hasOwn(object, name) is false for what is inherited.',
        "checkCall: if (typeof method !== 'string' || !Array.isArray(params)) throw …; if (!Object.hasOwn(procedures, method) || typeof procedures[method] !== 'function') throw …. marshalError: encodeUtf8(JSON.stringify({ error: { message } })).",
      ],
    },
  ],
};

import type { Exercise } from '#course/exercise/exercise';

export const exercise: Exercise = {
  pieces: [
    {
      name: '#http2/attach',
      file: 'attach.ts',
      solution: 'derived',
      gaps: {
        drain: { task: 1, prompt: 'What waited goes on its way, at once.' },
        end: {
          task: 1,
          prompt:
            'this.#turns.end(then) calls then when all that came before has been handed over. After that the connection hears of it: transportClosed(). What it then has to say it announces by itself.',
        },
        close: {
          task: 1,
          prompt:
            'Nobody writes here any more. The turns and the connection hear of it (the connection with the error); no timer is left.',
        },
        '#receive': {
          task: 1,
          prompt:
            'this.#http2.receive(chunk, now, late) takes it, and may leave some of it. When ready is true the handshake is over.',
        },
        '#flush': {
          task: 1,
          prompt:
            'takeOutput() gives what there is, undefined if there is nothing. write(…) is false if the transport has taken it and wants no more; call this.#written() after each. When the connection is closed: this.#endTransport().',
        },
        '#endTransport': {
          task: 1,
          prompt:
            'Once. No handshake is waited for any more. From the first time on, after this.#lingerMs: this.#transport.destroy(). While the transport is blocked the end has to wait, or the last words would be lost.',
        },
        '#schedule': {
          task: 5,
          prompt:
            'This works, and shares a write among the calls of a millisecond. A call that is alone waits as long, for nobody. Is there a moment that is late enough for all that are ready now, and not later? The constructor has kept what knows it.',
          given: 'this.#after(1, this.#flushNow);',
        },
        '#written': {
          task: 5,
          prompt:
            'outputWritten() says that the memory of what was written last is free again. When is that true? Without it each write takes new memory.',
          blank: true,
        },
      },
    },
    {
      name: '#grpc/server/calls/begin-call',
      file: 'begin-call.ts',
      solution: 'derived',
      gaps: {
        beginCall: {
          task: 2,
          prompt:
            'readHead(fields) takes the fields apart. refuseRequest(head), then config.compressions.refuse(head.encoding): each gives a Refusal or undefined. services.get(path) gives the method, or undefined; then services.explain(path) has the details.\nA call begins: place.callBegins(), then the two objects, then call.start(server, endStream). The last two arguments of a ServerStream are ...limitsOf(place, head.encoding).',
        },
      },
    },
    {
      name: '#grpc/server/calls/incoming-call',
      file: 'incoming-call.ts',
      solution: 'derived',
      gaps: {
        run: {
          task: 3,
          prompt:
            'this.deadline < NEVER: there is a deadline, and this.timeLeft() === 0 when it has passed; then this.expired() ends the call.\nthis.queue is the stream of requests; without one, this.decodeRequest() gives the one request. this.stream.hold() before this.#served.answer(request, this). isThenable(value) tells a promise. What is thrown goes to this.#threw(error).',
        },
        '#answer': {
          task: 3,
          prompt:
            'this.status is there if the call has ended meanwhile. method.responseStream: new Pump(source, this) goes into this.#pump, and its run() settles when the source does nothing any more. Otherwise this.send(response) and this.finished(). this.stream.release() gives back what hold() has taken.',
        },
      },
    },
    {
      name: '#grpc/server/calls/server-stream',
      file: 'server-stream.ts',
      solution: 'derived',
      gaps: {},
      planted: {
        task: 4,
        note: 'Three lines of this file are wrong, each in one thing. Each of them breaks one or two cases of gRPC’s interoperability tests; all else goes well. Find them by the case that fails: what does it send, what should come back, and which method of this file is on the way?',
        faults: [
          [
            'if (this.#ended) return true;',
            'if (this.#ended || encoded.length === 0) return true;',
          ],
          [
            'const status = withTrailers(outcome, trailers);',
            'const status = withTrailers(outcome, headers);',
          ],
          [
            'if (this.#budget.exhausted && !this.#stream.canSend(PREFIX_SIZE + length)) {',
            'if (this.#budget.exhausted || !this.#stream.canSend(PREFIX_SIZE + length)) {',
          ],
        ],
      },
    },
  ],
  tasks: [
    {
      title: 'Bytes to a connection',
      file: 'attach.ts',
      asked:
        'Join a transport and an HTTP/2 connection. What comes in goes to receive, and what that leaves is returned. Output goes to the transport until write says false; then nothing is written until drain, and at drain it goes on at once. When the connection is over, and its last words are written, the transport is ended, once; if it has not closed lingerMs after the connection was over, it is destroyed. The peer’s end and the transport’s close are told to the connection. The handshake’s timer ends when the connection is ready or over; after close no timer is left, and the transport is not ended again.',
      hints: [
        'Follow one request through the file: data, #turns, #receive, then outputReady calls #schedule, later #flushNow calls #flush. Each method has one thing to do; which fields does it have to change?',
        'write(output) has taken the output also when it is false: it only says that no more is wanted. In #endTransport the timer is set before you look at blocked: a peer that does not read is what it is for. In close, #ended stops whatever may still try to end the transport.',
        '#flush: while (!this.#blocked) { const output = this.#http2.takeOutput(); if (output === undefined) break; this.#blocked = !this.#transport.write(output); this.#written(); } if (this.#http2.closed) this.#endTransport(); … #endTransport: if (this.#ended) return; this.#endHandshake(); this.#linger ??= this.#after(this.#lingerMs, () => this.#transport.destroy()); if (this.#blocked) return; …',
      ],
    },
    {
      title: 'A stream to a call',
      file: 'begin-call.ts',
      asked:
        'A client has opened a stream. If its headers are not those of a gRPC request, or its compression is unknown, or nothing answers its path, refuse it: in this order, with the refusal that the checks give; an unknown path is HTTP status 200, UNIMPLEMENTED, with the details of explain. Otherwise say callBegins once, before anything of the call can end; make the IncomingCall and the ServerStream, start the call, and return the ServerStream.',
      hints: [
        'Nothing may be counted or made for a stream that is refused. Which of the two objects needs the other when it is made, and which gets it later?',
        'A path may be missing: head.path ?? "". The ServerStream gets the IncomingCall as its handler; start gives the ServerStream to the call. Both want to know whether the client has already sent all.',
        'const head = readHead(fields); const refusal = refuseRequest(head) ?? place.config.compressions.refuse(head.encoding); if (refusal) return refuse(stream, refusal, endStream); const served = place.services.get(path); if (served === undefined) return refuse(stream, { httpStatus: "200", code: Status.UNIMPLEMENTED, details: place.services.explain(path) }, endStream); place.callBegins(); …',
      ],
    },
    {
      title: 'A call to its handler',
      file: 'incoming-call.ts',
      asked:
        'run calls the handler, once, with the request (or the stream of them) and the call; not at all if the deadline has passed. The answer may be a value, a promise of one, or for a method with a stream of responses a source of them. hold is called before the handler; release when it does nothing any more: when it has thrown, when its one answer is there, or when the pump has come to its end. What it throws, at once or later, ends the call through #threw. An answer that comes after the call has ended is not sent.',
      hints: [
        'A handler need not be async. If its answer is there at once, nothing should have to wait for a promise: the call can be over before run returns.',
        'decodeRequest can throw, the handler can throw, send can throw: each of them belongs inside a try. A promise needs two functions, one for each way that it can end. A pump’s run never rejects.',
        'run: … const answer = this.#served.answer(request, this); if (!isThenable(answer)) { this.#answer(answer); return; } Promise.resolve(answer).then((response) => this.#answer(response), (error) => this.#threw(error)); … #answer: if (this.status) { this.stream.release(); return; } try { if (this.method.responseStream) { this.#pump = new Pump(response as Source<unknown>, this); void this.#pump.run().then(() => this.stream.release()); } else { this.stream.release(); this.send(response); this.finished(); } } catch (error) { this.#threw(error); }',
      ],
    },
    {
      title: 'Three cases that fail',
      file: 'server-stream.ts',
      asked:
        'This file is written, and three of its lines are wrong. The first breaks empty_unary of gRPC’s interoperability tests, the second custom_metadata, the third large_unary and server_streaming. Find the lines and mend them, without losing another case.',
      hints: [
        'empty_unary: a message of no bytes still is a message. custom_metadata: the handler’s trailers have to go out with the status. large_unary: 314,159 bytes do not fit into a window of 65,535; does that make the answer wrong, or only slow?',
        'Two of them are in send, one is in end. Read each condition aloud: when does it hold? And which metadata does the status go out with?',
        'send: only a call that has ended sends nothing, whatever the length. An answer that has to wait is refused only if the budget is exhausted as well: both, and not one of the two. end: withTrailers(outcome, trailers).',
      ],
    },
    {
      title: 'Faster than grpc-js',
      file: 'attach.ts',
      asked:
        'What is announced in one turn of the event loop leaves in one write, however many calls it belongs to, and waits for no timer. When the transport says that it is flushed, #written gives the output’s memory back to the connection; if it does not say so, never.',
      hints: [
        'Three answers to "when do we write?": at once makes a write of each frame; after a millisecond makes each call wait. What lies between the two?',
        'this.#defer takes a function and calls it at the end of the turn. this.#flushNow is such a function. The connection says outputReady once until all is taken, so nobody has to count. transport.flushed may be missing: then nobody knows.',
        '#schedule: this.#defer(this.#flushNow); … #written: if (this.#transport.flushed) this.#http2.outputWritten();',
      ],
    },
  ],
  tiers: [
    {
      name: 'grpc-js',
      title: 'grpc-js calls it, and is called: 14 cases of gRPC interop each way',
      needs: 'Node alone',
      program: 'test/judges/tiers/grpc-js.ts',
    },
    {
      name: 'speed',
      title: 'Faster than grpc-js, in the same run',
      needs: 'Node alone',
      program: 'test/judges/tiers/speed.ts',
      starts: ['lessons/33-your-own-grpc/speed/server.ts'],
    },
    {
      name: 'protobuf',
      title: 'protobuf conformance: proto3, binary and JSON',
      needs: 'Node, and an npm package of 50 MB',
      program: 'test/judges/tiers/protobuf.ts',
      starts: ['test/judges/protobuf/testee.ts'],
    },
    {
      name: 'h2spec',
      title: 'h2spec, strict: HTTP/2, frame by frame',
      needs: 'Go',
      program: 'test/judges/tiers/h2spec.ts',
      starts: ['test/judges/h2spec/server.ts'],
    },
    {
      name: 'grpc-go',
      title: 'gRPC interop: grpc-go’s own programs, both ways',
      needs: 'Go',
      program: 'test/judges/tiers/grpc-go.ts',
      starts: ['test/judges/interop/server.ts', 'test/judges/interop/client.ts'],
    },
  ],
};

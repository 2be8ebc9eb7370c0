import type { Exercise } from '#course/exercise/exercise';

export const exercise: Exercise = {
  pieces: [
    { name: '#uploads/incoming', file: 'incoming.ts', solution: 'only' },
    { name: '#uploads/update-all', file: 'update-all.ts', solution: 'only' },
    { name: '#uploads/upload', file: 'upload.ts', solution: 'only' },
    {
      name: '#grpc/messages/pump',
      file: 'pump.ts',
      solution: 'derived',
      gaps: {
        '#pour': {
          task: 5,
          prompt:
            'Until stopped: ask the iterator for the next message, send it, and if send says false, wait for #drained() before you ask again. A message may be a promise (isThenable): wait for it.\nAt the end of the source: stopped, and sink.finished(). If something throws, the source or send(): stop(), and sink.failed(error). After every wait look whether it was stopped meanwhile: then say nothing, and send nothing.',
        },
        stop: {
          task: 5,
          prompt:
            'Once: stopped, let a pump that waits for room go on (drain), and tell the source: #closed is what closeIterator(iterator) returns.',
        },
      },
    },
  ],
  needsNode: true,
  tasks: [
    {
      title: 'Was that all?',
      file: 'incoming.ts',
      asked:
        'incoming(call) gives the messages of an upload one at a time. It is done only if all have come. If the client is gone (call.cancelled), it throws a CallError CANCELLED with the text LEFT, whether grpc-js ends the stream or breaks it. If the client has announced how many it sends (COUNT in call.metadata), and another number came, it throws INVALID_ARGUMENT with both numbers in its text. Leaving it early does not harm the call.',
      hints: [
        'The stream ends when the client is done, and it ends when the client is gone. What tells one from the other?',
        'Count while you read. Behind the loop, and if it throws, look at call.cancelled; then compare with what call.metadata.get(COUNT) says, if it says anything.',
        'const [announced] = call.metadata.get(COUNT); try { for await (const m of call.iterator({ destroyOnReturn: false })) { came++; yield m; } } catch (error) { if (!call.cancelled) throw error; } if (call.cancelled) throw new CallError(grpc.status.CANCELLED, LEFT); if (announced !== undefined && Number(announced) !== came) throw new CallError(grpc.status.INVALID_ARGUMENT, …);',
      ],
    },
    {
      title: 'All or nothing',
      file: 'update-all.ts',
      asked:
        'updateAll(orders, book) replaces orders in the book when all have come, and returns their ids in order. If one is refused (NOT_FOUND: the book has no such id; INVALID_ARGUMENT: it came twice), it throws at once, without reading on. If anything goes wrong the book is as it was.',
      hints: [
        'What must the book look like while orders are still coming?',
        'Collect in a Map beside the book. Check each when it comes: a throw inside of for await leaves the loop, and that tells the sender.',
        'for await (const order of orders) { if (!book.has(order.id)) throw new CallError(status.NOT_FOUND, …); if (changed.has(order.id)) throw new CallError(status.INVALID_ARGUMENT, …); changed.set(order.id, order); } for (const [id, order] of changed) book.set(id, order); return [...changed.keys()];',
      ],
    },
    {
      title: 'The answer, or the error',
      file: 'upload.ts',
      asked:
        'begin(start) begins the call, once. Its answer resolves with the response or rejects with a CallError: the code, details and metadata of grpc-js’s error, and that error as its cause. Either way answered aborts. An error for which nobody waits yet does not end the process.',
      hints: [
        'This is lesson 10’s promise for a callback, with one thing more: others have to hear that the answer is there.',
        'withResolvers gives a promise and what settles it. In the function for grpc-js: reject or resolve, and over.abort(). Behind it: answer.catch(() => {}).',
        'const call = start((error, response) => { if (error === null) resolve(response as Response); else reject(new CallError(error.code, error.details, error.metadata, { cause: error })); over.abort(); }); answer.catch(() => {}); return { call, answer, answered: over.signal };',
      ],
    },
    {
      title: 'Send until it is answered',
      file: 'upload.ts',
      asked:
        'upload sends each message in order, no faster than the server takes them, and then says that this was all. When the answer comes before that, it sends nothing more, leaves the loop, so that return() of the iterator is called, and gives the answer. If the messages throw while there is none, the call is cancelled, and upload throws the same.',
      hints: [
        'Lesson 11’s sendAll, from the other side. What is there to be done behind the last message, and what if there is no last one?',
        'for await, and look at answered.aborted before each write and after each wait; then call.end(). In catch: is the answer there? Otherwise call.cancel(), and throw.',
        'try { for await (const message of messages(answered)) { if (answered.aborted) break; if (!call.write(message)) await hasRoom(call, answered); if (answered.aborted) break; } call.end(); } catch (error) { if (answered.aborted) return answer; call.cancel(); throw error; } return answer;',
      ],
    },
    {
      title: 'Under the hood: the pump',
      file: 'pump.ts',
      asked:
        'Pump moves messages from a source into a sink, in order, and asks for the next only when there is room. It says how it ended once: finished() or failed(error). After stop() it asks for nothing, sends nothing and says nothing, and the source has been told.',
      hints: [
        'There are three places where it waits: for the source, for a message that is a promise, for room. What may have happened meanwhile?',
        'while (!this.#stopped) { next; stopped? done? send; room? } in a try whose catch calls stop() and sink.failed(error), unless it was stopped.',
        'const { done, value } = await this.#iterator.next(); if (this.#stopped) return; if (done) { this.#stopped = true; this.#sink.finished(); return; } const message = isThenable(value) ? await value : value; if (this.#stopped) return; if (!this.#sink.send(message as T) && !this.#stopped) await this.#drained();',
      ],
    },
  ],
};

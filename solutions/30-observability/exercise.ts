import type { Exercise } from '#course/exercise/exercise';

export const exercise: Exercise = {
  pieces: [
    {
      name: '#grpc/telemetry/trace-context',
      file: 'trace-context.ts',
      solution: 'derived',
      gaps: {
        PARTS: { task: 1, prompt: 'A regular expression may help; so may none.' },
        parseTraceparent: {
          task: 1,
          prompt: 'Which version is it, may it go on after the flags, are the ids ids?',
        },
        formatTraceparent: { task: 1, prompt: 'Version 00, and one flag.' },
        incomingContext: {
          task: 1,
          prompt: 'metadata.getAll(TRACEPARENT) is an array of texts: [] if there is none.',
        },
        childOf: {
          task: 1,
          prompt: 'ids.traceId() and ids.spanId() make new ids. Which of them are needed?',
        },
      },
    },
    {
      name: '#grpc/telemetry/histogram',
      file: 'histogram.ts',
      solution: 'derived',
      gaps: {
        observe: {
          task: 2,
          prompt:
            'One of this.#counts goes up by one: the one of the first bound that is not below the value. The last of them is for what is above all bounds.',
        },
        cumulative: { task: 2, prompt: 'this.#counts, counted up. this.#counts itself stays.' },
      },
    },
    {
      name: '#grpc/telemetry/call-metrics',
      file: 'call-metrics.ts',
      solution: 'derived',
      gaps: {
        methodLabel: { task: 2, prompt: 'this.#methods has the paths, each with its first slash.' },
        statusLabel: {
          task: 2,
          prompt:
            'statusName(5) is "NOT_FOUND"; of a number that it does not know it makes a name.',
        },
        begin: {
          task: 2,
          prompt:
            'add(this.#started, label, 1) counts. this.#durations(method, status) is the histogram of a pair of labels.',
        },
      },
    },
    {
      name: '#grpc/telemetry/telemetry',
      file: 'telemetry.ts',
      solution: 'derived',
      gaps: {
        isFailure: { task: 3, prompt: 'SERVER_FAULTS has the codes that are the server’s fault.' },
        observe: {
          task: 3,
          prompt:
            'metrics.begin(path) begins, and returns what ends: end(code, seconds). clock.now() is the time in milliseconds. runCallback(work, failed) calls work, and failed if it throws, or if its promise fails.',
        },
        serverTelemetry: {
          task: 3,
          prompt:
            'An interceptor (request, call, next) => … returns what next(request, call) returns. call.context.set(currentSpan, context) hands the context on.',
        },
        clientTelemetry: {
          task: 4,
          prompt:
            'Whose child is it? call.context.get(currentSpan) comes first, then the same of call.options.parent, which may be missing.',
        },
      },
    },
    {
      name: '#grpc/telemetry/find-faults',
      file: 'find-faults.ts',
      solution: 'derived',
      gaps: {
        selfTime: {
          task: 5,
          prompt: 'Time in which two children ran is no more than once time in which one ran.',
        },
        wayTime: { task: 5, prompt: 'Lengths of time only.' },
        mostOfOne: { task: 5, prompt: 'Without children it is 0.' },
        swallows: { task: 5, prompt: 'First: did the server itself answer OK?' },
        isOutlived: { task: 5, prompt: 'By more than AFTER_MS.' },
      },
    },
  ],
  tasks: [
    {
      title: 'What travels with a call',
      file: 'trace-context.ts',
      asked:
        'parseTraceparent reads a traceparent, or gives undefined: four parts of small hex digits, an id of nothing but 0 is none, version ff is none; version 00 ends after the flags, and a higher one may go on with a "-" and whatever follows. Of the flags only the lowest bit counts. formatTraceparent writes version 00 and no flag but that one. incomingContext takes exactly one traceparent from the metadata: two count as none. childOf has the trace of its parent, a new span id, and is sampled if the parent is; without a parent it begins a trace, which is sampled.',
      hints: [
        'The parts have fixed lengths: 2, 32, 16 and 2 digits. What is different between version 00 and version 01 is only what may stand behind them.',
        'The flags are a number in hex: 03 has the lowest bit set as well, and 02 does not. Number.parseInt(flags, 16) & 1 says it. ids.traceId() is asked only if a trace begins.',
        '/^([\\da-f]{2})-([\\da-f]{32})-([\\da-f]{16})-([\\da-f]{2})(-.*)?$/ takes it apart; then: version "ff" is none; version "00" with a fifth part is none; "0".repeat(32) and "0".repeat(16) are none. childOf: { traceId: parent?.traceId ?? ids.traceId(), spanId: ids.spanId(), sampled: parent?.sampled ?? true }.',
      ],
    },
    {
      title: 'Numbers that stay small',
      file: 'call-metrics.ts',
      asked:
        'observe sorts a value into the first bucket whose bound is not below it; cumulative counts the buckets up, the last number being all of them, in a list that belongs to the caller. methodLabel is the path without its first slash if it is one of the methods, otherwise OTHER; statusLabel is the name of the code, and UNKNOWN for a number that is not a code. begin counts a call as started and as running, and returns what ends it: then it runs no more, and its seconds go into the histogram of its method and its status. To end it a second time does nothing.',
      hints: [
        'Which label a method has is known when the call begins, and which status when it ends. Both are looked up in something that we have, and never taken over from a peer.',
        'bounds [1, 2]: 1 belongs to the first bucket, 1.5 and 2 to the second, 3 to the last, which has no bound. findIndex gives -1 for it. statusName gives CODE_99 for 99: is that name in Status?',
        'const method = this.methodLabel(path); add(this.#started, method, 1); add(this.#running, method, 1); let over = false; return (code, seconds) => { if (over) return; over = true; add(this.#running, method, -1); this.#durations(method, this.statusLabel(code)).observe(seconds); };',
      ],
    },
    {
      title: 'A span of every call that comes in',
      file: 'telemetry.ts',
      asked:
        'isFailure: for a client every code but OK, for a server those of SERVER_FAULTS. observe begins the metrics at once; when ended resolves it ends them, with seconds, and reports the span, once, if it is sampled. A report that throws, or whose promise fails, hurts nobody. serverTelemetry makes a child of the context that came with the call (without one it begins a trace), sets it as currentSpan, observes the call, and only then calls next; it returns what next returns, for all four kinds of call. A span’s name is the path without its first slash.',
      hints: [
        'When is a stream over? What next gives is a stream that nobody has read yet. call.ended resolves when it is over, however that came: read to its end, left, or failed. It never rejects.',
        'Nobody waits for call.ended: then(…) says what to do, and the interceptor goes on. parentId is parent?.spanId. A span that is not sampled is not reported, and its call is counted all the same.',
        'observe: const end = metrics.begin(path); const startMs = clock.now(); ended.then(({ code }) => { const endMs = clock.now(); end(code, (endMs - startMs) / 1_000); if (!context.sampled) return; …; runCallback(() => report(span), () => {}); });',
      ],
    },
    {
      title: 'A span of every call that goes out',
      file: 'telemetry.ts',
      asked:
        'clientTelemetry makes a child of currentSpan in the call’s own context; if there is none, of that of call.options.parent, the call for which this one is made; if there is none either, it begins a trace. It sets traceparent in the metadata, in place of whatever stood there, observes the call as a client’s, and only then calls next. It returns what next returns.',
      hints: [
        'Most of it is as on the server. What is different: where the parent comes from, and that somebody has to be told.',
        'call.metadata.set(name, value) puts one value in place of all others. The id that goes out is that of this span, and not that of its parent: the server’s span is a child of this one.',
        'const parent = call.context.get(currentSpan) ?? call.options.parent?.context.get(currentSpan); const context = childOf(parent, ids); call.metadata.set(TRACEPARENT, formatTraceparent(context));',
      ],
    },
    {
      title: 'Find the fault',
      file: 'find-faults.ts',
      asked:
        'Five questions to a span and its children. selfTime: how long did a server work itself, that is, how much of its span is covered by no child? wayTime: how much of a client’s span is not explained by the lengths of the servers’ spans below it? mostOfOne: how many calls of the same name are there, at most? swallows: did a server answer OK although a call of its own ended with another code than OK, and was not made again with success? isOutlived: does a child end more than AFTER_MS after the span? findFaults, which is there, then finds what is wrong in three servers.',
      hints: [
        'Children come in any order, may overlap, and may go on after their parent’s end. What you are given stays as it is: sort a copy.',
        'Go through the children by their beginning and remember up to where you have counted: what is before that has been subtracted already. Servers have clocks of their own: in wayTime take differences of one span only. A call that was made again has the same name, and began when the failed one had ended, or later.',
        'selfTime: let own = span.endMs - span.startMs; let counted = span.startMs; for each child of a sorted copy: const from = Math.max(child.startMs, counted); const to = Math.min(child.endMs, span.endMs); if (to > from) { own -= to - from; counted = to; }',
      ],
    },
  ],
};

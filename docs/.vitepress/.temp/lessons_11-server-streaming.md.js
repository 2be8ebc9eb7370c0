import { useSSRContext, resolveComponent, unref } from "vue";
import { ssrRenderAttrs, ssrRenderComponent } from "vue/server-renderer";
const exercise = { kind: "handle", id: "11-server-streaming", load: () => import("./11-server-streaming.exercise.5ywoA28l.js").then((exercise2) => exercise2.default) };
const search = { kind: "handle", id: "search", load: () => import("./search.trace.Dw5pAcDV.js").then((trace) => trace.default) };
const one = { kind: "handle", id: "one", load: () => import("./one.trace.DoQJb88a.js").then((trace) => trace.default) };
const cut = { kind: "handle", id: "cut", load: () => import("./cut.trace.B9cJKGnQ.js").then((trace) => trace.default) };
const leave = { kind: "handle", id: "leave", load: () => import("./leave.trace.DCTJxiE2.js").then((trace) => trace.default) };
const ID = { number: 1, name: "id", type: "string", cardinality: "implicit" };
const quiz = [
  {
    id: "how-many-frames",
    question: "An answer has 1000 messages of 20 bytes. How many DATA frames does the client get?",
    answers: [
      { text: "1000", reason: "If the server writes each by itself. It need not." },
      {
        text: "2",
        reason: "25,000 bytes fit into two frames of 16,384. But nobody must fill them."
      },
      {
        text: "Any number from 2 on",
        reason: "A frame holds 16,384 bytes by default, so one is not enough; otherwise it is the sender’s affair, and any proxy’s.",
        right: true
      }
    ]
  },
  {
    id: "message-bytes",
    question: "Predict the bytes: an order of which only the id is set, to `107`. (1 is 31, 0 is 30, 7 is 37.)",
    bytes: { encoder: "fields", fields: [ID], value: { id: "107" } },
    reason: "Field 1 of wire type 2 is 0a, the text has 3 bytes. In front of it goes the prefix 00 00 00 00 05."
  },
  {
    id: "nothing-found",
    question: "Nothing is found. What does the server send?",
    answers: [
      {
        text: "NOT_FOUND",
        reason: "That is for one thing that was asked for and is not there. An empty list is an answer."
      },
      {
        text: "No message, and OK",
        reason: "A stream of no messages is a stream. Many servers send it as one block, Trailers-Only, and clients take it, although the document allows that for errors.",
        right: true
      },
      { text: "One empty order", reason: "That is an order, of nothing, without an id." }
    ]
  },
  {
    id: "failed-with-results",
    question: "A call gave three orders, and then DATA_LOSS. What do you know?",
    answers: [
      { text: "The three are wrong", reason: "They came, whole, before anything went wrong." },
      {
        text: "The server has found at least three",
        reason: "Perhaps more: what arrived and was not read is dropped by grpc-js when the error comes.",
        right: true
      },
      {
        text: "The server has found exactly three",
        reason: "A slow reader may not have seen all that came before the error."
      }
    ]
  },
  {
    id: "break-grpc-js",
    question: "A client of grpc-js leaves `for await (const order of call)` by break, and does nothing else. When does the server hear of it?",
    answers: [
      {
        text: "At once",
        reason: "The stream is destroyed, on this side. Nothing goes over the wire."
      },
      {
        text: "At the deadline, if there is one",
        reason: "Only call.cancel(), the deadline, or the end of the connection reaches the server.",
        right: true
      },
      {
        text: "At its next write()",
        reason: "write() takes the message: it waits in memory, or fits into a window."
      }
    ]
  },
  {
    id: "wait-for-drain",
    question: 'A handler waits by `await once(call, "drain")`, and the caller cancels. What then?',
    answers: [
      {
        text: "The promise rejects",
        reason: "It rejects at `error`, and none is emitted on the server."
      },
      {
        text: "It resolves: there is room now",
        reason: "grpc-js emits no drain after a cancellation."
      },
      {
        text: "It waits for ever",
        reason: "drain never comes. Wait for drain or cancelled, whichever is first.",
        right: true
      }
    ]
  },
  {
    id: "write-false",
    question: "`call.write(order)` returns false. What has become of the order?",
    answers: [
      { text: "It was refused: write it again after drain", reason: "Then it comes twice." },
      {
        text: "It is on its way, or waits for its turn",
        reason: "False is about the next one: wait for drain before you make it.",
        right: true
      },
      {
        text: "It was lost: the caller has left",
        reason: "Then `call.cancelled` is true; write() itself does not say so."
      }
    ]
  }
];
const __pageData = JSON.parse('{"title":"Server streaming","description":"What if the answer does not fit into one message? Lesson 11 of RPC from scratch.","frontmatter":{"prev":false,"next":false},"headers":[],"relativePath":"lessons/11-server-streaming.md","filePath":"lessons/11-server-streaming.md"}');
const __default__ = { name: "lessons/11-server-streaming.md" };
const _sfc_main = /* @__PURE__ */ Object.assign(__default__, {
  __ssrInlineRender: true,
  setup(__props) {
    const cuts = [
      { name: "grpc-js", trace: search },
      { name: "All in one", trace: one },
      { name: "Every 44 bytes", trace: cut }
    ];
    return (_ctx, _push, _parent, _attrs) => {
      const _component_LessonStart = resolveComponent("LessonStart");
      const _component_SequencePicture = resolveComponent("SequencePicture");
      const _component_MessagesInFrames = resolveComponent("MessagesInFrames");
      const _component_TraceExplorer = resolveComponent("TraceExplorer");
      const _component_Quiz = resolveComponent("Quiz");
      const _component_BuildIt = resolveComponent("BuildIt");
      const _component_QuizScore = resolveComponent("QuizScore");
      _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="server-streaming" tabindex="-1">Server streaming <a class="header-anchor" href="#server-streaming" aria-label="Permalink to &quot;Server streaming&quot;">​</a></h1>`);
      _push(ssrRenderComponent(_component_LessonStart, null, null, _parent));
      _push(`<p>One request, one answer, and both fit into one message. But a search may find ten thousand orders, and the first are wanted before the last are found. And somebody who watches for new orders waits for a list that has no end. <strong>What if the answer does not fit into one message?</strong></p><p>Then the server sends several. On the wire that costs nothing: lesson 9&#39;s answer has room for any number of messages between its headers and its trailers. All the trouble is in the two programs, and it has three names: the reader who leaves, the call that fails half-way, and the reader who is slow. <code>grpc-js</code> treats each of them in a way that one would not guess.</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 11</span></span></code></pre></div><p>Look for the DATA frames between the headers and the trailers: each has an order in it.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · One question, four answers ──────────────────────────────────────────────
A shop has three dozen orders. Somebody asks for those with a spoon in them. The
request is that of any call, one message. The answer is one block of headers,
four messages, one block of trailers:
client ◀── server  HEADERS · stream 1 · 200                            104 bytes
  0000  00 00 5f 01 04 00 00 00  frame header = HEADERS END_HEADERS, stream 1,
        01                       95 bytes
                                   length, type, flags, stream (RFC 9113 §4.1)
  0009                           header block = 95 bytes
                                   compressed header fields (RFC 7541)
  0009  88                       │ :status = 200
                                 │   HTTP went well; of the call it says nothing
                                 │   (gRPC PROTOCOL-HTTP2, Responses)
  000a  5f 90 1d 75 d0 62 0d 26  │ content-type = application/grpc+proto
        3d 4c 4d 65 64 ff 75 d8  │   the answer is gRPC, too (gRPC
        74 9f                    │   PROTOCOL-HTTP2, Responses)
  001c  40 8e 9a ca c8 b0 c8 42  │ grpc-accept-encoding = identity,deflate,gzip
        d6 95 8b 51 0f 21 aa 9b  │   which compressions I can read (gRPC
        90 34 85 a9 26 4f af a9  │   PROTOCOL-HTTP2, Requests)
        0b 2d 03 49 7e a6 f6 6a  │
        ff                       │
  003d  40 8a 9a ca c8 b1 6a 21  │ grpc-encoding = identity
        e4 35 53 7f 86 34 85 a9  │   how messages may be compressed (gRPC
        26 4f af                 │   PROTOCOL-HTTP2, Requests)
  0050  61 96 dd 6d 5f 4a 08 4a  │ date = Sun, 22 Nov 2026 12:00:00 GMT
        69 3f 75 04 01 38 a0 45  │   HTTP’s own: gRPC makes no use of it (RFC
        70 00 b8 00 29 8b 46 ff  │   9110)
client ◀── server  DATA · stream 1 · Order { id: &quot;107&quot;, items: &quot;spoon…  53 bytes
  0000  00 00 2c 00 00 00 00 00  frame header = DATA, stream 1, 44 bytes
        01
  0009                           data = 44 bytes
                                   a piece of the body (RFC 9113 §6.1)
  0009  00                       │ compressed flag = 0
                                 │   the payload is as it was written (gRPC
                                 │   PROTOCOL-HTTP2, Compressed-Flag)
  000a  00 00 00 27              │ length = 39
                                 │   how many bytes the payload has: 32 bits,
                                 │   the highest byte first (big-endian) (gRPC
                                 │   PROTOCOL-HTTP2, Message-Length)
  000e                           │ message = 39 bytes
                                 │   as the prefix says: where the frame ends
                                 │   means nothing (gRPC PROTOCOL-HTTP2,
                                 │   Length-Prefixed-Message)
  000e  0a 03 31 30 37           │ │ id = &quot;107&quot; · field 1, string
  0013  12 05 73 70 6f 6f 6e     │ │ items = &quot;spoon&quot; · field 2, repeated string
  001a  12 06 73 61 75 63 65 72  │ │ items = &quot;saucer&quot;
  0022  12 03 63 75 70           │ │ items = &quot;cup&quot;
  0027  1a 00                    │ │ description = &quot;&quot; · field 3, string
  0029  25 00 00 5c 41           │ │ price = 13.75 · field 4, float
  002e  2a 05 54 72 75 72 6f     │ │ destination = &quot;Truro&quot; · field 5, string
  DATA            Order { id: &quot;117&quot;, items: &quot;spoon&quot;, items: &quot;spoon&quot;, items: &quot;…
  DATA            Order { id: &quot;126&quot;, items: &quot;spoon&quot;, items: &quot;honey&quot;, descript…
  DATA            Order { id: &quot;133&quot;, items: &quot;saucer&quot;, items: &quot;cup&quot;, items: &quot;s…
client ◀── server  HEADERS · stream 1 · trailers: 0 OK · END_STREAM     35 bytes
  0000  00 00 1a 01 05 00 00 00  frame header = HEADERS END_STREAM END_HEADERS,
        01                       stream 1, 26 bytes
  0009                           header block = 26 bytes
  0009  40 88 9a ca c8 b2 12 34  │ grpc-status = 0 OK
        da 8f 01 30              │   how the call ended, as a number; 0 is OK
                                 │   (gRPC statuscodes)
  0015  40 89 9a ca c8 b5 25 42  │ grpc-message = OK
        07 31 7f 02 4f 4b        │   why, for people (gRPC PROTOCOL-HTTP2,
                                 │   Responses)
Nothing on the wire says that this is a stream. No header announces it, no
message counts: the client goes on reading until the trailers come. A unary call
is one with exactly one message, if it goes well; that both ends know from the
.proto, and from nowhere else.

── 2 · Messages are not frames ─────────────────────────────────────────────────
Above, each message had a DATA frame of its own. That is habit, not rule. Here
is the same answer from a server by hand that cuts its bytes in three ways, read
by the same client. (It leaves out the description, which is empty, so its
messages are two bytes shorter:)
                    DATA frames  their sizes, without 9 bytes of header
    one each        4            42 43 36 42
    all in one      1            163
    every 44 bytes  4            44 44 44 31
The client gets four orders each time and cannot tell. In the last row there are
as many frames as messages, and no frame is a message: two of the cuts go
through the five bytes of a prefix (--frames cut shows where).

── 3 · What the client hears, in order ─────────────────────────────────────────
  all is well     metadata · data 107 · data 117 · data 126 · data 133 · status
                  0 · end · close
  it fails        metadata · data 101 · data 102 · data 103 · error 15 · status
                  15 · end · close
Partial results are results: three orders came, and then the reason why no
fourth did. With a unary call it is one or the other. Here it can be both, and a
program that keeps only the error throws away what it was given.

── 4 · A reader who has seen enough ────────────────────────────────────────────
A search that never ends, and a reader who leaves its loop after three orders,
by break. What has the server done when nothing moves any more?
                           orders made  server told  its finally ran
    break                  1,632        no           no
    break, call.cancel()   16           yes          no
    receive, handleStream  16           yes          yes
    our stack: break       10,394       yes          yes
In the first row nobody tells the server. for await destroys grpc-js’s stream,
but that does not cancel the call: the server goes on until the windows are
full, and then waits for room, which never comes. Only the deadline ends it.
In the second the server is told at once, and its handler still hangs: after
cancelled, grpc-js never emits drain, so \`await once(call, &quot;drain&quot;)\` waits for
ever, and finally does not run. Each caller who leaves costs a generator and
whatever it holds: a cursor in the database, a file. (Our stack makes more
orders before it is told, because its windows are larger: lesson 14.)

── 5 · A reader that stops reading ─────────────────────────────────────────────
The server has 10,000 orders of a kilobyte to send. The reader takes 10, and
goes for a cup of tea. What is in the server’s memory then?
                     orders made  waiting in the stream  heap grew by
    write() ignored  10,000       9,939                  11.1 MiB
    waits for drain  64           3                      0.0 MiB
write() never refuses: it takes what it gets, and says false when sixteen wait.
A server that does not listen has all of it in memory, for each caller that is
slow, or has stopped, or means harm. One that waits for drain makes what fits on
the way to the reader, and no more.
A client may have too much to say for one message, too. What if the question is
the stream? That is lesson 12.</pre></details><h2 id="one-word-more-in-the-contract" tabindex="-1">One word more in the contract <a class="header-anchor" href="#one-word-more-in-the-contract" aria-label="Permalink to &quot;One word more in the contract&quot;">​</a></h2><p>The shop of lessons 11 to 14 has three dozen orders, of tea and what one drinks it from. One word says that a search has many answers:</p><div class="language-proto vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">proto</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">rpc SearchOrders(google.protobuf.StringValue) returns (stream Order);</span></span></code></pre></div><p>Here somebody looks for spoons, and the shop finds four:</p>`);
      _push(ssrRenderComponent(_component_SequencePicture, { trace: unref(search) }, null, _parent));
      _push(`<p>One HEADERS, four messages, one block of trailers. Look for what says that this is a stream: nothing does. No header announces it, and nobody counts the messages. The client reads until the trailers come. A unary call is one that has exactly one message if it goes well, and that both ends know from the <code>.proto</code> alone.</p><p>On the server, what finds the orders is a generator, and has nothing to do with gRPC:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/11-server-streaming/search.ts.txt" target="_self">lessons/11-server-streaming/search.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * What SearchOrders does, whichever stack carries it: the orders with</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * an item of that name.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> async</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function*</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> searchOrders(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  text: string,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  log: (line: string) =&gt; void,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (text === </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">)</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    throw</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> CallError(status.INVALID_ARGUMENT, </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;search for what?&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  let</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> found = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  try</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    for</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> order </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">of</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> ORDERS) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (!isFound(order, text)) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">continue</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      found++;</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      yield</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> order </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">as</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Order;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    }</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  } </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">finally</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    log(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`SearchOrders(&quot;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">text</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&quot;): found </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">found</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  }</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><p><code>handleStream</code> makes a handler for <code>grpc-js</code> of it. You build it in the exercise:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/11-server-streaming/server.ts.txt" target="_self">lessons/11-server-streaming/server.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/** The article&#39;s SearchOrders on grpc-js. */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> createHandler(log: (line: string) =&gt; void): Handler {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> handleStream(</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    ({ value }: { value: string }) =&gt; searchOrders(value, log),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    (error) =&gt; log(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`a handler failed: </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">error</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  );</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><h2 id="messages-are-not-frames" tabindex="-1">Messages are not frames <a class="header-anchor" href="#messages-are-not-frames" aria-label="Permalink to &quot;Messages are not frames&quot;">​</a></h2><p>In the picture each message had a DATA frame of its own. That is a habit of this server. HTTP/2 carries bytes, and may cut them anywhere; proxies do it, and so does flow control, when leave to send ends in the middle of a message. Here is the same answer three times. The first is what <code>grpc-js</code> sent; the others come from a server by hand that cuts as we like:</p>`);
      _push(ssrRenderComponent(_component_MessagesInFrames, { cuts }, null, _parent));
      _push(`<p>(The first is longer because <code>grpc-js</code> writes the description of an order, too, which is empty.)</p><p>In the last row there are four messages and four frames, and no frame is a message. Two of the cuts go through the five bytes of a prefix. The client of <code>grpc-js</code> reads all three, and gets the same four orders. Walk through the cut one:</p>`);
      _push(ssrRenderComponent(_component_TraceExplorer, {
        trace: unref(cut),
        from: "server"
      }, null, _parent));
      _push(`<p>You know the rule from lesson 3: the length in front of a message says where it ends, and nothing else does. A program that takes each DATA for a message works on every machine, until a message is larger than a frame, or two are sent quickly.</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/11-server-streaming/by-hand.ts.txt" target="_self">lessons/11-server-streaming/by-hand.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">async</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> answer(stream: Http2Stream, cut: Cut): Promise&lt;void&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> found = ORDERS.filter((order) =&gt; isFound(order, </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;spoon&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">));</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> messages = found.map((order) =&gt;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    encodeMessage(Order.encode(order </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">as</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Order)),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  );</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  stream.sendHeaders(responseHeaders());</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  for</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> piece </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">of</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> cut(messages)) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    stream.sendData(piece);</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">    // What is written in one turn, our connection puts into one</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">    // frame.</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    await</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Promise((resolve) =&gt; setImmediate(resolve));</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  }</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  stream.sendTrailers(statusTrailers(OK));</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "how-many-frames message-bytes"
      }, null, _parent));
      _push(`<h2 id="the-status-comes-last-and-so-may-an-error" tabindex="-1">The status comes last, and so may an error <a class="header-anchor" href="#the-status-comes-last-and-so-may-an-error" aria-label="Permalink to &quot;The status comes last, and so may an error&quot;">​</a></h2><p>The server has sent three orders, and cannot find the fourth: the book is torn. The three are on their way; they are not taken back. The trailers say <code>DATA_LOSS</code>. So a call that failed can have results, and a program that keeps only the error throws away what it was given. This is what a client of <code>grpc-js</code> hears, in this order:</p><table tabindex="0"><thead><tr><th>how the call ends</th><th>events</th></tr></thead><tbody><tr><td>OK</td><td><code>metadata</code> · <code>data</code> … · <code>status</code> · <code>end</code> · <code>close</code></td></tr><tr><td>an error</td><td><code>metadata</code> · <code>data</code> … · <code>error</code> · <code>status</code> · <code>end</code> · <code>close</code></td></tr><tr><td>an error at once</td><td><code>error</code> · <code>status</code> · <code>end</code> · <code>close</code></td></tr></tbody></table><ul><li><strong><code>end</code> means that no more messages come.</strong> It comes after an error as well, and says nothing about success. Only <code>status</code> does, or that no <code>error</code> came.</li><li><strong>If nobody listens for <code>error</code>, Node ends the process</strong>, with all other calls in it. Also a call that you cancel yourself ends with <code>error</code>, <code>CANCELLED</code>. So add the listener where you begin the call, and never take it away. (A loop that is left by <code>break</code> emits one, too: an <code>AbortError</code> of Node&#39;s, not of gRPC.) <code>npm run lesson 11 -- --crash</code> shows a program that does not.</li><li><strong>If somebody listens, <code>for await</code> may not notice.</strong> When the call fails before the loop begins, the error is emitted then, to your listener. The stream afterwards looks as if it had ended well: the loop reads nothing, throws nothing, and the failure is an empty list.</li><li><strong>An error overtakes messages.</strong> On the wire the status stands behind them. But <code>grpc-js</code> hands out an error at once, and drops what has arrived and was not read yet, all but the sixteen messages that are in its stream already; the loop still reads those. OK waits for its turn:</li></ul><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>npm run lesson 11 -- --fail 36</span></span>
<span class="line"><span></span></span>
<span class="line"><span>                          orders that came  and then</span></span>
<span class="line"><span>grpc-js, a fast reader    36 of 36          DATA_LOSS: the book is torn</span></span>
<span class="line"><span>grpc-js, a slow reader    20 of 36          DATA_LOSS: the book is torn</span></span>
<span class="line"><span>our stack, a slow reader  36 of 36          15 DATA_LOSS: the book is torn</span></span></code></pre></div><p>The slow reader takes two milliseconds for an order; how many it loses is another number each time. That is <a href="https://github.com/grpc/grpc-node/issues/2764" target="_blank" rel="noreferrer">known</a>, and <a href="https://github.com/grpc/grpc/issues/426" target="_blank" rel="noreferrer">allowed</a>: a library may drop what was not read when a call fails. So partial results are what happened to be read. If each message counts, let the last one say that it is the last.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "nothing-found failed-with-results"
      }, null, _parent));
      _push(`<h2 id="a-reader-who-has-seen-enough" tabindex="-1">A reader who has seen enough <a class="header-anchor" href="#a-reader-who-has-seen-enough" aria-label="Permalink to &quot;A reader who has seen enough&quot;">​</a></h2><p>A reader wants three orders, has them, and leaves its loop with <code>break</code>. The server&#39;s handler is the one that most of us write first. It waits for room, as it should (more of that below):</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/11-server-streaming/leave.ts.txt" target="_self">lessons/11-server-streaming/leave.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * The handler that one writes first: it waits for room, and cleans up</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * behind itself.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> obvious(seen: Seen): Handler {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> async</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (call) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    for</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> order </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">of</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> withoutEnd(seen)) {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (!call.write(order)) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> once(call, </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;drain&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    }</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    call.end();</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><p>The search never ends, and it cleans up in a <code>finally</code>. Three orders were read. In one run, when nothing moved any more:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>npm run lesson 11 -- --leave</span></span>
<span class="line"><span></span></span>
<span class="line"><span>                       orders made  server told  its finally ran</span></span>
<span class="line"><span>break                  1,632        no           no</span></span>
<span class="line"><span>break, call.cancel()   16           yes          no</span></span>
<span class="line"><span>receive, handleStream  16           yes          yes</span></span>
<span class="line"><span>our stack: break       15,450       yes          yes</span></span></code></pre></div><p><strong>The first row</strong>: nobody has told the server. <code>for await</code> destroys the stream that it leaves, and in <code>grpc-js</code> that <a href="https://github.com/grpc/grpc-node/issues/1238" target="_blank" rel="noreferrer">does not cancel the call</a>. The server writes until the windows (how many bytes each side may have on the way) are full (lesson 14), and then waits for room that never comes. Only the deadline ends it, if there is one.</p><p><strong>The second row</strong>: with <code>call.cancel()</code> the server hears of it at once, and its handler hangs all the same. After <code>cancelled</code>, <code>grpc-js</code> never emits <code>drain</code>. A promise that waits for <code>drain</code> alone never settles, the loop is never left, <code>finally</code> never runs. Nothing is logged, nothing fails. Each reader who leaves costs a generator and whatever it holds: a cursor in the database, an open file.</p><p>(The name misleads: since version 1.10 <code>grpc-js</code> emits <code>cancelled</code> after <em>every</em> call, also after one that ended well, and <code>call.cancelled</code> is true from then on. It means &quot;no more work&quot;, and not &quot;the caller has left&quot;. A log that counts it counts every call.)</p><p>The third row is what you build. On the wire, leaving is the thirteen bytes of lesson 9:</p>`);
      _push(ssrRenderComponent(_component_SequencePicture, { trace: unref(leave) }, null, _parent));
      _push(`<p>Two things one has to know about generators here. To leave a <code>for await</code> early calls <code>return()</code> of the iterator, and that is what runs a generator&#39;s <code>finally</code>. While a generator waits in an <code>await</code>, <code>return()</code> waits, too; if what it waits for never comes, its <code>finally</code> never runs. So a search that waits gets a <strong>signal</strong> as well, and has to wait for both.</p><p>And a generator whose first <code>next()</code> was never called runs nothing at <code>return()</code>, not even its <code>finally</code>. A reader that is a generator, and cancels in its <code>finally</code>, does not cancel a call that was given up before the first message.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "break-grpc-js wait-for-drain"
      }, null, _parent));
      _push(`<h2 id="no-faster-than-the-reader" tabindex="-1">No faster than the reader <a class="header-anchor" href="#no-faster-than-the-reader" aria-label="Permalink to &quot;No faster than the reader&quot;">​</a></h2><p><code>call.write(order)</code> never refuses. It takes what it gets, and keeps what the network does not take yet. What it returns is about the next order: <code>false</code> means that 16 wait already. Go on at <code>drain</code>. One can ignore that, and everything works, in every test:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/11-server-streaming/slow.ts.txt" target="_self">lessons/11-server-streaming/slow.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/** Writes, and does not look at what write() says. */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> careless(seen: Seen): Handler {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> async</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (call) =&gt; {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    for</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> order </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">of</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> many(seen)) call.write(order);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    call.end();</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><p>Here the server has 10,000 orders of a kilobyte to send. The reader takes ten, and stops. Measured in one run, with client and server in one process, behind a collection of garbage:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>npm run lesson 11 -- --slow</span></span>
<span class="line"><span></span></span>
<span class="line"><span>                 orders made  waiting in the stream  heap grew by</span></span>
<span class="line"><span>write() ignored  10,000       9,939                  11.8 MiB</span></span>
<span class="line"><span>waits for drain  64           3                      0.1 MiB</span></span></code></pre></div><p>All of the answer is in memory, and stays there, for each caller who is slow, has stopped, or means harm. With <code>drain</code> the server makes what fits on the way to the reader, and no more: the reader&#39;s own pace goes back through the network to the loop that makes the orders. That is <strong>backpressure</strong>, and lesson 14 takes it apart.</p><p>The obvious mend, <code>stream.pipeline(source, call)</code>, waits for <code>drain</code> and calls <code>return()</code>. But when the source fails it destroys the stream with the error. <code>grpc-js</code> then sends no status: the caller waits until its deadline. In <code>grpc-js</code> a handler says how it failed by <code>call.emit(&#39;error&#39;, status)</code>.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "write-false"
      }, null, _parent));
      _push(`<h2 id="the-same-on-our-stack" tabindex="-1">The same on our stack <a class="header-anchor" href="#the-same-on-our-stack" aria-label="Permalink to &quot;The same on our stack&quot;">​</a></h2><p><code>src/</code> takes a generator as it is. There is no <code>write</code> and no <code>drain</code>; the stack asks for the next order when there is room:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/11-server-streaming/ours.ts.txt" target="_self">lessons/11-server-streaming/ours.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/** SearchOrders on the stack in \`src/\`: the search is the handler. */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> async</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> startOurServer(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  { host, port, log }: ServerOptions,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  search: (text: string, signal: AbortSignal) =&gt; AsyncIterable&lt;Order&gt;,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">): Promise&lt;RunningServer&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> server = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Server({</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    onHandlerError: (error) =&gt; log(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`a handler failed: </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">error</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  server.addService(OrderManagementDefinition, {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    searchOrders: ({ value }, call) =&gt;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      inOurTerms(search(value, call.signal)),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> listener = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> server.listen({ host, port });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    host: listener.host,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    port: listener.port,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    close: () =&gt; server.close(),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><p>On the client&#39;s side, DATA comes when it likes, with several messages in it, or a part of one; the reader asks for one at a time. Between them stands a queue, <code>MessageQueue</code> in <code>src/grpc/messages/</code>. Either messages wait in it for the reader, or the reader for a message. While messages wait, the other side is not told that it may send more (lesson 14). When an error comes, it stands behind what is queued. It is the fifth task.</p><h2 id="break-it" tabindex="-1">Break it <a class="header-anchor" href="#break-it" aria-label="Permalink to &quot;Break it&quot;">​</a></h2><p>The same answer in other frames; who leaves; who fails, after any number of orders; who is slow:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 11</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --frames</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> cut</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 11</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --leave</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 11</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --fail</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 36</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 11</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --slow</span></span></code></pre></div><p>Look for what the server has written by the time that the client leaves, or stops: who waits for room writes little, who does not writes all of it.</p><details class="output"><summary>What <code>npm run lesson 11 -- --frames cut</code> prints</summary><pre tabindex="0">── 1 · Four spoons, every 44 bytes ─────────────────────────────────────────────
client ◀── server  DATA · stream 1 · Order { id: &quot;107&quot;, items: &quot;spoon…  53 bytes
  0000  00 00 2c 00 00 00 00 00  frame header = DATA, stream 1, 44 bytes
        01                         length, type, flags, stream (RFC 9113 §4.1)
  0009                           data = 44 bytes
                                   a piece of the body (RFC 9113 §6.1)
  0009  00                       │ compressed flag = 0
                                 │   the payload is as it was written (gRPC
                                 │   PROTOCOL-HTTP2, Compressed-Flag)
  000a  00 00 00 25              │ length = 37
                                 │   how many bytes the payload has: 32 bits,
                                 │   the highest byte first (big-endian) (gRPC
                                 │   PROTOCOL-HTTP2, Message-Length)
  000e                           │ message = 37 bytes
                                 │   as the prefix says: where the frame ends
                                 │   means nothing (gRPC PROTOCOL-HTTP2,
                                 │   Length-Prefixed-Message)
  000e  0a 03 31 30 37           │ │ id = &quot;107&quot; · field 1, string
  0013  12 05 73 70 6f 6f 6e     │ │ items = &quot;spoon&quot; · field 2, repeated string
  001a  12 06 73 61 75 63 65 72  │ │ items = &quot;saucer&quot;
  0022  12 03 63 75 70           │ │ items = &quot;cup&quot;
  0027  25 00 00 5c 41           │ │ price = 13.75 · field 4, float
  002c  2a 05 54 72 75 72 6f     │ │ destination = &quot;Truro&quot; · field 5, string
  0033  00 00                    │ a part of the prefix
                                 │   the rest comes in another frame
client ◀── server  DATA · stream 1 · Order { id: &quot;117&quot;, items: &quot;spoon…  53 bytes
  0000  00 00 2c 00 00 00 00 00  frame header = DATA, stream 1, 44 bytes
        01
  0009                           data = 44 bytes
  0009  00 00 26                 │ a part of the prefix · began in another frame
  000c                           │ message = 38 bytes
  000c  0a 03 31 31 37           │ │ id = &quot;117&quot;
  0011  … 21 bytes               │ │ as before: items
  0026  25 00 00 d8 40           │ │ price = 6.75
  002b  2a 05 44 6f 76 65 72     │ │ destination = &quot;Dover&quot;
  0032  00 00 00                 │ a part of the prefix
client ◀── server  DATA · stream 1 · Order { id: &quot;126&quot;, items: &quot;spoon…  53 bytes
  0000  00 00 2c 00 00 00 00 00  frame header = DATA, stream 1, 44 bytes
        01
  0009                           data = 44 bytes
  0009  00 1f                    │ a part of the prefix
  000b                           │ message = 31 bytes
  000b  0a 03 31 32 36           │ │ id = &quot;126&quot;
  0010  12 05 73 70 6f 6f 6e     │ │ items = &quot;spoon&quot;
  0017  12 05 68 6f 6e 65 79     │ │ items = &quot;honey&quot;
  001e  25 00 00 00 41           │ │ price = 8
  0023  2a 05 4c 65 65 64 73     │ │ destination = &quot;Leeds&quot;
  002a  00                       │ compressed flag = 0
  002b  00 00 00 25              │ length = 37
  002f  0a 03 31 33 33 12        │ a part of the message = bytes 0–6 of 37
client ◀── server  DATA · stream 1 · bytes 6–37 of a message of 37      40 bytes
  0000  00 00 1f 00 00 00 00 00  frame header = DATA, stream 1, 31 bytes
        01
  0009                           data = 31 bytes
  0009  06 73 61 75 63 65 72 12  │ a part of the message = bytes 6–37 of 37
        03 63 75 70 12 05 73 70  │
        6f 6f 6e 25 00 00 5c 41  │
        2a 05 50 65 72 74 68     │
HTTP/2 carries bytes, and cuts them where it likes; a message has its own
length, and ends where that says. Neither knows of the other.</pre></details><details class="output"><summary>What <code>npm run lesson 11 -- --leave</code> prints</summary><pre tabindex="0">── 1 · A reader who has seen enough ────────────────────────────────────────────
A search that never ends, and a reader who leaves its loop after three orders,
by break. What has the server done when nothing moves any more?
                           orders made  server told  its finally ran
    break                  1,632        no           no
    break, call.cancel()   16           yes          no
    receive, handleStream  16           yes          yes
    our stack: break       10,394       yes          yes
In the first row nobody tells the server. for await destroys grpc-js’s stream,
but that does not cancel the call: the server goes on until the windows are
full, and then waits for room, which never comes. Only the deadline ends it.
In the second the server is told at once, and its handler still hangs: after
cancelled, grpc-js never emits drain, so \`await once(call, &quot;drain&quot;)\` waits for
ever, and finally does not run. Each caller who leaves costs a generator and
whatever it holds: a cursor in the database, a file. (Our stack makes more
orders before it is told, because its windows are larger: lesson 14.)</pre></details><details class="output"><summary>What <code>npm run lesson 11 -- --fail 36</code> prints</summary><pre tabindex="0">── 1 · An error after 36 orders ────────────────────────────────────────────────
                              orders that came  and then
    grpc-js, a fast reader    36 of 36          DATA_LOSS: the book is torn
    grpc-js, a slow reader    19 of 36          DATA_LOSS: the book is torn
    our stack, a slow reader  36 of 36          15 DATA_LOSS: the book is torn
The status stands behind the messages, and on the wire it comes behind them,
always. But grpc-js hands out an error at once, and throws away what has arrived
and was not read yet. A slow reader loses the messages in between; an OK waits
its turn. With few orders one does not see it: sixteen are kept where the reader
gets them.
So on grpc-js the messages before an error are as many as one happens to have
read. If each counts, the last message has to say that it is the last, or each
that it has a successor.</pre></details><details class="output"><summary>What <code>npm run lesson 11 -- --slow</code> prints</summary><pre tabindex="0">── 1 · A reader that stops reading ─────────────────────────────────────────────
The server has 10,000 orders of a kilobyte to send. The reader takes 10, and
goes for a cup of tea. What is in the server’s memory then?
                     orders made  waiting in the stream  heap grew by
    write() ignored  10,000       9,939                  11.1 MiB
    waits for drain  64           3                      0.0 MiB
write() never refuses: it takes what it gets, and says false when sixteen wait.
A server that does not listen has all of it in memory, for each caller that is
slow, or has stopped, or means harm. One that waits for drain makes what fits on
the way to the reader, and no more.</pre></details><p>The receive loop of the article, at a server that fails, counted for a tenth of a second; and the program in which nobody listens:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 11</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --spin</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 11</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --crash</span></span></code></pre></div><p>Look for how often the loop goes round, and for the end of the program in which nobody listens.</p><details class="output"><summary>What <code>npm run lesson 11 -- --spin</code> prints</summary><pre tabindex="0">── 1 · The receive loop of the article ─────────────────────────────────────────
Its client asks for the next message until it hears EOF, the end, and prints
what came if there was no error. It does not say what to do if there was one.
Here is that loop, at a server that fails after three orders, ended by us after
a tenth of a second:
  orders          101, 102, 103
  turns           445,196 in the 100 ms behind the error
  the timer       of 10 ms went off 0 times meanwhile
An error is not an EOF, so the loop goes round: the same error each time, for as
long as the program lives. In Go that is a core at 100 %. In JavaScript it is
worse: a promise that is settled already lets nobody else in, so timers, sockets
and all other calls stand still. There are three answers to a receive, and a
loop has to know them all: a message, the end, an error.</pre></details><details class="output"><summary>What <code>npm run lesson 11 -- --crash</code> prints</summary><pre tabindex="0">── 1 · A program in which nobody listens for &quot;error&quot; ───────────────────────────
careless.ts reads a stream by call.on(&quot;data&quot;, …), and the server fails after
three:
    order 101
    order 102
    order 103
    Error: 15 DATA_LOSS: the book is torn
  exit code       1
An event called error is not like the others: if nobody listens for it, Node
throws it, and the process ends, with all other calls in it. It need not even be
a failure: call.cancel() emits error as well, CANCELLED. A call that is ended on
purpose ends a careless program.</pre></details><p>In two terminals, <code>npm run lesson 11 server</code> and <code>npm run lesson 11 client</code>. The server says how many orders it had found when the client had seen enough:</p><div class="excerpt ts long"><p class="file"><a href="/source/lessons/11-server-streaming/client.ts.txt" target="_self">lessons/11-server-streaming/client.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * Looks for spoons, all of them; for tea, the first three; and for</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * nothing.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> async</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> runClient({</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  log,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  signal,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  ...server</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}: ClientOptions): Promise&lt;void&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> shop = connect(server);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> found = (order: Order) =&gt; log(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`  </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">describeOrder(order)</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  signal.addEventListener(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;abort&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, () =&gt; shop.close());</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  try</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> spoons = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> collect(receive(search(shop, </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;spoon&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">)));</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (spoons.error) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">throw</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> spoons.error;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    log(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;SearchOrders(&quot;spoon&quot;), all of them:&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    spoons.messages.forEach(found);</span></span>
<span class="line"></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    log(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;SearchOrders(&quot;tea&quot;), until I have seen three:&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> { messages, complete } = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> collect(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      receive(search(shop, </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;tea&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">)),</span></span>
<span class="line"><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">      3</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    );</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    messages.forEach(found);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    log(complete ? </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;  these are all&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> : </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;  there are more&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    log(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;SearchOrders(&quot;&quot;):&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> { error } = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> collect(receive(search(shop, </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">)));</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    log(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`  </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">error</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">?.</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">message</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  } </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">catch</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (error) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    throw</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> asSystemError(error);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  } </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">finally</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    shop.close();</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  }</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div><label class="unfold"><input type="checkbox">Show all 35 lines</label></div><h2 id="build-it" tabindex="-1">Build it <a class="header-anchor" href="#build-it" aria-label="Permalink to &quot;Build it&quot;">​</a></h2><p>Five tasks in <code>exercises/11-server-streaming/</code>: a sender that is no faster than its reader and notices that it has left; a handler that says how it ended; a reader that can be left at any moment; what came before a call failed, with its error; and the queue of our own stack. The first four stand on <code>grpc-js</code>, and are worth taking with you.</p>`);
      _push(ssrRenderComponent(_component_BuildIt, { exercise: unref(exercise) }, null, _parent));
      _push(`<div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> exercise</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 11</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 11</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --mine</span></span></code></pre></div><h2 id="what-you-have-answered" tabindex="-1">What you have answered <a class="header-anchor" href="#what-you-have-answered" aria-label="Permalink to &quot;What you have answered&quot;">​</a></h2>`);
      _push(ssrRenderComponent(_component_QuizScore, { questions: unref(quiz) }, null, _parent));
      _push(`<h2 id="what-is-still-open" tabindex="-1">What is still open <a class="header-anchor" href="#what-is-still-open" aria-label="Permalink to &quot;What is still open&quot;">​</a></h2><p>One question, many answers. And if the question does not fit into one message: a hundred orders to be changed, and one answer, &quot;done&quot;? Then the client streams. When does the server know that this was all, and what has it done if the client dies in the middle? That is lesson 12.</p><h2 id="sources" tabindex="-1">Sources <a class="header-anchor" href="#sources" aria-label="Permalink to &quot;Sources&quot;">​</a></h2><ul><li><a href="https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md" target="_blank" rel="noreferrer">gRPC over HTTP/2</a>, <em>Responses</em>: any number of messages between headers and trailers; <em>Data Frames</em>: their boundaries mean nothing</li><li><a href="https://grpc.io/docs/what-is-grpc/core-concepts/#server-streaming-rpc" target="_blank" rel="noreferrer">Core concepts</a>, <a href="https://grpc.io/docs/guides/flow-control/" target="_blank" rel="noreferrer">Flow control</a>, <a href="https://grpc.io/docs/guides/cancellation/" target="_blank" rel="noreferrer">Cancellation</a></li><li><code>@grpc/grpc-js</code> 1.14: <code>call.js</code> (a stream without <code>_destroy</code>), <code>client.js</code> (<code>makeServerStreamRequest</code>: end, error, status), <code>subchannel-call.js</code> (<code>maybeOutputStatus</code>: an error does not wait), <code>server-interceptors.js</code> (<code>sendMessage</code>: after a cancellation the callback is not called)</li><li>grpc-node: <a href="https://github.com/grpc/grpc-node/issues/2764" target="_blank" rel="noreferrer">#2764</a>, messages dropped before an error; <a href="https://github.com/grpc/grpc-node/issues/1238" target="_blank" rel="noreferrer">#1238</a>, <code>destroy()</code> cancels nothing; <a href="https://github.com/grpc/grpc-node/issues/2233" target="_blank" rel="noreferrer">#2233</a>, a cancelled call emits <code>error</code>; <a href="https://github.com/grpc/grpc-node/issues/1332" target="_blank" rel="noreferrer">#1332</a>, memory and <code>drain</code></li><li>grpc: <a href="https://github.com/grpc/grpc/issues/426" target="_blank" rel="noreferrer">#426</a>, in which order messages and status are read</li><li>Node: <a href="https://nodejs.org/en/learn/modules/backpressuring-in-streams" target="_blank" rel="noreferrer">Backpressure</a>, <a href="https://nodejs.org/api/stream.html#readablesymbolasynciterator" target="_blank" rel="noreferrer"><code>for await</code> and streams</a></li></ul><details class="details custom-block"><summary>What the article said, and what is true</summary><p>The course grew out of a series of articles (in Chinese, with Go) that goes from RPC to gRPC. Where it is wrong, or no longer right, this is what is true:</p><ul><li>Its contract says <code>searchOrders(StringValue) returns (stream Order)</code>, without the import of <code>wrappers.proto</code>; its code takes a <code>HelloRequest</code> and sends ten empty <code>HelloReply</code>. Ours is the contract. A method&#39;s name is <code>SearchOrders</code>: the style guide wants a capital letter.</li><li>Its handler calls <code>log.Fatalf</code> when <code>Send</code> fails, which happens when a caller has left. That ends <strong>the whole server</strong>, with all other calls in it, and the <code>return err</code> behind it is never reached. The handler should return the error, and nothing more.</li><li>Its client writes <code>searchStream, _ :=</code>, and so drops the first error. And its loop knows two answers of three: <code>if err == io.EOF { break }</code>, <code>if err == nil { … }</code>. At an error it goes round, and gets the same error again, for ever:</li></ul><div class="excerpt ts"><p class="file"><a href="/source/lessons/11-server-streaming/spin.ts.txt" target="_self">lessons/11-server-streaming/spin.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * The article&#39;s loop: \`for { …Recv(); if err == io.EOF { break }; if</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * err == nil { … } }\`.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">async</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> articleLoop(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  recv: () =&gt; Promise&lt;Received&gt;,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  goOn: (error?: CallError) =&gt; boolean,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> found: string[] = [];</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  for</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (;;) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> { order, eof, error } = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> recv();</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (eof) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">break</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (error === </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">undefined</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) found.push(order!.id);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (!goOn(error)) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">break</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">; </span><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">// The article has no such line.</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  }</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> found;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><p>Ours did that 208,429 times in 100 ms in one run, and a timer of 10 ms did not go off once. In Go it is a core at 100 %. In JavaScript everything else stands still, too: a promise that is settled already lets no timer and no socket in between.</p><ul><li><em>&quot;The client&#39;s <code>Recv</code> receives the stream that the server sends.&quot;</em> It receives <strong>one message</strong> of it. That a stream is a loop around something that gives one at a time is the whole of this lesson.</li></ul></details></div>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lessons/11-server-streaming.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
export {
  __pageData,
  _sfc_main as default
};

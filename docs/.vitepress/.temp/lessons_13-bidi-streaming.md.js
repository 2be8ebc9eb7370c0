import { useSSRContext, resolveComponent, unref } from "vue";
import { ssrRenderAttrs, ssrRenderComponent } from "vue/server-renderer";
const exercise = { kind: "handle", id: "13-bidi-streaming", load: () => import("./13-bidi-streaming.exercise.D0mUYkBf.js").then((exercise2) => exercise2.default) };
const turns = { kind: "handle", id: "turns", load: () => import("./turns.trace.CPn7K2ro.js").then((trace) => trace.default) };
const serverEnds = { kind: "handle", id: "server-ends", load: () => import("./server-ends.trace.In5Xsl6a.js").then((trace) => trace.default) };
const quiz = [
  {
    id: "which-answer",
    question: "On a bidirectional stream a client has sent ids 101, 102 and 103, and one message comes back. To which id does it belong?",
    answers: [
      { text: "To 101", reason: "Only if the two programs have agreed on that order." },
      {
        text: "gRPC does not say",
        reason: "There are two streams of messages. What an answer answers, its content has to say, or an agreement between the two programs.",
        right: true
      },
      { text: "To the last one, 103", reason: "It may have been on its way before 103 arrived." }
    ]
  },
  {
    id: "half-close",
    question: "A client calls `call.end()` on a bidirectional call. What may still happen?",
    answers: [
      {
        text: "Answers may come, for as long as the server likes",
        reason: "It is a half-close: “that was all I ask”. The call ends with the trailers.",
        right: true
      },
      { text: "Nothing: the call is over", reason: "That would be `call.cancel()`." },
      {
        text: "The server must end too, when it reads it",
        reason: "Many do. The protocol does not ask for it."
      }
    ]
  },
  {
    id: "server-first",
    question: "The server sends its trailers while the client is still sending. What then?",
    answers: [
      {
        text: "The client finishes what it has begun to send",
        reason: "Nobody reads it any more."
      },
      {
        text: "The call is over, with the status in the trailers",
        reason: "There is nothing behind trailers. The client stops, and tells whatever makes its messages.",
        right: true
      },
      { text: "It is an error, INTERNAL", reason: "It is allowed: the status may even be OK." }
    ]
  },
  {
    id: "both-wait",
    question: "A server answers when it has ten messages. A client sends the second when it has an answer to the first. No deadline. What happens?",
    answers: [
      { text: "INTERNAL, after a while", reason: "Nothing is wrong: two programs wait." },
      { text: "TCP notices, and closes", reason: "The connection is well." },
      {
        text: "Nothing, for ever",
        reason: "Each waits for the other. A deadline would end it; a time after which the server answers with fewer would not let it begin.",
        right: true
      }
    ]
  },
  {
    id: "both-write",
    question: "Both ends write without reading, and both wait for `drain` as they should. Then?",
    answers: [
      { text: "The memory of both grows", reason: "Not if both wait for drain." },
      {
        text: "Both stand still when the windows are used up",
        reason: "Only a reader gives credit, and nobody reads. Read and write at once.",
        right: true
      },
      { text: "The faster one wins", reason: "Each direction has windows of its own; both fill." }
    ]
  },
  {
    id: "destroy",
    question: "A client of grpc-js calls `call.destroy()` on its stream. What does the server hear?",
    answers: [
      { text: "CANCELLED", reason: "That is what `call.cancel()` would tell it." },
      {
        text: "Nothing",
        reason: "grpc-js destroys the object of Node, and lets the call go on.",
        right: true
      },
      { text: "A half-close", reason: "END_STREAM is sent by `call.end()`." }
    ]
  },
  {
    id: "chat-deadline",
    question: "A chat is one bidirectional call. Which deadline does it get?",
    answers: [
      {
        text: "One second, as all calls",
        reason: "Then everybody is thrown out after a second: the article’s does just that."
      },
      {
        text: "None for the whole; a time for each silence, and keepalive",
        reason: "A deadline is for a call that is to be done by then. What must not take for ever here is to hear nothing.",
        right: true
      },
      {
        text: "A year",
        reason: "A number that nobody will ever see at work says only that one did not want to think."
      }
    ]
  }
];
const __pageData = JSON.parse('{"title":"Bidirectional streaming","description":"What if both talk at once? Lesson 13 of RPC from scratch.","frontmatter":{"prev":false,"next":false},"headers":[],"relativePath":"lessons/13-bidi-streaming.md","filePath":"lessons/13-bidi-streaming.md"}');
const __default__ = { name: "lessons/13-bidi-streaming.md" };
const _sfc_main = /* @__PURE__ */ Object.assign(__default__, {
  __ssrInlineRender: true,
  setup(__props) {
    return (_ctx, _push, _parent, _attrs) => {
      const _component_LessonStart = resolveComponent("LessonStart");
      const _component_SequencePicture = resolveComponent("SequencePicture");
      const _component_TraceExplorer = resolveComponent("TraceExplorer");
      const _component_Quiz = resolveComponent("Quiz");
      const _component_BuildIt = resolveComponent("BuildIt");
      const _component_QuizScore = resolveComponent("QuizScore");
      _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="bidirectional-streaming" tabindex="-1">Bidirectional streaming <a class="header-anchor" href="#bidirectional-streaming" aria-label="Permalink to &quot;Bidirectional streaming&quot;">​</a></h1>`);
      _push(ssrRenderComponent(_component_LessonStart, null, null, _parent));
      _push(`<p>The server has streamed, and the client has. <strong>If both do, in one call, at the same time: who speaks first, who stops first, and can both wait for each other for ever?</strong></p><p>They can, in two ways, and neither shows an error. That is the price of the fourth kind of call. What one buys with it is a conversation: questions that depend on answers, without a new call for each.</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 13</span></span></code></pre></div><p>Look for the two ends in the first scene: the client’s is an empty DATA, the server’s the trailers, and they do not come together.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · Two streams that share a number ─────────────────────────────────────────
Ids go out, shipments come back, on one HTTP/2 stream. The client says the
second id when it has the first answer, and after the second answer it ends its
side:
  client          HEADERS · stream 1 · POST
                  /ecommerce.OrderManagement/ProcessOrders
client ──▶ server  DATA · stream 1 · StringValue { value: &quot;102&quot; }       19 bytes
  0000  00 00 0a 00 00 00 00 00  frame header = DATA, stream 1, 10 bytes
        01                         length, type, flags, stream (RFC 9113 §4.1)
  0009                           data = 10 bytes
                                   a piece of the body (RFC 9113 §6.1)
  0009  00                       │ compressed flag = 0
                                 │   the payload is as it was written (gRPC
                                 │   PROTOCOL-HTTP2, Compressed-Flag)
  000a  00 00 00 05              │ length = 5
                                 │   how many bytes the payload has: 32 bits,
                                 │   the highest byte first (big-endian) (gRPC
                                 │   PROTOCOL-HTTP2, Message-Length)
  000e                           │ message = 5 bytes
                                 │   as the prefix says: where the frame ends
                                 │   means nothing (gRPC PROTOCOL-HTTP2,
                                 │   Length-Prefixed-Message)
  000e  0a 03 31 30 32           │ │ value = &quot;102&quot; · field 1, string
  server          HEADERS · stream 1 · 200
client ◀── server  DATA · stream 1 · CombinedShipment { id: &quot;Bath-102…  63 bytes
  0000  00 00 36 00 00 00 00 00  frame header = DATA, stream 1, 54 bytes
        01
  0009                           data = 54 bytes
  0009  00                       │ compressed flag = 0
  000a  00 00 00 31              │ length = 49
  000e                           │ message = 49 bytes
  000e  0a 08 42 61 74 68 2d 31  │ │ id = &quot;Bath-102&quot;
        30 32                    │ │
  0018  12 06 70 61 63 6b 65 64  │ │ status = &quot;packed&quot; · field 2, string
  0020                           │ │ ordersList = Order { id: &quot;102&quot;, items:
                                 │ │ &quot;green tea&quot;, description: &quot;&quot;, pri…
                                 │ │   field 3, repeated ecommerce.Order
  0020  1a                       │ │ │ tag = 3:LEN
                                 │ │ │   field number × 8 + wire type, as a
                                 │ │ │   varint (protobuf encoding #structure)
  0021  1d                       │ │ │ length = 29
                                 │ │ │   how many bytes follow, as a varint
                                 │ │ │   (protobuf encoding #length-types)
  0022  0a 03 31 30 32           │ │ │ id = &quot;102&quot;
  0027  12 09 67 72 65 65 6e 20  │ │ │ items = &quot;green tea&quot;
        74 65 61                 │ │ │   field 2, repeated string
  0032  1a 00                    │ │ │ description = &quot;&quot; · field 3, string
  0034  25 00 00 d0 40           │ │ │ price = 6.5 · field 4, float
  0039  2a 04 42 61 74 68        │ │ │ destination = &quot;Bath&quot; · field 5, string
client ──▶ server  DATA · stream 1 · StringValue { value: &quot;110&quot; }       19 bytes
  0000  00 00 0a 00 00 00 00 00  frame header = DATA, stream 1, 10 bytes
        01
  0009                           data = 10 bytes
  0009  00                       │ compressed flag = 0
  000a  00 00 00 05              │ length = 5
  000e                           │ message = 5 bytes
  000e  0a 03 31 31 30           │ │ value = &quot;110&quot;
client ◀── server  DATA · stream 1 · CombinedShipment { id: &quot;Dover-11…  62 bytes
  0000  00 00 35 00 00 00 00 00  frame header = DATA, stream 1, 53 bytes
        01
  0009                           data = 53 bytes
  0009  00                       │ compressed flag = 0
  000a  00 00 00 30              │ length = 48
  000e                           │ message = 48 bytes
  000e  0a 09 44 6f 76 65 72 2d  │ │ id = &quot;Dover-110&quot;
        31 31 30                 │ │
  0019  12 06 70 61 63 6b 65 64  │ │ status = &quot;packed&quot;
  0021                           │ │ ordersList = Order { id: &quot;110&quot;, items:
                                 │ │ &quot;kettle&quot;, description: &quot;&quot;, price:…
  0021  1a                       │ │ │ tag = 3:LEN
  0022  1b                       │ │ │ length = 27
  0023  0a 03 31 31 30           │ │ │ id = &quot;110&quot;
  0028  12 06 6b 65 74 74 6c 65  │ │ │ items = &quot;kettle&quot;
  0030  1a 00                    │ │ │ description = &quot;&quot;
  0032  25 00 00 1a 42           │ │ │ price = 38.5
  0037  2a 05 44 6f 76 65 72     │ │ │ destination = &quot;Dover&quot;
client ──▶ server  DATA · stream 1 · no more messages · END_STREAM       9 bytes
  0000  00 00 00 00 01 00 00 00  frame header = DATA END_STREAM, stream 1, 0
        01                       bytes
  server          HEADERS · stream 1 · trailers: 0 OK · END_STREAM
That question and answer take turns is this client’s habit. Nothing in the
protocol says which answer belongs to which request, or that there must be as
many: there are two streams of messages, one each way, and each has an end of
its own. The client’s is END_STREAM on an empty DATA, the server’s the trailers.

── 2 · The server ends first ───────────────────────────────────────────────────
This server sends one shipment and ends the call; the client had not ended its
side:
  client          HEADERS · stream 1 · POST
                  /ecommerce.OrderManagement/ProcessOrders
  client          DATA · stream 1 · StringValue { value: &quot;102&quot; }
  server          HEADERS · stream 1 · 200
  server          DATA · stream 1 · CombinedShipment { id: &quot;Bath-102&quot;, status:
                  &quot;packed&quot;, orders…
  server          HEADERS · stream 1 · trailers: 0 OK · END_STREAM
The trailers end the call, whatever the client still had in mind. A client’s end
says “that was all I ask”; a server’s says “that was all there is”, with the
status, and there is nothing behind it. So the client must stop, and tell
whatever makes its messages.

── 3 · Lock-step, in groups, free-running ──────────────────────────────────────
Twelve orders over a line of 15 ms each way. The client waits for the answers of
so many before it goes on:
                    round trips    took
    lock-step        12 × 30 ms  393 ms
    four at a time    3 × 30 ms  100 ms
    free-running      1 × 30 ms   37 ms
Lock-step is a unary call with extra steps: it costs a round trip each time. It
is right where the next question depends on the last answer, and nowhere else.

── 4 · Both read ───────────────────────────────────────────────────────────────
The client asks again when it has an answer. The server sends a shipment when it
has three orders. After one order both wait, each for the other; nobody is at
fault, and nothing is broken:
    the server               answers      the call ends
    sends three, always            0  DEADLINE_EXCEEDED
    sends fewer after … ms        3                 OK
The deadline ended the first call, and it was the only thing that could. In the
second the server’s batches have a time as well as a size. Whoever waits for
messages has to say for how long.

── 5 · One that does not read ──────────────────────────────────────────────────
A chat. Ada has 1,500 lines of a kilobyte to say, Bob reads, Kim has gone for a
cup of tea. What a room does with a member that is slow has to be decided, and
each answer hurts somebody:
                Ada said  Bob read                   Kim
    drop           1,500     1,500  *: 1389 lines missed
    wait           1,024       111        missed nothing
    disconnect     1,500     1,500   you read too slowly
drop: Kim misses lines, and is told how many. wait: one reader who sleeps
silences the room; where Ada stopped, windows and buffers are full. disconnect:
Kim is gone. (A room that does none of these chooses a fourth: it keeps all
lines for Kim in memory, until there is none.)

── 6 · On our stack ────────────────────────────────────────────────────────────
An iterable goes in, an iterable comes out, at both ends:
  shipments       Bath-102, Dover-110, Bath-111</pre></details><h2 id="two-streams-that-share-a-number" tabindex="-1">Two streams that share a number <a class="header-anchor" href="#two-streams-that-share-a-number" aria-label="Permalink to &quot;Two streams that share a number&quot;">​</a></h2><div class="language-proto vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">proto</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">rpc ProcessOrders(stream google.protobuf.StringValue)</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    returns (stream CombinedShipment);</span></span></code></pre></div><p>Ids go in, shipments come out: orders that go to the same place, together. Here a client asks for one, waits for the answer, and asks for the next:</p>`);
      _push(ssrRenderComponent(_component_SequencePicture, { trace: unref(turns) }, null, _parent));
      _push(`<p>It looks like two unary calls in a row. But the turns are this client&#39;s habit. Nothing on the wire says which shipment belongs to which id, or that there must be one for each: three ids may become one shipment, or none. There are <strong>two streams of messages</strong>, one each way. They share a stream number, and a beginning. They share no order, no rhythm and, above all, no end.</p>`);
      _push(ssrRenderComponent(_component_TraceExplorer, { trace: unref(turns) }, null, _parent));
      _push(`<p>What the server does is a function from one stream to another, and has nothing to do with gRPC. <code>inOrder</code> works on several ids at once, and hands out the results in their order; <code>batches</code> puts them together. Both are yours to build:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/13-bidi-streaming/process.ts.txt" target="_self">lessons/13-bidi-streaming/process.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * ProcessOrders, whichever stack carries it: ids come in, shipments</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * go out.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> async</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function*</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> processOrders(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  ids: AsyncIterable&lt;{ value: string }&gt;,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  { size = BATCH, ms = WAIT_MS }: ProcessOptions = {},</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">): AsyncGenerator&lt;CombinedShipment&gt; {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> orders = inOrder(ids, AT_ONCE, ({ value }) =&gt; lookUp(value));</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  for</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> batch </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">of</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> batches(orders, {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    size,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    ms,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    clock: systemClock,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  })) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    yield*</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> shipments(batch.filter((order) =&gt; order !== </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">undefined</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">));</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  }</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "which-answer"
      }, null, _parent));
      _push(`<h2 id="who-ends-what" tabindex="-1">Who ends what <a class="header-anchor" href="#who-ends-what" aria-label="Permalink to &quot;Who ends what&quot;">​</a></h2><p>Each stream has an end of its own, and they do not mean the same:</p><table tabindex="0"><thead><tr><td></td><th>on the wire</th><th>what it says</th><th>what may still come</th></tr></thead><tbody><tr><td>the client&#39;s end</td><td><code>END_STREAM</code> on its last DATA, which may be empty</td><td>that was all I ask</td><td>answers, for as long as the server likes</td></tr><tr><td>the server&#39;s end</td><td>the trailers</td><td>that was all there is, and this is how it went</td><td>nothing</td></tr><tr><td>a cancel</td><td><code>RST_STREAM</code></td><td>never mind</td><td>nothing</td></tr></tbody></table><p>The first is a <strong>half-close</strong>. The second closes all, also when the client is in the middle of a sentence. This server ends after one shipment, with OK; the client had not ended its side:</p>`);
      _push(ssrRenderComponent(_component_SequencePicture, { trace: unref(serverEnds) }, null, _parent));
      _push(`<p>So a client has to live with both orders: to end first, and then to listen; and to be told that it is over while it still talks. Then it stops, and tells whatever makes its messages. That is four endings, counting an error of its own and a reader who leaves; to see to it that each happens exactly once is the last task of the exercise.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "half-close server-first"
      }, null, _parent));
      _push(`<h2 id="lock-step-in-groups-free-running" tabindex="-1">Lock-step, in groups, free-running <a class="header-anchor" href="#lock-step-in-groups-free-running" aria-label="Permalink to &quot;Lock-step, in groups, free-running&quot;">​</a></h2><p>Twelve orders, over a line of 15 ms each way. The client waits for answers before it goes on, each time, every four, or never. From a run on one machine:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>                round trips    took</span></span>
<span class="line"><span>lock-step        12 × 30 ms  588 ms</span></span>
<span class="line"><span>four at a time    3 × 30 ms  261 ms</span></span>
<span class="line"><span>free-running      1 × 30 ms   74 ms</span></span></code></pre></div><p>Your run shows other milliseconds and the same order. Lock-step on a stream is a unary call with extra steps: a round trip each time. It is right where the next question depends on the last answer, and nowhere else.</p><h2 id="both-read" tabindex="-1">Both read <a class="header-anchor" href="#both-read" aria-label="Permalink to &quot;Both read&quot;">​</a></h2><p>The server sends a shipment when it has three orders. The client says the second id when it has an answer to the first. Look at these two sentences again: each is reasonable, and together they are a program that never does anything.</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>the server               answers      the call ends</span></span>
<span class="line"><span>sends three, always            0  DEADLINE_EXCEEDED</span></span>
<span class="line"><span>sends fewer after 25 ms        3                 OK</span></span></code></pre></div><p>No frame is missing, nobody is at fault, every connection is well. In a test with three orders at once it works. It stops on the day when the last group has two.</p><p>What ended the first call was its deadline, and it was the only thing that could. What makes the second one go on is that its batches have a time as well as a size. <strong>Whoever waits for messages has to say for how long.</strong></p><p>The same trap sits inside of the server. If <code>inOrder</code> asked for the next id before it handed out a result that is done, it would wait for a client that waits for that result.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "both-wait"
      }, null, _parent));
      _push(`<h2 id="both-write" tabindex="-1">Both write <a class="header-anchor" href="#both-write" aria-label="Permalink to &quot;Both write&quot;">​</a></h2><p>The opposite is no better. Both ends write all they have, mean to read afterwards, and wait for <code>drain</code> as they should:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 13</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --write-first</span></span></code></pre></div><p>Look for how many messages each end has written when both stand still, and for who ends the call: neither does.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · Both write ──────────────────────────────────────────────────────────────
Each end reads one message, and then writes 16,000 bytes at a time. It waits for
drain as it should, and means to read on when it is done:
  the client      wrote 80 messages, and waits for room
  the server      wrote 31 messages, and waits for room
  the call        neither ends
Each window is used up, and only a reader could open it (lesson 14).
Backpressure is right at both ends, and together they stand still for ever. On a
stream that goes both ways one reads and writes at once: two loops, not one
behind the other.</pre></details><p>After some dozen messages of 16,000 bytes, in which the windows and the buffers of both sides fill up, both stand still. Each waits for credit that only a reader can give (lesson 14 has the windows; what counts here is that they end). Backpressure did its work at both ends, and so nobody works.</p><p>The way out is not to read first. It is <strong>two loops at once</strong>: one that writes, one that reads, and neither behind the other.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "both-write"
      }, null, _parent));
      _push(`<h2 id="with-grpc-js" tabindex="-1">With grpc-js <a class="header-anchor" href="#with-grpc-js" aria-label="Permalink to &quot;With grpc-js&quot;">​</a></h2><p>A call of this kind is a <code>Duplex</code> of Node, on both ends. That is convenient, and has four traps, each of which the run or the suite has walked into:</p><div class="excerpt ts long"><p class="file"><a href="/source/lessons/13-bidi-streaming/talk.ts.txt" target="_self">lessons/13-bidi-streaming/talk.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * The same as grpc-js wants it. The call ends when \`talk\` does, not</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * when the requests do.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> handleTalk&lt;Request, Response&gt;(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  talk: Talk&lt;Request, Response&gt;,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  report: (error: unknown) =&gt; void,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">): grpc.handleBidiStreamingCall&lt;Request, Response&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> async</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (call) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> left = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> AbortController();</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    call.once(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;cancelled&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, () =&gt; left.abort());</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">    // To leave a \`for await\` over a stream destroys it, and with it</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">    // the way back.</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> requests = call.iterator({ destroyOnReturn: </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">false</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> { out, flushed } = outOf(call);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    try</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> sendAll(talk(requests, left.signal), out);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      call.end();</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    } </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">catch</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (error) {</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">      // A status waits for what is still being written; a loop over</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">      // the requests would destroy both.</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Promise.race([flushed(), aborted(left.signal)]);</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (call.cancelled) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (!(error </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">instanceof</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> CallError)) report(error);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> { code, details } =</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        error </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">instanceof</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> CallError</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">          ? error</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">          : { code: grpc.status.UNKNOWN, details: ACCIDENT };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      call.emit(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;error&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, { code, details });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    }</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div><label class="unfold"><input type="checkbox">Show all 32 lines</label></div><ul><li><strong>To leave a <code>for await</code> over a stream destroys the stream, and with it the way back.</strong> A server that has read enough could not even say so. <code>call.iterator({ destroyOnReturn: false })</code> only stops reading.</li><li><strong>A cancelled call looks like a half-close.</strong> <code>end</code> comes first, and <code>call.cancelled</code> is still false then. Looking at it helps where the connection is cut, not against a cancel (lesson 12). If a part must not be taken for the whole, the messages have to say so.</li><li><strong><code>call.destroy()</code> on a client tells nobody.</strong> It destroys the object; the call goes on, and the server works for it. <code>call.cancel()</code> is what you meant.</li><li><strong><code>call.emit(&#39;error&#39;, status)</code> ends a server&#39;s call, and is an error for your own loop, too</strong>: a <code>for await</code> over the same stream throws, and destroys what was to carry the status. So the chat below listens for <code>data</code>.</li></ul><p>On our own stack there is less to know: an iterable goes in, an iterable comes out, at both ends.</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/13-bidi-streaming/ours.ts.txt" target="_self">lessons/13-bidi-streaming/ours.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> server = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Server();</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">server.addService(OrderManagementDefinition, {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  processOrders: (ids) =&gt; processOrders(ids),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">});</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> { port } = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> server.listen({ host: LOOPBACK, port: </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> });</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> channel = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Channel(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`ipv4:</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">LOOPBACK</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">:</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">port</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> shop = createClient(OrderManagementDefinition, channel);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> shipments: string[] = [];</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">for</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> { id } </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">of</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> shop.processOrders(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  ids.map((value) =&gt; ({ value })),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">)) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  shipments.push(id);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "destroy"
      }, null, _parent));
      _push(`<h2 id="a-chat-and-one-who-does-not-read" tabindex="-1">A chat, and one who does not read <a class="header-anchor" href="#a-chat-and-one-who-does-not-read" aria-label="Permalink to &quot;A chat, and one who does not read&quot;">​</a></h2><p>A chat is one call for each member, for as long as he stays, and what one says goes to all others:</p><div class="excerpt ts long"><p class="file"><a href="/source/lessons/13-bidi-streaming/chat.ts.txt" target="_self">lessons/13-bidi-streaming/chat.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/** A member of the room for as long as its call lasts. */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> handleChat(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  policy: Policy,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  log: (line: string) =&gt; void,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> room = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Room(policy);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (call: ChatCall): void =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> name = String(call.metadata.get(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;name&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">)[</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">] ?? </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;somebody&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> seat = room.join({</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      name,</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      write: ({ from, text }) =&gt;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        call.write({ value: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">from</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">: </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">text</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> }),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      end: (details) =&gt;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        call.emit(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;error&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">          code: grpc.status.RESOURCE_EXHAUSTED,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">          details,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        }),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    log(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">name</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> comes in, </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">room</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">size</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> in the room\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">    // Before a word is said: you are in.</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    call.sendMetadata(</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> grpc.Metadata());</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    call.on(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;drain&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, () =&gt; seat.drained());</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    call.on(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;data&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">async</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> ({ value }: StringValue) =&gt; {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      call.pause();</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> seat.say(value);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      call.resume();</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    });</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">    // While it is paused, a call that is cancelled comes to no \`end\`.</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    call.once(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;cancelled&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, () =&gt; seat.leave());</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    call.once(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;end&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, () =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      seat.leave();</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      log(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">name</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> leaves, </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">room</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">size</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> in the room\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (!call.cancelled) call.end();</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div><label class="unfold"><input type="checkbox">Show all 36 lines</label></div><p>Try it in three terminals; Ctrl-D leaves:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 13</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> server</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 13</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> client</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 13</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> client</span></span></code></pre></div><p>Look at the second client when you type a line in the first: it stands there at once, although nobody has asked for it.</p><p>Now one member goes for a cup of tea and stops reading. <code>write</code> says <code>false</code> for that one, and the question is what the <em>room</em> does. Ada has 1,500 lines of a kilobyte to say, Bob reads, Kim does not. From a run; how far Bob gets with <code>wait</code> depends on the buffers of the machine:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>            Ada said  Bob read                   Kim</span></span>
<span class="line"><span>drop           1,500     1,500  *: 1389 lines missed</span></span>
<span class="line"><span>wait           1,024       111        missed nothing</span></span>
<span class="line"><span>disconnect     1,500     1,500   you read too slowly</span></span></code></pre></div><ul><li><strong>drop</strong>: Kim misses lines, and is told how many. Right for prices and positions, where only the last counts.</li><li><strong>wait</strong>: nothing is lost, and one reader who sleeps silences everybody. Bob has what got through before; Ada could still write 1,024 lines, lesson 12&#39;s mebibyte, which waits in her own <code>grpc-js</code>&#39; buffer for retries. Right where every message counts and all members are yours.</li><li><strong>disconnect</strong>: Kim is thrown out, and comes back when awake. Right for most chats.</li></ul><p>There is no policy that hurts nobody. A room that chooses none has chosen a fourth: it keeps every line for Kim in its memory, until there is none.</p><p>And the <strong>deadline</strong>? The article gives its chat one second, for all of it. A deadline is for a call that is to be done by then; a conversation is not. What must not take for ever is <em>silence</em>: a time for each wait, keepalive for a dead connection (lesson 22), and for the first answer a timer of your own, which cancels.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "chat-deadline"
      }, null, _parent));
      _push(`<h2 id="break-it" tabindex="-1">Break it <a class="header-anchor" href="#break-it" aria-label="Permalink to &quot;Break it&quot;">​</a></h2><p>Both wait for a message of the other; and a server that does not wait for ever:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 13</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --read-first</span></span></code></pre></div><p>Look for what ends the first call, and for the 25 ms that let the second go on.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · Both read ───────────────────────────────────────────────────────────────
The client asks again when it has an answer. The server sends a shipment when it
has three orders. After one order both wait, each for the other; nobody is at
fault, and nothing is broken:
    the server               answers      the call ends
    sends three, always            0  DEADLINE_EXCEEDED
    sends fewer after … ms        3                 OK
The deadline ended the first call, and it was the only thing that could. In the
second the server’s batches have a time as well as a size. Whoever waits for
messages has to say for how long.</pre></details><p>The slow member, in three ways:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 13</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --slow-member</span></span></code></pre></div><p>Look for who pays: how far Ada gets, what Bob has read, and what Kim is told.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · One that does not read ──────────────────────────────────────────────────
A chat. Ada has 1,500 lines of a kilobyte to say, Bob reads, Kim has gone for a
cup of tea. What a room does with a member that is slow has to be decided, and
each answer hurts somebody:
                Ada said  Bob read                   Kim
    drop           1,500     1,500  *: 1389 lines missed
    wait           1,024       111        missed nothing
    disconnect     1,500     1,500   you read too slowly
drop: Kim misses lines, and is told how many. wait: one reader who sleeps
silences the room; where Ada stopped, windows and buffers are full. disconnect:
Kim is gone. (A room that does none of these chooses a fourth: it keeps all
lines for Kim in memory, until there is none.)</pre></details><p>What the article&#39;s server sends once its channel is closed, counted for a tenth of a second:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 13</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --flood</span></span></code></pre></div><p>Look for how many messages arrive, and for what is in them.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · A closed channel ────────────────────────────────────────────────────────
In Go one may read from a channel that has been closed: it gives the empty
value, at once, for ever. The article’s server does that and sends each. Here is
the same loop, for a tenth of a second, at a client that reads all:
  the server      sent 4,175 empty messages
  the client      got 4,170 of them, 20,850 bytes of nothing
Five bytes each, and both processors are busy. In JavaScript a source says that
it has ended, done: true, and for await stops there; in Go it is \`for v := range
ch\`, or \`v, ok := &lt;-ch\`. The article’s client has the counterpart: a loop that
goes on after an error, lesson 11’s --spin.</pre></details><h2 id="build-it" tabindex="-1">Build it <a class="header-anchor" href="#build-it" aria-label="Permalink to &quot;Build it&quot;">​</a></h2><p>Four tasks in <code>exercises/13-bidi-streaming/</code>: several at once, in order; batches by size or by time; a room with a policy for the slow; and a conversation that ends well, whichever of the two ends it. In the last one the other end is a server of <code>grpc-js</code>.</p>`);
      _push(ssrRenderComponent(_component_BuildIt, { exercise: unref(exercise) }, null, _parent));
      _push(`<div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> exercise</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 13</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 13</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --mine</span></span></code></pre></div><h2 id="what-you-have-answered" tabindex="-1">What you have answered <a class="header-anchor" href="#what-you-have-answered" aria-label="Permalink to &quot;What you have answered&quot;">​</a></h2>`);
      _push(ssrRenderComponent(_component_QuizScore, { questions: unref(quiz) }, null, _parent));
      _push(`<h2 id="what-is-still-open" tabindex="-1">What is still open <a class="header-anchor" href="#what-is-still-open" aria-label="Permalink to &quot;What is still open&quot;">​</a></h2><p>Twice in this lesson everything stood still because a window was used up, and once that was what saved the memory of a server. Who counts it, how large is it, and why does a fast line sometimes carry hardly anything? Lesson 14 counts.</p><h2 id="sources" tabindex="-1">Sources <a class="header-anchor" href="#sources" aria-label="Permalink to &quot;Sources&quot;">​</a></h2><ul><li><a href="https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md" target="_blank" rel="noreferrer">gRPC over HTTP/2</a>, <em>Requests</em> and <em>Responses</em>: each side&#39;s end</li><li><a href="https://grpc.io/docs/what-is-grpc/core-concepts/#bidirectional-streaming-rpc" target="_blank" rel="noreferrer">Core concepts</a>: the two streams are independent</li><li><a href="https://www.rfc-editor.org/rfc/rfc9113#section-5.1" target="_blank" rel="noreferrer">RFC 9113 §5.1</a>, half-closed streams; <a href="https://www.rfc-editor.org/rfc/rfc9113#section-8.1" target="_blank" rel="noreferrer">§8.1</a>, an answer that ends before the request</li><li>Node: <a href="https://nodejs.org/api/stream.html#readableiteratoroptions" target="_blank" rel="noreferrer"><code>readable.iterator</code></a> and <code>destroyOnReturn</code></li><li>grpc-node <a href="https://github.com/grpc/grpc-node/issues/1238" target="_blank" rel="noreferrer">#1238</a>: <code>destroy()</code> cancels nothing</li></ul><details class="details custom-block"><summary>What the article said, and what is true</summary><p>The course grew out of a series of articles (in Chinese, with Go) that goes from RPC to gRPC. Where it is wrong, or no longer right, this is what is true:</p><ul><li>Its server reads <code>v := &lt;-msgCh</code> from a channel that the other half closes when the client has ended. A closed channel gives the empty value for ever, so it sends empty messages without a pause and never returns. <code>for v := range msgCh</code> ends.</li><li>If its sending half fails, its receiving half waits at the channel for ever: a goroutine that nobody frees. Each of the two loops has to learn that the other is over.</li><li>Its client goes on with the next <code>Recv</code> after an error. Once the deadline has passed that is a loop without a pause, at 100 % of a processor.</li><li>It sets a deadline of one second for a chat, with the same context as for its unary calls.</li></ul></details></div>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lessons/13-bidi-streaming.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
export {
  __pageData,
  _sfc_main as default
};

import { useSSRContext, resolveComponent, unref } from "vue";
import { ssrRenderAttrs, ssrRenderComponent } from "vue/server-renderer";
const exercise = { kind: "handle", id: "12-client-streaming", load: () => import("./12-client-streaming.exercise.BPmIEOuZ.js").then((exercise2) => exercise2.default) };
const update = { kind: "handle", id: "update", load: () => import("./update.trace.D5bhzdm2.js").then((trace) => trace.default) };
const refusal = { kind: "handle", id: "refusal", load: () => import("./refusal.trace.B6bEPKwF.js").then((trace) => trace.default) };
const torn = { kind: "handle", id: "torn", load: () => import("./torn.trace.DffeeDT8.js").then((trace) => trace.default) };
const quiz = [
  {
    id: "half-close-bytes",
    question: "Predict the bytes: the client has sent its last order on stream 1, and now only says that this was all. (DATA is type 0, END_STREAM flag 1.)",
    bytes: { encoder: "data", streamId: 1, text: "", endStream: true },
    reason: "No payload: three bytes of length 0, type 0, flags 1, stream 1. Nine bytes in all."
  },
  {
    id: "forgotten-end",
    question: "A client writes three orders, never calls `call.end()`, and has no deadline. What happens?",
    answers: [
      {
        text: "The server answers after the third",
        reason: "It cannot know that there is no fourth."
      },
      {
        text: "The server gets an error after a while",
        reason: "The connection is well, and so is a slow client."
      },
      {
        text: "Both wait, until one of the programs ends",
        reason: "The server waits for an order, the client for an answer.",
        right: true
      }
    ]
  },
  {
    id: "early-ok",
    question: "A server answers OK after the second of ten orders. Is that allowed?",
    answers: [
      { text: "No: only errors may come early", reason: "The protocol knows no such rule." },
      {
        text: "Yes, and the client should stop sending",
        reason: "The call is over. What is still sent goes nowhere.",
        right: true
      },
      { text: "Yes, and the client sends the rest first", reason: "To whom? The call is over." }
    ]
  },
  {
    id: "drain-after-answer",
    question: "While a client waits for `drain`, the server refuses the upload. What does grpc-js do?",
    answers: [
      {
        text: "It emits drain, so that the loop goes on",
        reason: "There is no room in a call that is over."
      },
      {
        text: "It calls the callback with the error, and emits no drain",
        reason: "So a loop that waits for drain alone waits for ever.",
        right: true
      },
      { text: "The write() that said false throws", reason: "It has returned long ago." }
    ]
  },
  {
    id: "cancel-says",
    question: "A client of grpc-js has sent two orders and calls `call.cancel()`. What goes over the wire?",
    answers: [
      { text: "RST_STREAM", reason: "That, too. Something goes before it." },
      {
        text: "DATA with END_STREAM, then RST_STREAM",
        reason: "Node ends its side of the stream before it resets it: recorded above.",
        right: true
      },
      {
        text: "Nothing: the client just stops",
        reason: "Then the server would wait until the deadline."
      }
    ]
  },
  {
    id: "cancelled-knows",
    question: "An upload that is all or nothing ends with CANCELLED. What does the client know about the orders?",
    answers: [
      {
        text: "None has changed",
        reason: "The server may have had all of them, and its answer crossed with the cancel."
      },
      {
        text: "All or none has changed, and not which",
        reason: "The error is about the answer. It can ask, or send the same again if that does no harm.",
        right: true
      },
      {
        text: "Those that it has sent have changed",
        reason: "Sent is not read, and read is not done."
      }
    ]
  },
  {
    id: "where-the-count",
    question: "Why does the client announce the number of orders before the first, and not behind the last?",
    answers: [
      {
        text: "Behind the last, a request has nothing but END_STREAM",
        reason: "A client sends no trailers in gRPC. It could be in the last message; headers go first.",
        right: true
      },
      {
        text: "The server reserves memory for them",
        reason: "It reads them one by one, and a stranger’s number is not a reason to reserve anything."
      },
      { text: "HTTP/2 wants a content-length", reason: "It does not; DATA ends with END_STREAM." }
    ]
  }
];
const __pageData = JSON.parse('{"title":"Client streaming","description":"What if the question does not? Lesson 12 of RPC from scratch.","frontmatter":{"prev":false,"next":false},"headers":[],"relativePath":"lessons/12-client-streaming.md","filePath":"lessons/12-client-streaming.md"}');
const __default__ = { name: "lessons/12-client-streaming.md" };
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
      _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="client-streaming" tabindex="-1">Client streaming <a class="header-anchor" href="#client-streaming" aria-label="Permalink to &quot;Client streaming&quot;">​</a></h1>`);
      _push(ssrRenderComponent(_component_LessonStart, null, null, _parent));
      _push(`<p>In lesson 11 the answer did not fit into one message. Now a hundred orders are to be changed, and the client wants one answer: done, or not. They could be a hundred calls; then some would be done and some not. They could be one message with a list; then all of it is in memory, twice, and 4 MiB is the most that a server takes by default. <strong>What if the question does not fit into one message?</strong></p><p>Then the client sends several, and the server answers once. On the wire it is lesson 11 turned round. But two questions are new. When does the server know that this was all? And what has it done if the client never says so?</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 12</span></span></code></pre></div><p>Look for END_STREAM: it is what the client’s last frame says, and what the answer waits for.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · Three orders, one answer ────────────────────────────────────────────────
Three orders are to go to Oslo. The client sends them one by one, in one call,
and the server answers once:
  client          HEADERS · POST /ecommerce.OrderManagement/UpdateOrders
  client          DATA · order 101
  client          DATA · order 102
client ──▶ server  DATA · stream 1 · Order { id: &quot;103&quot;, items: &quot;kettl…  51 bytes
  0000  00 00 2a 00 01 00 00 00  frame header = DATA END_STREAM, stream 1, 42
        01                       bytes
                                   length, type, flags, stream (RFC 9113 §4.1)
  0009                           data = 42 bytes
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
  000e  0a 03 31 30 33           │ │ id = &quot;103&quot; · field 1, string
  0013  12 06 6b 65 74 74 6c 65  │ │ items = &quot;kettle&quot; · field 2, repeated string
  001b  12 09 62 6c 61 63 6b 20  │ │ items = &quot;black tea&quot;
        74 65 61                 │ │
  0026  1a 00                    │ │ description = &quot;&quot; · field 3, string
  0028  25 00 00 2f 42           │ │ price = 43.75 · field 4, float
  002d  2a 04 4f 73 6c 6f        │ │ destination = &quot;Oslo&quot; · field 5, string
  server          HEADERS · 200
  server          DATA · StringValue { value: &quot;updated 101, 102, 103&quot; }
  server          HEADERS · trailers: 0 OK · END_STREAM
END_STREAM, a bit in the header of the third DATA, is all that says &quot;that was
all&quot;. No message says it, and nothing in gRPC says before how many there will
be; this client does, in a header (order-count).

── 2 · A client that forgets to end ────────────────────────────────────────────
  client          has written three orders, and now waits for the answer
  callback        Deadline exceeded
  so long         250 ms
Both wait, each for the other: the server for the fourth order, the client for
the answer. Nothing is wrong with either, and without a deadline nothing ends
it. call.end() is one flag in a frame of nine bytes.

── 3 · Refused at the third of five thousand ───────────────────────────────────
There is no order 999, and the server says so at once: it need not hear the
rest. What do three senders make of it?
               orders made  its finally ran  and then
    obvious    992          no               it hangs
    upload     992          yes              NOT_FOUND: there is no order 999
    our stack  435          yes              5 NOT_FOUND: there is no order 999
The first has been told: grpc-js has called its callback. But it waits for
drain, which never comes in a call that is over; so it neither goes on nor ends,
and its own list stays open. Some orders were on their way when the answer came,
or lay in a queue. They are lost, and nobody misses them.

── 4 · A client that goes in the middle ────────────────────────────────────────
A list of five orders; after two the client is gone. The server was to change
all or nothing. How many has it changed?
                           its loop  obvious  looking  incoming
    it cancels             ended     2        2        0
    its connection is cut  ended     2        0        0
    its deadline passes    threw     0        2        0
An end is not always a &quot;that was all&quot;. If the client is gone, grpc-js ends the
loop of the handler like any other; sometimes it breaks it. So the obvious
handler takes a part for the whole, and writes it down. The second looks at
call.cancelled before it writes, and that helps where the connection is cut. It
does not help against a client that cancels: the loop ends first, and the bad
news comes behind it. incoming() has counted: five were announced, two came.

── 5 · What a client says that gives up ────────────────────────────────────────
Two orders, then its own list is torn, and it cancels. This is what goes over
the wire:
  client          HEADERS · POST /ecommerce.OrderManagement/UpdateOrders
  client          DATA · order 101
  client          DATA · order 102
  client          cannot read on in its list
client ──▶ server  DATA · stream 1 · no more messages · END_STREAM       9 bytes
  0000  00 00 00 00 01 00 00 00  frame header = DATA END_STREAM, stream 1, 0
        01                       bytes
client ──▶ server  RST_STREAM · stream 1 · CANCEL                       13 bytes
  0000  00 00 04 03 00 00 00 00  frame header = RST_STREAM, stream 1, 4 bytes
        01
  0009  00 00 00 08              error code = 8 CANCEL
                                   no longer wanted (RFC 9113 §6.4)
  server          three were announced, two came: nothing is changed
Look at the frame before the last. grpc-js ends its stream before it resets it:
the client says END_STREAM, &quot;that was all&quot;, and then CANCEL. A server that has
heard the first may have written down two orders for the whole list before it
hears the second; and that is so at any server, of any language. If a part must
never be taken for the whole, END_STREAM is not enough: the client has to say
how many there are. Ours does, in a header (order-count), before it begins.
One side has streamed, then the other. What if both do, at once? Who waits for
whom then? That is lesson 13.</pre></details><h2 id="many-messages-there-one-back" tabindex="-1">Many messages there, one back <a class="header-anchor" href="#many-messages-there-one-back" aria-label="Permalink to &quot;Many messages there, one back&quot;">​</a></h2><p>The word <code>stream</code> stands on the other side:</p><div class="language-proto vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">proto</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">rpc UpdateOrders(stream Order) returns (google.protobuf.StringValue);</span></span></code></pre></div><p>Three orders are to go to Oslo:</p>`);
      _push(ssrRenderComponent(_component_SequencePicture, { trace: unref(update) }, null, _parent));
      _push(`<p>Headers, three messages, and then the answer as it always was: headers, a message, trailers. On the third DATA there is a bit, END_STREAM: the client has said all. Its side of the stream is closed, the server&#39;s is not. That is a <strong>half-close</strong>, and it is all that says &quot;that was all&quot;. No message says it, and nothing in gRPC says before how many there will be. (This client does, in a header: look for <code>order-count</code>. It will be needed.)</p>`);
      _push(ssrRenderComponent(_component_TraceExplorer, {
        trace: unref(update),
        from: "client"
      }, null, _parent));
      _push(`<p>In <code>grpc-js</code> the half-close is <code>call.end()</code>. <strong>A client that forgets it</strong> waits for the answer, and its server for the next order. Nothing is wrong with either, no error is logged, and only the deadline ends it:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 12</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --forget</span></span></code></pre></div><p>Look for what ends the call when the client does not.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · A client that forgets to end ────────────────────────────────────────────
  client          has written three orders, and now waits for the answer
  callback        Deadline exceeded
  so long         250 ms
Both wait, each for the other: the server for the fourth order, the client for
the answer. Nothing is wrong with either, and without a deadline nothing ends
it. call.end() is one flag in a frame of nine bytes.</pre></details>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "half-close-bytes forgotten-end"
      }, null, _parent));
      _push(`<h2 id="the-server-reads-and-then-answers" tabindex="-1">The server reads, and then answers <a class="header-anchor" href="#the-server-reads-and-then-answers" aria-label="Permalink to &quot;The server reads, and then answers&quot;">​</a></h2><p>What the shop does with the orders has nothing to do with gRPC. But it has a choice to make, and its callers have to know it. If the third of five orders cannot be changed, what about the first two?</p><table tabindex="0"><thead><tr><th>choice</th><th>after a failure</th></tr></thead><tbody><tr><td>all or nothing</td><td>nothing has changed: the caller may send the whole list again</td></tr><tr><td>each by itself</td><td>some have changed: the answer has to say which; an error has only its text and its metadata for that</td></tr></tbody></table><p>Neither is gRPC&#39;s business, and nothing in the contract tells which it is; so write it into the comment. Ours is all or nothing. <code>updateAll</code> is yours to write:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/12-client-streaming/server.ts.txt" target="_self">lessons/12-client-streaming/server.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * The article&#39;s UpdateOrders on grpc-js: all or nothing, and the</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * answer says which.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> createHandler(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  book: Book,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  log: (line: string) =&gt; void,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">): Handler {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> handleUpload(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    async</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (orders: AsyncIterable&lt;Order&gt;) =&gt; {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> ids = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> updateAll(orders, book);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      log(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`UpdateOrders: changed </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">ids</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">join(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;, &#39;</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">) </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">||</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> &#39;nothing&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> { value: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`updated </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">ids</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">join(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;, &#39;</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">)</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    (error) =&gt;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      log(</span></span>
<span class="line"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">        \`UpdateOrders: nothing changed (</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">(error </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">as</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> Error)</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">?.</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">message</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">)\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      ),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  );</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><p>Around it stands what every such handler needs. It answers <strong>once</strong>, with a response or with an error:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/12-client-streaming/handle-upload.ts.txt" target="_self">lessons/12-client-streaming/handle-upload.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * A procedure that reads many messages and gives one answer, as</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * grpc-js wants it.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> handleUpload&lt;Request, Response&gt;(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  procedure: (messages: AsyncIterable&lt;Request&gt;) =&gt; Promise&lt;Response&gt;,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  failed: (error: unknown) =&gt; void,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">): handleClientStreamingCall&lt;Request, Response&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> async</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (call, callback) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    try</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      callback(</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">null</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> procedure(incoming(call)));</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    } </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">catch</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (error) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      failed(error);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (call.cancelled) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> { code, details, metadata } =</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        error </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">instanceof</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> CallError ? error : HIDDEN;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      callback({ code, details, metadata });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    }</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><h2 id="the-answer-may-come-early" tabindex="-1">The answer may come early <a class="header-anchor" href="#the-answer-may-come-early" aria-label="Permalink to &quot;The answer may come early&quot;">​</a></h2><p>There is no order 999. The server need not hear the rest to know that. So it answers while the client still sends:</p>`);
      _push(ssrRenderComponent(_component_SequencePicture, { trace: unref(refusal) }, null, _parent));
      _push(`<p>The status is Trailers-Only, lesson 9&#39;s. The call is over at this moment; what the client still sends is read and thrown away. An early answer need not be an error: &quot;I have seen enough, thank you&quot; is OK, and early.</p><p>Now the client. This is the sender that one writes first. It waits for room before it goes on, and ends when all is sent:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/12-client-streaming/refuse.ts.txt" target="_self">lessons/12-client-streaming/refuse.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/** The sender that one writes first. */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">async</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> obvious(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  shop: OrderManagementClient,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  orders: AsyncIterable&lt;Order&gt;,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  let</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> answer = </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;no answer yet&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> call = shop.updateOrders(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    { deadline: Date.now() + </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">5_000</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    (error, response) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      answer = error ? error.message : response!.value;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  );</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  for</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> order </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">of</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> orders) {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (!call.write(order)) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> once(call, </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;drain&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  }</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  call.end();</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> answer;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><p>It has five thousand orders of a kilobyte, and the third is refused. In one run:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>npm run lesson 12 -- --refuse</span></span>
<span class="line"><span></span></span>
<span class="line"><span>           orders made  its finally ran  and then</span></span>
<span class="line"><span>obvious    992          no               it hangs</span></span>
<span class="line"><span>upload     992          yes              NOT_FOUND: there is no order 999</span></span>
<span class="line"><span>our stack  554          yes              5 NOT_FOUND: there is no order 999</span></span></code></pre></div><p><code>grpc-js</code> has called the callback: the answer is there. But the loop waits for <code>drain</code>, and in a call that is over <code>drain</code> never comes. It neither goes on nor ends; the list that it reads from stays open. So a sender has to listen for the answer <strong>while</strong> it sends, and stop. You build <code>upload</code>, which does.</p><p>All that was made after the third order was for nothing: on its way, or in a queue, when the answer came. Nobody misses it. But count on it: that the client has sent something does not mean that anybody has read it.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "early-ok drain-after-answer"
      }, null, _parent));
      _push(`<h2 id="a-client-that-goes-in-the-middle" tabindex="-1">A client that goes in the middle <a class="header-anchor" href="#a-client-that-goes-in-the-middle" aria-label="Permalink to &quot;A client that goes in the middle&quot;">​</a></h2><p>A list of five orders, and after two the client is gone. This is the handler that one writes first, all or nothing, as it believes:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/12-client-streaming/leave.ts.txt" target="_self">lessons/12-client-streaming/leave.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * The handler that one writes first: all that comes is kept, and put</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * in at the end.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> obvious(book: Book, log: (line: string) =&gt; void): Handler {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> async</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (call, callback) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> changed: Order[] = [];</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    try</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      for</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> order </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">of</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> call) changed.push(order);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    } </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">catch</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> log(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;threw&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    }</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    for</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> order </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">of</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> changed) book.set(order.id, order);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    log(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;ended&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    callback(</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">null</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, { value: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`updated </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">changed</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">length</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><p>How many orders has it changed? In one run, with a client of <code>grpc-js</code>:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>npm run lesson 12 -- --cut</span></span>
<span class="line"><span></span></span>
<span class="line"><span>                       its loop  obvious  looking  incoming</span></span>
<span class="line"><span>it cancels             ended     2        2        0</span></span>
<span class="line"><span>its connection is cut  ended     2        0        0</span></span>
<span class="line"><span>its deadline passes    threw     0        0        0</span></span></code></pre></div><p><strong>Two.</strong> The loop has ended as if that had been all, and a part of the list was written down for the whole. An end of the stream is not always a &quot;that was all&quot;: if the client is gone, <code>grpc-js</code> ends the stream of its handler, too. Sometimes it breaks it instead (<code>Premature close</code>), which is what one would hope for. (The last row is a race: both ends have a timer for the deadline, and whichever is first decides. In your run its loop may have ended, with 2 or 0.)</p><p>&quot;looking&quot; looks at <code>call.cancelled</code> behind its loop, before it changes anything. That helps where the connection is cut. It does not help against a client that cancels. Why not? Look at what that client says:</p>`);
      _push(ssrRenderComponent(_component_SequencePicture, { trace: unref(torn) }, null, _parent));
      _push(ssrRenderComponent(_component_TraceExplorer, {
        trace: unref(torn),
        from: "client"
      }, null, _parent));
      _push(`<p><strong>END_STREAM, and then CANCEL.</strong> <code>call.cancel()</code> of <code>grpc-js</code> closes the HTTP/2 stream of Node, and that ends its own side first. For a moment every server, of any language, has been told that this was all. Between two processes the moment can be long enough to change the orders, and to answer.</p><p>So if a part must never be taken for the whole, END_STREAM is not enough, and no wait at the server makes it so. The messages, or the headers, have to say when they are complete. Our client announces how many it is going to send, in a header, before it begins (what else headers are good for is lesson 19):</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/12-client-streaming/client.ts.txt" target="_self">lessons/12-client-streaming/client.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * Sends orders, as they come, and gives the server&#39;s answer. \`count\`</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * says before how many.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> async</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> update(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  shop: OrderManagementClient,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  orders: (answered: AbortSignal) =&gt; AsyncIterable&lt;Order&gt;,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  count?: number,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">): Promise&lt;string&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> deadline = Date.now() + TIMEOUT_MS;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> metadata = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Metadata();</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (count !== </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">undefined</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) metadata.set(COUNT, String(count));</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> { value } = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> upload&lt;Order, { value: string }&gt;(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    (done) =&gt; shop.updateOrders(metadata, { deadline }, done),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    orders,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  );</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> value;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><p>And the server counts. That is <code>incoming</code>, the last column, and your first task. A client that does not know how many there will be can let its last message say that it is the last.</p><p>And the client that cancelled, what does it know? That it is CANCELLED; not what was done. Its cancel and the server&#39;s answer may have crossed. That is lesson 2 again: an error says something about the answer, nothing about the deed. What is all or nothing can be sent again, if sending it twice does no harm.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "cancel-says cancelled-knows"
      }, null, _parent));
      _push(`<h2 id="who-waits-for-whom" tabindex="-1">Who waits for whom <a class="header-anchor" href="#who-waits-for-whom" aria-label="Permalink to &quot;Who waits for whom&quot;">​</a></h2><p>The server reads ten orders, and goes for a cup of tea. The client has five thousand, of a kilobyte each. In one run, with both ends in one process:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>npm run lesson 12 -- --slow</span></span>
<span class="line"><span></span></span>
<span class="line"><span>                 orders made  waiting in the stream  heap grew by</span></span>
<span class="line"><span>write() ignored  5,000        4,016                  1.5 MiB</span></span>
<span class="line"><span>waits for drain  992          8                      0.3 MiB</span></span></code></pre></div><p>It is lesson 11&#39;s picture from the other side: <code>write()</code> says when it is enough, and a sender that does not listen keeps the rest in its own memory. (In both rows a thousand orders have left the queue, where lesson 11 had 64. They are not all on the way: <code>grpc-js</code> keeps the first mebibyte of what a client sends, so that it can send it again on another connection, which is lesson 22. Until then <code>write()</code> says that all is well.)</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "where-the-count"
      }, null, _parent));
      _push(`<h2 id="the-same-on-our-stack" tabindex="-1">The same on our stack <a class="header-anchor" href="#the-same-on-our-stack" aria-label="Permalink to &quot;The same on our stack&quot;">​</a></h2><p>A handler gets an iterable, and gives one answer; a client gives an iterable, and gets one:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/12-client-streaming/ours.ts.txt" target="_self">lessons/12-client-streaming/ours.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * UpdateOrders on the stack in \`src/\`: orders come as an iterable,</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * and one answer goes back.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> async</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> startOurServer(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  { host, port, log }: ServerOptions,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  procedure: Procedure,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">): Promise&lt;RunningServer&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> server = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Server({</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    onHandlerError: (error) =&gt; log(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`a handler failed: </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">error</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  server.addService(OrderManagementDefinition, {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    updateOrders: </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">async</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (orders) =&gt; ({</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      value: </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> procedure(orders).catch(inOurTerms),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    }),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> listener = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> server.listen({ host, port });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    host: listener.host,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    port: listener.port,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    close: () =&gt; server.close(),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><p>If our client gives up, it sends RST_STREAM and nothing before it, and at our server the loop throws. What moves the messages from the client&#39;s iterable into the stream, no faster than there is room, and stops when the answer comes, is a small machine of its own: <code>Pump</code>, in <code>src/grpc/messages/</code>. The server uses the same for lesson 11&#39;s answers. It is the fifth task.</p><h2 id="break-it" tabindex="-1">Break it <a class="header-anchor" href="#break-it" aria-label="Permalink to &quot;Break it&quot;">​</a></h2><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 12</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --refuse</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 12</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --forget</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 12</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --cut</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 12</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --slow</span></span></code></pre></div><p>Look for how much the client has sent by the time that it hears of its end, and for what the server knows of it.</p><details class="output"><summary>What <code>npm run lesson 12 -- --refuse</code> prints</summary><pre tabindex="0">── 1 · Refused at the third of five thousand ───────────────────────────────────
There is no order 999, and the server says so at once: it need not hear the
rest. What do three senders make of it?
               orders made  its finally ran  and then
    obvious    992          no               it hangs
    upload     992          yes              NOT_FOUND: there is no order 999
    our stack  435          yes              5 NOT_FOUND: there is no order 999
The first has been told: grpc-js has called its callback. But it waits for
drain, which never comes in a call that is over; so it neither goes on nor ends,
and its own list stays open. Some orders were on their way when the answer came,
or lay in a queue. They are lost, and nobody misses them.</pre></details><details class="output"><summary>What <code>npm run lesson 12 -- --forget</code> prints</summary><pre tabindex="0">── 1 · A client that forgets to end ────────────────────────────────────────────
  client          has written three orders, and now waits for the answer
  callback        Deadline exceeded
  so long         250 ms
Both wait, each for the other: the server for the fourth order, the client for
the answer. Nothing is wrong with either, and without a deadline nothing ends
it. call.end() is one flag in a frame of nine bytes.</pre></details><details class="output"><summary>What <code>npm run lesson 12 -- --cut</code> prints</summary><pre tabindex="0">── 1 · A client that goes in the middle ────────────────────────────────────────
A list of five orders; after two the client is gone. The server was to change
all or nothing. How many has it changed?
                           its loop  obvious  looking  incoming
    it cancels             ended     2        2        0
    its connection is cut  ended     2        0        0
    its deadline passes    ended     2        2        0
An end is not always a &quot;that was all&quot;. If the client is gone, grpc-js ends the
loop of the handler like any other; sometimes it breaks it. So the obvious
handler takes a part for the whole, and writes it down. The second looks at
call.cancelled before it writes, and that helps where the connection is cut. It
does not help against a client that cancels: the loop ends first, and the bad
news comes behind it. incoming() has counted: five were announced, two came.</pre></details><details class="output"><summary>What <code>npm run lesson 12 -- --slow</code> prints</summary><pre tabindex="0">── 1 · A server that stops reading ─────────────────────────────────────────────
A client has five thousand orders of a kilobyte. The server reads 10, and goes
for a cup of tea. What is in the client’s memory then?
                     orders made  waiting in the stream  heap grew by
    write() ignored  5,000        4,016                  1.7 MiB
    waits for drain  992          8                      0.3 MiB
The same as in lesson 11, the other way round: it is the sender who must wait. A
server that is slow for all its clients has no memory of its own to lose; each
client has.</pre></details><p>Every byte of an early refusal:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 12</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --bytes</span></span></code></pre></div><p>Look for the answer: it is Trailers-Only, and it comes before the client has ended.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · A refusal while the client still sends ──────────────────────────────────
client ──▶ server  HEADERS · stream 1 · POST /ecommerce.OrderManagem…  163 bytes
  0000  00 00 9a 01 04 00 00 00  frame header = HEADERS END_HEADERS, stream 1,
        01                       154 bytes
                                   length, type, flags, stream (RFC 9113 §4.1)
  0009                           header block = 154 bytes
                                   compressed header fields (RFC 7541)
  0009  41 8b a0 e4 1d 13 9d 09  │ :authority = localhost:…
        b8 d8 00 11 7f           │   what the client calls the server; HTTP/1.1
                                 │   has Host for it (RFC 9113 §8.3.1)
  0016  83                       │ :method = POST
                                 │   a call is always a POST (gRPC
                                 │   PROTOCOL-HTTP2, Requests)
  0017  04 9c 60 a4 3d 34 96 c2  │ :path =
        15 7d 56 48 5b 34 0e a1  │ /ecommerce.OrderManagement/UpdateOrders
        cc 5a 4b 52 58 e1 5c 83  │   which method: /package.Service/Method (gRPC
        49 75 59 21 6c 47        │   PROTOCOL-HTTP2, Requests)
  0035  86                       │ :scheme = http
                                 │   http in the clear, https over TLS (RFC 9113
                                 │   §8.3.1)
  0036  40 88 3d 92 16 c5 88 7b  │ order-count = 4
        6a 4f 01 34              │   the application’s own (gRPC PROTOCOL-HTTP2,
                                 │   Custom-Metadata)
  0042  40 8e 9a ca c8 b0 c8 42  │ grpc-accept-encoding = identity,deflate,gzip
        d6 95 8b 51 0f 21 aa 9b  │   which compressions I can read (gRPC
        90 34 85 a9 26 4f af a9  │   PROTOCOL-HTTP2, Requests)
        0b 2d 03 49 7e a6 f6 6a  │
        ff                       │
  0063  50 86 34 85 a9 26 4f af  │ accept-encoding = identity
                                 │   HTTP’s own: gRPC makes no use of it (RFC
                                 │   9110)
  006b  40 89 9a ca c8 b2 4d 49  │ grpc-timeout = 5000m: 5000 ms
        4f 6a 7f 84 6c 00 05 3f  │   how long the client is willing to wait
                                 │   (gRPC PROTOCOL-HTTP2, Requests)
  007b  7a 8e 9a ca c8 b5 47 90  │ user-agent = grpc-node-js/1.14.7
        ab 74 43 01 5c 2d 2e ef  │   which library this is; for logs (gRPC
                                 │   PROTOCOL-HTTP2, User Agents)
  008b  5f 8b 1d 75 d0 62 0d 26  │ content-type = application/grpc
        3d 4c 4d 65 64           │   makes it gRPC, and says how messages are
                                 │   written (gRPC PROTOCOL-HTTP2, Requests)
  0098  40 02 74 65 86 4d 83 35  │ te = trailers
        05 b1 1f                 │   I read trailers: finds out proxies that
                                 │   drop them (gRPC PROTOCOL-HTTP2, Requests)
client ──▶ server  DATA · stream 1 · Order { id: &quot;101&quot;, items: &quot;teapo…  50 bytes
  0000  00 00 29 00 00 00 00 00  frame header = DATA, stream 1, 41 bytes
        01
  0009                           data = 41 bytes
                                   a piece of the body (RFC 9113 §6.1)
  0009  00                       │ compressed flag = 0
                                 │   the payload is as it was written (gRPC
                                 │   PROTOCOL-HTTP2, Compressed-Flag)
  000a  00 00 00 24              │ length = 36
                                 │   how many bytes the payload has: 32 bits,
                                 │   the highest byte first (big-endian) (gRPC
                                 │   PROTOCOL-HTTP2, Message-Length)
  000e                           │ message = 36 bytes
                                 │   as the prefix says: where the frame ends
                                 │   means nothing (gRPC PROTOCOL-HTTP2,
                                 │   Length-Prefixed-Message)
  000e  0a 03 31 30 31           │ │ id = &quot;101&quot; · field 1, string
  0013  12 06 74 65 61 70 6f 74  │ │ items = &quot;teapot&quot; · field 2, repeated string
  001b  12 03 63 75 70           │ │ items = &quot;cup&quot;
  0020  12 03 63 75 70           │ │ items = &quot;cup&quot;
  0025  1a 00                    │ │ description = &quot;&quot; · field 3, string
  0027  25 00 00 20 42           │ │ price = 40 · field 4, float
  002c  2a 04 4f 73 6c 6f        │ │ destination = &quot;Oslo&quot; · field 5, string
client ──▶ server  DATA · stream 1 · Order { id: &quot;102&quot;, items: &quot;green…  43 bytes
  0000  00 00 22 00 00 00 00 00  frame header = DATA, stream 1, 34 bytes
        01
  0009                           data = 34 bytes
  0009  00                       │ compressed flag = 0
  000a  00 00 00 1d              │ length = 29
  000e                           │ message = 29 bytes
  000e  0a 03 31 30 32           │ │ id = &quot;102&quot;
  0013  12 09 67 72 65 65 6e 20  │ │ items = &quot;green tea&quot;
        74 65 61                 │ │
  001e  1a 00                    │ │ description = &quot;&quot;
  0020  25 00 00 d0 40           │ │ price = 6.5
  0025  2a 04 4f 73 6c 6f        │ │ destination = &quot;Oslo&quot;
client ──▶ server  DATA · stream 1 · Order { id: &quot;999&quot;, items: &quot;teapo…  50 bytes
  0000  00 00 29 00 00 00 00 00  frame header = DATA, stream 1, 41 bytes
        01
  0009                           data = 41 bytes
  0009  00                       │ compressed flag = 0
  000a  00 00 00 24              │ length = 36
  000e                           │ message = 36 bytes
  000e  0a 03 39 39 39           │ │ id = &quot;999&quot;
  0013  … 31 bytes               │ │ as before: items, description, price,
                                 │ │ destination
client ◀── server  HEADERS · stream 1 · Trailers-Only: 5 NOT_FOUND · …  96 bytes
  0000  00 00 57 01 05 00 00 00  frame header = HEADERS END_STREAM END_HEADERS,
        01                       stream 1, 87 bytes
  0009                           header block = 87 bytes
  0009  88                       │ :status = 200
                                 │   HTTP went well; of the call it says nothing
                                 │   (gRPC PROTOCOL-HTTP2, Responses)
  000a  40 88 9a ca c8 b2 12 34  │ grpc-status = 5 NOT_FOUND
        da 8f 01 35              │   how the call ended, as a number; 0 is OK
                                 │   (gRPC statuscodes)
  0016  40 89 9a ca c8 b5 25 42  │ grpc-message = there%20is%20no%20order%20999
        07 31 7f 94 4c e5 b0 aa  │   why, for people; it reads: there is no
        88 06 42 a2 05 47 54 40  │   order 999 (gRPC PROTOCOL-HTTP2, Responses)
        3d 92 16 c5 44 07 df 7f  │
  0036  5f 90 1d 75 d0 62 0d 26  │ content-type = application/grpc+proto
        3d 4c 4d 65 64 ff 75 d8  │   the answer is gRPC, too (gRPC
        74 9f                    │   PROTOCOL-HTTP2, Responses)
  0048  61 96 dd 6d 5f 4a 08 4a  │ date = Sun, 22 Nov 2026 12:00:00 GMT
        69 3f 75 04 01 38 a0 45  │
        70 00 b8 00 29 8b 46 ff  │
··· client: has its answer, and stops sending
The answer is Trailers-Only, and it does not wait for the client’s end. The
client has nothing to add: it stops, and both forget the stream.</pre></details><p>In two terminals, <code>npm run lesson 12 server</code> and <code>npm run lesson 12 client</code>: the client changes three orders, then four of which one is not there, then three of which it cannot read the third. Which orders go to Oslo?</p><h2 id="build-it" tabindex="-1">Build it <a class="header-anchor" href="#build-it" aria-label="Permalink to &quot;Build it&quot;">​</a></h2><p>Five tasks in <code>exercises/12-client-streaming/</code>: an upload that is done only when all of it is there; all or nothing; the answer or the error; a sender that stops when it is answered; and the pump of our own stack.</p>`);
      _push(ssrRenderComponent(_component_BuildIt, { exercise: unref(exercise) }, null, _parent));
      _push(`<div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> exercise</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 12</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 12</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --mine</span></span></code></pre></div><h2 id="what-you-have-answered" tabindex="-1">What you have answered <a class="header-anchor" href="#what-you-have-answered" aria-label="Permalink to &quot;What you have answered&quot;">​</a></h2>`);
      _push(ssrRenderComponent(_component_QuizScore, { questions: unref(quiz) }, null, _parent));
      _push(`<h2 id="what-is-still-open" tabindex="-1">What is still open <a class="header-anchor" href="#what-is-still-open" aria-label="Permalink to &quot;What is still open&quot;">​</a></h2><p>The server has streamed, and the client has. If both do, in one call, at the same time: who speaks first, who stops first, and can both wait for each other for ever? They can. That is lesson 13.</p><h2 id="sources" tabindex="-1">Sources <a class="header-anchor" href="#sources" aria-label="Permalink to &quot;Sources&quot;">​</a></h2><ul><li><a href="https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md" target="_blank" rel="noreferrer">gRPC over HTTP/2</a>, <em>Requests</em>: END_STREAM on the last DATA, which may be empty; <em>Responses</em></li><li><a href="https://www.rfc-editor.org/rfc/rfc9113#section-5.1" target="_blank" rel="noreferrer">RFC 9113 §5.1</a>, half-closed; <a href="https://www.rfc-editor.org/rfc/rfc9113#section-8.1" target="_blank" rel="noreferrer">§8.1</a>, a response before the end of the request</li><li><a href="https://grpc.io/docs/what-is-grpc/core-concepts/#client-streaming-rpc" target="_blank" rel="noreferrer">Core concepts</a>, <a href="https://grpc.io/docs/guides/cancellation/" target="_blank" rel="noreferrer">Cancellation</a>: what was done by then is not undone</li><li>grpc-node <a href="https://github.com/grpc/grpc-node/issues/205" target="_blank" rel="noreferrer">#205</a>: the end is emitted before <code>cancelled</code></li><li><code>@grpc/grpc-js</code> 1.14: <code>server.js</code> (<code>handleClientStreaming</code>), <code>subchannel-call.js</code> (<code>sendMessageWithContext</code>, <code>cancelWithStatus</code>); Node 20: <code>lib/internal/http2/core.js</code> (<code>closeStream</code> ends the writable side, and then resets)</li><li>Birrell and Nelson, <em>Implementing Remote Procedure Calls</em>, 1984: what a caller knows after a failure</li></ul><details class="details custom-block"><summary>What the article said, and what is true</summary><p>The course grew out of a series of articles (in Chinese, with Go) that goes from RPC to gRPC. Where it is wrong, or no longer right, this is what is true:</p><ul><li><em>&quot;<code>rpc updateOrders(stream HelloRequest) returns (stream HelloReply);</code>&quot;</em> The second <code>stream</code> makes it another kind: a client may then expect any number of answers. One answer has no <code>stream</code> before it. (Its Go code shows both: once <code>stream.Send</code> for an answer, once <code>SendAndClose</code> on another service.)</li><li>Its client sends, and then calls <code>CloseSend</code>. That is the half-close, and nothing more. <strong>It never calls <code>CloseAndRecv</code></strong>, so nobody reads the answer. (The text of its error message says <code>CloseAndRecv</code>; the call is <code>CloseSend</code>.) If the server has refused all of it, this client says that all went well. In <code>grpc-js</code> the same mistake is a callback that looks at nothing.</li><li>Its server changes each order when it comes (<code>orderMap[id] = *order</code>), and answers at the end. If the client dies in the middle, a part is changed, and nobody is told. That can be what one wants. It has to be said. (The line also copies a message of Go&#39;s with a lock in it, and two calls at once write into one map.)</li><li>Its handler returns the error of <code>Recv</code>. That is right: <code>return err</code>, and no <code>log.Fatalf</code>.</li></ul></details></div>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lessons/12-client-streaming.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
export {
  __pageData,
  _sfc_main as default
};

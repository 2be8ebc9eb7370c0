import { useSSRContext, resolveComponent, unref } from "vue";
import { ssrRenderAttrs, ssrRenderComponent } from "vue/server-renderer";
const exercise = { kind: "handle", id: "14-flow-control", load: () => import("./14-flow-control.exercise.C-5KWCXN.js").then((exercise2) => exercise2.default) };
const window = { kind: "handle", id: "window", load: () => import("./window.trace.BsDlXMZy.js").then((trace) => trace.default) };
const negative = { kind: "handle", id: "negative", load: () => import("./negative.trace.CNAmZJ6P.js").then((trace) => trace.default) };
const overrun = { kind: "handle", id: "overrun", load: () => import("./overrun.trace.Cfm61nEL.js").then((trace) => trace.default) };
const grant = { kind: "handle", id: "grant", load: () => import("./grant.trace.CM248a4B.js").then((trace) => trace.default) };
const quiz = [
  {
    id: "what-counts",
    question: "A stream’s window is used up. What may still be sent on it?",
    answers: [
      {
        text: "Nothing",
        reason: "Then a call whose window is used up could not even be cancelled."
      },
      {
        text: "HEADERS, trailers, RST_STREAM, and an empty DATA with END_STREAM",
        reason: "Only the octets of DATA count, and an empty frame has none.",
        right: true
      },
      { text: "DATA of up to 16,384 octets", reason: "That is the largest frame, not a window." }
    ]
  },
  {
    id: "negative-window",
    question: "A window is 65,535. The peer sends 40,000 octets; then it reads INITIAL_WINDOW_SIZE = 10,000. How much may it send?",
    answers: [
      {
        text: "10,000",
        reason: "Then the 40,000 that are under way already would be forgotten."
      },
      {
        text: "Nothing, until it has credit for more than 30,000",
        reason: "The window changes by the difference, −55,535: of 25,535 that leaves −30,000 (RFC 9113 §6.9.2).",
        right: true
      },
      {
        text: "25,535: what it had",
        reason: "A new size holds for streams that are open too."
      }
    ]
  },
  {
    id: "one-stalls-all",
    question: "Ten streams share a connection, and one of them is not read. Which of these receivers keeps the other nine going?",
    answers: [
      {
        text: "One that gives the connection its credit when DATA has been read",
        reason: "What is not read is missing in the connection’s window, until nothing is left."
      },
      {
        text: "One that gives the connection its credit when DATA has come",
        reason: "Then only the stream’s own window holds the unread octets back.",
        right: true
      },
      {
        text: "Any: each stream has a window of its own",
        reason: "And all of them share the connection’s. The smaller of the two counts."
      }
    ]
  },
  {
    id: "throughput",
    question: "A download gets 2.6 MB/s over a round trip of 100 ms, from a server that could send 100 MB/s. The window is 262,144. What helps?",
    answers: [
      {
        text: "A faster line",
        reason: "262,144 / 0.1 s is 2.6 MB/s: the line is hardly used."
      },
      {
        text: "A window of 10 MB",
        reason: "Bandwidth × delay: 100 MB/s × 0.1 s are under way when nothing has to wait.",
        right: true
      },
      {
        text: "Larger frames",
        reason: "The window counts octets, whatever frames they come in."
      }
    ]
  },
  {
    id: "credit-bytes",
    question: "Predict the bytes: the frame that allows 32,768 octets more on the whole connection.",
    bytes: { encoder: "credit", stream: 0, increment: 32768 },
    reason: "Length 4, type 08, no flags, stream 0: the connection. Then 32,768 in four bytes, 00 00 80 00."
  },
  {
    id: "write-false",
    question: "`call.write(message)` of grpc-js returns `false`. What has become of the message?",
    answers: [
      { text: "It was not taken: write it again", reason: "Then it would be sent twice." },
      {
        text: "It was taken, and more should wait for `drain`",
        reason: "It waits in memory. Who goes on writing loses nothing, but the memory of the process grows.",
        right: true
      },
      { text: "It is lost", reason: "Nothing is lost: that is why it is so easily overlooked." }
    ]
  },
  {
    id: "two-to-31",
    question: "A peer sends WINDOW_UPDATE with the four bytes `80 00 00 00`. What does it get?",
    answers: [
      {
        text: "Credit for 2³¹ octets",
        reason: "The first of the 32 bits is reserved, and a receiver ignores it."
      },
      { text: "FLOW_CONTROL_ERROR", reason: "That is for a window above 2³¹−1." },
      {
        text: "PROTOCOL_ERROR",
        reason: "Without the reserved bit it is an increment of 0, which is an error (§6.9).",
        right: true
      }
    ]
  }
];
const __pageData = JSON.parse('{"title":"Flow control","description":"What if one side is slow? Lesson 14 of RPC from scratch.","frontmatter":{"prev":false,"next":false},"headers":[],"relativePath":"lessons/14-flow-control.md","filePath":"lessons/14-flow-control.md"}');
const __default__ = { name: "lessons/14-flow-control.md" };
const _sfc_main = /* @__PURE__ */ Object.assign(__default__, {
  __ssrInlineRender: true,
  setup(__props) {
    return (_ctx, _push, _parent, _attrs) => {
      const _component_LessonStart = resolveComponent("LessonStart");
      const _component_SequencePicture = resolveComponent("SequencePicture");
      const _component_TraceExplorer = resolveComponent("TraceExplorer");
      const _component_Quiz = resolveComponent("Quiz");
      const _component_WindowChart = resolveComponent("WindowChart");
      const _component_BackpressureChain = resolveComponent("BackpressureChain");
      const _component_FlowPlayground = resolveComponent("FlowPlayground");
      const _component_BuildIt = resolveComponent("BuildIt");
      const _component_QuizScore = resolveComponent("QuizScore");
      _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="flow-control" tabindex="-1">Flow control <a class="header-anchor" href="#flow-control" aria-label="Permalink to &quot;Flow control&quot;">​</a></h1>`);
      _push(ssrRenderComponent(_component_LessonStart, null, null, _parent));
      _push(`<p>A server streams a million orders, and its client reads ten a second. TCP could hold the server back: its receiver&#39;s buffer fills up, and nobody may send. But on this connection run a hundred other calls, and they are in a hurry. <strong>How does one call wait, and no other?</strong></p><p>And a second question, which most people meet first. The line carries a gigabit a second, both machines are idle, and a download over gRPC gets 13 Mbit/s. Who holds it up?</p><p>Both have the same answer, and it is one number for each stream.</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 14</span></span></code></pre></div><p>Look for DATA and WINDOW_UPDATE, which take turns: what is sent is taken off the window, what is read is given back.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · Thirty octets, and no more ──────────────────────────────────────────────
The client’s SETTINGS said INITIAL_WINDOW_SIZE = 30. It asks for an order; the
answer has 71 octets. The greeting is left out:
client ──▶ server  HEADERS · stream 1 · END_STREAM                      23 bytes
  0000  00 00 0e 01 05 00 00 00  frame header = HEADERS END_STREAM END_HEADERS,
        01                       stream 1, 14 bytes
                                   length, type, flags, stream (RFC 9113 §4.1)
  0009  82 86 44 85 60 f6 48 5b  header block = 14 bytes
        3f 41 83 44 e7 af          compressed header fields (RFC 7541)
client ◀── server  HEADERS · stream 1                                   10 bytes
  0000  00 00 01 01 04 00 00 00  frame header = HEADERS END_HEADERS, stream 1, 1
        01                       byte
  0009  88                       header block = 1 byte
client ◀── server  DATA · stream 1 · &quot;order 101: teapot, cup, cup; t&quot;   39 bytes
  0000  00 00 1e 00 00 00 00 00  frame header = DATA, stream 1, 30 bytes
        01
  0009  6f 72 64 65 72 20 31 30  data = 30 bytes
        31 3a 20 74 65 61 70 6f    a piece of the body (RFC 9113 §6.1)
        74 2c 20 63 75 70 2c 20
        63 75 70 3b 20 74
client ──▶ server  PING                                                 17 bytes
  0000  00 00 08 06 00 00 00 00  frame header = PING, stream 0, 8 bytes
        00
  0009  00 00 00 00 00 00 00 00  opaque data = 0000000000000000
                                   comes back the same with ACK, so that one
                                   knows which PING is answered (RFC 9113 §6.7)
client ◀── server  PING ACK                                             17 bytes
  0000  00 00 08 06 01 00 00 00  frame header = PING ACK, stream 0, 8 bytes
        00
  0009  00 00 00 00 00 00 00 00  opaque data = 0000000000000000
client ──▶ server  WINDOW_UPDATE · stream 1 · +20                       13 bytes
  0000  00 00 04 08 00 00 00 00  frame header = WINDOW_UPDATE, stream 1, 4 bytes
        01
  0009  00 00 00 14              increment = 20
                                   so many bytes of DATA more may come (RFC 9113
                                   §6.9)
client ◀── server  DATA · stream 1 · &quot;o Leeds; paid 40.00;&quot;             29 bytes
  0000  00 00 14 00 00 00 00 00  frame header = DATA, stream 1, 20 bytes
        01
  0009  6f 20 4c 65 65 64 73 3b  data = 20 bytes
        20 70 61 69 64 20 34 30
        2e 30 30 3b
client ──▶ server  WINDOW_UPDATE · stream 1 · +100                      13 bytes
  0000  00 00 04 08 00 00 00 00  frame header = WINDOW_UPDATE, stream 1, 4 bytes
        01
  0009  00 00 00 64              increment = 100
client ◀── server  DATA · stream 1 · &quot; sent on Tuesday 3rd\\n&quot; · END_S…  30 bytes
  0000  00 00 15 00 01 00 00 00  frame header = DATA END_STREAM, stream 1, 21
        01                       bytes
  0009  20 73 65 6e 74 20 6f 6e  data = 21 bytes
        20 54 75 65 73 64 61 79
        20 33 72 64 0a
Thirty came, and then nothing. The server is well: it answers the PING, and
would answer another request. Only DATA counts against a window. Each
WINDOW_UPDATE says “so many more”, never “so many in all”.

── 2 · A window of −20 ─────────────────────────────────────────────────────────
The same again. When the thirty octets have come, the client says in SETTINGS
that windows are 10 from now on. Ten are allowed now, and thirty have been sent
already: that leaves −20. From there on:
client ──▶ server  SETTINGS                                             15 bytes
  0000  00 00 06 04 00 00 00 00  frame header = SETTINGS, stream 0, 6 bytes
        00
  0009  00 04 00 00 00 0a        INITIAL_WINDOW_SIZE = 10
                                   how many octets of DATA each stream may get;
                                   open streams change by the difference (RFC
                                   9113 §6.5.2)
client ◀── server  SETTINGS ACK                                          9 bytes
  0000  00 00 00 04 01 00 00 00  frame header = SETTINGS ACK, stream 0, 0 bytes
        00
client ──▶ server  WINDOW_UPDATE · stream 1 · +20                       13 bytes
  0000  … 13 bytes               as before: frame header, increment
client ──▶ server  PING                                                 17 bytes
  0000  … 17 bytes               as before: frame header, opaque data
client ◀── server  PING ACK                                             17 bytes
  0000  … 17 bytes               as before: frame header, opaque data
client ──▶ server  WINDOW_UPDATE · stream 1 · +5                        13 bytes
  0000  00 00 04 08 00 00 00 00  frame header = WINDOW_UPDATE, stream 1, 4 bytes
        01
  0009  00 00 00 05              increment = 5
client ◀── server  DATA · stream 1 · &quot;o Lee&quot;                            14 bytes
  0000  00 00 05 00 00 00 00 00  frame header = DATA, stream 1, 5 bytes
        01
  0009  6f 20 4c 65 65           data = 5 bytes
Credit for 20 lifts the window to 0, so nothing comes but the answer to the
PING. Five more, and five come.

── 3 · What a round trip costs ─────────────────────────────────────────────────
Now a line that is long: 20 ms each way, 1 Gbit/s. The clock of this line stands
still while there is work, so the figures are the same on every machine; the
server, the windows and the frames are real. One download, a reader that reads
at once:
    window         formula    measured  of the line
    16,384       0.41 MB/s   0.41 MB/s        0.3 %
    65,535       1.64 MB/s   1.64 MB/s        1.3 %
    262,144      6.55 MB/s   6.30 MB/s        5.0 %
    524,288     13.11 MB/s  12.60 MB/s       10.1 %
    1,048,576   26.21 MB/s  24.14 MB/s       19.3 %
    4,194,304  104.86 MB/s  74.92 MB/s       59.9 %
In one round trip a window goes out, and no more: window / 0.04 s. With the
window that everybody has who says nothing, 65,535, a line of 125 MB/s carries
1.64 MB/s, and nobody is to blame: no processor is busy, no packet is lost. (For
large windows the round trip grows, as the window itself takes time to be put on
the line.)
How large, then? As much as is under way when the line is full: bandwidth ×
delay. At 100 Mbit/s that is 12.5 MB/s × 0.04 s = 500,000 octets. gRPC in Go and
Java find it out: a PING goes out with the first DATA, and if nearly a whole
window comes before its answer, the window becomes twice what came. The same, in
our receiver:
    after      window
    0 ms       65,535
    85 ms     131,070
    131 ms    262,140
    186 ms    524,280
    266 ms  1,048,560
    403 ms  1,572,786
Then what comes is no longer more, and it rests: at 12.46 MB/s, of 12.5 that the
line has. It chose three times what is needed; the rest waits in front of the
line.

── 4 · When to give credit ─────────────────────────────────────────────────────
When does the peer hear that something was read? Five rules: with a window of
65,535, read at once and in pieces of 6,000 octets a millisecond; and with 1 MiB
at 100 Mbit/s, twice what is needed there. frames: there, how many
WINDOW_UPDATEs of the stream come to 1 MiB.
    credit                  65,535  in pieces   1,048,576  frames
    each frame           1.64 MB/s  1.57 MB/s  12.46 MB/s      64
    a quarter            1.64 MB/s  1.29 MB/s  12.46 MB/s       4
    half, rounded down   1.64 MB/s  0.86 MB/s  12.46 MB/s       2
    half, rounded up     0.82 MB/s  0.86 MB/s  12.46 MB/s       2
    when all is used up  1.64 MB/s  1.31 MB/s   8.40 MB/s       1
When all is used up is too late: a large window stands still for a round trip. A
frame for each costs 64 of them where half costs two, and where the window is
large enough it gains nothing. In between, what is read and not announced is
missing at the sender; grpc-go waits for a quarter, Node, and so grpc-js, for
half. But look at the line before the last. The server sends 65,535 octets as
three frames of 16,384 and one of 16,383. Two make half; what is left is 32,767,
and half of 65,535, rounded up, is 32,768. For that one octet the second half
waits for the next round trip, each time again. (Until this lesson measured it,
our own stack rounded up, and nobody noticed.)

── 5 · Two streams, one of which nobody reads ──────────────────────────────────
Each stream has a window of 65,535, and so has the connection. Nobody reads
stream 1; the reader of stream 3 reads at once. What has come on each after a
second:
    the connection’s credit  stream 1   stream 3  connection left
    when DATA is read          65,535          0                0
    when DATA has come         65,535  1,507,305           65,535
Stream 1 stops in both: that is what its own window is for. But a receiver that
gives the connection its credit only for what was read has one stalled stream
stop all the others. So credit for the connection is given when DATA comes, and
only a stream’s own is kept back.

── 6 · From the reader to the source ───────────────────────────────────────────
A reader takes 1 MB/s. At 200 ms it stops, at 600 ms it goes on. unread: come,
and not read. queued: given to the server’s stream, which may not send it. made:
what the source was asked for, in all:
            unread  window left  queued     made
    100 ms  10,535       33,000  32,537  131,072
    200 ms       0       33,000  64,306  229,376
    300 ms  33,000            0  64,306  229,376
    400 ms  33,000            0  64,306  229,376
    500 ms  33,000            0  64,306  229,376
    600 ms  32,000       33,535  64,306  229,376
    700 ms  18,000       33,535  63,307  294,912
    800 ms   4,000       33,535  45,157  376,832
Nobody has told the source to stop. The reader did not read, so no credit was
given, so the window ran out, so the queue filled up, so sendData said false, so
nobody asked the source. All that is held in between is a window at one end and
64 KiB at the other. How that breaks: -- --stop</pre></details><h2 id="leave-to-send" tabindex="-1">Leave to send <a class="header-anchor" href="#leave-to-send" aria-label="Permalink to &quot;Leave to send&quot;">​</a></h2><p>That number is the <strong>window</strong>: how many octets (the RFC&#39;s word for bytes) of DATA the other side may still send. The sender counts it down, and the receiver adds to it, with a frame of thirteen bytes, <strong>WINDOW_UPDATE</strong>. The receiver says how large windows are at first, in its SETTINGS, <code>INITIAL_WINDOW_SIZE</code>. A receiver that says nothing gives 65,535.</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/14-flow-control/receiver.ts.txt" target="_self">lessons/14-flow-control/receiver.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * Says how large the windows are: SETTINGS for the streams, a</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * WINDOW_UPDATE for the rest.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">hello(): </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">void</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> more =</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    (</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#options.connectionWindow ?? DEFAULT_WINDOW) -</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    DEFAULT_WINDOW;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.send((out) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    out.bytes(CLIENT_PREFACE);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    serializeSettings(out, [</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      [ENABLE_PUSH, </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">],</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      [INITIAL_WINDOW_SIZE, </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#window],</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    ]);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (more &gt; </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) serializeWindowUpdate(out, </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, more);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><p>To see it one needs a small one. This client gives 30, and asks for an order of 71 octets:</p>`);
      _push(ssrRenderComponent(_component_SequencePicture, { trace: unref(window) }, null, _parent));
      _push(`<p>Thirty octets came, and then nothing, although the server had more and the network was idle. But it was well: it answered the PING at once. <strong>Only DATA counts.</strong> HEADERS, trailers, RST_STREAM, SETTINGS, PING go through whatever the windows are, or a call that is held up could not even be cancelled. Of DATA everything counts, also padding; an empty frame counts nothing, so a stream can always be ended.</p><p>WINDOW_UPDATE says &quot;so many <em>more</em>&quot;, never &quot;so many in all&quot;. The two ends do not have to agree on a moment: each adds and subtracts on its own, and what is under way is always already counted.</p>`);
      _push(ssrRenderComponent(_component_TraceExplorer, { trace: unref(window) }, null, _parent));
      _push(`<p>Why is this not TCP&#39;s business? TCP has windows too, one for each connection, and does not know what a stream is. It can hold back all or none.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "what-counts"
      }, null, _parent));
      _push(`<h2 id="below-zero" tabindex="-1">Below zero <a class="header-anchor" href="#below-zero" aria-label="Permalink to &quot;Below zero&quot;">​</a></h2><p>SETTINGS may come at any time, and with them another size. It holds for streams that are open, too: their windows change by the difference. The client has given 30, thirty octets have come, and now it says 10. Ten are allowed now, and thirty have been sent already:</p>`);
      _push(ssrRenderComponent(_component_TraceExplorer, { trace: unref(negative) }, null, _parent));
      _push(`<p>The window was −20. Credit for 20 lifted it to 0, and nothing came but the answer to the PING; five more, and five came. A sender that cuts a negative window off at 0 would have sent 25. A receiver that makes windows smaller must take what the old ones allowed, until the ACK comes (§6.9.3).</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "negative-window"
      }, null, _parent));
      _push(`<h2 id="two-windows" tabindex="-1">Two windows <a class="header-anchor" href="#two-windows" aria-label="Permalink to &quot;Two windows&quot;">​</a></h2><p>Besides its stream&#39;s window each octet needs room in a second one: the <strong>connection&#39;s</strong>. It belongs to stream 0, begins at 65,535, and no setting changes it, only WINDOW_UPDATE. A sender may send as much as <em>both</em> allow.</p><p>The first is for the reader of one stream, the second for the receiver&#39;s memory as a whole. And the second has a trap in it. Suppose nobody reads stream 1, and somebody is eager to read stream 3. What has come after a second depends on one decision of the receiver: when does the connection get its credit back?</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>the connection’s credit  stream 1   stream 3  connection left</span></span>
<span class="line"><span>when DATA is read          65,535          0                0</span></span>
<span class="line"><span>when DATA has come         65,535  1,507,305           65,535</span></span></code></pre></div><p>In the first line stream 1 has eaten up the window of all. <strong>One reader that sleeps stops every call on the connection</strong>, and each of them looks like a server that hangs. In the second, only the stream&#39;s own credit is kept back. Node does it so, and so do grpc-go and this stack; then the connection&#39;s window bounds what is under way, and something else must bound what all streams together may leave unread.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "one-stalls-all"
      }, null, _parent));
      _push(`<h3 id="taking-turns" tabindex="-1">Taking turns <a class="header-anchor" href="#taking-turns" aria-label="Permalink to &quot;Taking turns&quot;">​</a></h3><p>And when there is room, who goes first? Streams take turns, one frame each, so that a long body does not hold up short ones. It takes two lines:</p><ul><li>who can go on stands in the first, and goes to its end after each frame;</li><li>who waits for the connection stands in a line of its own, and comes first when that window opens, because it has waited longest;</li><li>who waits for its own window stands in none, until a WINDOW_UPDATE for its stream puts it back.</li></ul><p>So a WINDOW_UPDATE costs the same little work, however many wait.</p><h2 id="what-a-round-trip-costs" tabindex="-1">What a round trip costs <a class="header-anchor" href="#what-a-round-trip-costs" aria-label="Permalink to &quot;What a round trip costs&quot;">​</a></h2><p>A sender with a window of 65,535 sends 65,535 octets, and waits. It waits for a WINDOW_UPDATE. The last octet has to get there, and the credit has to get back: a round trip. So, however fast the line,</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>throughput ≤ window / round trip</span></span></code></pre></div><p>65,535 octets / 40 ms are 1.64 MB/s. On a line of 1 Gbit/s that is one percent, and nothing anywhere says that something is wrong: no error, no busy processor, no lost packet. The formula holds for the connection&#39;s window as well: raise both.</p>`);
      _push(ssrRenderComponent(_component_WindowChart, null, null, _parent));
      _push(`<p>This is measured, and always comes out the same. The server is the stack&#39;s own, the frames are real; only the line is simulated, with a clock that stands still while there is work:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/14-flow-control/slow-line.ts.txt" target="_self">lessons/14-flow-control/slow-line.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">write(bytes: Uint8Array): boolean {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#ended || </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#closed) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">return</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> true</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> { delayMs, octetsPerMs = Number.POSITIVE_INFINITY } =</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#options;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> now = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#clock.now();</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#freeAt =</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    Math.max(now, </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#freeAt) + bytes.length / octetsPerMs;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> chunk = bytes.slice();</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#at(</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#freeAt + delayMs, () =&gt;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.peer.#handlers?.data(chunk),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  );</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> waiting = (</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#freeAt - now) * octetsPerMs;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (!(waiting &gt; SOCKET_BUFFER)) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">return</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> true</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#drainLater((waiting - SOCKET_BUFFER) / octetsPerMs);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> false</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><p>What would be right? As much as is under way when the line is full: <strong>bandwidth × delay</strong>, for 100 Mbit/s and 40 ms 500,000 octets. A program rarely knows either. gRPC in Go and in Java find out: with the first DATA goes a PING, and until its answer comes back, one round trip, they count. If nearly a whole window came in that time, the window was what held it up, and becomes twice what came.</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/14-flow-control/bandwidth-delay.ts.txt" target="_self">lessons/14-flow-control/bandwidth-delay.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">data(octets: number): </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">void</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#counted += octets;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#sentAt !== </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">undefined</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#counted = octets;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#sentAt = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#clock.now();</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#receiver.ping();</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">pong(): </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">void</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> ms = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#clock.now() - </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#sentAt!;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#sentAt = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">undefined</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> speed = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#counted / ms;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    speed &lt;= </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#fastest ||</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#counted &lt; NEARLY_ALL * </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#window</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  )</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#fastest = speed;</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#window = Math.min(MOST, GROWTH * </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#counted);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#receiver.resize(</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#window);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#chosen(</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#clock.now(), </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#window);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><p>On the line of 100 Mbit/s this receiver chose, in the run:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>after      window</span></span>
<span class="line"><span>0 ms       65,535</span></span>
<span class="line"><span>85 ms     131,070</span></span>
<span class="line"><span>131 ms    262,140</span></span>
<span class="line"><span>186 ms    524,280</span></span>
<span class="line"><span>266 ms  1,048,560</span></span>
<span class="line"><span>403 ms  1,572,786</span></span></code></pre></div><p>It chose three times what is needed. That costs memory, not speed. (<code>grpc-js</code> does not estimate. Its client takes Node&#39;s 65,535 for both windows, unless you set <code>grpc-node.flow_control_window</code>; its server has no such option. This stack gives 512 KiB to a stream and 4 MiB to a connection.)</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "throughput"
      }, null, _parent));
      _push(`<h2 id="when-to-give-credit" tabindex="-1">When to give credit <a class="header-anchor" href="#when-to-give-credit" aria-label="Permalink to &quot;When to give credit&quot;">​</a></h2><p>A frame for each octet that was read would be thirteen bytes for one. To wait until the whole window is read lets the sender stand still for a round trip. So one waits for a part of the window, and then announces all that was read. How large a part?</p><div class="excerpt ts long"><p class="file"><a href="/source/lessons/14-flow-control/receiver.ts.txt" target="_self">lessons/14-flow-control/receiver.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * So much of a stream has been read. The window says whether that</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * is worth a frame yet.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">read(id: number, octets: number): </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">void</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.unread.set(id, </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.unread.get(id)! - octets);</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#announce(id, </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.windows.get(id)!.consume(octets));</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#options.connectionCredit === </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;read&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#announce(</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.connectionWindow.consume(octets));</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  }</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">#received(id: number, octets: number): </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">void</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.windows.get(id)!.receive(octets);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.unread.set(id, </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.unread.get(id)! + octets);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.connectionWindow.receive(octets);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#options.connectionCredit !== </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;read&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#announce(</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.connectionWindow.consume(octets));</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  }</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">#announce(id: number, increment: number): </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">void</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (increment === </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (id !== </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.updates++;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.send((out) =&gt; serializeWindowUpdate(out, id, increment));</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div><label class="unfold"><input type="checkbox">Show all 26 lines</label></div><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>credit                  65,535  in pieces   1,048,576  frames</span></span>
<span class="line"><span>each frame           1.64 MB/s  1.57 MB/s  12.46 MB/s      64</span></span>
<span class="line"><span>a quarter            1.64 MB/s  1.29 MB/s  12.46 MB/s       4</span></span>
<span class="line"><span>half, rounded down   1.64 MB/s  0.86 MB/s  12.46 MB/s       2</span></span>
<span class="line"><span>half, rounded up     0.82 MB/s  0.86 MB/s  12.46 MB/s       2</span></span>
<span class="line"><span>when all is used up  1.64 MB/s  1.31 MB/s   8.40 MB/s       1</span></span></code></pre></div><p>The first column is a reader that reads at once, the second one that reads 6,000 octets each millisecond; both over 1 Gbit/s with the default window. The third has a window of 1 MiB at 100 Mbit/s. The last counts how many WINDOW_UPDATEs of the stream there come to a mebibyte.</p><p>What was read and is not yet announced is missing at the sender: that is what the second column shows. With half, 29,535 octets lie unannounced in every round trip; with all, none, but the sender stands still between. In a window that is too small that is no worse; in one that is large enough (third column) it costs a third. <code>grpc-go</code> waits for a quarter, Node&#39;s library for half.</p><p>And then look at the line before the last. Half of 65,535 is 32,767.5. <strong>Who rounds up gets half the throughput.</strong> A server fills its frames, so the default window comes as 16,384 + 16,384 + 16,384 + 16,383. The first two make half, and are announced. The other two make 32,767: one octet too few. So the sender has half a window, sends it, and the rest is announced a round trip late; and again. Until this lesson measured it, our own stack rounded up, and nobody noticed.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "credit-bytes"
      }, null, _parent));
      _push(`<h2 id="from-the-reader-to-the-source" tabindex="-1">From the reader to the source <a class="header-anchor" href="#from-the-reader-to-the-source" aria-label="Permalink to &quot;From the reader to the source&quot;">​</a></h2><p>A window only stops a sender. What stops the program <em>behind</em> the sender, which makes the messages? Nothing but a return value:</p>`);
      _push(ssrRenderComponent(_component_BackpressureChain, null, null, _parent));
      _push(`<p>In the run, a reader takes 1 MB/s, stops at 200 ms, and goes on at 600:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>        unread  window left  queued     made</span></span>
<span class="line"><span>100 ms  10,535       33,000  32,537  131,072</span></span>
<span class="line"><span>200 ms       0       33,000  64,306  229,376</span></span>
<span class="line"><span>300 ms  33,000            0  64,306  229,376</span></span>
<span class="line"><span>400 ms  33,000            0  64,306  229,376</span></span>
<span class="line"><span>500 ms  33,000            0  64,306  229,376</span></span>
<span class="line"><span>600 ms  32,000       33,535  64,306  229,376</span></span>
<span class="line"><span>700 ms  18,000       33,535  63,307  294,912</span></span>
<span class="line"><span>800 ms   4,000       33,535  45,157  376,832</span></span></code></pre></div><p><em>made</em> is what the source was asked for. From 200 to 600 ms it stands still, and nobody told it to. (What lies unread stops at 33,000 and not at 65,535: the other 32,535 octets are read, but that is less than half, so not yet announced.) This is <strong>backpressure</strong>, and it works only if no link of the chain is missing. The link that is most often missing is the one that is yours: <code>write()</code> says <code>false</code>, takes the message all the same, and a loop that does not look goes on. Nothing is lost, no error is thrown; the queue grows by what the source makes, for each client that is slow.</p><p>An async generator makes it hard to forget. It makes the next piece when somebody asks for it, and not before:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/14-flow-control/shop.ts.txt" target="_self">lessons/14-flow-control/shop.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * All orders of the year. The next piece is made when somebody asks</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * for it, and not before.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> async</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function*</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> exportOrders(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  onPiece: (octets: number) =&gt; void,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">): AsyncGenerator&lt;Uint8Array&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  for</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">let</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> made = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">; made &lt; EXPORT_SIZE; made += PIECE) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    onPiece(made + PIECE);</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    yield</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> piece(made);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  }</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><div class="excerpt ts long"><p class="file"><a href="/source/lessons/14-flow-control/server.ts.txt" target="_self">lessons/14-flow-control/server.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> answer(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  stream: Http2Stream,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  path: string | undefined,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  log: (line: string) =&gt; void,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">): StreamHandler {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  log(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`asked for </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">path</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (path === </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;/upload&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> { close: () =&gt; {} };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> body = answerTo(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    path,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    (made) =&gt; made % REPORT_OCTETS === </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> &amp;&amp; log(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`made </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">made</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  );</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> found = body !== </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">undefined</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  stream.sendHeaders(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    [{ name: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;:status&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, value: found ? </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;200&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> : </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;404&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> }],</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    !found,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  );</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> writer = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> BodyWriter(stream);</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (found) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">void</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> writer.pour(body);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    drain: () =&gt; writer.drain(),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    close(error) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      writer.close();</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      log(error?.message ?? </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;done&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div><label class="unfold"><input type="checkbox">Show all 26 lines</label></div><p>Watch it in two terminals. The client reads 512 KiB a second; the server could make all of it at once, and makes it a window and a queue ahead of the reader:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 14</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> server</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 14</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> client</span></span></code></pre></div><p>Look at the server’s terminal: it is never more than a window and a queue ahead.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "write-false"
      }, null, _parent));
      _push(`<h2 id="try-it" tabindex="-1">Try it <a class="header-anchor" href="#try-it" aria-label="Permalink to &quot;Try it&quot;">​</a></h2><p>Two downloads on one connection, by the stack&#39;s own server, here in the page. Stop a reader, and see whom it holds up. Which settings stop both?</p>`);
      _push(ssrRenderComponent(_component_FlowPlayground, null, null, _parent));
      _push(`<h2 id="when-a-rule-is-broken" tabindex="-1">When a rule is broken <a class="header-anchor" href="#when-a-rule-is-broken" aria-label="Permalink to &quot;When a rule is broken&quot;">​</a></h2><p>A window is a promise that both ends keep count of, so a receiver notices at once. These servers give 30 octets to each upload and read nothing. Thirty are fine; the thirty-first is not:</p>`);
      _push(ssrRenderComponent(_component_TraceExplorer, { trace: unref(overrun) }, null, _parent));
      _push(`<p>And a window has a largest size, 2³¹−1. What does a peer get that grants 2³¹? The field has 31 bits:</p>`);
      _push(ssrRenderComponent(_component_TraceExplorer, { trace: unref(grant) }, null, _parent));
      _push(`<p>Four bytes, of which the first bit is reserved and ignored: what was 2³¹ arrives as 0. And an increment of 0 is a <code>PROTOCOL_ERROR</code>.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "two-to-31"
      }, null, _parent));
      _push(`<h2 id="break-it" tabindex="-1">Break it <a class="header-anchor" href="#break-it" aria-label="Permalink to &quot;Break it&quot;">​</a></h2><p>1 MiB over 40 ms, in real time: with the default window, and with another. Predict the second figure first.</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 14</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --window</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 1048576</span></span></code></pre></div><p>Look for the ratio of the two times, and count the round trips.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · 1 MiB at 40 ms ──────────────────────────────────────────────────────────
In real time now: the shop’s server, our own client, and between them a line of
20 ms each way, by the clock on the wall.
  65,535          872 ms; by the formula at least 17 round trips, 680 ms
  1,048,576       137 ms; by the formula at least 1 round trip, 40 ms</pre></details><p>A reader that stops, at a server that looks at <code>false</code>, and at one that does not. How much does each hold in memory after 800 ms?</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 14</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --stop</span></span></code></pre></div><p>Look for the column <code>queued</code>: one server waits, and the other keeps whatever it may not send.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · A reader that stops ─────────────────────────────────────────────────────
It takes 1 MB/s, stops at 200 ms, goes on at 600 ms:
            unread  window left  queued     made
    100 ms  10,535       33,000  32,537  131,072
    200 ms       0       33,000  64,306  229,376
    300 ms  33,000            0  64,306  229,376
    400 ms  33,000            0  64,306  229,376
    500 ms  33,000            0  64,306  229,376
    600 ms  32,000       33,535  64,306  229,376
    700 ms  18,000       33,535  63,307  294,912
    800 ms   4,000       33,535  45,157  376,832

── 2 · The same, and the server does not look at what sendData says ────────────
It has a piece of 16,384 octets each millisecond, and sends it, come what may:
            unread  window left      queued        made
    100 ms   6,535       33,000   1,212,185   1,310,720
    200 ms       0       33,000   2,784,050   2,949,120
    300 ms  33,000            0   4,422,450   4,587,520
    400 ms  33,000            0   6,060,850   6,225,920
    500 ms  33,000            0   7,699,250   7,864,320
    600 ms  32,000       33,535   9,337,650   9,502,720
    700 ms  18,000       33,535  10,909,515  11,141,120
    800 ms   4,000       33,535  12,447,845  12,779,520
The reader’s side is the same: the window holds. The server’s is not. What may
not be sent stays in its memory, and grows by 16 MB a second, for each client
that is slow. false is not an error, and nothing is lost; that is why it is so
easily overlooked. In grpc-js it is the same: write() returns false, takes the
message all the same, and the event drain says when to go on.</pre></details><p>One octet too many, and credit for too much, at two servers that were written by people who never met:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 14</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --overrun</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 14</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --grant</span></span></code></pre></div><p>Look for FLOW_CONTROL_ERROR, and for where it comes: in RST_STREAM, or in GOAWAY.</p><details class="output"><summary>What <code>npm run lesson 14 -- --overrun</code> prints</summary><pre tabindex="0">── 1 · One octet too many ──────────────────────────────────────────────────────
The servers take uploads, and do not read them: INITIAL_WINDOW_SIZE is 30. First
30 octets and a PING, then one more and a PING.

our server:
  so              not a word about it, and the connection goes on
client ◀── server  RST_STREAM · stream 1 · FLOW_CONTROL_ERROR           13 bytes
  0000  00 00 04 03 00 00 00 00  frame header = RST_STREAM, stream 1, 4 bytes
        01                         length, type, flags, stream (RFC 9113 §4.1)
  0009  00 00 00 03              error code = 3 FLOW_CONTROL_ERROR
                                   a rule of the windows was broken (RFC 9113
                                   §6.4)
  so              RST_STREAM with FLOW_CONTROL_ERROR, and the connection goes on

Node’s server:
  so              not a word about it, and the connection goes on
client ◀── server  RST_STREAM · stream 1 · FLOW_CONTROL_ERROR           13 bytes
  0000  … 13 bytes               as before: frame header, error code
  so              RST_STREAM with FLOW_CONTROL_ERROR, and the connection goes on
The last octet that is allowed is allowed; the next is FLOW_CONTROL_ERROR. The
RFC leaves it to the receiver whether that ends the stream or the connection
(§6.9).</pre></details><details class="output"><summary>What <code>npm run lesson 14 -- --grant</code> prints</summary><pre tabindex="0">── 1 · 2³¹−1, for a stream whose window is used up ─────────────────────────────

our server:
client ──▶ server  WINDOW_UPDATE · stream 1 · +2147483647               13 bytes
  0000  00 00 04 08 00 00 00 00  frame header = WINDOW_UPDATE, stream 1, 4 bytes
        01                         length, type, flags, stream (RFC 9113 §4.1)
  0009  7f ff ff ff              increment = 2147483647
                                   so many bytes of DATA more may come (RFC 9113
                                   §6.9)
  so              not a word about it, and the connection goes on

Node’s server:
client ──▶ server  WINDOW_UPDATE · stream 1 · +2147483647               13 bytes
  0000  … 13 bytes               as before: frame header, increment
  so              not a word about it, and the connection goes on

── 2 · The same, and one more ──────────────────────────────────────────────────

our server:
client ──▶ server  WINDOW_UPDATE · stream 1 · +2147483647               13 bytes
  0000  … 13 bytes               as before: frame header, increment
client ──▶ server  WINDOW_UPDATE · stream 1 · +1                        13 bytes
  0000  00 00 04 08 00 00 00 00  frame header = WINDOW_UPDATE, stream 1, 4 bytes
        01
  0009  00 00 00 01              increment = 1
client ◀── server  RST_STREAM · stream 1 · FLOW_CONTROL_ERROR           13 bytes
  0000  00 00 04 03 00 00 00 00  frame header = RST_STREAM, stream 1, 4 bytes
        01
  0009  00 00 00 03              error code = 3 FLOW_CONTROL_ERROR
                                   a rule of the windows was broken (RFC 9113
                                   §6.4)
  so              RST_STREAM with FLOW_CONTROL_ERROR, and the connection goes on

Node’s server:
client ──▶ server  WINDOW_UPDATE · stream 1 · +2147483647               13 bytes
  0000  … 13 bytes               as before: frame header, increment
client ──▶ server  WINDOW_UPDATE · stream 1 · +1                        13 bytes
  0000  … 13 bytes               as before: frame header, increment
client ◀── server  RST_STREAM · stream 1 · FLOW_CONTROL_ERROR           13 bytes
  0000  … 13 bytes               as before: frame header, error code
client ◀── server  GOAWAY · INTERNAL_ERROR · last stream 1              17 bytes
  0000  00 00 08 07 00 00 00 00  frame header = GOAWAY, stream 0, 8 bytes
        00
  0009  00 00 00 01              last stream = 1
                                   the highest stream that was or may be served
                                   (RFC 9113 §6.8)
  000d  00 00 00 02              error code = 2 INTERNAL_ERROR
                                   something went wrong on this side (RFC 9113
                                   §6.8)
  so              RST_STREAM with FLOW_CONTROL_ERROR, GOAWAY with
                  INTERNAL_ERROR, and the connection is over

── 3 · 2³¹−1, for the connection, which has some left ──────────────────────────

our server:
client ──▶ server  WINDOW_UPDATE · +2147483647                          13 bytes
  0000  00 00 04 08 00 00 00 00  frame header = WINDOW_UPDATE, stream 0, 4 bytes
        00
  0009  7f ff ff ff              increment = 2147483647
client ◀── server  GOAWAY · FLOW_CONTROL_ERROR · last stream 1          73 bytes
  0000  00 00 40 07 00 00 00 00  frame header = GOAWAY, stream 0, 64 bytes
        00
  0009  … 8 bytes                as before: last stream, error code
  0011  46 4c 4f 57 5f 43 4f 4e  debug data = &quot;FLOW_CONTROL_ERROR: the window is
        54 52 4f 4c 5f 45 52 52  above 2^31-1 (§6.9.1)&quot;
        4f 52 3a 20 74 68 65 20    for a person who reads a log (RFC 9113 §6.8)
        77 69 6e 64 6f 77 20 69
        … 16 more
        c2 a7 36 2e 39 2e 31 29
  so              GOAWAY with FLOW_CONTROL_ERROR, and the connection is over

Node’s server:
client ──▶ server  WINDOW_UPDATE · +2147483647                          13 bytes
  0000  … 13 bytes               as before: frame header, increment
client ◀── server  GOAWAY · INTERNAL_ERROR · last stream 1              17 bytes
  0000  … 17 bytes               as before: frame header, last stream, error
                                 code
  so              GOAWAY with INTERNAL_ERROR, and the connection is over

── 4 · 2³¹, for the stream ─────────────────────────────────────────────────────
2³¹ has one bit more than the field has. In four bytes it is 80 00 00 00:

our server:
client ──▶ server  WINDOW_UPDATE · stream 1 · +0                        13 bytes
  0000  00 00 04 08 00 00 00 00  frame header = WINDOW_UPDATE, stream 1, 4 bytes
        01
  0009  80 00 00 00              increment = 0
client ◀── server  RST_STREAM · stream 1 · PROTOCOL_ERROR               13 bytes
  0000  00 00 04 03 00 00 00 00  frame header = RST_STREAM, stream 1, 4 bytes
        01
  0009  00 00 00 01              error code = 1 PROTOCOL_ERROR
                                   the other side has broken a rule (RFC 9113
                                   §6.4)
  so              RST_STREAM with PROTOCOL_ERROR, and the connection goes on

Node’s server:
client ──▶ server  WINDOW_UPDATE · stream 1 · +0                        13 bytes
  0000  … 13 bytes               as before: frame header, increment
client ◀── server  GOAWAY · INTERNAL_ERROR · last stream 1              17 bytes
  0000  … 17 bytes               as before: frame header, last stream, error
                                 code
  so              GOAWAY with INTERNAL_ERROR, and the connection is over
A window is at most 2³¹−1 (§6.9.1), and one octet above it is
FLOW_CONTROL_ERROR: of the stream, or of the connection. But 2³¹ is read as 0,
since the first bit is reserved and a receiver does not look at it. And an
increment of 0 is a PROTOCOL_ERROR, a frame that says nothing (§6.9). (Node
sends INTERNAL_ERROR wherever its library refuses what came: a slip of its own,
as in lesson 7.)</pre></details><h2 id="build-it" tabindex="-1">Build it <a class="header-anchor" href="#build-it" aria-label="Permalink to &quot;Build it&quot;">​</a></h2><p>Four tasks in <code>exercises/14-flow-control/</code>: the two windows, with what is too much and what is below zero; the queue in which streams take turns; when to give credit; and the way from an async iterable to the window and back. They are short, and each has an edge that costs somebody a night.</p>`);
      _push(ssrRenderComponent(_component_BuildIt, { exercise: unref(exercise) }, null, _parent));
      _push(`<div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> exercise</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 14</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 14</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --mine</span></span></code></pre></div><p>With <code>--mine</code> your windows, your queue and your backpressure carry every byte of the lesson, on both ends. The first two carry the gRPC of lessons 11 to 13 as well.</p><h2 id="what-you-have-answered" tabindex="-1">What you have answered <a class="header-anchor" href="#what-you-have-answered" aria-label="Permalink to &quot;What you have answered&quot;">​</a></h2>`);
      _push(ssrRenderComponent(_component_QuizScore, { questions: unref(quiz) }, null, _parent));
      _push(`<h2 id="what-is-still-open" tabindex="-1">What is still open <a class="header-anchor" href="#what-is-still-open" aria-label="Permalink to &quot;What is still open&quot;">​</a></h2><p>Bytes wait for their readers now. But people, too, want something done at each call: look at who calls, write a log, count. Nobody wants to write that into each handler. Lesson 15 puts it around them.</p><h2 id="sources" tabindex="-1">Sources <a class="header-anchor" href="#sources" aria-label="Permalink to &quot;Sources&quot;">​</a></h2><ul><li><a href="https://www.rfc-editor.org/rfc/rfc9113#section-5.2" target="_blank" rel="noreferrer">RFC 9113 §5.2</a>, what flow control is for and leaves open; <a href="https://www.rfc-editor.org/rfc/rfc9113#section-6.9" target="_blank" rel="noreferrer">§6.9</a>, WINDOW_UPDATE, windows, and how SETTINGS change them</li><li><a href="https://grpc.io/blog/grpc-go-perf-improvements/" target="_blank" rel="noreferrer">gRPC performance, bandwidth-delay estimation</a></li><li><a href="https://github.com/grpc/grpc-go/blob/master/internal/transport/bdp_estimator.go" target="_blank" rel="noreferrer">grpc-go, <code>bdp_estimator.go</code></a> and <a href="https://github.com/grpc/grpc-go/blob/master/internal/transport/flowcontrol.go" target="_blank" rel="noreferrer"><code>flowcontrol.go</code></a></li><li><a href="https://nghttp2.org/documentation/" target="_blank" rel="noreferrer">nghttp2</a>, Node&#39;s HTTP/2 library, which gives credit at half of a window</li><li><a href="https://nodejs.org/en/learn/modules/backpressuring-in-streams" target="_blank" rel="noreferrer">Backpressuring in Streams</a>, on <code>write()</code> and <code>drain</code> in Node</li><li>Memory that grows in <code>grpc-js</code>: <a href="https://github.com/grpc/grpc-node/issues/1332" target="_blank" rel="noreferrer">grpc-node #1332</a></li></ul><details class="details custom-block"><summary>What the article said, and what is true</summary><p>The course grew out of a series of articles (in Chinese, with Go) that goes from RPC to gRPC. It does not speak of flow control. Its programs live by it all the same.</p><ul><li>Its clients send orders in a loop and never ask whether anybody takes them. In Go that does little harm: <code>Send</code> waits while the window is used up. The same loop with <code>call.write()</code> of <code>grpc-js</code> fills the memory.</li><li>Its chat server goes on reading from a Go channel after it was closed. A closed channel gives <code>nil</code> for ever, and the server sends every one. An empty message is five octets of DATA, so what holds this flood back is the window alone.</li><li>It opens one connection for each client program and none for each call. That is right, and it is why one stream must not be able to stop the others.</li></ul></details></div>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lessons/14-flow-control.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
export {
  __pageData,
  _sfc_main as default
};

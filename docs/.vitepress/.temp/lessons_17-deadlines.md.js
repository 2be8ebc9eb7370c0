import { useSSRContext, resolveComponent, unref } from "vue";
import { ssrRenderAttrs, ssrRenderComponent } from "vue/server-renderer";
const exercise = { kind: "handle", id: "17-deadlines", load: () => import("./17-deadlines.exercise.Ca_XWPPn.js").then((exercise2) => exercise2.default) };
const asked = { kind: "handle", id: "asked", load: () => import("./asked.trace.BkSPswxO.js").then((trace) => trace.default) };
const beaten = { kind: "handle", id: "beaten", load: () => import("./beaten.trace.Xujwk3rK.js").then((trace) => trace.default) };
const serverFirst = { kind: "handle", id: "server-first", load: () => import("./server-first.trace.aTMHr0u5.js").then((trace) => trace.default) };
const quiz = [
  {
    id: "wire",
    question: "It is 12:00:00.000 at the client, and 12:00:03.000 at the server, whose clock is wrong. The client’s deadline is 12:00:01.000. What does the server make of the call?",
    answers: [
      {
        text: "It is over: the moment has passed",
        reason: "The server never hears of that moment. grpc-timeout says 1000m."
      },
      {
        text: "It has a second, until 12:00:04.000 by its own clock",
        reason: "What travels is a duration, and each side adds it to its own clock.",
        right: true
      },
      {
        text: "It has four seconds",
        reason: "Nobody subtracts one machine’s clock from another’s."
      }
    ]
  },
  {
    id: "none",
    question: "A client sends no grpc-timeout. How long does the server’s handler have?",
    answers: [
      {
        text: "As long as it wants",
        reason: "No deadline is for ever, in every stack. A server may set a limit of its own.",
        right: true
      },
      {
        text: "A minute, the default of HTTP/2",
        reason: "HTTP/2 has no such default: a stream may be open for days."
      },
      {
        text: "Until the keepalive",
        reason: "Keepalive finds out whether the other side lives. A server that hangs is alive."
      }
    ]
  },
  {
    id: "retry",
    question: "A chain is too slow today, and hands on nothing. Every client that runs out of time tries again at once. What happens?",
    answers: [
      {
        text: "The second attempt is faster, as the first has warmed things up",
        reason: "The first attempt is still at work, and so there are two."
      },
      {
        text: "The chain gets slower: it works for those who wait and for those who have left",
        reason: "Work for nobody takes the place of work for somebody. That is how a slow system falls over.",
        right: true
      },
      {
        text: "Nothing: the first attempt was cancelled",
        reason: "At the first service. It has told nobody."
      }
    ]
  },
  {
    id: "rounding",
    question: "A handler has 0.7 ms left, and wants to ask another service. What should it do?",
    answers: [
      {
        text: "Ask with 1m, since a timeout has to be a whole number",
        reason: "Then the child may work for 0.3 ms for nobody, and the next one after it, too."
      },
      {
        text: "Ask without a deadline, as it is too short to be said",
        reason: "That would be for ever."
      },
      {
        text: "Not ask",
        reason: "Rounded down it is 0: over before it has begun. The answer could not be back in time.",
        right: true
      }
    ]
  },
  {
    id: "own",
    question: "A stub has a default timeout of 500 ms. Its call is made for a parent that has 120 ms left. And for a parent that has 3 s left?",
    answers: [
      {
        text: "120 ms, and 500 ms",
        reason: "The shorter of the two, each time.",
        right: true
      },
      {
        text: "500 ms, and 500 ms: what one sets oneself counts",
        reason: "In the first case the child would work for 380 ms for nobody."
      },
      {
        text: "120 ms, and 3 s: the parent counts",
        reason: "The stub’s own limit has a reason, too: it may be a service that should be fast."
      }
    ]
  },
  {
    id: "leak",
    question: "A stream is open for a week and makes a call for each of its messages, with { parent: call }. Each of those calls is over in 10 ms. What may grow?",
    answers: [
      {
        text: "Nothing: the calls are over",
        reason: "If each of them leaves a listener on the parent, it is not free."
      },
      {
        text: "The parent’s list of listeners",
        reason: "Who follows has to let go. grpc-js does not, and Node warns at the eleventh.",
        right: true
      },
      {
        text: "The number of HTTP/2 streams",
        reason: "They are closed when their calls end."
      }
    ]
  },
  {
    id: "js",
    question: "On `grpc-js`, a handler calls the next service with `{ deadline: call.getDeadline() }`. Its own client cancels. What does the next service hear?",
    answers: [
      {
        text: "That it is cancelled, at once",
        reason: "A deadline says when; nobody has said that somebody left."
      },
      {
        text: "Nothing, until the deadline",
        reason: "{ parent: call } would hand on both.",
        right: true
      },
      {
        text: "Nothing, ever",
        reason: "It has a deadline, and that ends it."
      }
    ]
  },
  {
    id: "believes",
    question: "AddOrder ended with DEADLINE_EXCEEDED at the client. Has the order been placed?",
    answers: [
      {
        text: "No: a call that failed has done nothing",
        reason: "The server may have answered OK, which came too late."
      },
      {
        text: "Yes: the server goes on to the end",
        reason: "It may have stopped before it began."
      },
      {
        text: "One cannot know from the status",
        reason: "Ask, or try again with an id by which the server knows it has seen it (lesson 2).",
        right: true
      }
    ]
  },
  {
    id: "wheel",
    question: "A slot is 4 ms wide and there are 1024 of them. A deadline in 10 ms and one in 10 + 4096 ms lie in the same slot. What keeps the second from being told too early?",
    answers: [
      {
        text: "It is looked at: what is not due stays in its slot",
        reason: "Each entry has its deadline. A slot says which entries are worth a look.",
        right: true
      },
      {
        text: "Each turn has slots of its own",
        reason: "There are 1024 slots in all, and they come again every 4096 ms."
      },
      {
        text: "It stands behind the first in the list",
        reason: "The list has no order: a new entry is put in front."
      }
    ]
  },
  {
    id: "loop",
    question: "A handler sorts for two seconds without a pause, and asks `call.cancelled` a thousand times meanwhile. Its client left after 100 ms. What does it read?",
    answers: [
      {
        text: "true, from 100 ms on",
        reason: "Somebody would have to read the frame, and nothing else runs in this process."
      },
      {
        text: "false, a thousand times",
        reason: "The frame lies in the socket until the handler lets go of the processor.",
        right: true
      },
      {
        text: "An exception is thrown at 100 ms",
        reason: "Nothing interrupts a function of JavaScript."
      }
    ]
  }
];
const __pageData = JSON.parse('{"title":"Deadlines","description":"How long is too long, and who is told? Lesson 17 of RPC from scratch.","frontmatter":{"prev":false,"next":false},"headers":[],"relativePath":"lessons/17-deadlines.md","filePath":"lessons/17-deadlines.md"}');
const __default__ = { name: "lessons/17-deadlines.md" };
const _sfc_main = /* @__PURE__ */ Object.assign(__default__, {
  __ssrInlineRender: true,
  setup(__props) {
    return (_ctx, _push, _parent, _attrs) => {
      const _component_LessonStart = resolveComponent("LessonStart");
      const _component_TraceExplorer = resolveComponent("TraceExplorer");
      const _component_Quiz = resolveComponent("Quiz");
      const _component_DeadlineChain = resolveComponent("DeadlineChain");
      const _component_SequencePicture = resolveComponent("SequencePicture");
      const _component_BuildIt = resolveComponent("BuildIt");
      const _component_QuizScore = resolveComponent("QuizScore");
      _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="deadlines" tabindex="-1">Deadlines <a class="header-anchor" href="#deadlines" aria-label="Permalink to &quot;Deadlines&quot;">​</a></h1>`);
      _push(ssrRenderComponent(_component_LessonStart, null, null, _parent));
      _push(`<p>Somebody clicks, and waits. Behind the click is a service, which asks another, which asks a third. The person gives up after a while. <strong>How long is too long, and who tells the three?</strong></p><p>Every lesson so far has given its calls a deadline, and said little about it. It is the one option that a call should never be without, and the one that is most often missing.</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 17</span></span></code></pre></div><p>Look for the column <em>for nobody</em> in the third scene: it is work that was done for a client that had left.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · A moment, and how far away it is ────────────────────────────────────────
A client of grpc-js gives its call a deadline: a moment, five seconds from now.
This is what goes out:
client ──▶ server  HEADERS · stream 1 · POST /ecommerce.OrderManagem…  148 bytes
  0000  00 00 8b 01 04 00 00 00  frame header = HEADERS END_HEADERS, stream 1,
        01                       139 bytes
                                   length, type, flags, stream (RFC 9113 §4.1)
  0009                           header block = 139 bytes
                                   compressed header fields (RFC 7541)
  0009  41 8b a0 e4 1d 13 9d 09  │ :authority = localhost:…
        b8 d8 00 17 7f           │   what the client calls the server; HTTP/1.1
                                 │   has Host for it (RFC 9113 §8.3.1)
  0016  83                       │ :method = POST
                                 │   a call is always a POST (gRPC
                                 │   PROTOCOL-HTTP2, Requests)
  0017  04 99 60 a4 3d 34 96 c2  │ :path = /ecommerce.OrderManagement/GetOrder
        15 7d 56 48 5b 34 0e a1  │   which method: /package.Service/Method (gRPC
        cc 5a 4b 52 58 c4 54 ea  │   PROTOCOL-HTTP2, Requests)
        b2 42 d9                 │
  0032  86                       │ :scheme = http
                                 │   http in the clear, https over TLS (RFC 9113
                                 │   §8.3.1)
  0033  40 8e 9a ca c8 b0 c8 42  │ grpc-accept-encoding = identity,deflate,gzip
        d6 95 8b 51 0f 21 aa 9b  │   which compressions I can read (gRPC
        90 34 85 a9 26 4f af a9  │   PROTOCOL-HTTP2, Requests)
        0b 2d 03 49 7e a6 f6 6a  │
        ff                       │
  0054  50 86 34 85 a9 26 4f af  │ accept-encoding = identity
                                 │   HTTP’s own: gRPC makes no use of it (RFC
                                 │   9110)
  005c  40 89 9a ca c8 b2 4d 49  │ grpc-timeout = 5000m: 5000 ms
        4f 6a 7f 84 6c 00 05 3f  │   how long the client is willing to wait
                                 │   (gRPC PROTOCOL-HTTP2, Requests)
  006c  7a 8e 9a ca c8 b5 47 90  │ user-agent = grpc-node-js/1.14.7
        ab 74 43 01 5c 2d 2e ef  │   which library this is; for logs (gRPC
                                 │   PROTOCOL-HTTP2, User Agents)
  007c  5f 8b 1d 75 d0 62 0d 26  │ content-type = application/grpc
        3d 4c 4d 65 64           │   makes it gRPC, and says how messages are
                                 │   written (gRPC PROTOCOL-HTTP2, Requests)
  0089  40 02 74 65 86 4d 83 35  │ te = trailers
        05 b1 1f                 │   I read trailers: finds out proxies that
                                 │   drop them (gRPC PROTOCOL-HTTP2, Requests)
No moment is in there, but a duration: grpc-timeout, up to eight digits and a
unit. The server adds it to its own clock, and has a deadline, too. The two
clocks need not agree (--clocks).

── 2 · No deadline is for ever ─────────────────────────────────────────────────
Two calls to a handler that hangs. One has no deadline. From here on the lesson
makes the time, so an hour is soon over:
  now             no deadline: waits · 200 ms: waits
  200 ms          no deadline: waits · 200 ms: DEADLINE_EXCEEDED
  an hour later   no deadline: waits · 200 ms: DEADLINE_EXCEEDED
The first would wait for as long as both machines run. It holds a stream, its
memory on both sides, and whoever has asked its caller. Every stack has this
default, and no call should keep it.

── 3 · Three services, and nobody tells the next ───────────────────────────────
order asks stock, stock asks price. They need 40, 60 and 200 ms, and 60 ms more
after the answers. Each of them stops when its own call is over. The client
waits 200 ms:
           time left  work    for nobody  over at
    order  200 ms     40 ms   0 ms        340 ms, stopped
    stock  for ever   100 ms  40 ms       340 ms, done
    price  for ever   200 ms  100 ms      300 ms, done
  the client      DEADLINE_EXCEEDED
The client has left at 200 ms, and order has heard of it. But it was waiting for
stock, and its question to stock had no deadline. So stock and price worked on,
140 ms for nobody. With every client that tries again it is done once more: a
system that is too slow gets slower.

── 4 · What is left is handed on ───────────────────────────────────────────────
Now each says for which call it asks: { parent: call }. Nothing else is changed.
           time left  work    for nobody  over at
    order  200 ms     40 ms   0 ms        200 ms, stopped
    stock  160 ms     60 ms   0 ms        200 ms, stopped
    price  100 ms     100 ms  0 ms        200 ms, stopped
  the client      DEADLINE_EXCEEDED
Each was given what was left, and so all three stop at the same moment, without
a word between them: each by its own clock. And if the client leaves by itself,
at 150 ms?
           time left  work   for nobody  over at
    order  200 ms     40 ms  0 ms        150 ms, stopped
    stock  160 ms     60 ms  0 ms        150 ms, stopped
    price  100 ms     50 ms  0 ms        150 ms, stopped
  the client      CANCELLED
No clock could know of that. A RST_STREAM goes from the client to order; there
it cancels the call to stock, which is another RST_STREAM, and so on, down the
same way.

── 5 · On grpc-js ──────────────────────────────────────────────────────────────
The same chain on three servers of grpc-js, in real time. It hands on nothing by
itself. What price knows, and what becomes of it:
  nothing         price was told of no deadline; its work was done, for nobody
  the parent      price was told of a deadline; its work was stopped
How much that is, in both stacks: npm run lesson 17 -- --chain.

── 6 · What each of them believes ──────────────────────────────────────────────
Client and server each look at their own clock. Whichever is first ends the
call. Three calls, with a clock for each side:
    the client first:
  ──▶             RST_STREAM · stream 1 · CANCEL
    the server first:
  ◀──             HEADERS · stream 1 · Trailers-Only: 4 DEADLINE_EXCEEDED ·
                  END_STREAM
    an answer on its way:
  ──▶             RST_STREAM · stream 1 · CANCEL
  ◀──             HEADERS · stream 1 · 200
  ◀──             DATA · stream 1 · Order { id: &quot;101&quot;, items: &quot;teapot&quot;, items:
                  &quot;cup&quot;, items: &quot;c…
  ◀──             HEADERS · stream 1 · trailers: 0 OK · END_STREAM
    who is first          the client believes  the server believes
    the client first      DEADLINE_EXCEEDED    CANCELLED
    the server first      DEADLINE_EXCEEDED    DEADLINE_EXCEEDED
    an answer on its way  DEADLINE_EXCEEDED    OK
In the third the answer was on its way when the client’s time was over. It
arrived, whole, with status OK, and the client dropped it: a stream that one has
reset is closed. Both are right. So DEADLINE_EXCEEDED does not say that nothing
has been done. Somebody who placed an order has to ask.
So a call has ended, and not well. DEADLINE_EXCEEDED is one of sixteen ways.
Which are there, who may say which, and what does a caller do with it? That is
lesson 18.</pre></details><h2 id="a-moment-and-how-far-away-it-is" tabindex="-1">A moment, and how far away it is <a class="header-anchor" href="#a-moment-and-how-far-away-it-is" aria-label="Permalink to &quot;A moment, and how far away it is&quot;">​</a></h2><p>There are two ways to say how long one waits. A <strong>timeout</strong> is a duration: 200 milliseconds. A <strong>deadline</strong> is a moment: today, at 12:00:00.200. With one call it makes no difference. With three, one after the other, it does: a timeout of 200 ms for each may come to 600 ms, and a deadline for all of them stays where it is. So programs count with deadlines:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/17-deadlines/client.ts.txt" target="_self">lessons/17-deadlines/client.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> waits = (ms: number) =&gt;</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  ask(shop, { deadline: Date.now() + ms });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> tell(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;a second&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, waits(</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">1_000</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">));</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> tell(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">BUDGET_MS</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> ms\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, waits(BUDGET_MS));</span></span></code></pre></div></div><p>But a moment is by somebody&#39;s clock, and no two machines&#39; clocks agree. So on the wire there is no moment. What travels is how far away it is, in a header named <code>grpc-timeout</code>:</p>`);
      _push(ssrRenderComponent(_component_TraceExplorer, {
        trace: unref(asked),
        from: "client"
      }, null, _parent));
      _push(`<p>One to eight digits and a unit: <code>H</code> hours, <code>M</code> minutes, <code>S</code> seconds, <code>m</code> milliseconds, <code>u</code> and <code>n</code> for less. The server adds it to its own clock, and so it has a deadline, too. Each side then looks at its own clock, and need not hear from the other to know that time is up.</p><p>What is lost is the time on the wire: nobody subtracts it, since nobody can measure it with two clocks. A server always believes that it has a little more time than its client gives it.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "wire"
      }, null, _parent));
      _push(`<h2 id="no-deadline-is-for-ever" tabindex="-1">No deadline is for ever <a class="header-anchor" href="#no-deadline-is-for-ever" aria-label="Permalink to &quot;No deadline is for ever&quot;">​</a></h2><p>Without <code>grpc-timeout</code> there is no limit. That is the default in every stack, <code>grpc-js</code> included. The second scene makes two calls to a handler that hangs, and lets an hour pass:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>now            no deadline: waits · 200 ms: waits</span></span>
<span class="line"><span>200 ms         no deadline: waits · 200 ms: DEADLINE_EXCEEDED</span></span>
<span class="line"><span>an hour later  no deadline: waits · 200 ms: DEADLINE_EXCEEDED</span></span></code></pre></div><p>The first call holds a stream, and memory at both ends. It also holds whoever has asked its caller, and so on up to a person who has long closed the page. Enough of those, and the connection has no stream left for others: a server allows only so many at once.</p><p>How long is right? Long enough for a good day&#39;s slowest answer, and not longer than somebody would wait. A wrong deadline is found out within a week; a missing one is found out on the worst day.</p><p>(The hour takes no time: from here on the lesson moves the clocks by hand. Server, client and connection are real.)</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "none"
      }, null, _parent));
      _push(`<h2 id="three-services-and-nobody-tells-the-next" tabindex="-1">Three services, and nobody tells the next <a class="header-anchor" href="#three-services-and-nobody-tells-the-next" aria-label="Permalink to &quot;Three services, and nobody tells the next&quot;">​</a></h2><p><code>order</code> works for 40 ms and asks <code>stock</code>, which works for 60 ms and asks <code>price</code>, which needs 200. When the answers are back, there is a little more to do. The client waits 200 ms:</p>`);
      _push(ssrRenderComponent(_component_DeadlineChain, null, null, _parent));
      _push(`<div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>       time left  work    for nobody  over at</span></span>
<span class="line"><span>order  200 ms     40 ms   0 ms        340 ms, stopped</span></span>
<span class="line"><span>stock  for ever   100 ms  40 ms       340 ms, done</span></span>
<span class="line"><span>price  for ever   200 ms  100 ms      300 ms, done</span></span></code></pre></div><p>Nobody did anything wrong. Each of the three stops when its own call is over: <code>order</code> had a deadline and heard that it had passed. But it was waiting for <code>stock</code>, and had never said how long. So two services worked for 140 ms, and brought an answer to somebody who had left.</p><p>This is worse than it looks. Who runs out of time tries again, and then the chain works for two. <strong>A system that hands on no deadlines gets slower by being slow.</strong></p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "retry"
      }, null, _parent));
      _push(`<h2 id="what-is-left-is-handed-on" tabindex="-1">What is left is handed on <a class="header-anchor" href="#what-is-left-is-handed-on" aria-label="Permalink to &quot;What is left is handed on&quot;">​</a></h2><p>The mend is one word. This is what each of the three does, in both runs:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/17-deadlines/chain.ts.txt" target="_self">lessons/17-deadlines/chain.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * Works, asks the next one, and works again, while somebody waits.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">async #handle(service: Service, call: ServerCall, next?: Shop) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> work = () =&gt; </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#step(service);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> inSteps(call, numbers(service.before), work, breathe);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> next?.getOrder(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    { value: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;101&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> },</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    PASS[</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#options.pass](call),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  );</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> inSteps(call, numbers(service.after), work, breathe);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><p>And this is what it may hand on:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/17-deadlines/chain.ts.txt" target="_self">lessons/17-deadlines/chain.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * What a service tells the next one of the call for which it asks.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> PASS = {</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">  /** The call that goes out does not know of the one that came. */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  nothing: () =&gt; ({}),</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">  /**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">   * A limit for every call, as somebody wrote it into a file once.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">   */</span></span>
<span class="line"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">  &#39;a second each&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">: () =&gt; ({ timeoutMs: </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">1_000</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> }),</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">  /** The deadline of the call that came, and its cancellation. */</span></span>
<span class="line highlighted"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">  &#39;the parent&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">: (call) =&gt; ({ parent: call }),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">} </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">satisfies</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Record&lt;string, (call: ServerCall) =&gt; CallOptions&gt;;</span></span></code></pre></div></div><p>With the parent handed on, the call that goes out knows the call that it is made for. Its timeout is what that one has left:</p>`);
      _push(ssrRenderComponent(_component_DeadlineChain, { "handed-on": "" }, null, _parent));
      _push(`<div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>       time left  work    for nobody  over at</span></span>
<span class="line"><span>order  200 ms     40 ms   0 ms        200 ms, stopped</span></span>
<span class="line"><span>stock  160 ms     60 ms   0 ms        200 ms, stopped</span></span>
<span class="line"><span>price  100 ms     100 ms  0 ms        200 ms, stopped</span></span></code></pre></div><p>All three stop at the same moment, and no word went between them at that moment: each looked at its own clock. The client gets the same error as before. What is saved is the work: <code>--chain</code> counts it, and says 41 %.</p><p>Two rules make it hold. <strong>The shorter one counts</strong>: if a call has a timeout of its own as well, it gets whichever is less. And <strong>rounding never gives more time</strong>. A header has whole milliseconds, or worse, whole seconds when there are many of them. If each hop rounds up, then the last one works when the first has given up. So what is lent is rounded down. What a caller wants for itself is another matter: lesson 9 rounds that up, since a server that gives up too early cuts off an answer that was still welcome.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "rounding own"
      }, null, _parent));
      _push(`<h2 id="cancellation-goes-the-same-way" tabindex="-1">Cancellation goes the same way <a class="header-anchor" href="#cancellation-goes-the-same-way" aria-label="Permalink to &quot;Cancellation goes the same way&quot;">​</a></h2><p>A deadline that passes is known everywhere. But the client may also leave by itself: the person closes the page at 150 ms. No clock knows of that, so somebody has to say it. The client resets its stream, <code>RST_STREAM</code> with <code>CANCEL</code>. At <code>order</code> the call is over, and that cancels the call that was made for it, which is another <code>RST_STREAM</code>, to <code>stock</code>. And so on, down the same way.</p><p>On our stack both come as one thing. A call on the server has a <code>signal</code>, an <code>AbortSignal</code> that aborts when nobody waits any more, for whatever reason. Whoever makes a call for it listens to that signal.</p><p><strong>And has to let go.</strong> A listener on a signal is kept as long as the signal. If the parent is a stream that is open for days, and makes a call for each message, then each of these calls leaves something behind. A call that is over must not listen any longer: not after its answer, not after its error, not after it was cancelled.</p><p>And many calls at once are not a leak, but they look like one: Node warns as soon as a signal has its eleventh listener. So our stack has one listener for each signal, which tells all who wait. The helper is <code>onAbort(signal, callback)</code>, and it gives a function that stops it. When the last has stopped, the listener goes, too.</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 17</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --leak</span></span></code></pre></div><p>Look for the number of listeners on <code>grpc-js</code> and on our stack, and for what Node says to the first. Then for the last line: twenty calls that are all open.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · Twenty calls for one ────────────────────────────────────────────────────
A handler makes 20 calls for the call that it answers, one after the other, each
with { parent: call }. All of them are over. Who still listens to the parent?
  grpc-js         20 listeners
  Node            MaxListenersExceededWarning: Possible EventEmitter memory leak
                  detected. 11 cancelled listeners added to
                  [ServerWritableStreamImpl]. MaxListeners is 10. Use
                  emitter.setMaxListeners() to increase limit
  our stack       0 listeners
  all at once     1 listener, on our stack, while 20 calls run
For a call of a second that is nothing: the parent ends, and with it all who
listen. But a stream may be open for days, and make a call for each of its
messages. Then everything that those calls held is held as long as the stream.</pre></details>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "leak"
      }, null, _parent));
      _push(`<h2 id="on-grpc-js" tabindex="-1">On grpc-js <a class="header-anchor" href="#on-grpc-js" aria-label="Permalink to &quot;On grpc-js&quot;">​</a></h2><p><code>grpc-js</code> hands on nothing by itself. It could not know for which call a handler makes another one: nothing connects the two. So one says it, in the options of the call:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/17-deadlines/chain-js.ts.txt" target="_self">lessons/17-deadlines/chain-js.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/** What a handler of grpc-js hands on when it calls the next one. */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> PASS_JS = {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  nothing: () =&gt; ({}),</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">  /** Until when the call that came may take, and nothing else. */</span></span>
<span class="line highlighted"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">  &#39;the deadline&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">: (call) =&gt; ({ deadline: call.getDeadline() }),</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">  /** Both. (\`propagate_flags\` can leave one of them out.) */</span></span>
<span class="line highlighted"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">  &#39;the parent&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">: (call) =&gt; ({ parent: call }),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">} </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">satisfies</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Record&lt;string, (call: JsCall) =&gt; CallOptions&gt;;</span></span></code></pre></div></div><p><code>call.getDeadline()</code> is the moment until which the incoming call may take, <code>Infinity</code> if it has no deadline. With <code>deadline</code> the time is handed on, and nothing else. With <code>parent</code> the time and the cancellation are; a deadline of your own may stand beside it, and the earlier one counts. <code>propagate_flags</code> can leave one of the two out (<code>propagate.DEADLINE</code>, <code>propagate.CANCELLATION</code>); one seldom wants that.</p><p>And the handler has to stop. <code>call.cancelled</code> says whether anybody still waits, and the event <code>cancelled</code> says when that changes:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/17-deadlines/chain-js.ts.txt" target="_self">lessons/17-deadlines/chain-js.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">async #handle(service: Service, call: JsCall, next?: Shop) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  await</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#work(service, service.before, call);</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (next) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> ask(next, </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#pass(call));</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  await</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#work(service, service.after, call);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.#log(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">service</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">name</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">: done\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">async #work({ name }: Service, times: number, call: JsCall) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  for</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">let</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> i = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">; i &lt; times; i++) {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (call.cancelled) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">throw</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Error(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;nobody waits&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.steps.push({ service: name, at: </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, wanted: </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.waited });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    await</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Promise((resolve) =&gt; setTimeout(resolve, STEP_MS));</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  }</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><p>Here is the same chain in real time, from one run of <code>--chain</code>:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>handed on     the call           work    for nobody  saved</span></span>
<span class="line"><span>nothing       DEADLINE_EXCEEDED  340 ms  140 ms      0 ms</span></span>
<span class="line"><span>the deadline  DEADLINE_EXCEEDED  190 ms  0 ms        150 ms</span></span>
<span class="line"><span>the parent    DEADLINE_EXCEEDED  180 ms  0 ms        160 ms</span></span></code></pre></div><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 17</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --chain</span></span></code></pre></div><p>Look for the two rows <em>the deadline</em> on <code>grpc-js</code>: it helps when time is up, and not when the client leaves.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · Our stack: only the time is made ────────────────────────────────────────
The client waits 200 ms. It is answered when all three have done their work,
which takes 360.
    handed on      the call           work    for nobody  saved
    nothing        DEADLINE_EXCEEDED  340 ms  140 ms      0 ms
    a second each  DEADLINE_EXCEEDED  340 ms  140 ms      0 ms
    the parent     DEADLINE_EXCEEDED  200 ms  0 ms        140 ms
The first two end alike for the client, which has long gone. A second for each
call is more than there was at any time. With the parent handed on all three
stop together, and 41 % of the work is saved. And if the client leaves by
itself, at 150 ms:
    handed on      the call   work    for nobody  saved
    nothing        CANCELLED  340 ms  190 ms      0 ms
    a second each  CANCELLED  340 ms  190 ms      0 ms
    the parent     CANCELLED  150 ms  0 ms        190 ms

── 2 · grpc-js: real time ──────────────────────────────────────────────────────
The same three services on grpc-js, with timers in place of made time. It hands
on nothing by itself. A handler can give the next call a deadline, or the call
that it works for: { parent: call }. The figures are another each time.
    handed on     the call           work    for nobody  saved
    nothing       DEADLINE_EXCEEDED  340 ms  140 ms      0 ms
    the deadline  DEADLINE_EXCEEDED  190 ms  0 ms        150 ms
    the parent    DEADLINE_EXCEEDED  180 ms  0 ms        160 ms
And if the client leaves at 150 ms, the deadline alone does not help: nobody has
told the others that it has left. The parent tells them.
    handed on     the call   work    for nobody  saved
    nothing       CANCELLED  340 ms  200 ms      0 ms
    the deadline  CANCELLED  180 ms  40 ms       160 ms
    the parent    CANCELLED  150 ms  0 ms        190 ms</pre></details>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "js"
      }, null, _parent));
      _push(`<h2 id="what-each-of-them-believes" tabindex="-1">What each of them believes <a class="header-anchor" href="#what-each-of-them-believes" aria-label="Permalink to &quot;What each of them believes&quot;">​</a></h2><p>Both sides know the deadline, and each looks at its own clock. So either may be first, and what they take with them differs:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>who is first          the client believes  the server believes</span></span>
<span class="line"><span>the client first      DEADLINE_EXCEEDED    CANCELLED</span></span>
<span class="line"><span>the server first      DEADLINE_EXCEEDED    DEADLINE_EXCEEDED</span></span>
<span class="line"><span>an answer on its way  DEADLINE_EXCEEDED    OK</span></span></code></pre></div><p>If the <strong>client</strong> is first, it resets the stream. All that the server sees is that its client has left; why, a reset does not say. If the <strong>server</strong> is first, it answers with status 4, and the client reads that:</p>`);
      _push(ssrRenderComponent(_component_TraceExplorer, {
        trace: unref(serverFirst),
        from: "server"
      }, null, _parent));
      _push(`<p>The third is the one to remember. The server was done in time, by its own clock. Its answer was on its way when the client&#39;s time was over:</p>`);
      _push(ssrRenderComponent(_component_SequencePicture, { trace: unref(beaten) }, null, _parent));
      _push(`<p>The answer arrived, whole, with status OK. The client dropped it, since a stream that one has reset is closed. A deadline beats a status that is already on its way. And both are right: the order is placed, and nobody was told.</p><p><strong>So <code>DEADLINE_EXCEEDED</code> never says that nothing was done.</strong> It says that nobody knows. Whoever tries again needs a call that may be made twice; that was lesson 2, and comes back in 22.</p><p>The first row has a lesson for those who read logs. The client&#39;s log says <code>DEADLINE_EXCEEDED</code> and the server&#39;s says <code>CANCELLED</code>, and it is one and the same call.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "believes"
      }, null, _parent));
      _push(`<h2 id="ten-thousand-deadlines-one-timer" tabindex="-1">Ten thousand deadlines, one timer <a class="header-anchor" href="#ten-thousand-deadlines-one-timer" aria-label="Permalink to &quot;Ten thousand deadlines, one timer&quot;">​</a></h2><p>Every call has a deadline, on both sides, and almost none of them is ever reached: the answer comes first. A <code>setTimeout</code> for each call is set, sorted in, taken out and thrown away, ten thousand times a second, for nothing. That costs more than sending the call.</p><p>So there is one timer, and a <strong>timing wheel</strong> (Varghese &amp; Lauck 1987). Time is cut into ticks of 4 ms. There are 1024 slots in a circle, and each tick has one:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>tick   0   1   2   3  …  1023</span></span>
<span class="line"><span>       │       │                 the tick 1024 is slot 0 again</span></span>
<span class="line"><span>       a       b ─ c ─ d</span></span></code></pre></div><p>A deadline goes into the slot of the first tick that is not before it. In a slot is a list, linked both ways, in no order. So to add one is to put it in front, and to remove one is to join its two neighbours: the same few steps for ten as for ten thousand. When a tick comes, somebody looks through its list. Those that are due are taken out and told. Those of a later turn (<code>d</code> may be due in four seconds) stay where they are.</p><p>The price is that a deadline is kept to 4 ms, and no better. It is never early. One timer is set, for the nearest slot that is not empty; and when nothing is on the wheel, none is.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "wheel"
      }, null, _parent));
      _push(`<h2 id="work-that-stops" tabindex="-1">Work that stops <a class="header-anchor" href="#work-that-stops" aria-label="Permalink to &quot;Work that stops&quot;">​</a></h2><p>Nobody can stop a handler from outside. It has to listen, or to ask:</p><ul><li><strong>It waits for something</strong>: a database, another service. It hands <code>call.signal</code> on, and what it waits for stops. If that knows no signals, the handler can at least stop waiting: <code>untilCancelled(call, work)</code> is settled by whichever comes first, the work or the end of the call.</li><li><strong>It works through a list.</strong> It asks before every item.</li><li><strong>It works without a pause.</strong> Then asking does not help. That the client has left stands in a frame, in a socket, which nobody reads while JavaScript is busy. The handler has to take a breath now and then, <code>await new Promise(setImmediate)</code>, and ask after that.</li></ul><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 17</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --loop</span></span></code></pre></div><p>Look for how far each of the two handlers came. Both ask forty times.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · A handler that never takes a breath ─────────────────────────────────────
40 pieces of work, each of which keeps the processor busy for 5 ms. The client
waits 100 ms. Both handlers ask before each piece whether anybody still waits:
  no breath       all 40 pieces were done
  a breath        it stopped in time
Both asked. But what the first one asks about cannot change while it works:
JavaScript runs one thing at a time, and neither the timer nor the frame in the
socket has its turn. setImmediate between two pieces gives them one.</pre></details>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "loop"
      }, null, _parent));
      _push(`<h2 id="break-it" tabindex="-1">Break it <a class="header-anchor" href="#break-it" aria-label="Permalink to &quot;Break it&quot;">​</a></h2><p>The clocks of three machines, hours apart:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 17</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --clocks</span></span></code></pre></div><p>Look for when each of the three stops, and for what would be left for them if a moment had travelled.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · Clocks that disagree ────────────────────────────────────────────────────
The clock of stock is an hour ahead of the client’s, that of price an hour
behind. The chain again, with the parent handed on:
           its clock  what is left  it stops at  a moment would say
    order  right      200 ms        200 ms       200 ms left
    stock  +1 h       160 ms        200 ms       0 ms left
    price  −1 h       100 ms        200 ms       3,600,200 ms left
  the client      DEADLINE_EXCEEDED
Nobody notices anything. Each machine adds a duration to its own clock and looks
at its own clock again; whether that is right is of no matter. It has to go
evenly, that is all. (So it is not the time of day, which is set now and then: a
stack counts on a clock that never goes back.)
The last column is what would be left for each if the client’s deadline had
travelled as a moment. stock would refuse every call, and price would work for
an hour.
One thing is lost: the time on the wire. Nobody subtracts it, because nobody can
measure it with two clocks. So a server always believes that it has a little
more time than its client gives it.</pre></details><p>Deadlines at the edge: zero, in the past, and so far away that 32 bits are not enough.</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 17</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --edges</span></span></code></pre></div><p>Look for whose handler runs although the time was over before the call began. And look for what a server of <code>grpc-js</code> makes of 2³¹ ms, which is 24.8 days, and of 50 days. The reason stands in <code>server-interceptors.ts</code>: the milliseconds are made a whole number by <code>| 0</code>, and that is a number of 32 bits. A deadline that is meant as &quot;for ever&quot; ends the call at once. (And a deadline that eight digits cannot say in hours ends the client’s process: <code>grpc-js</code> throws where nobody can catch it.)</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · Zero, the past, and far away ────────────────────────────────────────────
The handler answers after … ms. Two clients, two servers:
    the deadline  grpc-js            it believed  our stack          it believed
    a second ago  DEADLINE_EXCEEDED  ran anyway   DEADLINE_EXCEEDED  not begun
    0 ms          DEADLINE_EXCEEDED  ran anyway   DEADLINE_EXCEEDED  not begun
    2³¹ − 1 ms    DEADLINE_EXCEEDED  it is over   OK                 25 days
    2³¹ ms        DEADLINE_EXCEEDED  it is over   OK                 25 days
    50 days       OK                 7 hours      OK                 50 days
    no deadline   OK                 for ever     OK                 for ever
What is over is over, and neither client waits. But grpc-js sends the call all
the same, and the server works for nobody; our client sends nothing. Far away is
harder. JavaScript’s timers take 31 bits, which is 24.8 days, and a server of
grpc-js makes 32 bits of what comes: 2³¹ becomes a negative number, so the call
is over at once, and 50 days become seven hours. Even 2³¹ − 1 is too much, for
it has ten digits, so it travels in seconds, and rounded up.
Our clock waits in several steps where one is too long. No call needs that; but
a deadline &quot;for ever&quot; should not be a month away.

── 2 · Eight digits ────────────────────────────────────────────────────────────
  250m            less 1 ms: 249m
  99999999m       less 1 ms: 99999998m
  100000000m      less 1 ms: not a timeout
  99999999S       less 1 ms: 99999998S
  1m              less 1 ms: 0m
Whoever passes a timeout on rounds down. In the fourth a second is lost for a
millisecond, and that is right: it may be less, and must not be more.</pre></details><h2 id="build-it" tabindex="-1">Build it <a class="header-anchor" href="#build-it" aria-label="Permalink to &quot;Build it&quot;">​</a></h2><p>Four tasks in <code>exercises/17-deadlines/</code>: what is left of the time, the wheel, to follow a parent and let go of it, and work that stops. What they get is in the skeletons; this is what they need from elsewhere:</p><ul><li><code>parseTimeout(&#39;2S&#39;)</code> is 2000, and <code>undefined</code> if the text breaks the grammar (you wrote it in lesson 9).</li><li>An <code>AbortSignal</code> has <code>aborted</code>, a <code>reason</code>, and <code>throwIfAborted()</code>, which throws the reason. It aborts once, and never again for somebody who comes after that.</li><li><code>onAbort(signal, callback)</code> calls <code>callback</code> when the signal aborts, and gives a function that stops it.</li><li><code>abortedError(signal)</code> and <code>endedWithParent(parent)</code> make the two errors that a cancelled call ends with.</li><li><code>clock.setTimer(callback, ms)</code> gives a timer with a method <code>cancel()</code>. In the wheel, <code>#arm</code> and <code>#disarm</code> deal with it.</li></ul><p>The last tests of the third and fourth task have strangers at both ends: a client of <code>grpc-js</code> leaves, and a server of <code>grpc-js</code> has to hear of it through yours.</p>`);
      _push(ssrRenderComponent(_component_BuildIt, { exercise: unref(exercise) }, null, _parent));
      _push(`<div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> exercise</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 17</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 17</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --mine</span></span></code></pre></div><p>With <code>--mine</code> every deadline in our servers and clients is on your wheel, and the chain stops through your code.</p><h2 id="what-you-have-answered" tabindex="-1">What you have answered <a class="header-anchor" href="#what-you-have-answered" aria-label="Permalink to &quot;What you have answered&quot;">​</a></h2>`);
      _push(ssrRenderComponent(_component_QuizScore, { questions: unref(quiz) }, null, _parent));
      _push(`<h2 id="what-is-still-open" tabindex="-1">What is still open <a class="header-anchor" href="#what-is-still-open" aria-label="Permalink to &quot;What is still open&quot;">​</a></h2><p><code>DEADLINE_EXCEEDED</code> is one of sixteen ways to fail. Which are the others, who may say them, and what does a caller do with each? That is lesson 18.</p><h2 id="sources" tabindex="-1">Sources <a class="header-anchor" href="#sources" aria-label="Permalink to &quot;Sources&quot;">​</a></h2><ul><li><a href="https://grpc.io/docs/guides/deadlines/" target="_blank" rel="noreferrer">gRPC: Deadlines</a> and <a href="https://grpc.io/docs/guides/cancellation/" target="_blank" rel="noreferrer">Cancellation</a>; <a href="https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md" target="_blank" rel="noreferrer">gRPC over HTTP/2</a>, <em>Timeout</em></li><li>G. Varghese, T. Lauck, <a href="https://dl.acm.org/doi/10.1145/41457.37504" target="_blank" rel="noreferrer">Hashed and Hierarchical Timing Wheels</a> (1987), scheme 6</li><li><code>node_modules/@grpc/grpc-js/src/resolving-call.ts</code> and <code>server-interceptors.ts</code>, version 1.14: what <code>parent</code> does, and what becomes of <code>grpc-timeout</code></li><li><a href="https://sre.google/sre-book/addressing-cascading-failures/" target="_blank" rel="noreferrer">Site Reliability Engineering</a>, chapter 22: deadlines, and systems that fail because they were slow</li></ul><details class="details custom-block"><summary>What the article said, and what is true</summary><p>The course grew out of a series of articles (in Chinese, with Go) that goes from RPC to gRPC. Where it is wrong, or no longer right, this is what is true:</p><ul><li>It has a chapter on deadlines and one on timeouts, as two features. In Go <code>context.WithTimeout(ctx, d)</code> is <code>context.WithDeadline(ctx, time.Now().Add(d))</code>, and both go out as <code>grpc-timeout</code>.</li><li>It says that a whole chain of services has to answer before the deadline. That is right; how the second service hears of it, it does not say. In Go it does if the handler makes its calls with the <code>ctx</code> that it was given, and not with <code>context.Background()</code>.</li><li>Its server returns <code>ctx.Err()</code> as it is. grpc-go makes a status of it (<code>status.FromContextError</code>). An error of your own that only wraps it may become <code>UNKNOWN</code>.</li><li>Its server asks <code>ctx.Err()</code> in one place. A handler that works in several pieces has to ask before each of them.</li><li>Its client&#39;s listing does not compile: <code>res</code> and <code>addErr</code> are never used.</li></ul></details></div>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lessons/17-deadlines.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
export {
  __pageData,
  _sfc_main as default
};

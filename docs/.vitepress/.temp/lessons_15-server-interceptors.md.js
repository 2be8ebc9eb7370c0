import { useSSRContext, resolveComponent, unref } from "vue";
import { ssrRenderAttrs, ssrRenderComponent } from "vue/server-renderer";
const exercise = { kind: "handle", id: "15-server-interceptors", load: () => import("./15-server-interceptors.exercise.4ncBIvdh.js").then((exercise2) => exercise2.default) };
const refused = { kind: "handle", id: "refused", load: () => import("./refused.trace.-7ZZ9HmF.js").then((trace) => trace.default) };
const leak = { kind: "handle", id: "leak", load: () => import("./leak.trace.DyFhVOHT.js").then((trace) => trace.default) };
const masked = { kind: "handle", id: "masked", load: () => import("./masked.trace.BNfaD_Qa.js").then((trace) => trace.default) };
const quiz = [
  {
    id: "order",
    question: "A server has the interceptors `[log, guard, cache]`. A call without a token comes in, for something that is in the cache. Who sees it?",
    answers: [
      {
        text: "log and guard",
        reason: "The guard refuses it, so nothing further in hears of it; log is further out.",
        right: true
      },
      {
        text: "All three, and the cache answers",
        reason: "The cache is inside of the guard. That is why it stands there."
      },
      {
        text: "guard alone",
        reason: "log is the first of the list, so it is outermost, and sees every call."
      }
    ]
  },
  {
    id: "cache-outside",
    question: "And with `[cache, log, guard]`?",
    answers: [
      {
        text: "The guard refuses it all the same",
        reason: "The guard is never asked: the cache does not call next."
      },
      {
        text: "It gets somebody else’s answer",
        reason: "The cache answers before anybody has asked for a token, and the log has no line of it.",
        right: true
      },
      {
        text: "It gets an error, since nobody called next",
        reason: "Not to call next is how an interceptor answers by itself."
      }
    ]
  },
  {
    id: "start",
    question: "On `grpc-js`, with `[a, b]`: whose `start` runs first?",
    answers: [
      {
        text: "a’s, since it is outermost",
        reason: "That holds for what comes in. But start comes from the handler."
      },
      {
        text: "b’s",
        reason: "The handler begins to listen, and its listener is wrapped on the way out to the wire.",
        right: true
      },
      { text: "Both at the same time", reason: "They are functions: one calls the other." }
    ]
  },
  {
    id: "timer",
    question: "On our stack: `const from = now(); const answer = await next(request, call); log(now() - from);` What does it measure for SearchOrders?",
    answers: [
      {
        text: "How long the search took",
        reason: "next resolves when there is a stream. The search has not begun."
      },
      {
        text: "Next to nothing",
        reason: "The stream is there at once; its messages come later. call.ended waits for its end.",
        right: true
      },
      {
        text: "The time to the first order",
        reason: "Nobody has asked for the first order yet."
      }
    ]
  },
  {
    id: "twice",
    question: "Why is a second `next` an error on a server, and not on a client?",
    answers: [
      {
        text: "It would cost too much time",
        reason: "A retry on a client costs more: it goes over the network."
      },
      {
        text: "What is further in on a server is the handler",
        reason: "It would do its work twice, with a stream of requests that can be read once. On a client a second next is a second call, with requests of its own.",
        right: true
      },
      {
        text: "HTTP/2 forbids it",
        reason: "Interceptors are not on the wire. HTTP/2 knows nothing of them."
      }
    ]
  },
  {
    id: "codes",
    question: "The guard knows the token: it is bob’s, and bob may only read. He calls AddOrder.",
    answers: [
      {
        text: "UNAUTHENTICATED",
        reason: "That says: who are you? bob’s client would fetch a new token, and try again."
      },
      {
        text: "PERMISSION_DENIED",
        reason: "I know who you are, and no. Another token of bob’s will not help.",
        right: true
      },
      {
        text: "NOT_FOUND, so that bob learns nothing",
        reason: "That is done where the existence of a thing is a secret. A method is not."
      }
    ]
  },
  {
    id: "down",
    question: "The database with the tokens does not answer. What does a guard do?",
    answers: [
      {
        text: "Lets the call in: most callers have a token",
        reason: "Then whoever brings the database down has all the rights."
      },
      {
        text: "UNAUTHENTICATED",
        reason: "The caller has done nothing wrong, and would ask its user for a password."
      },
      {
        text: "Fails, with its own trouble as the reason",
        reason: "Nobody comes in, and nobody is told that their token is bad. UNAVAILABLE says: try again.",
        right: true
      }
    ]
  },
  {
    id: "id",
    question: "Why does a mask not take every correlation id that a caller sends?",
    answers: [
      {
        text: "It might be somebody else’s",
        reason: "That does no harm: an id gives no rights."
      },
      {
        text: "It goes into the log",
        reason: "Whoever chooses what stands in a log can write lines of their own into it, or very long ones.",
        right: true
      },
      {
        text: "Metadata cannot carry it",
        reason: "It can: it came as metadata."
      }
    ]
  }
];
const __pageData = JSON.parse('{"title":"Server interceptors","description":"Where does code go that every method needs? Lesson 15 of RPC from scratch.","frontmatter":{"prev":false,"next":false},"headers":[],"relativePath":"lessons/15-server-interceptors.md","filePath":"lessons/15-server-interceptors.md"}');
const __default__ = { name: "lessons/15-server-interceptors.md" };
const _sfc_main = /* @__PURE__ */ Object.assign(__default__, {
  __ssrInlineRender: true,
  setup(__props) {
    return (_ctx, _push, _parent, _attrs) => {
      const _component_LessonStart = resolveComponent("LessonStart");
      const _component_CallOnion = resolveComponent("CallOnion");
      const _component_Quiz = resolveComponent("Quiz");
      const _component_TraceExplorer = resolveComponent("TraceExplorer");
      const _component_BuildIt = resolveComponent("BuildIt");
      const _component_QuizScore = resolveComponent("QuizScore");
      _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="server-interceptors" tabindex="-1">Server interceptors <a class="header-anchor" href="#server-interceptors" aria-label="Permalink to &quot;Server interceptors&quot;">​</a></h1>`);
      _push(ssrRenderComponent(_component_LessonStart, null, null, _parent));
      _push(`<p>The shop has five methods. Each should ask for a token, write a line into the log, be counted, and keep its exceptions to itself. That is twenty places, and the sixth method, next year, will lack one of its four. <strong>Where does code go that every method needs?</strong></p><p>Between the wire and all handlers, once. What stands there is called an <em>interceptor</em>. It sees a call before the handler does, and its answer after; it may change either, or answer by itself. All of this has nothing to do with gRPC on the wire: the other side cannot tell whether there are none or ten.</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 15</span></span></code></pre></div><p>Look for the numbers in the first scene: they say in which order a call goes through three layers, and comes back.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · One call, three layers ──────────────────────────────────────────────────
A server of grpc-js with three interceptors: log, guard, count. They change
nothing here; they write down what goes by. GetOrder(&quot;101&quot;), and the numbers say
in which order:
                                   log  guard  count  handler
    → the call, with its metadata  1    2      3
    → the request                  4    5      6      7
    ← a response                   11   10     9      8
    ← the status                   14   13     12
In from left to right, out from right to left: like the skins of an onion.
Whoever is first in the list is outermost. It sees the call first, and the
status last. SearchOrders(&quot;spoon&quot;), with four answers:
                                   log  guard  count  handler
    → the call, with its metadata  1    2      3
    → the request                  4    5      6      7
    ← a response                   14   13     9      8
    ← a response 2                 17   16     15     10
    ← a response 3                 20   19     18     11
    ← a response 4                 23   22     21     12
    ← the status                   26   25     24
Each message crosses every layer by itself. The call has one way in and one way
out, as before: the status comes behind the last message. (The handler did not
wait. It had written all four before the first was out.)

── 2 · The hooks of grpc-js ────────────────────────────────────────────────────
Under each of these layers is a ServerInterceptingCall, with up to eight hooks,
most of them with a next of their own. The same GetOrder through three of them,
each hook with its interceptors in the order in which they ran:
    made                log → guard → count
    start               count → guard → log
    onReceiveMetadata   log → guard → count
    onReceiveMessage    log → guard → count
    onReceiveHalfClose  log → guard → count
    sendMetadata        count → guard → log
    sendMessage         count → guard → log
    sendStatus          count → guard → log
    onCancel            log → guard → count
Two of them surprise. start runs from the inside out, before the call has come
in: it is the handler that begins to listen. And onCancel runs although nobody
cancelled, after every call that went well. It means: the call is over.

── 3 · Under the hood: one function ────────────────────────────────────────────
On the stack in src/ an interceptor is a function of a request, a call and next,
for all four kinds. What comes before next is the way in, what comes behind it
the way out. The same two calls:
  GetOrder        
    log {
      guard {
        count {
          getOrder answers
        } count
        count: 101 goes out
      } guard
      guard: 101 goes out
    } log
    log: 101 goes out
  SearchOrders    
    log {
      guard {
        count {
        } count
      } guard
    } log
          searchOrders finds 107
        count: 107 goes out
      guard: 107 goes out
    log: 107 goes out
          searchOrders finds 117
        count: 117 goes out
      guard: 117 goes out
    log: 117 goes out
          searchOrders finds 126
        count: 126 goes out
      guard: 126 goes out
    log: 126 goes out
          searchOrders finds 133
        count: 133 goes out
      guard: 133 goes out
    log: 133 goes out
Look at the second. All three were out again before the first order was found:
next gives a stream, and does not wait for its end. Whoever measures time around
next, or catches around it, sees nothing of what a stream does. mapMessages goes
into the stream; call.ended waits for its end.

── 4 · &quot;Several interceptors have no effect&quot; ───────────────────────────────────
So says the article of grpc-go: one may pass several, but only the first is
used. It quotes the code that proves it. Here is that code, in TypeScript and
run, beside both stacks:
    interceptors passed      1  2  3
    the code that it quotes  1  2  3
    grpc-js                  1  2  3
    our stack                1  2  3
All of them ran, each time. The article overlooked that interceptors[0] gets a
next that calls interceptors[1], and so on.

── 5 · One door with a guard, three without ────────────────────────────────────
The article guards its server with grpc.UnaryInterceptor(ensureValidToken). It
does what it says: for unary calls. Here is the same on grpc-js, and somebody
without a token:
    without a token  the article’s guard  for all four kinds  our stack
    GetOrder         UNAUTHENTICATED      UNAUTHENTICATED     UNAUTHENTICATED
    SearchOrders     OK, 36 messages      UNAUTHENTICATED     UNAUTHENTICATED
    UpdateOrders     OK, 1 message        UNAUTHENTICATED     UNAUTHENTICATED
    ProcessOrders    OK, 2 messages       UNAUTHENTICATED     UNAUTHENTICATED
What one gets who is refused, on the wire: one block, and nobody has read the
request.
client ◀── server  HEADERS · stream 1 · Trailers-Only: 16 UNAUTHENTIC…  89 bytes
  0000  00 00 50 01 05 00 00 00  frame header = HEADERS END_STREAM END_HEADERS,
        01                       stream 1, 80 bytes
                                   length, type, flags, stream (RFC 9113 §4.1)
  0009                           header block = 80 bytes
                                   compressed header fields (RFC 7541)
  0009  88                       │ :status = 200
                                 │   HTTP went well; of the call it says nothing
                                 │   (gRPC PROTOCOL-HTTP2, Responses)
  000a  40 88 9a ca c8 b2 12 34  │ grpc-status = 16 UNAUTHENTICATED
        da 8f 02 31 36           │   how the call ended, as a number; 0 is OK
                                 │   (gRPC statuscodes)
  0017  40 89 9a ca c8 b5 25 42  │ grpc-message = who%20are%20you?
        07 31 7f 8c f1 39 d5 10  │   why, for people; it reads: who are you?
        07 61 55 10 3d 1e df f3  │   (gRPC PROTOCOL-HTTP2, Responses)
  002f  5f 90 1d 75 d0 62 0d 26  │ content-type = application/grpc+proto
        3d 4c 4d 65 64 ff 75 d8  │   the answer is gRPC, too (gRPC
        74 9f                    │   PROTOCOL-HTTP2, Responses)
  0041  61 96 dd 6d 5f 4a 08 4a  │ date = Sun, 22 Nov 2026 12:00:00 GMT
        69 3f 75 04 01 38 a0 45  │   HTTP’s own: gRPC makes no use of it (RFC
        70 00 b8 00 29 8b 46 ff  │   9110)
And on ours with a log around the guard, first ada with her token, then nobody:
  our log         GetOrder: OK, 1 in, 1 out
  our log         SearchOrders: OK, 1 in, 4 out
  our log         UpdateOrders: OK, 2 in, 1 out
  our log         ProcessOrders: OK, 2 in, 2 out
  our log         SearchOrders: UNAUTHENTICATED, 1 in, 0 out
One order is guarded, and the whole book stands open: a search for nothing finds
all 36. And UpdateOrders writes. Nobody forgot to check a token. Somebody forgot
that there are two kinds of interceptors in Go, one for unary calls and one for
streams, and each has to be registered. Lesson 25 comes back to it.
On a server a second next is an error: an order must not be taken twice. But who
calls may want just that, when the first attempt has failed. That is lesson 16.</pre></details><h2 id="the-onion" tabindex="-1">The onion <a class="header-anchor" href="#the-onion" aria-label="Permalink to &quot;The onion&quot;">​</a></h2><p>Put one around the handler, and the two together look like a handler. So one can put another around that, and so on. Whoever is first in the list is outermost:</p>`);
      _push(ssrRenderComponent(_component_CallOnion, null, null, _parent));
      _push(`<p>A call goes in from the outside, and what comes of it goes out from the inside. Here it is with a server of <code>grpc-js</code>, three interceptors that change nothing, and a real call; each number says when it was:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>                               log  guard  count  handler</span></span>
<span class="line"><span>→ the call, with its metadata  1    2      3</span></span>
<span class="line"><span>→ the request                  4    5      6      7</span></span>
<span class="line"><span>← a response                   11   10     9      8</span></span>
<span class="line"><span>← the status                   14   13     12</span></span></code></pre></div><p>And a call with four answers. It has one way in and one way out like any other. In between, each message crosses every layer by itself:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>                               log  guard  count  handler</span></span>
<span class="line"><span>→ the call, with its metadata  1    2      3</span></span>
<span class="line"><span>→ the request                  4    5      6      7</span></span>
<span class="line"><span>← a response                   14   13     9      8</span></span>
<span class="line"><span>← a response 2                 17   16     15     10</span></span>
<span class="line"><span>← a response 3                 20   19     18     11</span></span>
<span class="line"><span>← a response 4                 23   22     21     12</span></span>
<span class="line"><span>← the status                   26   25     24</span></span></code></pre></div><p>The order is a decision, and the picture makes it. A log that is to hear of those who were turned away stands outside of the guard. Whatever costs much stands inside of it. And who stands outside of all others must not fail: nobody is left who would catch it.</p><p>What usually stands there: a log, a guard, quotas, a mask for exceptions, metrics, the caller&#39;s language or tenant. What does not belong there is what only one method needs.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "order cache-outside"
      }, null, _parent));
      _push(`<h2 id="on-grpc-js" tabindex="-1">On grpc-js <a class="header-anchor" href="#on-grpc-js" aria-label="Permalink to &quot;On grpc-js&quot;">​</a></h2><p>An interceptor of <code>grpc-js</code> is a function that gets the method and the call further out, and makes a call for those further in: a <code>ServerInterceptingCall</code>. It has hooks, up to eight of them, most with a <code>next</code> of their own. Two builders put them together, a <code>ServerListenerBuilder</code> for what comes in, and a <code>ResponderBuilder</code> for what goes out. This is the first half of one that does nothing:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/15-server-interceptors/raw.ts.txt" target="_self">lessons/15-server-interceptors/raw.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * An interceptor of grpc-js with all of its hooks. It changes</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * nothing.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> raw(name: string, told: Told): ServerInterceptor {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (_method, call) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    told(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;made&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, name);</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> listener = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> ServerListenerBuilder()</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      .withOnReceiveMetadata((metadata, next) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        told(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;onReceiveMetadata&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, name);</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        next(metadata);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      })</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      .withOnReceiveMessage((message, next) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        told(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;onReceiveMessage&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, name);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        next(message);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      })</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      .withOnReceiveHalfClose((next) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        told(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;onReceiveHalfClose&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, name);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        next();</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      })</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      .withOnCancel(() =&gt; told(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;onCancel&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, name))</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      .build();</span></span></code></pre></div></div><p>The lesson runs three of them, and writes down which hook of whom runs when:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>made                log → guard → count</span></span>
<span class="line"><span>start               count → guard → log</span></span>
<span class="line"><span>onReceiveMetadata   log → guard → count</span></span>
<span class="line"><span>onReceiveMessage    log → guard → count</span></span>
<span class="line"><span>onReceiveHalfClose  log → guard → count</span></span>
<span class="line"><span>sendMetadata        count → guard → log</span></span>
<span class="line"><span>sendMessage         count → guard → log</span></span>
<span class="line"><span>sendStatus          count → guard → log</span></span>
<span class="line"><span>onCancel            log → guard → count</span></span></code></pre></div><p>Five things that one would not guess:</p><ul><li><strong><code>start</code> runs from the inside out</strong>, before anything has come in. It is the handler that begins to listen, and its listener is wrapped on the way to the wire. Who takes <code>start</code> for &quot;the call begins&quot; has the onion inside out.</li><li><strong><code>onCancel</code> runs after every call</strong>, also after one that went well. <a href="https://github.com/grpc/proposal/blob/master/L112-node-server-interceptors.md" target="_blank" rel="noreferrer">Its proposal</a> says so: <em>&quot;called when the request ends for any reason&quot;</em>. It means what <code>cancelled</code> meant in lesson 10.</li><li><strong>What a hook throws ends the process</strong>, with all other calls in it: as an exception that nobody catches, or as a rejection that nobody handles. Only in <code>sendMetadata</code> and <code>sendMessage</code> it does not. There it is lost, and the client waits until its deadline.</li><li><strong>To refuse a call, send a status further out</strong>, <code>call.sendStatus(…)</code>, and do not call <code>next</code>. If you only leave out <code>next</code>, nobody answers, and the client waits until its deadline.</li><li><strong>A path that nobody serves has no interceptors.</strong> <code>UNIMPLEMENTED</code> is answered in front of them. The log does not hear of it; so it is on our stack.</li></ul><p>Most of it is the same in every interceptor. So here are thirty lines that one writes once. They take a layer, with at most four functions: what to do with the call, with a request, with a response, with the status. All but the last may wait, and may throw: <code>later</code> calls one and gives a promise, so that what it throws is a rejection, and <code>refuse</code> makes a status of that.</p><div class="excerpt ts long"><p class="file"><a href="/source/lessons/15-server-interceptors/layer.ts.txt" target="_self">lessons/15-server-interceptors/layer.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * An interceptor for grpc-js, of what one wants to say and nothing</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * more.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> layer(make: MakeLayer): ServerInterceptor {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> ({ path }, outer) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> { enter, request, response, leave } = make(path);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> refuse = (error: unknown) =&gt;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      outer.sendStatus(asStatus(error));</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> pass = (one: unknown, change = same, on: Change) =&gt;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      later(() =&gt; change(one)).then(on, refuse);</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    return</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> ServerInterceptingCall(outer, {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      start: (begin) =&gt;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        begin({</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">          onReceiveMetadata: (metadata, inward) =&gt; {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">            later(() =&gt; enter?.(metadata)).then(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">              () =&gt; inward(metadata),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">              refuse,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">            );</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">          },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">          onReceiveMessage: (one, inward) =&gt;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">            pass(one, request, inward),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        }),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      sendMessage: (one, outward) =&gt; pass(one, response, outward),</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      sendStatus: (how, outward) =&gt; outward(leave ? leave(how) : how),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div><label class="unfold"><input type="checkbox">Show all 28 lines</label></div><p>With them a guard is this:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/15-server-interceptors/layers.ts.txt" target="_self">lessons/15-server-interceptors/layers.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * Nobody gets further in without a token that we know, whatever the</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * kind of the call.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> guard: MakeLayer = () =&gt; ({</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  enter(metadata) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> [token] = metadata.get(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;authorization&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (TOKENS.has(String(token))) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    throw</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> CallError(status.UNAUTHENTICATED, </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;who are you?&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">});</span></span></code></pre></div></div><p>And a server that has three of them:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/15-server-interceptors/server.ts.txt" target="_self">lessons/15-server-interceptors/server.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/** The shop behind three layers. The first is outermost. */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> async</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> startServer(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  options: ServerOptions,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">): Promise&lt;RunningServer&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  let</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> calls = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> accident = (id: string, { details }: { details: string }) =&gt;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    options.log(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`accident </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">id</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">: </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">details</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> interceptors = [</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    layer(log(options.log)),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    layer(mask(accident, () =&gt; </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`c-</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">++</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">calls</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">)),</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    layer(guard),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  ];</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">  // This handler hands its errors on as they are. So the mask sees</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">  // them, and the server&#39;s log has each of them with its id.</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> { GetOrder } = careless;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> startShop(options, { interceptors }, { GetOrder });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "start"
      }, null, _parent));
      _push(`<h2 id="under-the-hood" tabindex="-1">Under the hood <a class="header-anchor" href="#under-the-hood" aria-label="Permalink to &quot;Under the hood&quot;">​</a></h2><p>On the stack in <code>src/</code> an interceptor is one function, the same for all four kinds, for servers and for clients:</p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">(request, call, next) =&gt; Promise&lt;answer&gt;</span></span></code></pre></div><p>What it does before <code>next</code> is on the way in, what it does after it on the way out. If it does not call <code>next</code>, it has answered. If it throws, the call has failed. There is nothing else to learn, but for one thing: where the <code>.proto</code> says <code>stream</code>, <code>request</code> and <code>answer</code> are not a message but an iterable of them. <code>mapMessages</code> goes into either. This is the log of the lesson, whole:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/15-server-interceptors/ours.ts.txt" target="_self">lessons/15-server-interceptors/ours.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/** The same line for every call as on grpc-js. */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> ourLog(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  write: (line: string) =&gt; void,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">): ServerInterceptor {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> async</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (request, call, next) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> { path, requestStream, responseStream } = call.method;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> count = { in: </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, out: </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> counting = (way: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;in&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> | </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;out&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) =&gt; (message: unknown) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      count[way]++;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> message;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    };</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    call.ended.then(({ code }) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> passed = </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">count</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">in</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> in, </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">count</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">out</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> out\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      write(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">nameOf(path)</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">: </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">statusName(code)</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">, </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">passed</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    });</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> counted = mapMessages(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      request,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      requestStream,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      counting(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;in&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    );</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> answer = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> next(counted, call);</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> mapMessages(answer, responseStream, counting(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;out&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">));</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><p>And these are the two calls again, with three such functions:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>GetOrder                        SearchOrders</span></span>
<span class="line"><span>  log {                           log {</span></span>
<span class="line"><span>    guard {                         guard {</span></span>
<span class="line"><span>      count {                         count {</span></span>
<span class="line"><span>        getOrder answers              } count</span></span>
<span class="line"><span>      } count                       } guard</span></span>
<span class="line"><span>      count: 101 goes out         } log</span></span>
<span class="line"><span>    } guard                             searchOrders finds 107</span></span>
<span class="line"><span>    guard: 101 goes out               count: 107 goes out</span></span>
<span class="line"><span>  } log                             guard: 107 goes out</span></span>
<span class="line"><span>  log: 101 goes out               log: 107 goes out</span></span>
<span class="line"><span>                                        searchOrders finds 117</span></span>
<span class="line"><span>                                        …</span></span></code></pre></div><p>Look at the right side. <strong>All three were out before the first order was found.</strong> <code>next</code> gives a stream, and does not wait for its end; nothing has happened yet. So a timer around <code>next</code> measures nothing, and a <code>try</code> around it catches nothing, if the answer is a stream. Whoever wants to know how a call ended asks <code>call.ended</code>; whoever wants to change an error has to go into the stream.</p><p>One rule is new: <strong>on a server <code>next</code> may be called once.</strong> What would a second time mean? The order is taken twice; a stream of requests has been read already. <code>grpc-js</code> has no such rule. There it depends on the hook whether anybody notices:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>npm run lesson 15 -- --twice</span></span>
<span class="line"><span></span></span>
<span class="line"><span>next twice in onReceiveMetadata:  the handler ran once. OK</span></span>
<span class="line"><span>next twice in onReceiveMessage:   the handler ran 0 times. UNIMPLEMENTED</span></span>
<span class="line"><span>next twice in onReceiveHalfClose: the handler ran twice. DEADLINE_EXCEEDED</span></span>
<span class="line"><span>next twice on our stack:          the handler ran once. UNKNOWN</span></span></code></pre></div>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "timer twice"
      }, null, _parent));
      _push(`<h2 id="a-guard-and-three-ways-around-it" tabindex="-1">A guard, and three ways around it <a class="header-anchor" href="#a-guard-and-three-ways-around-it" aria-label="Permalink to &quot;A guard, and three ways around it&quot;">​</a></h2><p>The article protects its server with an interceptor, and registers it with <code>grpc.UnaryInterceptor(ensureValidToken)</code>. Go has two kinds of interceptors, one for unary calls and one for streams, each with a registration of its own. The article registers one. The lesson does the same with <code>grpc-js</code>, and somebody without a token walks in:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>without a token  the article’s guard  for all four kinds  our stack</span></span>
<span class="line"><span>GetOrder         UNAUTHENTICATED      UNAUTHENTICATED     UNAUTHENTICATED</span></span>
<span class="line"><span>SearchOrders     OK, 36 messages      UNAUTHENTICATED     UNAUTHENTICATED</span></span>
<span class="line"><span>UpdateOrders     OK, 1 message        UNAUTHENTICATED     UNAUTHENTICATED</span></span>
<span class="line"><span>ProcessOrders    OK, 2 messages       UNAUTHENTICATED     UNAUTHENTICATED</span></span></code></pre></div><p>One order is protected. All 36 together are not: a search for nothing finds them. And <code>UpdateOrders</code> writes.</p><p>Nobody has forgotten to check the token. So no test of the check finds it, and no log shows it. A guard has to be asked about what it does <em>not</em> let in, for each kind of call. And what is open should be a list, with a path for each: a guard that lists what is shut forgets the method that comes next year.</p><p>On the wire a refusal is the shortest answer there is. The request has come with the headers, or not; nobody has read it:</p>`);
      _push(ssrRenderComponent(_component_TraceExplorer, {
        trace: unref(refused),
        from: "server"
      }, null, _parent));
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "codes down"
      }, null, _parent));
      _push(`<h2 id="what-must-not-leave" tabindex="-1">What must not leave <a class="header-anchor" href="#what-must-not-leave" aria-label="Permalink to &quot;What must not leave&quot;">​</a></h2><p>A handler throws, since its database is gone. The text of the exception names the machine, the user, the password. On <code>grpc-js</code>, <code>callback(error)</code> sends it:</p>`);
      _push(ssrRenderComponent(_component_TraceExplorer, {
        trace: unref(leak),
        from: "server"
      }, null, _parent));
      _push(`<p>The person at the other end needs two things: to know that it was not their fault, and something to tell the support. That is a <strong>correlation id</strong>, which stands in the answer and in the server&#39;s log, and means nothing anywhere else:</p>`);
      _push(ssrRenderComponent(_component_TraceExplorer, {
        trace: unref(masked),
        from: "server"
      }, null, _parent));
      _push(`<p>An id that the caller brought is better than a new one: then it is the same in every server that the request goes through. But it goes into your logs. One with a line break in it writes a line of its own there, and so what does not look like an id is not taken.</p><p>How does a mask know which texts were meant for the caller? By who chose them. On our stack a handler that throws a <code>GrpcError</code> has chosen its words, and all else is an accident. An interceptor of <code>grpc-js</code> comes too late to see that. It gets a status, in which an exception has become <code>UNKNOWN</code>, or whatever number it had as its <code>code</code>. So the mask there goes by the code, and takes <code>UNKNOWN</code> and all numbers that are none of gRPC&#39;s for accidents:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/15-server-interceptors/layers.ts.txt" target="_self">lessons/15-server-interceptors/layers.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/** One of gRPC&#39;s codes, and not the one that an exception becomes. */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> isChosen = (code: number) =&gt;</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  code !== status.UNKNOWN &amp;&amp; status[code] !== </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">undefined</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span></code></pre></div></div><p>That is a guess: a database error with the number 5 is taken for <code>NOT_FOUND</code>, and its text goes out. Lesson 10&#39;s <code>handle</code> stands around the handler itself, and so it knows who chose.</p><p>And streams fail late. The handler has answered with a stream, two orders are out, and then it throws. A mask that is a <code>try</code> around <code>next</code> is long gone. <code>--secret</code> shows both.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "id"
      }, null, _parent));
      _push(`<h2 id="break-it" tabindex="-1">Break it <a class="header-anchor" href="#break-it" aria-label="Permalink to &quot;Break it&quot;">​</a></h2><p>Handlers that throw a secret, with a mask and without, on both stacks:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 15</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --secret</span></span></code></pre></div><p>Look for the password: in what the client gets, and in what the log gets. Then look for the two orders that are out before the search fails.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · grpc-js, as it is ───────────────────────────────────────────────────────
  GetOrder        UNKNOWN: cannot reach postgres://admin:hunter2@10.0.0.7/orders
  SearchOrders    2 orders, then UNKNOWN: cannot reach
                  postgres://admin:hunter2@10.0.0.7/orders

── 2 · grpc-js, with a mask ────────────────────────────────────────────────────
  GetOrder        UNKNOWN: something went wrong here; ask us about c-1 [c-1]
  SearchOrders    2 orders, then UNKNOWN: something went wrong here; ask us
                  about c-2 [c-2]
  server’s log    c-1  cannot reach postgres://admin:hunter2@10.0.0.7/orders
  server’s log    c-2  cannot reach postgres://admin:hunter2@10.0.0.7/orders

── 3 · our stack, as it is ─────────────────────────────────────────────────────
  GetOrder        UNKNOWN: the handler failed
  SearchOrders    2 orders, then UNKNOWN: the handler failed

── 4 · our stack, with a mask ──────────────────────────────────────────────────
  GetOrder        UNKNOWN: something went wrong here; ask us about c-1 [c-1]
  SearchOrders    2 orders, then UNKNOWN: something went wrong here; ask us
                  about c-2 [c-2]
  server’s log    c-1  cannot reach postgres://admin:hunter2@10.0.0.7/orders
  server’s log    c-2  cannot reach postgres://admin:hunter2@10.0.0.7/orders
The second call is the harder one. Its handler had answered long before: with a
stream. What fails is the stream, and a mask that catches around the handler is
gone by then. It has to be around the messages too.
An id is all that both sides have of it. The caller reads it out, and somebody
finds the line.</pre></details><p>An interceptor that means well and goes in twice:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 15</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --twice</span></span></code></pre></div><p>Look for how often the handler ran, and for who is told: in each of the hooks it is another answer.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · An interceptor that goes in twice ───────────────────────────────────────
GetOrder(&quot;101&quot;); the handler counts how often it runs. First grpc-js:
  grpc-js         next twice in onReceiveMetadata: the handler ran once. The
                  client: OK
  grpc-js         next twice in onReceiveMessage: the handler ran 0 times. The
                  client: UNIMPLEMENTED: Received a second request message for
                  server streaming method /ecommerce.OrderManagement/GetOrder
  grpc-js         next twice in onReceiveHalfClose: the handler ran twice. The
                  client: DEADLINE_EXCEEDED: Deadline exceeded
Whether it is noticed depends on the hook. The last runs the handler twice, so
an order would be taken twice, and the client waits until its time is up. Now
the stack in src/:
  our server      onHandlerError: an interceptor has called next twice for one
                  call
  our stack       the handler ran once. The client: UNKNOWN: the handler failed</pre></details><p>The same layers on our stack in another order, the last time without a guard: what does the log see of a refused call, and what of a bug? Say it before you run it:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 15</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --order</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> log,mask,guard</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 15</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --order</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> guard,log,mask</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 15</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --order</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> mask,log</span></span></code></pre></div><p>Look for the log’s line of the call without a token, and for its line of the bug: where the log stands decides both.</p><details class="output"><summary>What <code>npm run lesson 15 -- --order log,mask,guard</code> prints</summary><pre tabindex="0">── 1 · On our stack, from the outside in: log, mask, guard ─────────────────────
GetOrder three times; twice with a token:
  no such order   the log: 5 NOT_FOUND: there is no order 999
                  the client: NOT_FOUND: there is no order 999 [c-1]
  a bug           the log: 2 UNKNOWN: something went wrong here; ask us about
                  c-2
                  the client: UNKNOWN: something went wrong here; ask us about
                  c-2 [c-2]
  no token        the log: 16 UNAUTHENTICATED: who are you?
                  the client: UNAUTHENTICATED: who are you? [c-3]
An interceptor knows what is further in, and nothing of what is further out. A
log inside of the guard never hears of those who were turned away. A log inside
of the mask reads what happened; outside of it, what was told.</pre></details><details class="output"><summary>What <code>npm run lesson 15 -- --order guard,log,mask</code> prints</summary><pre tabindex="0">── 1 · On our stack, from the outside in: guard, log, mask ─────────────────────
GetOrder three times; twice with a token:
  no such order   the log: 5 NOT_FOUND: there is no order 999
                  the client: NOT_FOUND: there is no order 999 [c-1]
  a bug           the log: 2 UNKNOWN: something went wrong here; ask us about
                  c-2
                  the client: UNKNOWN: something went wrong here; ask us about
                  c-2 [c-2]
  no token        the log: nothing
                  the client: UNAUTHENTICATED: who are you?
An interceptor knows what is further in, and nothing of what is further out. A
log inside of the guard never hears of those who were turned away. A log inside
of the mask reads what happened; outside of it, what was told.</pre></details><details class="output"><summary>What <code>npm run lesson 15 -- --order mask,log</code> prints</summary><pre tabindex="0">── 1 · On our stack, from the outside in: mask, log ────────────────────────────
GetOrder three times; twice with a token:
  no such order   the log: 5 NOT_FOUND: there is no order 999
                  the client: NOT_FOUND: there is no order 999 [c-1]
  a bug           the log: cannot reach postgres://admin:hunter2@10.0.0.7/orders
                  the client: UNKNOWN: something went wrong here; ask us about
                  c-2 [c-2]
  no token        the log: OK
                  the client: OK [c-3]
Nobody asks for a token here, so that a call without one goes well.
An interceptor knows what is further in, and nothing of what is further out. A
log inside of the guard never hears of those who were turned away. A log inside
of the mask reads what happened; outside of it, what was told.</pre></details><h2 id="build-it" tabindex="-1">Build it <a class="header-anchor" href="#build-it" aria-label="Permalink to &quot;Build it&quot;">​</a></h2><p>Four tasks in <code>exercises/15-server-interceptors/</code>: the chain, the way into a stream, a guard that holds for all four kinds, and a mask. The last test of the guard and of the mask is a client of <code>grpc-js</code> that calls your server in all four ways.</p>`);
      _push(ssrRenderComponent(_component_BuildIt, { exercise: unref(exercise) }, null, _parent));
      _push(`<div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> exercise</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 15</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 15</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --mine</span></span></code></pre></div><p>With <code>--mine</code> every server in the lesson that is ours stands on your chain, and so does every client of this stack, which has interceptors, too.</p><h2 id="what-you-have-answered" tabindex="-1">What you have answered <a class="header-anchor" href="#what-you-have-answered" aria-label="Permalink to &quot;What you have answered&quot;">​</a></h2>`);
      _push(ssrRenderComponent(_component_QuizScore, { questions: unref(quiz) }, null, _parent));
      _push(`<h2 id="what-is-still-open" tabindex="-1">What is still open <a class="header-anchor" href="#what-is-still-open" aria-label="Permalink to &quot;What is still open&quot;">​</a></h2><p>A call has two ends, and the other one has an onion, too: there somebody puts the token in that we ask for here. And there a second <code>next</code> may be just what one wants. That is lesson 16.</p><h2 id="sources" tabindex="-1">Sources <a class="header-anchor" href="#sources" aria-label="Permalink to &quot;Sources&quot;">​</a></h2><ul><li><a href="https://github.com/grpc/proposal/blob/master/L112-node-server-interceptors.md" target="_blank" rel="noreferrer">gRFC L112</a>: server interceptors for <code>grpc-js</code>, with the reasons for its hooks</li><li><a href="https://grpc.io/docs/guides/interceptors/" target="_blank" rel="noreferrer">gRPC: Interceptors</a>; the <a href="https://grpc.io/docs/guides/status-codes/" target="_blank" rel="noreferrer">status codes</a>, for 7 and 16</li><li>grpc-go, <a href="https://github.com/grpc/grpc-go/blob/master/clientconn.go" target="_blank" rel="noreferrer"><code>clientconn.go</code></a>, <code>chainUnaryClientInterceptors</code>; <a href="https://github.com/grpc/grpc-go/blob/master/server.go" target="_blank" rel="noreferrer"><code>server.go</code></a>, <code>UnaryInterceptor</code></li><li><code>node_modules/@grpc/grpc-js/src/server-interceptors.ts</code>: what runs when, in 1.14</li></ul><details class="details custom-block"><summary>What the article said, and what is true</summary><p>The course grew out of a series of articles (in Chinese, with Go) that goes from RPC to gRPC. Where it is wrong, or no longer right, this is what is true:</p><ul><li><em>&quot;Several interceptors may be passed, but to no effect&quot;</em>: it quotes a piece of grpc-go that puts interceptors together, sees <code>interceptors[0]</code> in it, and concludes that only the first is used. The lesson has that piece in TypeScript, line for line, and runs it: with three interceptors three run. What the article overlooked stands at the end of the same line, <code>getChainUnaryInvoker(interceptors, 0, invoker)</code>: the <code>next</code> of the first is the second.</li><li>What is true, and may have been the reason: a second <code>grpc.WithUnaryInterceptor</code> replaces the first on a client, and a second <code>grpc.UnaryInterceptor</code> on a server panics (<code>was already set and may not be reset</code>). For several there are <code>WithChainUnaryInterceptor</code> and <code>ChainUnaryInterceptor</code>, and so one needs no <code>go-grpc-middleware</code> for it.</li><li><em>&quot;Implementing the interfaces <code>UnaryServerInterceptor</code> and <code>StreamServerInterceptor</code>&quot;</em>: they are types of functions.</li><li>Its listing of a unary server interceptor is the client of an earlier chapter, without any interceptor. The output below it comes from code that is not shown.</li><li>Its guard is for unary calls only; see above. It comes back in lesson 25, with the rest of it.</li><li><em>&quot;Caching&quot;</em> is on its list of uses, and so it is on servers as well: an interceptor that does not call <code>next</code>. But it has to stand inside of the guard.</li></ul></details></div>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lessons/15-server-interceptors.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
export {
  __pageData,
  _sfc_main as default
};

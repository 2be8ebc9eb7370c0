import { useSSRContext, resolveComponent, unref } from "vue";
import { ssrRenderAttrs, ssrRenderComponent } from "vue/server-renderer";
const exercise = { kind: "handle", id: "16-client-interceptors", load: () => import("./16-client-interceptors.exercise.BB2uwIZM.js").then((exercise2) => exercise2.default) };
const refreshed = { kind: "handle", id: "refreshed", load: () => import("./refreshed.trace.B3Hn9oMc.js").then((trace) => trace.default) };
const quiz = [
  {
    id: "null",
    question: 'On `grpc-js`, an interceptor has `onReceiveMessage(order, next) { log(order.id); next(order); }`. GetOrder("999") ends in NOT_FOUND. What happens in the hook?',
    answers: [
      {
        text: "It does not run: there is no message",
        reason: "That is what its name says. But for a unary call that fails it runs with null."
      },
      {
        text: "It runs with null, and throws",
        reason: "A unary call without a message hands out null before its status. So the hook breaks in the very call in which something is wrong already.",
        right: true
      },
      {
        text: "It runs with an empty order",
        reason: "That is Go, where the caller makes the reply beforehand."
      }
    ]
  },
  {
    id: "replace",
    question: "A client of `grpc-js` was made with the interceptors `[log, token]`. One call passes `{ interceptors: [trace] }`. Which run?",
    answers: [
      {
        text: "trace",
        reason: "Those of the call take the place of the client’s. The call goes out without a token.",
        right: true
      },
      { text: "log, token, trace", reason: "One would think so. They are not put together." },
      {
        text: "None: it is an error",
        reason: "It is an error to give interceptors and interceptor providers at the same place."
      }
    ]
  },
  {
    id: "log",
    question: "`const from = now(); try { return await next(request, call); } finally { log(now() - from); }`, on our stack. For which calls is the number right?",
    answers: [
      { text: "For all", reason: "For a stream next resolves when there is a stream." },
      {
        text: "For those with one response",
        reason: "For them next settles with the call. For a stream of responses the number is next to nothing: call.ended knows.",
        right: true
      },
      {
        text: "For those that go well",
        reason: "finally runs in either case. It is the streams for which it runs too early."
      }
    ]
  },
  {
    id: "again",
    question: "After which of these may a client simply make the call again, with a new token?",
    answers: [
      {
        text: "PERMISSION_DENIED",
        reason: "The server knows who you are. A new token says the same."
      },
      {
        text: "UNAUTHENTICATED",
        reason: "Nobody knew who you were, so a guard has let nothing in: the call has not done anything yet.",
        right: true
      },
      {
        text: "UNAVAILABLE",
        reason: "It may have been made already, and it has nothing to do with the token: lesson 22."
      }
    ]
  },
  {
    id: "promise",
    question: "Twenty calls wait for a token. The fetch fails. The interceptor has kept its promise, and keeps it. What do later calls see?",
    answers: [
      {
        text: "A new fetch each",
        reason: "Not if the promise is kept: who asks gets that one."
      },
      {
        text: "The same failure, for ever",
        reason: "A promise that was rejected stays so. What has failed has to be forgotten.",
        right: true
      },
      {
        text: "The old token",
        reason: "Nobody has it any more: the promise took its place."
      }
    ]
  },
  {
    id: "upload",
    question: "A generator gives a thousand orders for UpdateOrders. The call is refused, and an interceptor calls `next(request, call)` again. What happens?",
    answers: [
      {
        text: "All thousand are sent again",
        reason: "That would be so with an array. A generator goes on where it stands, and it was closed when the first attempt failed."
      },
      {
        text: "None is sent, and the call goes well",
        reason: "The generator is closed. To the server that is an upload of nothing. It is worse than a failure, since nobody hears of it.",
        right: true
      },
      {
        text: "`next` throws: it was called twice",
        reason: "That is the server’s rule. On a client next may be called again."
      }
    ]
  },
  {
    id: "question-key",
    question: "A gateway calls the shop for all of its users. Its cache has the path and the request as key. What is wrong?",
    answers: [
      {
        text: "Two different requests may have the same bytes",
        reason: "Not for one method: the bytes are the request."
      },
      {
        text: "The second user gets the answer of the first",
        reason: "Who asks is a part of the question, if the answer depends on it.",
        right: true
      },
      {
        text: "Nothing, as long as the time to live is short",
        reason: "A second is enough to read somebody else’s order."
      }
    ]
  },
  {
    id: "queue",
    question: "A call waits for its turn, and its deadline passes. Why must it leave the queue?",
    answers: [
      {
        text: "Its turn would come, and the server would work for nobody",
        reason: "And those behind it would wait for that. It is how a short overload becomes a long one.",
        right: true
      },
      {
        text: "The server would answer DEADLINE_EXCEEDED",
        reason: "It might. That is an answer that nobody reads, and it took a turn."
      },
      {
        text: "Its timer would never end",
        reason: "A timer ends by itself. The call is what stays."
      }
    ]
  },
  {
    id: "order-client",
    question: "A limit with one turn stands outside of the token refresh: `[limit, refresh]`. The token has expired, and the token server takes two seconds. What do the other calls do?",
    answers: [
      {
        text: "They run meanwhile",
        reason: "The call that fetches a token has the turn, and keeps it."
      },
      {
        text: "They wait, though nothing runs at the server",
        reason: "The turn is held by one who waits for something else. Inside of the refresh, each attempt takes a turn, and nobody has one in between.",
        right: true
      },
      {
        text: "They fail with RESOURCE_EXHAUSTED",
        reason: "Only if too many wait already."
      }
    ]
  }
];
const __pageData = JSON.parse('{"title":"Client interceptors","description":"And on the caller’s side? Lesson 16 of RPC from scratch.","frontmatter":{"prev":false,"next":false},"headers":[],"relativePath":"lessons/16-client-interceptors.md","filePath":"lessons/16-client-interceptors.md"}');
const __default__ = { name: "lessons/16-client-interceptors.md" };
const _sfc_main = /* @__PURE__ */ Object.assign(__default__, {
  __ssrInlineRender: true,
  setup(__props) {
    return (_ctx, _push, _parent, _attrs) => {
      const _component_LessonStart = resolveComponent("LessonStart");
      const _component_Quiz = resolveComponent("Quiz");
      const _component_SequencePicture = resolveComponent("SequencePicture");
      const _component_TraceExplorer = resolveComponent("TraceExplorer");
      const _component_BuildIt = resolveComponent("BuildIt");
      const _component_QuizScore = resolveComponent("QuizScore");
      _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="client-interceptors" tabindex="-1">Client interceptors <a class="header-anchor" href="#client-interceptors" aria-label="Permalink to &quot;Client interceptors&quot;">​</a></h1>`);
      _push(ssrRenderComponent(_component_LessonStart, null, null, _parent));
      _push(`<p>The shop&#39;s server asks every caller for a token. So a hundred places in the client fetch one, put it into the metadata, and have to do something sensible when it has expired. Lesson 15 moved such code out of the handlers. <strong>Where does it go on the caller&#39;s side, and what can be done there that a server cannot do?</strong></p><p>Between the stub and the wire. The onion is the same, seen from the other end. One thing is new: a client may make a call again, or not make it at all.</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 16</span></span></code></pre></div><p>Look for the third call of the scene &quot;A token that is not good any more&quot;: its caller gets one answer, and the guard saw two calls.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · The other end of the onion ──────────────────────────────────────────────
A client of grpc-js with three interceptors that change nothing: log, token,
count. Each hook, with its interceptors in the order in which they ran. First
GetOrder(&quot;101&quot;), then GetOrder(&quot;999&quot;), which there is not:
  GetOrder(&quot;101&quot;) OK
    made               log → token → count
    start              log → token → count
    sendMessage        log → token → count
    halfClose          log → token → count
    onReceiveMetadata  count → token → log
    onReceiveMessage   count → token → log
    onReceiveStatus    count → token → log
  GetOrder(&quot;999&quot;) NOT_FOUND: there is no order 999
    made                    log → token → count
    start                   log → token → count
    sendMessage             log → token → count
    halfClose               log → token → count
    onReceiveMessage, null  count → token → log
    onReceiveStatus         count → token → log
Out from left to right, back from right to left: who is first in the list is
nearest to the caller. Look at the second table. No message came, and a hook for
messages ran all the same, with null.

── 2 · A log that prints what there is not ─────────────────────────────────────
The article’s interceptor prints the method, makes the call, and prints the
reply. Here it is on our stack; two calls go well, two fail:
    Method : /ecommerce.OrderManagement/GetOrder
    {&quot;id&quot;:&quot;101&quot;,&quot;items&quot;:[&quot;teapot&quot;,&quot;cup&quot;,&quot;cup&quot;],&quot;description&quot;:&quot;&quot;,&quot;price
    Method : /ecommerce.OrderManagement/GetOrder
    {}
    Method : /ecommerce.OrderManagement/GetOrder
    {}
Two lines for each unary call. {} is the reply that never came; why, and that
anything went wrong at all, nobody can see. Of the search there is nothing: that
is another kind of interceptor in Go. The same calls with a log that asks how
the call ended:
    id     method        code       details
    web-1  GetOrder      OK
    web-2  GetOrder      NOT_FOUND  there is no order 999
    web-3  GetOrder      UNKNOWN    the handler failed
    web-4  SearchOrders  OK
(And how long it took, which is another number each time.) On grpc-js it is
onReceiveStatus that knows:
    GetOrder: OK
    GetOrder: NOT_FOUND, there is no order 999
    SearchOrders: OK

── 3 · A token that is not good any more ───────────────────────────────────────
The shop has a guard, and a token is good for two calls. The client is grpc-js
with an interceptor that fetches a new one when it is asked &quot;who are you?&quot;.
Three calls, and what the guard saw:
  GetOrder, 1     OK; the guard: tea-1 ✓
  GetOrder, 2     OK; the guard: tea-1 ✓
  GetOrder, 3     OK; the guard: tea-1 ✗, tea-2 ✓
The third was made twice, and its caller knows nothing of it. On the wire, the
two attempts and the refusal between them: two streams, for one call.
client ──▶ server  HEADERS · stream 1 · POST /ecommerce.OrderManagem…  160 bytes
  0000  00 00 97 01 04 00 00 00  frame header = HEADERS END_HEADERS, stream 1,
        01                       151 bytes
                                   length, type, flags, stream (RFC 9113 §4.1)
  0009                           header block = 151 bytes
                                   compressed header fields (RFC 7541)
  0009  41 8b a0 e4 1d 13 9d 09  │ :authority = localhost:…
        b8 d8 00 17 3f           │   what the client calls the server; HTTP/1.1
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
  0033  1f 08 89 ba 51 d8 5b 14  │ authorization = Bearer tea-1
        49 46 b0 7f              │   the application’s own (gRPC PROTOCOL-HTTP2,
                                 │   Custom-Metadata)
  003f  40 8e 9a ca c8 b0 c8 42  │ grpc-accept-encoding = identity,deflate,gzip
        d6 95 8b 51 0f 21 aa 9b  │   which compressions I can read (gRPC
        90 34 85 a9 26 4f af a9  │   PROTOCOL-HTTP2, Requests)
        0b 2d 03 49 7e a6 f6 6a  │
        ff                       │
  0060  50 86 34 85 a9 26 4f af  │ accept-encoding = identity
                                 │   HTTP’s own: gRPC makes no use of it (RFC
                                 │   9110)
  0068  40 89 9a ca c8 b2 4d 49  │ grpc-timeout = 5000m: 5000 ms
        4f 6a 7f 84 6c 00 05 3f  │   how long the client is willing to wait
                                 │   (gRPC PROTOCOL-HTTP2, Requests)
  0078  7a 8e 9a ca c8 b5 47 90  │ user-agent = grpc-node-js/1.14.7
        ab 74 43 01 5c 2d 2e ef  │   which library this is; for logs (gRPC
                                 │   PROTOCOL-HTTP2, User Agents)
  0088  5f 8b 1d 75 d0 62 0d 26  │ content-type = application/grpc
        3d 4c 4d 65 64           │   makes it gRPC, and says how messages are
                                 │   written (gRPC PROTOCOL-HTTP2, Requests)
  0095  40 02 74 65 86 4d 83 35  │ te = trailers
        05 b1 1f                 │   I read trailers: finds out proxies that
                                 │   drop them (gRPC PROTOCOL-HTTP2, Requests)
client ◀── server  HEADERS · stream 1 · Trailers-Only: 16 UNAUTHENTIC…  89 bytes
  0000  00 00 50 01 05 00 00 00  frame header = HEADERS END_STREAM END_HEADERS,
        01                       stream 1, 80 bytes
  0009                           header block = 80 bytes
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
        69 3f 75 04 01 38 a0 45  │
        70 00 b8 00 29 8b 46 ff  │
client ──▶ server  HEADERS · stream 3 · POST /ecommerce.OrderManageme…  57 bytes
  0000  00 00 30 01 04 00 00 00  frame header = HEADERS END_HEADERS, stream 3,
        03                       48 bytes
  0009                           header block = 48 bytes
  0009  c4                       │ :authority = localhost:…
  000a  … 29 bytes               │ as before: :method, :path, :scheme
  0027  1f 08 89 ba 51 d8 5b 14  │ authorization = Bearer tea-2
        49 46 b0 bf              │
  0033  c3                       │ grpc-accept-encoding = identity,deflate,gzip
  0034  c2                       │ accept-encoding = identity
  0035  c1                       │ grpc-timeout = 5000m: 5000 ms
  0036  c0                       │ user-agent = grpc-node-js/1.14.7
  0037  bf                       │ content-type = application/grpc
  0038  be                       │ te = trailers

── 4 · Under the hood: what can be made again ──────────────────────────────────
On the stack in src/ the same is a function around next, and may call it again.
A call of each kind, each with a token that has just been revoked, and then each
once more:
                   attempts  ended            once more
    GetOrder       2         OK, 1 message    OK, 1 message
    SearchOrders   2         OK, 4 messages   OK, 4 messages
    UpdateOrders   1         UNAUTHENTICATED  OK, 1 message
    ProcessOrders  1         UNAUTHENTICATED  OK, 2 messages
The requests of UpdateOrders and ProcessOrders are streams. The first attempt
has read of them, and has closed them when it failed; --upload shows what a
second one would send. So the caller hears of it, and the next call brings the
new token. SearchOrders can be made again, until its first order has come.

── 5 · The call that is not made ───────────────────────────────────────────────
An interceptor that does not call next has answered by itself. A cache for ten
seconds, in front of methods whose .proto says NO_SIDE_EFFECTS:
                  GetOrder(&quot;101&quot;): teapot, cup, cup. From the server
                  GetOrder(&quot;101&quot;): teapot, cup, cup. From the cache
                  GetOrder(&quot;102&quot;): green tea. From the server
  9999 ms later   GetOrder(&quot;101&quot;): teapot, cup, cup. From the cache
  1 ms later      GetOrder(&quot;101&quot;): teapot, cup, cup. From the server

── 6 · Two at once ─────────────────────────────────────────────────────────────
Five calls at the same time, and an interceptor that lets two of them run. The
shop is slow: it answers when we say so. The fourth caller has a deadline of 30
ms.
  after … ms     ended: 104 DEADLINE_EXCEEDED. In the shop: 101, 102
  at the end      ended: 101 OK, 102 OK, 103 OK, 104 DEADLINE_EXCEEDED, 105 OK
  the shop        had 2 at once at the most, and heard of 101, 102, 103, 105
The fourth left the queue, and the shop never heard of it. Its place went to
nobody: the fifth was next. Without an end to waiting, a slow server fills its
clients with calls that nobody wants any more.
A call that waits has a deadline, and so has each call that is made for it. Who
subtracts what has been used up, and who stops working when the time is over?
That is lesson 17.</pre></details><h2 id="the-mirror" tabindex="-1">The mirror <a class="header-anchor" href="#the-mirror" aria-label="Permalink to &quot;The mirror&quot;">​</a></h2><p>An interceptor of <code>grpc-js</code> on a client is a function that gets the call&#39;s options and <code>nextCall</code>, and makes an <code>InterceptingCall</code>. Its hooks are put together by two builders. A <code>RequesterBuilder</code> is for what goes out, a <code>ListenerBuilder</code> for what comes back. This is the first half of one that changes nothing; the requester is built the same way, and hands on the listener in <code>start</code>:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/16-client-interceptors/raw.ts.txt" target="_self">lessons/16-client-interceptors/raw.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/** An interceptor with all of its hooks. It changes nothing. */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> raw(name: string, told: Told): Interceptor {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (options, nextCall) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    told(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;made&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, name);</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> listener = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> ListenerBuilder()</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      .withOnReceiveMetadata((metadata, next) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        told(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;onReceiveMetadata&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, name);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        next(metadata);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      })</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      .withOnReceiveMessage((message, next) =&gt; {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">        const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> what = message === </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">null</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> ? </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;, null&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> : </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        told(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`onReceiveMessage</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">what</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, name);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        next(message);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      })</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      .withOnReceiveStatus((status, next) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        told(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;onReceiveStatus&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, name);</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        next(status);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      })</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      .build();</span></span></code></pre></div></div><div class="excerpt ts"><p class="file"><a href="/source/lessons/16-client-interceptors/raw.ts.txt" target="_self">lessons/16-client-interceptors/raw.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> requester = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> RequesterBuilder()</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  .withStart((metadata, _outer, next) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    told(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;start&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, name);</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    next(metadata, listener);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  })</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  .withSendMessage((message, next) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    told(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;sendMessage&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, name);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    next(message);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  })</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  .withHalfClose((next) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    told(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;halfClose&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, name);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    next();</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  })</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  .withCancel((next) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    told(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;cancel&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, name);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    next();</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  })</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  .build();</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">return</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> InterceptingCall(nextCall(options), requester);</span></span></code></pre></div></div><p>The lesson runs three of them, <code>log</code>, <code>token</code> and <code>count</code>, and writes down which hook of whom runs when. On the left a call that goes well, on the right one for an order that there is not:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>                   GetOrder(&quot;101&quot;)       GetOrder(&quot;999&quot;)</span></span>
<span class="line"><span>made               log → token → count   the same</span></span>
<span class="line"><span>start              log → token → count   the same</span></span>
<span class="line"><span>sendMessage        log → token → count   the same</span></span>
<span class="line"><span>halfClose          log → token → count   the same</span></span>
<span class="line"><span>onReceiveMetadata  count → token → log   –</span></span>
<span class="line"><span>onReceiveMessage   count → token → log   the same, with null</span></span>
<span class="line"><span>onReceiveStatus    count → token → log   the same</span></span></code></pre></div><p>What goes out runs from the first to the last, what comes back from the last to the first. Whoever is first in the list is nearest to the caller. Here <code>start</code> does mean that the call begins. Five things that one would not guess:</p><ul><li><strong><code>onReceiveMessage</code> runs without a message.</strong> If a unary call fails, it gets <code>null</code>. A hook that reads a field of the message throws then, in the one call in which something is wrong already.</li><li><strong>Interceptors of a call replace those of the client.</strong> <code>shop.getOrder(request, { interceptors: [mine] })</code> does not add one: the client&#39;s log and its token are gone for this call.</li><li><strong>The hooks of one call do not wait for each other.</strong> If <code>start</code> waits for a token, <code>sendMessage</code> runs meanwhile. <code>grpc-js</code> then keeps the message for later, and what it keeps is the message from before your change. <code>--lost</code> shows it.</li><li><strong>Interceptors do not see what call credentials add.</strong> It is added below all of them, for each attempt (lesson 25).</li><li><strong>Interceptors do not see the channel&#39;s retries.</strong> What a service config tries again (lesson 22) is tried again below them: they see one call.</li></ul><p>Most of it is the same in every interceptor, so here are some lines that one writes once, as in lesson 15:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/16-client-interceptors/layer.ts.txt" target="_self">lessons/16-client-interceptors/layer.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/** An interceptor for grpc-js, of what one wants to say. */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> layer(make: MakeLayer): Interceptor {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (options, nextCall) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> mine = make(options.method_definition.path);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      leave,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      request = same,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      response = same,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      end = same,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    } = mine;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    return</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> InterceptingCall(nextCall(options), {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      start(metadata, _outer, inward) {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        leave?.(metadata);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        inward(metadata, {</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">          // A unary call that fails has a message, too: null.</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">          onReceiveMessage: (one, outward) =&gt;</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">            outward(one === </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">null</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> ? </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">null</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> : response(one)),</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">          onReceiveStatus: (how, outward) =&gt; outward(end(how)),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      sendMessage: (one, inward) =&gt; inward(request(one)),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "null replace"
      }, null, _parent));
      _push(`<h2 id="a-log-that-prints-what-there-is-not" tabindex="-1">A log that prints what there is not <a class="header-anchor" href="#a-log-that-prints-what-there-is-not" aria-label="Permalink to &quot;A log that prints what there is not&quot;">​</a></h2><p>The article&#39;s interceptor prints the method, makes the call, and prints the reply. In Go the caller makes an empty reply beforehand, and the call fills it in; so it is there whatever happens. Two calls fail here, and this is all that one sees:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>Method : /ecommerce.OrderManagement/GetOrder</span></span>
<span class="line"><span>{&quot;id&quot;:&quot;101&quot;,&quot;items&quot;:[&quot;teapot&quot;,&quot;cup&quot;,&quot;cup&quot;],…</span></span>
<span class="line"><span>Method : /ecommerce.OrderManagement/GetOrder</span></span>
<span class="line"><span>{}</span></span>
<span class="line"><span>Method : /ecommerce.OrderManagement/GetOrder</span></span>
<span class="line"><span>{}</span></span></code></pre></div><p>The second is an order that does not exist, the third a bug in the shop. People read a log when something has failed, and this one is silent then. What a call became is said by its <strong>status</strong>, and every call has one: one that failed, one that never reached a server, a stream that broke in the middle. So ask for the status, and not for the reply:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/16-client-interceptors/status-log.ts.txt" target="_self">lessons/16-client-interceptors/status-log.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/** A line for every call, with how it ended. */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> statusLog = (write: Write) =&gt; (path: string) =&gt; ({</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  end(how: StatusObject) {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> why = how.code === status.OK ? </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> : </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`, </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">how</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">details</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    write(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">nameOf(path)</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">: </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">status[how</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">code]</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">why</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> how;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">});</span></span></code></pre></div></div><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>id     method        code       details</span></span>
<span class="line"><span>web-1  GetOrder      OK</span></span>
<span class="line"><span>web-2  GetOrder      NOT_FOUND  there is no order 999</span></span>
<span class="line"><span>web-3  GetOrder      UNKNOWN    the handler failed</span></span>
<span class="line"><span>web-4  SearchOrders  OK</span></span></code></pre></div><p>The id in front goes out as <code>x-correlation-id</code>. The mask of lesson 15 takes it over, so the line in the server&#39;s log has the same one. A server that calls another server hands it on: one id for the whole chain.</p><p>And the time? For a stream it depends on what you ask: until the stream is there, next to nothing; until its first message; until its end. A log of calls wants the last. On our stack that is <code>call.ended</code>, on <code>grpc-js</code> it is <code>onReceiveStatus</code>.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "log"
      }, null, _parent));
      _push(`<h2 id="a-token-that-is-not-good-any-more" tabindex="-1">A token that is not good any more <a class="header-anchor" href="#a-token-that-is-not-good-any-more" aria-label="Permalink to &quot;A token that is not good any more&quot;">​</a></h2><p>Tokens expire. A client that looks at its clock and fetches a new one in time is polite, but it cannot know: clocks differ, and a token can be revoked. What it can do is listen. <code>UNAUTHENTICATED</code> says: I do not know who you are. With a new token the same call may be fine, and it has done nothing yet. (<code>PERMISSION_DENIED</code> says: I know you, and no. A new token of the same person does not help.)</p><p>On the wire that is two streams for one call. The caller sees the second:</p>`);
      _push(ssrRenderComponent(_component_SequencePicture, { trace: unref(refreshed) }, null, _parent));
      _push(ssrRenderComponent(_component_TraceExplorer, {
        trace: unref(refreshed),
        from: "client"
      }, null, _parent));
      _push(`<p>The interceptor for <code>grpc-js</code> has to keep what it may need for the second attempt, and must not let the first answer out before it knows the status:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/16-client-interceptors/refreshing.ts.txt" target="_self">lessons/16-client-interceptors/refreshing.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">async start(metadata, outer, begin) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> token = shared.get();</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> prove(metadata, token);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  begin(metadata, {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    onReceiveMessage: (message: unknown) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      answer = message; </span><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">// Whether it goes on, the status says.</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    async</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> onReceiveStatus(how: StatusObject) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (how.code !== status.UNAUTHENTICATED) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">        return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> finish(outer, answer, how);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      }</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      shared.refused(token);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> prove(metadata, shared.get());</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> again = nextCall(options);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      again.start(metadata, outer);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      again.sendMessage(sent);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      again.halfClose();</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">},</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">sendMessage(message, inward) {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  sent = message;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  inward(message);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">},</span></span></code></pre></div></div><p>It asks once, and not again. A token that is fresh and not taken will not be taken the third time, and a client that goes on asking does to the token server what nobody should.</p><p>Now twenty calls are under way, and the token expires. All twenty hear <code>UNAUTHENTICATED</code> in the same millisecond:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>npm run lesson 16 -- --stampede</span></span>
<span class="line"><span></span></span>
<span class="line"><span>each for itself   20 of 20 calls OK, 40 attempts, 20 fetched</span></span>
<span class="line"><span>once for all      20 of 20 calls OK, 40 attempts, 1 fetched</span></span></code></pre></div><p>The difference is what is kept: the <strong>promise</strong> of the token, from the moment when somebody asks for it. Who comes later waits for the same one. Two things go wrong easily. A fetch that failed must be forgotten, or no call ever has a token again. And who is refused late, with the old token, must not forget the new one.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "again promise"
      }, null, _parent));
      _push(`<h2 id="under-the-hood-calling-next-again" tabindex="-1">Under the hood: calling next again <a class="header-anchor" href="#under-the-hood-calling-next-again" aria-label="Permalink to &quot;Under the hood: calling next again&quot;">​</a></h2><p>On the stack in <code>src/</code> an interceptor is the same function as on the server, and <code>chain</code> puts them together. Only the last argument differs: on a client <code>next</code> may be called <code>again</code>. Each call of it is a call on the wire of its own.</p><p>What it gets besides the request is a <code>ClientCall</code>:</p><table tabindex="0"><thead><tr><th>of the call</th><th>what it is</th></tr></thead><tbody><tr><td><code>method</code></td><td>its path, and whether request and response are streams</td></tr><tr><td><code>metadata</code></td><td>goes out when <code>next</code> is called; <code>set</code> replaces, <code>append</code> adds</td></tr><tr><td><code>context</code></td><td>values that interceptors hand on to each other</td></tr><tr><td><code>options</code></td><td>what the caller asked for: <code>signal</code>, <code>parent</code>, …</td></tr><tr><td><code>timeLeft()</code></td><td>milliseconds until the caller gives up</td></tr><tr><td><code>ended</code></td><td>a promise of how the call ended, of whatever kind; one for all its attempts</td></tr></tbody></table><p><code>timeLeft()</code> is there for this lesson. A caller who says &quot;a second&quot; means a second for all of it: for the token, for the first attempt, for the queue in front of it, for the second attempt. So what an interceptor uses up is taken off, and each <code>next</code> sends what is left. (<code>grpc-js</code> has a point in time in <code>options.deadline</code>, which comes to the same.)</p><p>What can be made again? The lesson revokes the token before each call, and makes each once more afterwards:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>               attempts  ended            once more</span></span>
<span class="line"><span>GetOrder       2         OK, 1 message    OK, 1 message</span></span>
<span class="line"><span>SearchOrders   2         OK, 4 messages   OK, 4 messages</span></span>
<span class="line"><span>UpdateOrders   1         UNAUTHENTICATED  OK, 1 message</span></span>
<span class="line"><span>ProcessOrders  1         UNAUTHENTICATED  OK, 2 messages</span></span></code></pre></div><p><strong>A stream of requests can be read once.</strong> The first attempt has read of it, and when it failed it has closed it, as every reader does that leaves. A second one finds it empty. It sends nothing, the server takes that for an upload of nothing, and the call goes well:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>npm run lesson 16 -- --upload</span></span>
<span class="line"><span></span></span>
<span class="line"><span>makes all again   OK, and the shop says: &quot;updated: &quot;</span></span>
<span class="line"><span>tokenRefresh      UNAUTHENTICATED: who are you?</span></span></code></pre></div><p>An error would have been better news. So the call fails, its caller hears why, and only the caller can begin again with the first request. (An array could be read again. But an interceptor does not know what it has been given, and one further out may have made a stream of it.) The channel&#39;s own retries are another matter: they keep what was sent, up to 256 KiB (lesson 22).</p><p><strong>A stream of responses can be asked for again until its first message has come.</strong> After that, a second attempt would begin with the first order again. And there is a trap: <code>next</code> gives a stream at once, and the refusal comes when somebody reads. A <code>try</code> around <code>next</code> sees nothing of it. The stack has a small helper for it, <code>firstCome(stream)</code>: it waits for the first message, or fails with what came instead.</p><p>This is the client of this lesson in two terminals, with a log and a token:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/16-client-interceptors/client.ts.txt" target="_self">lessons/16-client-interceptors/client.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * Calls of each kind, with a log, and with a token for two of them.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> async</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> runClient(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  options: ClientOptions,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">): Promise&lt;void&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> { log, signal, host, port } = options;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> source = tokens(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`tea-</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">crypto</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">randomUUID()</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">slice(</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 8</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">)</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> interceptors = [</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    callLog({</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      write: ({ path, code, ms, id }) =&gt;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        log(</span></span>
<span class="line"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">          \`  </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">nameOf(path)</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">: </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">statusName(code)</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">, </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">ms </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">|</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> ms (</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">id</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">)\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        ),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    }),</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    tokenRefresh({</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      async</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> fetch() {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">        const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> token = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> source.fetch();</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        log(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`  fetched </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">token</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">        return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> token;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    }),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  ];</span></span></code></pre></div></div>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "upload"
      }, null, _parent));
      _push(`<h2 id="the-call-that-is-not-made" tabindex="-1">The call that is not made <a class="header-anchor" href="#the-call-that-is-not-made" aria-label="Permalink to &quot;The call that is not made&quot;">​</a></h2><p>An interceptor that does not call <code>next</code> has answered by itself. That is a cache, if the answer is an earlier one. On a client it saves the whole way. Four questions decide whether it is right:</p><ul><li><strong>May this method be cached at all?</strong> Its <code>.proto</code> says so: <code>option idempotency_level = NO_SIDE_EFFECTS</code>. <code>IDEMPOTENT</code> is not enough: to delete twice does no second harm, but once it has to be done.</li><li><strong>What is the same question?</strong> The path, the request&#39;s bytes, and who asks. A gateway calls for many people, and without <code>authorization</code> in the key, bob reads what only ada may read. <code>--stale</code> shows it.</li><li><strong>For how long is it true?</strong> That is a decision and not a fact: for so long you will not see what others have changed, or you yourself. It counts from the moment when you asked. The server may have looked right then; that the answer came late does not make it younger.</li><li><strong>Whose is the answer?</strong> A message is an object, and its reader may change it. If the cache hands out the same object twice, the second reader reads what the first one did to it. So it keeps bytes, and decodes them for each.</li></ul><p>Errors are not kept: a failure of a moment would last as long as an answer.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "question-key"
      }, null, _parent));
      _push(`<h2 id="two-at-once" tabindex="-1">Two at once <a class="header-anchor" href="#two-at-once" aria-label="Permalink to &quot;Two at once&quot;">​</a></h2><p>A server that has become slow is not helped by a client that sends it everything at once. An interceptor can let a few calls run and make the others wait. But now there is a queue, and a queue needs an end in both senses: it must not grow for ever, and who stands in it must be able to leave.</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>after 30 ms     ended: 104 DEADLINE_EXCEEDED. In the shop: 101, 102</span></span>
<span class="line"><span>at the end      ended: 101 OK, 102 OK, 103 OK, 104 DEADLINE_EXCEEDED, …</span></span>
<span class="line"><span>the shop        had 2 at once at the most, and heard of 101, 102, 103, 105</span></span></code></pre></div><p>Order 104 waited for 30 ms, which was all that its caller had, and left. The shop never heard of it. If it had stayed, its turn would have come later, and the server would have worked for nobody. That is how a short overload becomes a long one: everybody works on calls whose callers have gone.</p><p>The other half is to give a turn back, however the call ends. For one answer that is easy. A stream runs until its reader is through with it: at its end, at an error, or because the reader left. But the reader may never come; then the call ends at its deadline, and <code>call.ended</code> says so. Whichever is first, and once: a turn that is given back twice makes two of one.</p><p>Why not wait for <code>call.ended</code> alone? Put the limit inside of the token refresh, with one turn. The first attempt is refused. The second needs a turn. The call has not ended, since the second attempt is about to be made; and so it waits for a turn that it has itself.</p><p>Which leads to the order. From the caller to the wire: the log first, since it is to hear of everything. Then the cache, which needs no turn and no token for what it has. Then the token, then the limit, so that each attempt takes a turn of its own and nobody holds one while a token is being fetched.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "queue order-client"
      }, null, _parent));
      _push(`<h2 id="break-it" tabindex="-1">Break it <a class="header-anchor" href="#break-it" aria-label="Permalink to &quot;Break it&quot;">​</a></h2><p>Twenty calls whose token has just expired, with an interceptor as one writes it first, and with one that shares:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 16</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --stampede</span></span></code></pre></div><p>Look for the last number of each line: how often the token server was asked.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · Twenty calls, one token ─────────────────────────────────────────────────
The first call fetches a token. Then it is revoked, and twenty calls come at
once. How often is the token server asked?
  each for itself 20 of 20 calls OK, 40 attempts, 20 fetched
  once for all    20 of 20 calls OK, 40 attempts, 1 fetched
A token server has limits, too, and a thousand clients have the same idea in the
same second. Keep the promise of a token and not the token: who comes later
waits for the same one.</pre></details><p>A stream of requests that is sent again:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 16</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --upload</span></span></code></pre></div><p>Look for the status, and for what the shop says that it has updated.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · An upload, and once more ────────────────────────────────────────────────
UpdateOrders with 101, 102 and 103, which a generator gives one after the other.
The first token is not taken; the second is.
  makes all again OK, and the shop says: &quot;updated: &quot;
  tokenRefresh    UNAUTHENTICATED: who are you?
Look at the first line. The call went well, and nothing was updated. The first
attempt had closed the generator when it failed, and the second found it empty.
A refusal would have been better news.</pre></details><p>A cache that says what is no longer true, and one that tells bob what ada asked:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 16</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --stale</span></span></code></pre></div><p>Look for where order 101 goes, in the cache and in the shop; then for whom bob&#39;s order is.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · What is no longer true ──────────────────────────────────────────────────
  before          order 101 goes to Leeds
  AddOrder        order 101 is replaced: to Rome
  after           order 101 goes to Leeds, says the cache
  in the shop     order 101 goes to Rome
For ten seconds the client does not see its own write. A time to live is a
promise of what may be wrong for how long; who cannot make it needs no cache.

── 2 · What is not for you ─────────────────────────────────────────────────────
  the request     ada reads &quot;for ada&quot;, bob reads &quot;for ada&quot;
  and who asks    ada reads &quot;for ada&quot;, bob reads &quot;for bob&quot;
One client may make calls for many people: a gateway does. Then whoever asks is
a part of the question.</pre></details><p>An interceptor that changes the request, and waits before the call starts:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 16</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --lost</span></span></code></pre></div><p>Look for the number of the order that came: with <code>grpc-js</code> it depends on whether <code>start</code> waited.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · A change that is lost ───────────────────────────────────────────────────
An interceptor makes GetOrder(&quot;102&quot;) of every request. It waits for a token
before it starts the call, or it does not. First grpc-js:
  grpc-js         start does not wait: the shop answered with order 102
  grpc-js         start waits: the shop answered with order 101
  our stack       waits: the shop answered with order 102
grpc-js keeps a message that comes while start is waiting, and what it keeps is
the message from before the change. The hooks of one call run at the same time;
nobody puts them in a row. So do not change requests in an interceptor that
waits: use two.</pre></details><p>The same layers in another order. What does the log see, and what does the guard see? Say it before you run it:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 16</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --order</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> log,cache,refresh</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 16</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --order</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> refresh,log</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 16</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --order</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> refresh,cache,log</span></span></code></pre></div><p>Look for the log&#39;s lines of a call that was made twice: inside of the refresh it writes OK of an attempt that was refused, because <code>call.ended</code> is of the whole call. And look for the calls that never reached the guard.</p><details class="output"><summary>What <code>npm run lesson 16 -- --order log,cache,refresh</code> prints</summary><pre tabindex="0">── 1 · From the caller to the wire: log, cache, refresh ────────────────────────
  the first       GetOrder(&quot;101&quot;): OK
                  the log: GetOrder OK
                  the guard: tea-1 ✓
  the same        GetOrder(&quot;101&quot;): OK
                  the log: GetOrder OK
                  the guard: –
  another         GetOrder(&quot;102&quot;): OK
                  the log: GetOrder OK
                  the guard: tea-1 ✗, tea-2 ✓
A token is good for one call here. A log inside of the refresh hears of each
attempt, and writes OK for both: call.ended is of the whole call, and the
refusal is in no line. A cache outside of it needs no token for what it has.
Inside of it a new token makes a new key, and the cache has to ask again.</pre></details><details class="output"><summary>What <code>npm run lesson 16 -- --order refresh,log</code> prints</summary><pre tabindex="0">── 1 · From the caller to the wire: refresh, log ───────────────────────────────
  the first       GetOrder(&quot;101&quot;): OK
                  the log: GetOrder OK
                  the guard: tea-1 ✓
  the same        GetOrder(&quot;101&quot;): OK
                  the log: GetOrder OK, GetOrder OK
                  the guard: tea-1 ✗, tea-2 ✓
  another         GetOrder(&quot;102&quot;): OK
                  the log: GetOrder OK, GetOrder OK
                  the guard: tea-2 ✗, tea-3 ✓
A token is good for one call here. A log inside of the refresh hears of each
attempt, and writes OK for both: call.ended is of the whole call, and the
refusal is in no line. A cache outside of it needs no token for what it has.
Inside of it a new token makes a new key, and the cache has to ask again.</pre></details><details class="output"><summary>What <code>npm run lesson 16 -- --order refresh,cache,log</code> prints</summary><pre tabindex="0">── 1 · From the caller to the wire: refresh, cache, log ────────────────────────
  the first       GetOrder(&quot;101&quot;): OK
                  the log: GetOrder OK
                  the guard: tea-1 ✓
  the same        GetOrder(&quot;101&quot;): OK
                  the log: –
                  the guard: –
  another         GetOrder(&quot;102&quot;): OK
                  the log: GetOrder OK, GetOrder OK
                  the guard: tea-1 ✗, tea-2 ✓
A token is good for one call here. A log inside of the refresh hears of each
attempt, and writes OK for both: call.ended is of the whole call, and the
refusal is in no line. A cache outside of it needs no token for what it has.
Inside of it a new token makes a new key, and the cache has to ask again.</pre></details><h2 id="build-it" tabindex="-1">Build it <a class="header-anchor" href="#build-it" aria-label="Permalink to &quot;Build it&quot;">​</a></h2><p>Four tasks in <code>exercises/16-client-interceptors/</code>: a log that hears of failures, a token that is fetched again, a cache, and a limit with a queue that one can leave. Four helpers are there for you:</p><ul><li><code>whenOver(call, clock, over)</code> calls <code>over(error)</code> once if the call&#39;s deadline comes or its caller gives up. It returns a function that stops it.</li><li><code>unlessOver(promise, call, clock)</code> gives what the promise gives, or fails as <code>whenOver</code> says.</li><li><code>firstCome(stream)</code> waits for the first message, and gives back the stream with all of them.</li><li><code>endingWith(stream, ended)</code> is the same stream, and calls <code>ended()</code> when its reader is through.</li></ul><p>The last tests of the log, the token and the limit are calls of all four kinds at a server of <code>grpc-js</code>.</p>`);
      _push(ssrRenderComponent(_component_BuildIt, { exercise: unref(exercise) }, null, _parent));
      _push(`<div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> exercise</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 16</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 16</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --mine</span></span></code></pre></div><p>With <code>--mine</code> the log, the token, the cache and the queue of this lesson are yours. Look for the same tables.</p><h2 id="what-you-have-answered" tabindex="-1">What you have answered <a class="header-anchor" href="#what-you-have-answered" aria-label="Permalink to &quot;What you have answered&quot;">​</a></h2>`);
      _push(ssrRenderComponent(_component_QuizScore, { questions: unref(quiz) }, null, _parent));
      _push(`<h2 id="what-is-still-open" tabindex="-1">What is still open <a class="header-anchor" href="#what-is-still-open" aria-label="Permalink to &quot;What is still open&quot;">​</a></h2><p>Everything in this lesson that waits has asked how much time is left. Where does that number come from, what becomes of it when a server calls another server, and who stops working when it is zero? That is lesson 17.</p><h2 id="sources" tabindex="-1">Sources <a class="header-anchor" href="#sources" aria-label="Permalink to &quot;Sources&quot;">​</a></h2><ul><li><a href="https://github.com/grpc/proposal/blob/master/L5-node-client-interceptors.md" target="_blank" rel="noreferrer">gRFC L5</a>: client interceptors for Node, with examples of a cache and of a retry</li><li><a href="https://grpc.io/docs/guides/interceptors/" target="_blank" rel="noreferrer">gRPC: Interceptors</a>; the <a href="https://grpc.io/docs/guides/status-codes/" target="_blank" rel="noreferrer">status codes</a>, for 7 and 16</li><li><a href="https://www.rfc-editor.org/rfc/rfc6750" target="_blank" rel="noreferrer">RFC 6750</a> §2.1: <code>Authorization: Bearer</code></li><li><a href="https://www.rfc-editor.org/rfc/rfc9111" target="_blank" rel="noreferrer">RFC 9111</a> §4.1 and §4.2: what HTTP&#39;s caches call a key, <code>Vary</code>, and how old an answer is</li><li><code>google/protobuf/descriptor.proto</code>, <code>MethodOptions.IdempotencyLevel</code></li><li><code>node_modules/@grpc/grpc-js/src/client-interceptors.ts</code>, in 1.14.7: the <code>null</code>, and <code>pendingMessage</code></li></ul><details class="details custom-block"><summary>What the article said, and what is true</summary><ul><li>Its client interceptor logs <code>reply</code> behind the call, and does not look at <code>err</code>. If the call has failed, it prints an empty message. A log has to begin with the error.</li><li>Its stream interceptor logs &quot;Receive a message&quot; before <code>RecvMsg</code> is called: so it also logs the end of the stream, and the wait of an hour in front of it, as a message that came. What has come is known behind the call.</li><li>The output below it shows messages being sent, and is of another program than the one above it, which calls <code>SearchOrders</code> and sends one.</li><li>Its loop around <code>Recv</code> looks for <code>io.EOF</code> and for no error, and for nothing else. Any other error, <code>UNAUTHENTICATED</code> for one, makes it go round for ever.</li><li>One interceptor for unary calls and another for streams, each registered by itself, is how Go does it. <code>grpc-js</code> has one for all kinds, and so has our stack.</li><li><em>&quot;Only the first of several has an effect&quot;</em> is put right in lesson 15. It is grpc-go&#39;s client whose code it quotes.</li></ul></details></div>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lessons/16-client-interceptors.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
export {
  __pageData,
  _sfc_main as default
};

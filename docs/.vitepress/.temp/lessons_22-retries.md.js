import { useSSRContext, resolveComponent, unref } from "vue";
import { ssrRenderAttrs, ssrRenderComponent } from "vue/server-renderer";
const exercise = { kind: "handle", id: "22-retries", load: () => import("./22-retries.exercise.Sg22P7_u.js").then((exercise2) => exercise2.default) };
const twice = { kind: "handle", id: "twice", load: () => import("./twice.trace.BESccunL.js").then((trace) => trace.default) };
const quiz = [
  {
    id: "who-says",
    question: "A client of `grpc-js` has no service config. A handler answers `UNAVAILABLE`. How often does the handler run?",
    answers: [
      {
        text: "Once",
        reason: "Nobody has said that this method may be called twice, so it is not.",
        right: true
      },
      {
        text: "Five times: that is the default",
        reason: "Five is the most that a policy may ask for. Without a policy there is none."
      },
      {
        text: "Twice: UNAVAILABLE is tried again once without a policy",
        reason: "That is for what the server has not touched. Here a handler has answered."
      }
    ]
  },
  {
    id: "attempts",
    question: "A policy has `maxAttempts: 3`. All attempts fail. What does the last one say in `grpc-previous-rpc-attempts`?",
    answers: [
      { text: "3", reason: "It says how many there were before it, and it is one of the three." },
      {
        text: "2",
        reason: "Three attempts are two retries; before the third there were two.",
        right: true
      },
      {
        text: "Nothing: the header is for the client",
        reason: "It is in the request, and so it is for the server."
      }
    ]
  },
  {
    id: "committed",
    question: "SearchOrders has sent 20 of 36 orders when its server dies. The policy allows three attempts after UNAVAILABLE. What does the client’s loop get?",
    answers: [
      {
        text: "The other 16, from a second attempt",
        reason: "No server knows where the first attempt was."
      },
      {
        text: "All 36 again",
        reason: "Then the application would have 20 of them twice."
      },
      {
        text: "An error",
        reason: "The call was committed with the headers. Only the application knows how to go on.",
        right: true
      }
    ]
  },
  {
    id: "transparent",
    question: "AddOrder is not idempotent, and has no policy. The server answers with `RST_STREAM`, `REFUSED_STREAM`. May the client send it again?",
    answers: [
      {
        text: "Yes: no handler has seen it",
        reason: "The server says so, and that is a promise (RFC 9113 §8.7).",
        right: true
      },
      {
        text: "No: it has no policy",
        reason: "A policy is for what the server may have done. Here it has done nothing."
      },
      {
        text: "Only with a key",
        reason: "There is nothing that could be done twice."
      }
    ]
  },
  {
    id: "pushback",
    question: "A server in trouble answers UNAVAILABLE with `grpc-retry-pushback-ms: 60000`. The policy allows three attempts, the deadline is in two seconds. What does the caller get?",
    answers: [
      {
        text: "UNAVAILABLE, at once",
        reason: "The attempt is planned, for in a minute. The call is not over before its deadline."
      },
      {
        text: "DEADLINE_EXCEEDED, in two seconds",
        reason: "The next attempt would be in a minute, and the deadline is for the whole call.",
        right: true
      },
      {
        text: "An answer, in a minute",
        reason: "No attempt makes a call longer than its deadline."
      }
    ]
  },
  {
    id: "safe",
    question: "Which of these may have a policy of three attempts as it is?",
    answers: [
      {
        text: 'AddItem(order, "cup"): adds a cup to an order',
        reason: "Twice is two cups. With a key it would be safe."
      },
      {
        text: 'SetItems(order, ["cup"]): an order has these items from now on',
        reason: "Twice is the same as once. (If somebody else writes between the two, even that may be wrong: then it needs a version.)",
        right: true
      },
      {
        text: "NextOrderNumber(): gives a new number each time",
        reason: "A number is lost each time. That may be no harm, but somebody has to decide it."
      }
    ]
  },
  {
    id: "jitter",
    question: "A policy waits at most 1 s. After a long failure all clients have come to that maximum. What keeps them apart?",
    answers: [
      {
        text: "Nothing: the maximum is the same for all",
        reason: "It would be so if chance came before the maximum."
      },
      {
        text: "Chance, which comes after the maximum: 0.8 to 1.2 s",
        reason: "The maximum is for what is due; chance is the last step.",
        right: true
      },
      {
        text: "That they failed at different times at first",
        reason: "They did not: they lost the same server."
      }
    ]
  },
  {
    id: "deadline",
    question: "A call has two seconds. Its first attempt hangs; the policy has three attempts, after UNAVAILABLE. How many attempts are there?",
    answers: [
      {
        text: "One",
        reason: "It hangs until the deadline, and that ends the call, not the attempt. Against a server that hangs there is hedging.",
        right: true
      },
      {
        text: "Three, of 0.67 s each",
        reason: "Nobody divides the time: an attempt has all of it."
      },
      { text: "Three, of two seconds each", reason: "The deadline is for the call." }
    ]
  },
  {
    id: "storm",
    question: "Four layers one behind the other, and each caller tries up to four times. The last server is down. How often is it called for one call of the client?",
    answers: [
      { text: "16 times", reason: "Each layer multiplies: 4 × 4 × 4 × 4." },
      { text: "64 times", reason: "That is three layers." },
      {
        text: "256 times",
        reason: "4 × 4 × 4 × 4. Each team has chosen four, and nobody has chosen 256.",
        right: true
      }
    ]
  },
  {
    id: "bucket",
    question: "A bucket of 10 tokens and a ratio of 0.1. On a normal day one call of twenty fails, by chance, and is tried again. What does the bucket hold in the long run?",
    answers: [
      {
        text: "About ten: nineteen successes give more back than one failure takes",
        reason: "19 × 0.1 = 1.9 for each token that is taken. It is full nearly all the time.",
        right: true
      },
      {
        text: "About five",
        reason: "That is where it stops. For it to fall, more than one call of eleven must fail."
      },
      {
        text: "Nothing: failures take whole tokens and successes tenths",
        reason: "There are nineteen successes for each failure."
      }
    ]
  },
  {
    id: "hedging",
    question: "A method is hedged over three servers. The second answers first. The handler on the first has already written to its database. What becomes of that?",
    answers: [
      {
        text: "It is undone when the attempt is cancelled",
        reason: "A RST_STREAM ends a stream. It undoes nothing."
      },
      {
        text: "It stays",
        reason: "Cancelled means that nobody waits. So hedging is for what may be done three times.",
        right: true
      },
      {
        text: "The first answer is taken in place of the second",
        reason: "The first answer wins, and it does not matter which server was asked first."
      }
    ]
  },
  {
    id: "ready",
    question: "AddOrder must never be placed twice. May its calls have `waitForReady`?",
    answers: [
      {
        text: "Yes: the call is sent once",
        reason: "It waits in the client, until there is a connection. Nothing is repeated.",
        right: true
      },
      {
        text: "No: waiting is trying again",
        reason: "The channel tries to connect again. The call has not been sent."
      },
      {
        text: "Only with a policy",
        reason: "The two have nothing to do with each other."
      }
    ]
  },
  {
    id: "pings",
    question: "A client of `grpc-js` has `grpc.keepalive_time_ms: 10000`, and its server, in Go, has the defaults. A stream is open and nothing is sent on it. What happens?",
    answers: [
      {
        text: "The stream lives as long as both want",
        reason: "At a server of grpc-js it does. One in Go counts PINGs."
      },
      {
        text: "Within a minute the connection is over: too_many_pings",
        reason: "One PING in five minutes is allowed there; the third that is too early is too many.",
        right: true
      },
      {
        text: "The server answers every second PING",
        reason: "A PING has to be answered (RFC 9113 §6.7). Or the connection ends."
      }
    ]
  }
];
const __pageData = JSON.parse('{"title":"Retries","description":"When is it safe to try again? Lesson 22 of RPC from scratch.","frontmatter":{"prev":false,"next":false},"headers":[],"relativePath":"lessons/22-retries.md","filePath":"lessons/22-retries.md"}');
const __default__ = { name: "lessons/22-retries.md" };
const _sfc_main = /* @__PURE__ */ Object.assign(__default__, {
  __ssrInlineRender: true,
  setup(__props) {
    return (_ctx, _push, _parent, _attrs) => {
      const _component_LessonStart = resolveComponent("LessonStart");
      const _component_SequencePicture = resolveComponent("SequencePicture");
      const _component_TraceExplorer = resolveComponent("TraceExplorer");
      const _component_Quiz = resolveComponent("Quiz");
      const _component_RetryHerd = resolveComponent("RetryHerd");
      const _component_RetryStorm = resolveComponent("RetryStorm");
      const _component_BuildIt = resolveComponent("BuildIt");
      const _component_QuizScore = resolveComponent("QuizScore");
      _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="retries" tabindex="-1">Retries <a class="header-anchor" href="#retries" aria-label="Permalink to &quot;Retries&quot;">​</a></h1>`);
      _push(ssrRenderComponent(_component_LessonStart, null, null, _parent));
      _push(`<p>A call has failed. The server may be back in a moment, or there is another one beside it. So one sends the same bytes again, and mostly it goes well. It is three lines of code, and everybody has written them once. <strong>When is it safe to try again?</strong></p><p>Those three lines are also how small troubles become large ones: an order is placed twice, and a server that was slow is now called twenty-seven times as often. So gRPC has made a machine of them. It has rules, and you build it in this lesson.</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 22</span></span></code></pre></div><p>Look for two numbers: how many orders there are in the third scene, and how many calls reach <code>price</code> in the fifth.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · Three attempts, one call ────────────────────────────────────────────────
The shop says UNAVAILABLE twice. The client of grpc-js has a policy for
GetOrder, three tries, in its service config. Its caller makes one call, and
gets one answer. On the wire:
  ──▶             HEADERS · stream 1 · POST /ecommerce.OrderManagement/GetOrder
  ──▶             DATA · stream 1 · StringValue { value: &quot;101&quot; } · END_STREAM
  ◀──             HEADERS · stream 1 · Trailers-Only: 14 UNAVAILABLE ·
                  END_STREAM
  ──▶             HEADERS · stream 3 · POST /ecommerce.OrderManagement/GetOrder
  ──▶             DATA · stream 3 · StringValue { value: &quot;101&quot; } · END_STREAM
  ◀──             HEADERS · stream 3 · Trailers-Only: 14 UNAVAILABLE ·
                  END_STREAM
  ──▶             HEADERS · stream 5 · POST /ecommerce.OrderManagement/GetOrder
  ──▶             DATA · stream 5 · StringValue { value: &quot;101&quot; } · END_STREAM
  ◀──             HEADERS · stream 5 · 200
  ◀──             DATA · stream 5 · Order { id: &quot;101&quot;, items: &quot;teapot&quot;, items:
                  &quot;cup&quot;, items: &quot;c…
  ◀──             HEADERS · stream 5 · trailers: 0 OK · END_STREAM
Three streams. Of the second request this is new, and the third says 2:
client ──▶ server  HEADERS · stream 3 · POST /ecommerce.OrderManageme…  68 bytes
  0000  00 00 3b 01 04 00 00 00  frame header = HEADERS END_HEADERS, stream 3,
        03                       59 bytes
                                   length, type, flags, stream (RFC 9113 §4.1)
  0009                           header block = 59 bytes
                                   compressed header fields (RFC 7541)
  0009  c4                       │ :authority = localhost:…
                                 │   what the client calls the server; HTTP/1.1
                                 │   has Host for it (RFC 9113 §8.3.1)
  000a  83                       │ :method = POST
                                 │   a call is always a POST (gRPC
                                 │   PROTOCOL-HTTP2, Requests)
  000b  04 99 60 a4 3d 34 96 c2  │ :path = /ecommerce.OrderManagement/GetOrder
        15 7d 56 48 5b 34 0e a1  │   which method: /package.Service/Method (gRPC
        cc 5a 4b 52 58 c4 54 ea  │   PROTOCOL-HTTP2, Requests)
        b2 42 d9                 │
  0026  86                       │ :scheme = http
                                 │   http in the clear, https over TLS (RFC 9113
                                 │   §8.3.1)
  0027  c3                       │ grpc-accept-encoding = identity,deflate,gzip
                                 │   which compressions I can read (gRPC
                                 │   PROTOCOL-HTTP2, Requests)
  0028  c2                       │ accept-encoding = identity
                                 │   HTTP’s own: gRPC makes no use of it (RFC
                                 │   9110)
  0029  40 93 9a ca c8 b5 76 17  │ grpc-previous-rpc-attempts = 1
        b9 8f 6a 16 b2 b2 2c 34  │   how often this call was tried before this
        a4 b4 d6 94 7f 01 31     │   attempt (gRPC A6)
  0040  c2                       │ grpc-timeout = 5000m: 5000 ms
                                 │   how long the client is willing to wait
                                 │   (gRPC PROTOCOL-HTTP2, Requests)
  0041  c1                       │ user-agent = grpc-node-js/1.14.7
                                 │   which library this is; for logs (gRPC
                                 │   PROTOCOL-HTTP2, User Agents)
  0042  c0                       │ content-type = application/grpc
                                 │   makes it gRPC, and says how messages are
                                 │   written (gRPC PROTOCOL-HTTP2, Requests)
  0043  bf                       │ te = trailers
                                 │   I read trailers: finds out proxies that
                                 │   drop them (gRPC PROTOCOL-HTTP2, Requests)
The caller’s code knows nothing of it. Who does: the service config, which
belongs to those who run the service. They know what their methods do when they
are called twice.

── 2 · Which end may be followed by another attempt? ───────────────────────────
One call each, and how often it arrived at a real server. &quot;no&quot; is a client
without a policy, &quot;3&quot; one with three tries after UNAVAILABLE:
    how each attempt ends          policy  grpc-js  our stack
    the handler says UNAVAILABLE   no      1        1
    the handler says UNAVAILABLE   3       3        3
    the handler says NOT_FOUND     3       1        1
    headers, and then UNAVAILABLE  3       1        1
    UNAVAILABLE, pushback 30       3       3        3
    UNAVAILABLE, pushback -1       3       1        1
    UNAVAILABLE, pushback &quot;later&quot;  3       3        1
    REFUSED_STREAM                 no      2        2
    GOAWAY, last stream 0          no      2        2
After headers the application has seen a part of the answer, so nothing may
follow. The last two are another thing: the server has not touched the call and
says so, so it is sent again without any policy, once. And &quot;later&quot; is not a
number: gRPC A6 takes that for &quot;do not try again&quot;. grpc-js reads it with
parseInt, gets NaN, and waits for NaN milliseconds, which is no time at all.

── 3 · UNAVAILABLE does not say that nothing was done ──────────────────────────
AddOrder. The shop places the order, and the connection breaks before the answer
is out. The client reads UNAVAILABLE, and somebody has put a policy on every
method:
    the client sends           arrived  orders  the client gets
    the order                  2        2       OK
    a key, the same each time  2        1       OK
Two orders, and everybody is happy until the bill comes. With a key the shop
knows the second one: lesson 2’s reply cache, word for word. A method is safe to
be sent again if twice is the same as once; if it is not, it needs a key, or no
policy.

── 4 · When? ───────────────────────────────────────────────────────────────────
A server is gone for a moment, and two hundred clients have noticed at the same
time. This is when they come back for the third time, which is due after 20, 40
and 80 ms. Without chance:
    140–145 ms  200  ██████████████████████████████████████████████████
With 20 % more or less for each wait, by chance:
    115–120 ms    6  ██
    120–125 ms   13  ████
    125–130 ms   24  ██████
    130–135 ms   29  ████████
    135–140 ms   33  █████████
    140–145 ms   32  ████████
    145–150 ms   25  ███████
    150–155 ms   22  ██████
    155–160 ms   14  ████
    160–165 ms    1  █
    165–170 ms    1  █
The same two hundred, and never more than 33 in five milliseconds. Longer waits
give the server time; chance keeps the clients out of each other’s way.

── 5 · The storm ───────────────────────────────────────────────────────────────
order asks stock, stock asks price, on three real servers. price is down. Each
caller tries three times, as is only reasonable. One call of the client:
    client ──▶ order    3  ███
    order  ──▶ stock    9  █████████
    stock  ──▶ price   27  ███████████████████████████
27 calls at the server that is in trouble, for one. Now twenty calls of the
client. In the last row each caller has a bucket of 10 tokens, and the calls
come one after the other:
    who tries again               at order  at stock  at price
    nobody tries again            20        20        20
    the client tries three times  60        60        60
    everybody does                60        180       540
    everybody, with a bucket      23        26        29
A failure takes a token. At five of ten nothing is tried again, until calls go
well: each of those gives a tenth back. So 540 become 29, and the bucket asked
nobody to be reasonable.

── 6 · Before the first has failed ─────────────────────────────────────────────
Three servers. The one that is asked first hangs, and so does the second. With a
hedgingPolicy another attempt begins every 20 ms, and the first answer wins:
  grpc-js         OK: attempt 1 is cancelled, attempt 2 is cancelled, attempt 3
                  answers
  ours            OK: attempt 1 is cancelled, attempt 2 is cancelled, attempt 3
                  answers
For that the servers must hear that they are not needed any more, which is a
RST_STREAM each (lesson 17). And if the server is in trouble? A bucket of four
tokens, three calls to a server that says UNAVAILABLE, how many attempts each:
  grpc-js         3, 3, 3
  ours            2, 1, 1
Hedges are for the bucket, too (gRPC A6). grpc-js asks it for retries, and not
for hedges.

── 7 · Not there yet ───────────────────────────────────────────────────────────
A server that nobody can reach yet. Two calls: one as it is, one with
waitForReady. Then the server is there:
  grpc-js         UNAVAILABLE, and OK
  ours            UNAVAILABLE, and OK
waitForReady is not a retry: the call never left. So it is safe for every
method, and it needs a deadline more than any other.
A retry sends the same bytes once more. Could there be fewer of them? And what
if a few bytes want to be very many? That is lesson 23.</pre></details><h2 id="one-call-three-attempts" tabindex="-1">One call, three attempts <a class="header-anchor" href="#one-call-three-attempts" aria-label="Permalink to &quot;One call, three attempts&quot;">​</a></h2><p>The shop says <code>UNAVAILABLE</code> twice, and then answers. The client of <code>grpc-js</code> makes one call and gets one answer:</p>`);
      _push(ssrRenderComponent(_component_SequencePicture, { trace: unref(twice) }, null, _parent));
      _push(`<p>Three streams, on one connection. A try is called an <strong>attempt</strong>; the call is what the caller sees. From the second attempt on the request has one header more: <code>grpc-previous-rpc-attempts</code>, how many there were before. So the server can tell. The caller cannot, and need not: nothing in its code speaks of it.</p>`);
      _push(ssrRenderComponent(_component_TraceExplorer, {
        trace: unref(twice),
        from: "client"
      }, null, _parent));
      _push(`<p>Who does speak of it? The <strong>service config</strong>: a piece of JSON that says how a service wants to be called. It belongs to those who run the service, and a resolver may bring it along with the addresses. Here the client has it in its options:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/22-retries/policies.ts.txt" target="_self">lessons/22-retries/policies.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/** Three tries, after UNAVAILABLE and nothing else. */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> THREE_TIMES: RetryPolicyJson = {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  maxAttempts: </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">3</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  initialBackoff: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;0.02s&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  maxBackoff: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;1s&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  backoffMultiplier: </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">2</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  retryableStatusCodes: [</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;UNAVAILABLE&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">],</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">};</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * For one method: somebody who knows GetOrder has said that it may be</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * called twice.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> GET_ORDER_AGAIN: ServiceConfigJson = {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  methodConfig: [</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      name: [</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        { service: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;ecommerce.OrderManagement&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, method: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;GetOrder&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      ],</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      retryPolicy: THREE_TIMES,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  ],</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">};</span></span></code></pre></div></div><div class="excerpt ts"><p class="file"><a href="/source/lessons/22-retries/clients.ts.txt" target="_self">lessons/22-retries/clients.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/** @param ports the addresses of one service, all on this machine */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> connectJs(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  ports: </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">readonly</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> number[],</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  config: ServiceConfigJson = {},</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  options: object = {},</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> ecommerce.OrderManagement(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    targetOf(ports),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    credentials.createInsecure(),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    {</span></span>
<span class="line highlighted"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">      &#39;grpc.service_config&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">: JSON.stringify(config),</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">      // How soon it tries to connect again. The default is a second.</span></span>
<span class="line"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">      &#39;grpc.initial_reconnect_backoff_ms&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">: RECONNECT_MS,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      ...options,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  );</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><p>Look at <code>name</code>. The policy is for one method. Somebody who knows <code>GetOrder</code> has decided that it may be called twice, and after which codes. gRPC itself knows nothing of what a method does, and without a policy it does not try again.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "who-says attempts"
      }, null, _parent));
      _push(`<h2 id="which-end-may-be-followed-by-another-attempt" tabindex="-1">Which end may be followed by another attempt? <a class="header-anchor" href="#which-end-may-be-followed-by-another-attempt" aria-label="Permalink to &quot;Which end may be followed by another attempt?&quot;">​</a></h2><p>One call each, and how often it arrived at a real server:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>how each attempt ends          policy  grpc-js  our stack</span></span>
<span class="line"><span>the handler says UNAVAILABLE   no      1        1</span></span>
<span class="line"><span>the handler says UNAVAILABLE   3       3        3</span></span>
<span class="line"><span>the handler says NOT_FOUND     3       1        1</span></span>
<span class="line"><span>headers, and then UNAVAILABLE  3       1        1</span></span>
<span class="line"><span>UNAVAILABLE, pushback 30       3       3        3</span></span>
<span class="line"><span>UNAVAILABLE, pushback -1       3       1        1</span></span>
<span class="line"><span>UNAVAILABLE, pushback &quot;later&quot;  3       3        1</span></span>
<span class="line"><span>REFUSED_STREAM                 no      2        2</span></span>
<span class="line"><span>GOAWAY, last stream 0          no      2        2</span></span></code></pre></div><p>From the top:</p><ul><li><strong>The codes are the policy’s.</strong> <code>NOT_FOUND</code> will be <code>NOT_FOUND</code> again.</li><li><strong>Once the answer has begun, the call is committed.</strong> The application has the headers, perhaps half of the orders. A second attempt would begin at the first one, and nobody can make a program forget. A call is committed as well when it has sent more than a client wants to keep (256 KiB with us): what was thrown away cannot be sent again.</li><li><strong>A server may ask for something</strong>, in the trailer <code>grpc-retry-pushback-ms</code>: to wait so many milliseconds, or, with a number below zero, not to come again. What is not a number means the latter, says gRPC A6. <code>grpc-js</code> gives it to <code>parseInt</code>, gets <code>NaN</code>, and waits for <code>NaN</code> milliseconds, which is no time at all. So the one server that could not express itself is called at once.</li><li><strong>The last two are another thing.</strong> <code>REFUSED_STREAM</code> and a <code>GOAWAY</code> that leaves the stream out say: I have not touched it. No handler has run. Sending that again is safe for every method, so it needs no policy, costs no attempt, and is not counted in the header. It is called a <strong>transparent</strong> retry. It happens once: a server that refuses everything must not be asked for ever.</li></ul><p>And if a call has never left the client, because its connection broke before it was written? Then there is nothing to repeat. It goes out on the next connection, as often as need be.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "committed transparent pushback"
      }, null, _parent));
      _push(`<h2 id="what-has-the-server-done" tabindex="-1">What has the server done? <a class="header-anchor" href="#what-has-the-server-done" aria-label="Permalink to &quot;What has the server done?&quot;">​</a></h2><p><code>UNAVAILABLE</code> is the code that was made for trying again. It does not say that nothing was done. Here the shop places an order, and the connection breaks before the answer is out. Somebody has put a policy on every method:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>the client sends           arrived  orders  the client gets</span></span>
<span class="line"><span>the order                  2        2       OK</span></span>
<span class="line"><span>a key, the same each time  2        1       OK</span></span></code></pre></div><p>Two orders, and everybody is happy until the bill comes. It is lesson 2 again, and so is the answer. A call is safe to be sent again</p><ul><li>if doing it twice is the same as doing it once (it is <strong>idempotent</strong>): to read, to set a price, to delete by an id;</li><li>or if the server can tell that it has seen it. The client makes up a key, and every attempt of the call carries the same one. The server runs a key once, and answers each repetition with the first answer:</li></ul><div class="excerpt ts"><p class="file"><a href="/source/lessons/22-retries/again.ts.txt" target="_self">lessons/22-retries/again.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> place = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">async</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> () =&gt; </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`order </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">++</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">orders</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> replies = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> ReplyCache&lt;string&gt;();</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> AddOrder: AddOrder = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">async</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (call, callback) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  arrived++;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> [key] = call.metadata.get(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;idempotency-key&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> value =</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    key === </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">undefined</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      ? </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> place()</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      : </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> replies.once(String(key), place);</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">  // The order is placed, and the connection breaks before the</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">  // answer is out.</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (arrived === </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">1</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) gate?.cut();</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  callback(</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">null</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, { value });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">};</span></span></code></pre></div></div><p><code>ReplyCache</code> is the one that you built in lesson 2. The key is in the metadata, since that is the same for every attempt. The second attempt may come to another server, so a real shop keeps the keys where it keeps the orders, and not in one process. It is chosen by the caller, once for each order that somebody wants, and not once for each call: people press the button again, too.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "safe"
      }, null, _parent));
      _push(`<h2 id="when" tabindex="-1">When? <a class="header-anchor" href="#when" aria-label="Permalink to &quot;When?&quot;">​</a></h2><p>Not at once. What was down a millisecond ago is down now. So each wait is twice as long as the one before, up to a maximum: <strong>exponential backoff</strong>. The policy above waits 20 ms, then 40.</p><p>That is for the server. There is a second reason to wait, which is the other clients. If a server goes away for a moment, then all its clients notice in the same millisecond. All wait 20 ms, come back together, fail together, and wait 40. Their number brings the server down again, each time, exactly on time. So chance makes every wait up to 20 % longer or shorter (<strong>jitter</strong>):</p>`);
      _push(ssrRenderComponent(_component_RetryHerd, null, null, _parent));
      _push(`<p>Chance is the last step. If the maximum cut off what chance has made, then those who wait longest would be together again.</p><p>A channel waits in the same way before it connects once more, with other numbers: 1 second, 1.6 times as much each time, at most two minutes. That is not a retry of a call: no call has been sent.</p><p>One thing stops all of it: the deadline. It is for the call, and not for each attempt. After three attempts and two waits there is as much less of it. (<code>grpc-timeout</code> in the trace above says 5000m three times only because the recording stops the clock.)</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "jitter deadline"
      }, null, _parent));
      _push(`<h2 id="the-storm" tabindex="-1">The storm <a class="header-anchor" href="#the-storm" aria-label="Permalink to &quot;The storm&quot;">​</a></h2><p><code>order</code> asks <code>stock</code>, and <code>stock</code> asks <code>price</code>. <code>price</code> is down. Each of the three callers tries three times, which is reasonable, and each was written by another team:</p>`);
      _push(ssrRenderComponent(_component_RetryStorm, null, null, _parent));
      _push(`<p>The run does it with three real servers, and counts in their handlers. One call makes 3, 9 and 27. Here are twenty:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>who tries again               at order  at stock  at price</span></span>
<span class="line"><span>nobody tries again            20        20        20</span></span>
<span class="line"><span>the client tries three times  60        60        60</span></span>
<span class="line"><span>everybody does                60        180       540</span></span>
<span class="line"><span>everybody, with a bucket      23        26        29</span></span></code></pre></div><p>Remember what is being called here: the server that is in trouble. If it was slow and not down, it is down now. And when it comes back, it meets twenty-seven times its load, and goes again. Nothing has to be broken any more for this to go on: <strong>retries can keep a failure alive that has no other cause left.</strong></p><p>Two things help, and one should have both. The first: <strong>try again in one layer</strong>, mostly the outermost or the one next to what fails. That is the second row. The second is a bucket.</p><h2 id="the-bucket" tabindex="-1">The bucket <a class="header-anchor" href="#the-bucket" aria-label="Permalink to &quot;The bucket&quot;">​</a></h2><p>All calls to a service share a bucket of tokens (with us those of one channel, with <code>grpc-js</code> those of all channels to the same target, for as long as the process runs):</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/22-retries/policies.ts.txt" target="_self">lessons/22-retries/policies.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/** Ten tokens. A failure takes one, a success gives a tenth back. */</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> BUCKET = { maxTokens: </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">10</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, tokenRatio: </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0.1</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> };</span></span></code></pre></div></div><p>A failure takes a token, a success gives a tenth back. While the bucket is not more than half full, nothing is tried again. The first attempt of a call is always made.</p><p>So on a normal day, with one call of a hundred failing, the bucket is full and every failure is tried again. On a day when every call fails, five failures are enough, and from then on each call is one attempt. To come back the server has to answer well. That is the last row of the table: 540 have become 29, and nobody had to know how many layers there are.</p><p>What counts is what says something about the server: a code of the policy, or a pushback that says stop. <code>INVALID_ARGUMENT</code> is about the request. And a tenth is not a tenth in binary. After 5 failures and 50 successes some bucket has 9.999999999999982 tokens; worse, one that should be exactly at half is a little above it. Ours counts in thousandths.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "storm bucket"
      }, null, _parent));
      _push(`<h2 id="before-the-first-has-failed" tabindex="-1">Before the first has failed <a class="header-anchor" href="#before-the-first-has-failed" aria-label="Permalink to &quot;Before the first has failed&quot;">​</a></h2><p>A server that says <code>UNAVAILABLE</code> is easy. What if it says nothing? One in a hundred answers takes a second, for no reason that anybody knows: a pause for garbage, a disk, a neighbour. A deadline only makes an error of it.</p><p>So one sends the call once more while the first is still running, to another server, and takes the answer that comes first. That is <strong>hedging</strong>:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/22-retries/policies.ts.txt" target="_self">lessons/22-retries/policies.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * A second try after 20 ms, a third after 40, although the first has</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * not failed.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> HEDGED: ServiceConfigJson = {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  loadBalancingConfig: [{ round_robin: {} }],</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  methodConfig: [</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      name: [{}],</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      hedgingPolicy: {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        maxAttempts: </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">3</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        hedgingDelay: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;0.02s&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        nonFatalStatusCodes: [</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;UNAVAILABLE&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">],</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  ],</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">};</span></span></code></pre></div></div><p>The others are cancelled, as nobody waits for them: a <code>RST_STREAM</code> each, and lesson 17’s signal in each handler. A failure with one of <code>nonFatalStatusCodes</code> brings the next attempt forward; every other code is the answer.</p><p>With a delay of the slowest twentieth of all answers it costs five percent more calls, and takes the worst of the waiting away (Dean &amp; Barroso 2013). With a delay of 0 every call is made three times. And all of them may run to their end. A retry repeats a call when something has failed; a hedge also when nothing has. So a method that is hedged has to be idempotent.</p><p>A hedge is an attempt that the bucket may forbid. Four tokens, and three calls to a server that says <code>UNAVAILABLE</code>; attempts of each:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>grpc-js  3, 3, 3</span></span>
<span class="line"><span>ours     2, 1, 1</span></span></code></pre></div><p><code>grpc-js</code> (1.14) has hedging, and asks its bucket only for retries. If you hedge with it, a server in trouble gets all three.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "hedging"
      }, null, _parent));
      _push(`<h2 id="not-there-yet" tabindex="-1">Not there yet <a class="header-anchor" href="#not-there-yet" aria-label="Permalink to &quot;Not there yet&quot;">​</a></h2><p>A client starts before its server. That is what a cluster does every morning. Normally a call then fails, as soon as the channel knows that it cannot connect. With <code>waitForReady</code> it waits:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>grpc-js  UNAVAILABLE, and OK</span></span>
<span class="line"><span>ours     UNAVAILABLE, and OK</span></span></code></pre></div><p>The same server, the same moment; the second call had <code>waitForReady</code> (in <code>grpc-js</code>: <code>new Metadata({ waitForReady: true })</code>). It is not a retry. The call waits in the client and is sent once, so it is safe for every method. But without a deadline it waits for ever.</p><h2 id="is-anybody-there" tabindex="-1">Is anybody there? <a class="header-anchor" href="#is-anybody-there" aria-label="Permalink to &quot;Is anybody there?&quot;">​</a></h2><p>A machine dies, a cable is pulled out. No <code>FIN</code> comes, no <code>RST</code>. If something was on its way, TCP sends it again for a quarter of an hour or so before it gives up; if nothing was, it never says a word. All calls on that connection hang until their deadlines.</p><p><strong>Keepalive</strong> asks: a PING of HTTP/2 now and then, and if no answer comes in time, the connection is dead. Its calls end with <code>UNAVAILABLE</code>, and a policy may send them again.</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>no keepalive  DEADLINE_EXCEEDED</span></span>
<span class="line"><span>keepalive     UNAVAILABLE</span></span></code></pre></div><p>It is off by default, on clients, and there is a reason. A PING is a frame that a server has to answer, and a million phones that ask every second are an attack, whether they mean it or not. So servers count (gRPC A8): one PING in five minutes is allowed, or what the server’s owner says. The third that comes too early ends the connection, with a <code>GOAWAY</code> that says <code>ENHANCE_YOUR_CALM</code> and the text <code>too_many_pings</code>. So the one who wanted to keep the connection has lost it, and every call on it. <strong>Client and server have to agree on the interval</strong>, and the client’s must be the longer one. A server of <code>grpc-js</code> does not count; those in Go, Java and C++ do, and ours.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "ready pings"
      }, null, _parent));
      _push(`<h2 id="under-the-hood" tabindex="-1">Under the hood <a class="header-anchor" href="#under-the-hood" aria-label="Permalink to &quot;Under the hood&quot;">​</a></h2><p>On our stack the call asks three things, which know neither connections nor timers, nor each other. A <strong>plan</strong> counts attempts and says what may follow:</p><div class="excerpt ts long"><p class="file"><a href="/source/src/channel/retries/retry-plan.ts.txt" target="_self">src/channel/retries/retry-plan.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * When a call is sent again (gRPC A6). Each call whose method has a</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * policy has a plan of its own. It counts attempts, and knows neither</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * connections nor timers.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> interface</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> RetryPlan {</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">  /**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">   * An attempt begins. @returns milliseconds until the next one, even</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">   * if this one does not fail.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">   */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  attemptStarted(): number | undefined;</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">  /**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">   * @param running other attempts that are still under way.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">   */</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  attemptFailed(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    code: StatusCode,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    pushback: Pushback | undefined,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    running: number,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  ): Next;</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">  /**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">   * Asked when a wait is over: may the attempt for which it was begin</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">   * now?</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">   */</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  mayStart(): boolean;</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">  /** The server has answered the call. */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  succeeded(): void;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div><label class="unfold"><input type="checkbox">Show all 27 lines</label></div><p>There are two of them, for the two policies. A <strong>bucket</strong> is told of failures and asked for permission. And a <strong>race</strong> has the attempts that are under way, cancels those that lose, and sets one timer at most. The rest of a call, its deadline, its credentials, its messages, stands beside that in <code>src/channel/calls/</code>, and hears only: begin an attempt, or: it is over.</p><p>Between the plan’s answer and the moment at which a wait is over, much may happen. Another call may empty the bucket; another attempt of the same call may hear &quot;stop&quot;. So the plan is asked twice. (We had that wrong until this lesson was written: a hedge that was planned began although the server had said &quot;stop&quot; meanwhile.)</p><h2 id="break-it" tabindex="-1">Break it <a class="header-anchor" href="#break-it" aria-label="Permalink to &quot;Break it&quot;">​</a></h2><p>A server that says <code>UNAVAILABLE</code> so many times:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 22</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --down</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 2</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 22</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --down</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 4</span></span></code></pre></div><p>Look for the number in the header, and for what the second call begins with.</p><details class="output"><summary>What <code>npm run lesson 22 -- --down 2</code> prints</summary><pre tabindex="0">── 1 · A server that says UNAVAILABLE 2 times ──────────────────────────────────
  grpc-js         the first call: OK; its attempts say: no header, 1, 2
  grpc-js         the second call: OK; its attempts say: no header
  ours            the first call: OK; its attempts say: no header, 1, 2
  ours            the second call: OK; its attempts say: no header
Three tries for each call, with the first. If the third fails as well, the
caller reads UNAVAILABLE, and the next call has three tries again.</pre></details><details class="output"><summary>What <code>npm run lesson 22 -- --down 4</code> prints</summary><pre tabindex="0">── 1 · A server that says UNAVAILABLE 4 times ──────────────────────────────────
  grpc-js         the first call: UNAVAILABLE; its attempts say: no header, 1, 2
  grpc-js         the second call: OK; its attempts say: no header, 1
  ours            the first call: UNAVAILABLE; its attempts say: no header, 1, 2
  ours            the second call: OK; its attempts say: no header, 1
Three tries for each call, with the first. If the third fails as well, the
caller reads UNAVAILABLE, and the next call has three tries again.</pre></details><p>Two servers, twelve calls under way, and the first of the two goes away:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 22</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --kill</span></span></code></pre></div><p>Look for the two columns on the right: how often was the work begun, when the server died, and when it left politely?</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · A server goes away ──────────────────────────────────────────────────────
Two servers; 12 calls are under way, all at the first. It goes away: cut off, as
when a machine dies, or with a GOAWAY and some time, as when somebody deploys.
How many calls go well, and how many handlers ran:
    client   how it goes           OK  failed  at the first  at the second
    grpc-js  cut off, no policy    0   12      12            0
    grpc-js  cut off, three tries  12  0       12            12
    grpc-js  GOAWAY, no policy     12  0       12            0
    ours     cut off, no policy    0   12      12            0
    ours     cut off, three tries  12  0       12            12
    ours     GOAWAY, no policy     12  0       12            0
With a policy nobody notices, except that the work was begun 24 times for 12
calls. With a GOAWAY nothing was begun twice, and no policy was needed: a server
that leaves politely is better than any retry.</pre></details><p>A retry of a call that is not idempotent, on both stacks:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 22</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --again</span></span></code></pre></div><p>Look for the difference between what the caller reads and what is in the books.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · AddOrder, twice ─────────────────────────────────────────────────────────
The shop places the order, the connection breaks, the client tries again. The
second time the answer arrives:
    client   a key  AddOrder ran  orders placed  the caller reads
    grpc-js  no     2 times       2              OK
    grpc-js  yes    2 times       1              OK
    ours     no     2 times       2              OK
    ours     yes    2 times       1              OK
Nothing in gRPC prevents it: a policy does not know what a method does. What
makes it safe is in the handler, and nowhere else.</pre></details><p>The storm, with five tries for everybody:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 22</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --tries</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 5</span></span></code></pre></div><p>Look for the bottom row, and think of a fourth layer.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · The storm, with 5 tries for everybody ───────────────────────────────────
One call of the client, while price is down:
    client ──▶ order    5  ██
    order  ──▶ stock   25  █████████
    stock  ──▶ price  125  ██████████████████████████████████████████
5 × 5 × 5 is 125. With a fourth layer it would be 625. More than five tries no
client makes, whatever the service config says (gRPC A6): that may come over
DNS, from anybody.</pre></details><p>A cable that is pulled out, and a client that asks all the time:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 22</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --pings</span></span></code></pre></div><p>Look for the two servers in the second scene: which of them minds?</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · A cable is pulled out ───────────────────────────────────────────────────
A call is under way, and from now on nothing goes through: no FIN, no RST. TCP
says nothing either, for minutes. The deadline is two seconds away:
  no keepalive    DEADLINE_EXCEEDED
  keepalive       UNAVAILABLE
With a PING every 50 ms, and 400 for its answer, the client notices, and ends
the connection. The call is UNAVAILABLE, as is every other one on that
connection: long before the deadline, and a policy could send it again.

── 2 · too_many_pings ──────────────────────────────────────────────────────────
The same client at servers that are well. The handler takes its time, longer
than the deadline:
  at grpc-js      DEADLINE_EXCEEDED
  at ours         RESOURCE_EXHAUSTED
Our server allows a PING every five minutes (gRPC A8), as those in Go and Java
do. The third that comes too early ends the connection: GOAWAY,
ENHANCE_YOUR_CALM, &quot;too_many_pings&quot;. A server of grpc-js does not count.</pre></details><h2 id="build-it" tabindex="-1">Build it <a class="header-anchor" href="#build-it" aria-label="Permalink to &quot;Build it&quot;">​</a></h2><p>Five tasks in <code>exercises/22-retries/</code>: how long to wait, which attempt may follow which end, the bucket, the plan for hedging, and the race in which the first answer wins. The last tests have servers of <code>grpc-js</code> that hang, or say no twice, and a channel of ours in front of them that stands on your pieces.</p><ul><li><code>random()</code> gives a number from 0 up to 1, and never 1. Everything that is left to chance comes from there, so a test can say what chance does.</li><li><code>policy.retryableStatusCodes</code> and <code>nonFatalStatusCodes</code> are sets: <code>.has(code)</code>.</li><li><code>this.#throttle</code> may be missing: a service config without a bucket allows everything.</li><li><code>clock.setTimer(callback, ms)</code> gives a timer with a method <code>cancel()</code>.</li><li><code>status.metadata?.get(name)</code> is a trailer’s text, or <code>undefined</code>.</li></ul>`);
      _push(ssrRenderComponent(_component_BuildIt, { exercise: unref(exercise) }, null, _parent));
      _push(`<div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> exercise</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 22</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 22</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --mine</span></span></code></pre></div><p>With <code>--mine</code> everything that the run says of our stack goes through your plans, your bucket and your race.</p><h2 id="what-you-have-answered" tabindex="-1">What you have answered <a class="header-anchor" href="#what-you-have-answered" aria-label="Permalink to &quot;What you have answered&quot;">​</a></h2>`);
      _push(ssrRenderComponent(_component_QuizScore, { questions: unref(quiz) }, null, _parent));
      _push(`<h2 id="what-is-still-open" tabindex="-1">What is still open <a class="header-anchor" href="#what-is-still-open" aria-label="Permalink to &quot;What is still open&quot;">​</a></h2><p>A retry sends the same bytes once more. Could there be fewer of them? And what if few bytes want to become very many? That is lesson 23.</p><h2 id="sources" tabindex="-1">Sources <a class="header-anchor" href="#sources" aria-label="Permalink to &quot;Sources&quot;">​</a></h2><ul><li><a href="https://github.com/grpc/proposal/blob/master/A6-client-retries.md" target="_blank" rel="noreferrer">gRFC A6</a>: retries, hedging, pushback and the bucket; <a href="https://grpc.io/docs/guides/retry/" target="_blank" rel="noreferrer">Retry</a>, <a href="https://grpc.io/docs/guides/request-hedging/" target="_blank" rel="noreferrer">Request Hedging</a>, <a href="https://grpc.io/docs/guides/wait-for-ready/" target="_blank" rel="noreferrer">Wait-for-Ready</a></li><li><a href="https://github.com/grpc/proposal/blob/master/A8-client-side-keepalive.md" target="_blank" rel="noreferrer">gRFC A8</a> and <a href="https://grpc.io/docs/guides/keepalive/" target="_blank" rel="noreferrer">Keepalive</a>; <a href="https://github.com/grpc/grpc/blob/master/doc/connection-backoff.md" target="_blank" rel="noreferrer">connection-backoff.md</a>, <a href="https://github.com/grpc/grpc/blob/master/doc/service_config.md" target="_blank" rel="noreferrer">service_config.md</a></li><li><a href="https://www.rfc-editor.org/rfc/rfc9113#section-8.7" target="_blank" rel="noreferrer">RFC 9113 §8.7</a>: which requests a client may take for untouched</li><li>J. Dean, L. A. Barroso, <a href="https://research.google/pubs/the-tail-at-scale/" target="_blank" rel="noreferrer">The Tail at Scale</a> (2013): hedging, and what it costs</li><li>M. Brooker, <a href="https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/" target="_blank" rel="noreferrer">Exponential Backoff And Jitter</a> (2015); <a href="https://sre.google/sre-book/addressing-cascading-failures/" target="_blank" rel="noreferrer">Site Reliability Engineering</a>, chapter 22: retries, layers and 64 calls for one</li><li>N. Bronson et al., <a href="https://sigops.org/s/conferences/hotos/2021/papers/hotos21-s11-bronson.pdf" target="_blank" rel="noreferrer">Metastable Failures in Distributed Systems</a> (2021): failures that outlive their cause</li><li><code>node_modules/@grpc/grpc-js/src/retrying-call.ts</code>, version 1.14: <code>getPushback</code>, and where <code>canRetryCall</code> is asked</li></ul><details class="details custom-block"><summary>What the article said, and what is true</summary><p>The course grew out of a series of articles (in Chinese, with Go) that goes from RPC to gRPC. Where it is wrong, or no longer right, this is what is true:</p><ul><li>It has nothing on retries. Its clients end at the first error with <code>log.Fatalf</code>.</li><li>And yet they try again: in its chapter on Kubernetes the client is a Job with <code>backoffLimit: 4</code>. If the program fails, it is started again, up to four times, and then it adds its product again. A retry that nobody has called so is a retry all the same, and needs the same question: is it safe twice?</li><li>It knows no keepalive and no service config, except for a policy of load balancing. grpc-go reads retry policies from there as well: <code>grpc.WithDefaultServiceConfig</code>.</li></ul></details></div>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lessons/22-retries.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
export {
  __pageData,
  _sfc_main as default
};

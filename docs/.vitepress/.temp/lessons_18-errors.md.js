import { useSSRContext, resolveComponent, unref } from "vue";
import { ssrRenderAttrs, ssrRenderComponent } from "vue/server-renderer";
const exercise = { kind: "handle", id: "18-errors", load: () => import("./18-errors.exercise.A1BWcfrD.js").then((exercise2) => exercise2.default) };
const details = { kind: "handle", id: "details", load: () => import("./details.trace.BoVLYPfw.js").then((trace) => trace.default) };
const secret = { kind: "handle", id: "secret", load: () => import("./secret.trace.DUHGKfYE.js").then((trace) => trace.default) };
const quiz = [
  {
    id: "who-said-it",
    question: "A client reads `UNIMPLEMENTED`. What does it know for sure?",
    answers: [
      {
        text: "The handler of that method refuses to do it",
        reason: "A handler may say so. But a server without the method says the same."
      },
      {
        text: "That nothing was done",
        reason: "Mostly so. But a handler may say it after it has done half of the work: the code does not say who chose it."
      },
      {
        text: "That someone said it: the library at one end, or a handler",
        reason: "Nine codes may come from both. Only seven are always a handler’s word.",
        right: true
      }
    ]
  },
  {
    id: "handler-only",
    question: "And with `ABORTED`?",
    answers: [
      {
        text: "A handler has run, and chose it",
        reason: "It is one of the seven codes that no library produces.",
        right: true
      },
      { text: "The connection was lost", reason: "That is UNAVAILABLE, and the library says it." },
      { text: "The caller gave up", reason: "That is CANCELLED." }
    ]
  },
  {
    id: "case-cart",
    question: "Two people change the same cart. The second one has read version 7; now it is 8.",
    answers: [
      {
        text: "FAILED_PRECONDITION",
        reason: "Nothing has to be repaired first. They only have to read again, and decide again."
      },
      {
        text: "ABORTED",
        reason: "A conflict: begin again from where you read, not with the same call.",
        right: true
      },
      { text: "UNAVAILABLE", reason: "Then a client would send the same call again, for ever." }
    ]
  },
  {
    id: "case-refund",
    question: "A refund, for an order that has not been paid.",
    answers: [
      {
        text: "INVALID_ARGUMENT",
        reason: "The same request is in order tomorrow, once it is paid. It depends on the state."
      },
      {
        text: "FAILED_PRECONDITION",
        reason: "The request is in order, the state is not: something else has to happen first.",
        right: true
      },
      { text: "OUT_OF_RANGE", reason: "That is for positions: page 9 of 8." }
    ]
  },
  {
    id: "case-private",
    question: "Ada asks for an order of Bob’s. That it exists is a secret.",
    answers: [
      {
        text: "PERMISSION_DENIED",
        reason: "That tells her that there is such an order. She can try all numbers."
      },
      {
        text: "NOT_FOUND",
        reason: "For her there is none. It has to look the same as one that really is not there.",
        right: true
      },
      { text: "UNAUTHENTICATED", reason: "We know who she is." }
    ]
  },
  {
    id: "case-quota",
    question: "A key may be used a hundred times a minute. This is the hundred and first.",
    answers: [
      {
        text: "PERMISSION_DENIED",
        reason: "The specification says it: not for quotas. In a minute it is allowed again."
      },
      {
        text: "UNAVAILABLE",
        reason: "Then clients try again at once, and it is their own share that is used up."
      },
      {
        text: "RESOURCE_EXHAUSTED, with a RetryInfo",
        reason: "A share is used up, and RetryInfo says when there is a new one.",
        right: true
      }
    ]
  },
  {
    id: "case-tax",
    question: "The shop asks a tax service, and gets `INVALID_ARGUMENT` from it. What does the shop’s caller get?",
    answers: [
      {
        text: "INVALID_ARGUMENT: somebody’s argument was invalid",
        reason: "The shop’s was. Its caller would look for a mistake in their own request."
      },
      {
        text: "INTERNAL",
        reason: "The shop wrote a request that cannot be right: a bug of the shop’s.",
        right: true
      },
      {
        text: "UNAVAILABLE, so that it is tried again",
        reason: "The same request fails the next time, too."
      }
    ]
  },
  {
    id: "case-half",
    question: "A client asks for `AddOrder` and gets `DEADLINE_EXCEEDED`. May it try again?",
    answers: [
      {
        text: "Yes: there was no answer, so nothing was done",
        reason: "The order may have been taken, and the answer come too late."
      },
      {
        text: "Only if the server knows the order again",
        reason: "With an id of the client’s the second attempt does no harm: lesson 2.",
        right: true
      },
      { text: "Never", reason: "Reading twice does no harm, for one." }
    ]
  },
  {
    id: "one-detail",
    question: "Three fields are wrong. What goes into the details?",
    answers: [
      {
        text: "Three FieldViolations",
        reason: "A FieldViolation is a part of a message. Readers look for a BadRequest."
      },
      { text: "Three BadRequests", reason: "A reader takes the first, and shows one field." },
      {
        text: "One BadRequest with three violations",
        reason: "One detail of each type, and readers find it by its type.",
        right: true
      }
    ]
  },
  {
    id: "text-for-programs",
    question: "A program is to do something else if a kettle is out of stock. What does it look at?",
    answers: [
      {
        text: 'Whether the text has "left" in it',
        reason: "Somebody will put a comma into that text next year."
      },
      {
        text: "The code FAILED_PRECONDITION",
        reason: "A hundred things have that code."
      },
      {
        text: "reason and domain of the ErrorInfo",
        reason: "They are made for it, and part of the interface: they do not change.",
        right: true
      }
    ]
  },
  {
    id: "lost-status",
    question: "Details of 20 KiB, to a client that takes 16 KiB of headers. What gets lost?",
    answers: [
      { text: "The details", reason: "They stand in the same block of headers as the status." },
      {
        text: "The details and the status with them",
        reason: "The block is refused as a whole. The caller never hears of NOT_FOUND.",
        right: true
      },
      { text: "Nothing: trailers have no limit", reason: "Trailers are headers." }
    ]
  },
  {
    id: "order-of-work",
    question: "A `grpc-message` is to go into a log. In which order?",
    answers: [
      {
        text: "Take out line breaks, decode, cut",
        reason: "Before it is decoded, a line break is %0A, and there is none to take out."
      },
      {
        text: "Cut, decode, take out line breaks",
        reason: "The cut may go through an escape, or between the two bytes of é."
      },
      {
        text: "Decode, then the rest, character by character",
        reason: "What is harmless is known only when it is a text.",
        right: true
      }
    ]
  }
];
const __pageData = JSON.parse('{"title":"Errors","description":"How does a failure travel? Lesson 18 of RPC from scratch.","frontmatter":{"prev":false,"next":false},"headers":[],"relativePath":"lessons/18-errors.md","filePath":"lessons/18-errors.md"}');
const __default__ = { name: "lessons/18-errors.md" };
const _sfc_main = /* @__PURE__ */ Object.assign(__default__, {
  __ssrInlineRender: true,
  setup(__props) {
    return (_ctx, _push, _parent, _attrs) => {
      const _component_LessonStart = resolveComponent("LessonStart");
      const _component_Quiz = resolveComponent("Quiz");
      const _component_WhichCode = resolveComponent("WhichCode");
      const _component_TraceExplorer = resolveComponent("TraceExplorer");
      const _component_BuildIt = resolveComponent("BuildIt");
      const _component_QuizScore = resolveComponent("QuizScore");
      _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="errors" tabindex="-1">Errors <a class="header-anchor" href="#errors" aria-label="Permalink to &quot;Errors&quot;">​</a></h1>`);
      _push(ssrRenderComponent(_component_LessonStart, null, null, _parent));
      _push(`<p>A function that fails throws an object: it has a class, a message, a stack, whatever one likes to put into it. A call that fails ends with a number and a line of text. The class is in a file that the client does not have, and the message was written for somebody else. <strong>How does a failure travel?</strong></p><p>As little as possible, in a form that both sides know: a code out of seventeen, a text for developers, and, if that is not enough, messages in a trailer. Whoever writes the server decides which code. It is the part of an interface that is tested least, and clients depend on it: one that tries again, or does not, has read that number.</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 18</span></span></code></pre></div><p>Look for the column <code>said by</code> in the first scene: of seven calls that fail, one was refused by the shop.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · Who says so? ────────────────────────────────────────────────────────────
Seven calls that fail, on both stacks. For most of them no handler has said
anything: the library did, at one end or at the other.
    what goes wrong           said by  grpc-js             our stack
    nobody listens there      client   UNAVAILABLE         UNAVAILABLE
    the time is up            client   DEADLINE_EXCEEDED   DEADLINE_EXCEEDED
    no such method            server   UNIMPLEMENTED       UNIMPLEMENTED
    bytes, but not a message  server   INTERNAL            INTERNAL
    an answer of 5 MiB        client   RESOURCE_EXHAUSTED  RESOURCE_EXHAUSTED
    the handler throws        server   UNKNOWN             UNKNOWN
    there is no order 999     handler  NOT_FOUND           NOT_FOUND
Only NOT_FOUND says something about orders. Seven of the sixteen codes come from
handlers alone: INVALID_ARGUMENT, NOT_FOUND, ALREADY_EXISTS,
FAILED_PRECONDITION, ABORTED, OUT_OF_RANGE, DATA_LOSS. The others may be
anybody’s.

── 2 · Everything that is wrong, at once ───────────────────────────────────────
An order with the id &quot;o-7&quot;, an elephant, and a price of −1. A code and a text
are little to say of three fields; the third trailer has them all:
client ◀── server  HEADERS · stream 1 · Trailers-Only: 3 INVALID_ARG…  351 bytes
  0000  00 01 56 01 05 00 00 00  frame header = HEADERS END_STREAM END_HEADERS,
        01                       stream 1, 342 bytes
                                   length, type, flags, stream (RFC 9113 §4.1)
  0009                           header block = 342 bytes
                                   compressed header fields (RFC 7541)
  0009  88                       │ :status = 200
                                 │   HTTP went well; of the call it says nothing
                                 │   (gRPC PROTOCOL-HTTP2, Responses)
  000a  40 88 9a ca c8 b2 12 34  │ grpc-status = 3 INVALID_ARGUMENT
        da 8f 01 33              │   how the call ended, as a number; 0 is OK
                                 │   (gRPC statuscodes)
  0016  40 89 9a ca c8 b5 25 42  │ grpc-message =
        07 31 7f a7 65 51 02 53  │ 3%20fields%20are%20wrong:%20id,%20items%5B1%5
        16 89 10 a8 80 3b 0a a8  │ D,%20price
        81 e2 c3 d5 35 c5 44 03  │   why, for people; it reads: 3 fields are
        … 11 more                │   wrong: id, items[1], price (gRPC
        ec 31 0b                 │   PROTOCOL-HTTP2, Responses)
  0049  5f 90 1d 75 d0 62 0d 26  │ content-type = application/grpc+proto
        3d 4c 4d 65 64 ff 75 d8  │   the answer is gRPC, too (gRPC
        74 9f                    │   PROTOCOL-HTTP2, Responses)
  005b  40 90 9a ca c8 b2 12 34  │ grpc-status-details-bin =
        da 85 a4 2a 46 6a 10 b4  │ CAMSJzMgZmllbGRzIGFyZSB3cm9uZzogaWQsIGl0ZW1zW
        66 ab ff 59 bd 0e 8d d9  │ zFdLCBwcmljZRq…
        7d e8 9b f6 9a 28 8f 16  │   a google.rpc.Status: the error again, with
        … 196 more               │   details for programs; in base64 (AIP-193)
        78 f5 e1 07              │
  0147  61 96 dd 6d 5f 4a 08 4a  │ date = Sun, 22 Nov 2026 12:00:00 GMT
        69 3f 75 04 01 38 a0 45  │   HTTP’s own: gRPC makes no use of it (RFC
        70 00 b8 00 29 8b 46 ff  │   9110)
  the client      INVALID_ARGUMENT: 3 fields are wrong: id, items[1], price
  id              FORMAT: three digits
  items[1]        UNKNOWN_ITEM: nothing that we sell
  price           NEGATIVE: 0 or more

── 3 · For programs: a reason, and a time ──────────────────────────────────────
  a kettle        FAILED_PRECONDITION: there is no kettle left
  ErrorInfo       OUT_OF_STOCK, of shop.example: item = kettle
  RetryInfo       UNAVAILABLE: the shop is busy; once more in 20 ms
  to Perth        OK
FAILED_PRECONDITION has a hundred reasons; a program looks at this one, and
never at the text. UNAVAILABLE may be tried again, and the server says when.

── 4 · For people ──────────────────────────────────────────────────────────────
  in the log      NOT_FOUND: there is no order 999
  on the screen   There is no such order.
  in the log      UNKNOWN: the server failed
  on the screen   Something went wrong. We know of it.
  in the log      INVALID_ARGUMENT: 3 fields are wrong: id, items[1], price
  on the screen   Please look at: id, items[1], price.
  in the log      FAILED_PRECONDITION: there is no kettle left
  on the screen   Sorry, no kettle today.
The text of a status is for developers, in English. Somebody who buys tea wants
to know what to do next, in their own language.

── 5 · Somebody else’s error ───────────────────────────────────────────────────
For each item of an order the shop asks another server how many there are. That
server has no teapot in its list and says NOT_FOUND. Somebody adds an order;
what do they read?
  handed on       NOT_FOUND: no such row: stock/teapot
  downstream()    INTERNAL: a service behind this one failed
NOT_FOUND, for somebody who wanted to add? They looked for nothing. The request
that failed was the shop’s own, so for its caller it is INTERNAL: &quot;a service
behind this one failed&quot;.
Details travel in the trailers, under a name that ends in -bin. What else may
stand there, and what may not? That is lesson 19.</pre></details><h2 id="who-says-so" tabindex="-1">Who says so? <a class="header-anchor" href="#who-says-so" aria-label="Permalink to &quot;Who says so?&quot;">​</a></h2><p>Seven calls that fail, with <code>grpc-js</code> at both ends, and with our stack:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>what goes wrong           said by  grpc-js             our stack</span></span>
<span class="line"><span>nobody listens there      client   UNAVAILABLE         UNAVAILABLE</span></span>
<span class="line"><span>the time is up            client   DEADLINE_EXCEEDED   DEADLINE_EXCEEDED</span></span>
<span class="line"><span>no such method            server   UNIMPLEMENTED       UNIMPLEMENTED</span></span>
<span class="line"><span>bytes, but not a message  server   INTERNAL            INTERNAL</span></span>
<span class="line"><span>an answer of 5 MiB        client   RESOURCE_EXHAUSTED  RESOURCE_EXHAUSTED</span></span>
<span class="line"><span>the handler throws        server   UNKNOWN             UNKNOWN</span></span>
<span class="line"><span>there is no order 999     handler  NOT_FOUND           NOT_FOUND</span></span></code></pre></div><p>Most codes may be anybody’s: the client’s library says them without a word from a server, the server’s library without a word from a handler. <strong>Seven come from handlers alone</strong>, and the specification promises it. Who reads one of these knows that the call has arrived and was understood:</p><table tabindex="0"><thead><tr><th>number</th><th>code</th><th>who</th><th>try again?</th></tr></thead><tbody><tr><td>0</td><td><code>OK</code></td><td>handler</td><td></td></tr><tr><td>1</td><td><code>CANCELLED</code></td><td>anybody</td><td>no</td></tr><tr><td>2</td><td><code>UNKNOWN</code></td><td>anybody</td><td>not by itself</td></tr><tr><td>3</td><td><code>INVALID_ARGUMENT</code></td><td><strong>handler</strong></td><td>no</td></tr><tr><td>4</td><td><code>DEADLINE_EXCEEDED</code></td><td>anybody</td><td>if twice does no harm</td></tr><tr><td>5</td><td><code>NOT_FOUND</code></td><td><strong>handler</strong></td><td>no</td></tr><tr><td>6</td><td><code>ALREADY_EXISTS</code></td><td><strong>handler</strong></td><td>no</td></tr><tr><td>7</td><td><code>PERMISSION_DENIED</code></td><td>anybody</td><td>no</td></tr><tr><td>8</td><td><code>RESOURCE_EXHAUSTED</code></td><td>anybody</td><td>if <code>RetryInfo</code> says when</td></tr><tr><td>9</td><td><code>FAILED_PRECONDITION</code></td><td><strong>handler</strong></td><td>when the state has changed</td></tr><tr><td>10</td><td><code>ABORTED</code></td><td><strong>handler</strong></td><td>from further back</td></tr><tr><td>11</td><td><code>OUT_OF_RANGE</code></td><td><strong>handler</strong></td><td>no</td></tr><tr><td>12</td><td><code>UNIMPLEMENTED</code></td><td>anybody</td><td>no</td></tr><tr><td>13</td><td><code>INTERNAL</code></td><td>anybody</td><td>no</td></tr><tr><td>14</td><td><code>UNAVAILABLE</code></td><td>anybody</td><td>yes, after a wait</td></tr><tr><td>15</td><td><code>DATA_LOSS</code></td><td><strong>handler</strong></td><td>no</td></tr><tr><td>16</td><td><code>UNAUTHENTICATED</code></td><td>anybody</td><td>once, with a new token</td></tr></tbody></table><p>One code alone was made for trying again: <code>UNAVAILABLE</code>. And even with that one the call may have been half done, if it had begun. Lesson 22 makes a machine of the last column.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "who-said-it handler-only"
      }, null, _parent));
      _push(`<h2 id="which-one" tabindex="-1">Which one? <a class="header-anchor" href="#which-one" aria-label="Permalink to &quot;Which one?&quot;">​</a></h2><p>Ask yourself what the caller is to do next. Change the request? <code>INVALID_ARGUMENT</code>. Change the state of something first? <code>FAILED_PRECONDITION</code>. The same again in a moment? <code>UNAVAILABLE</code>. Begin further back? <code>ABORTED</code>. Nothing, since it is not their fault? <code>INTERNAL</code>. If two codes fit, the one that says more wins: <code>NOT_FOUND</code> rather than <code>FAILED_PRECONDITION</code>.</p>`);
      _push(ssrRenderComponent(_component_WhichCode, null, null, _parent));
      _push(`<p>Six cases. What would you answer?</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "case-cart case-refund case-private case-quota case-tax case-half"
      }, null, _parent));
      _push(`<h2 id="from-a-program-s-errors-to-codes" tabindex="-1">From a program’s errors to codes <a class="header-anchor" href="#from-a-program-s-errors-to-codes" aria-label="Permalink to &quot;From a program’s errors to codes&quot;">​</a></h2><p>A shop has errors of its own, and should not know of gRPC: it is called by a web page and by a nightly job as well.</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/18-errors/shop-errors.ts.txt" target="_self">lessons/18-errors/shop-errors.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/** The shop&#39;s own errors. None of them knows of gRPC. */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> class</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> ShopError </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">extends</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Error {}</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> class</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> NoSuchOrder </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">extends</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> ShopError {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  readonly</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> id: string;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  constructor</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">(id: string) {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    super</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`SELECT * FROM orders WHERE id = &#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">id</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;: no rows\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    this</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.id = id;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  }</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><p>Look at the message. It is what one wants to read in the log at night, and nothing for a stranger. So there is a table, in one place, which says what each class is called on the wire, and what the caller may read:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/18-errors/shop-errors.ts.txt" target="_self">lessons/18-errors/shop-errors.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> noSuchOrder = translation({</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  type: NoSuchOrder,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  code: Status.NOT_FOUND,</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  text: ({ id }) =&gt; </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`there is no order </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">id</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">});</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> outOfStock = translation({</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  type: OutOfStock,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  code: Status.FAILED_PRECONDITION,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  text: ({ item }) =&gt; </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`there is no </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">item</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> left\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  details: ({ item }) =&gt; [</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    info(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;OUT_OF_STOCK&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, { item }),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    packAny(LocalizedMessage, {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      locale: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;en&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      message: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`Sorry, no </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">item</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> today.\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    }),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  ],</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">});</span></span></code></pre></div></div><p><code>translation</code> gives an entry its types. <code>packAny</code> puts a message into an <code>Any</code>, with the name of its type. On our stack one interceptor, <code>translate(TRANSLATIONS)</code>, does it for all methods, and for streams as lesson 15 has shown. On <code>grpc-js</code> it goes around each handler, inside of lesson 10’s <code>handle</code>, which masks the rest:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/18-errors/server.ts.txt" target="_self">lessons/18-errors/server.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * What the shop throws is translated; what has no translation is an</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * accident, and is masked.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> answering&lt;Request, Response&gt;(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  procedure: (request: Request) =&gt; Response | Promise&lt;Response&gt;,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  report: (error: unknown) =&gt; void,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">): handleUnaryCall&lt;Request, Response&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> handle(</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">async</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (request: Request) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    try</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      return</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> procedure(request);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    } </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">catch</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (error) {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      throw</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> asJs(translated(error, TRANSLATIONS));</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    }</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  }, report);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><p>What has no entry is an accident, and stays one. It must not become <code>INTERNAL</code> with its message, however practical that would be.</p><p>And then there are <strong>errors of others</strong>. For each item the shop asks another server how many are left. If that one says <code>NOT_FOUND</code>, and the handler does not catch it, this is what somebody reads who wanted to add an order:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>handed on     NOT_FOUND: no such row: stock/teapot</span></span>
<span class="line"><span>downstream()  INTERNAL: a service behind this one failed</span></span></code></pre></div><p>They were not looking for anything. The request that was refused was written by the shop. Only three codes are true for the caller’s caller as well: <code>UNAVAILABLE</code>, <code>DEADLINE_EXCEEDED</code>, <code>CANCELLED</code>. <code>downstream</code> makes all others <code>INTERNAL</code>. (gRPC itself does so with seven codes, if its own control plane answers with one of them: gRFC A54.) The text does not go on in any case.</p><h2 id="details" tabindex="-1">Details <a class="header-anchor" href="#details" aria-label="Permalink to &quot;Details&quot;">​</a></h2><p>Three fields of an order are wrong. A code and a text are too little for that: a page wants to mark the fields. So beside <code>grpc-status</code> and <code>grpc-message</code> there may be a third trailer, <code>grpc-status-details-bin</code>. It has a <code>google.rpc.Status</code>:</p><div class="language-proto vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">proto</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">message</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Status {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  int32</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> code = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">1</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  string</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> message = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">2</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  repeated</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> google.protobuf.Any</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> details = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">3</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div><p>Code and message once more, then messages of any type. In <code>google/rpc/error_details.proto</code> stand those that everybody knows:</p><table tabindex="0"><thead><tr><th>type</th><th>says</th></tr></thead><tbody><tr><td><code>ErrorInfo</code></td><td>the reason, for programs: <code>OUT_OF_STOCK</code>, of <code>shop.example</code>, with names and values</td></tr><tr><td><code>BadRequest</code></td><td>which fields are wrong, and why</td></tr><tr><td><code>RetryInfo</code></td><td>when to try again</td></tr><tr><td><code>QuotaFailure</code>, <code>PreconditionFailure</code></td><td>which quota, which condition</td></tr><tr><td><code>ResourceInfo</code></td><td>which thing it was that could not be used</td></tr><tr><td><code>LocalizedMessage</code></td><td>a sentence for the person, in their language</td></tr><tr><td><code>Help</code>, <code>RequestInfo</code></td><td>a link; an id to be named</td></tr><tr><td><code>DebugInfo</code></td><td>stack and text: never to strangers</td></tr></tbody></table><p>An order with the id <code>o-7</code>, an elephant, and a price of −1. The answer is one block of headers:</p>`);
      _push(ssrRenderComponent(_component_TraceExplorer, {
        trace: unref(details),
        from: "server"
      }, null, _parent));
      _push(`<p><code>grpc-js</code> knows nothing of this trailer: it is metadata like any other, under a <code>-bin</code> name. Here is how a failed call becomes an error of our stack, whose details can be read; the way out is the same, the other way round:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/18-errors/client.ts.txt" target="_self">lessons/18-errors/client.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * What grpc-js says of a failed call, as an error whose details can</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * be read.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> fromJs({</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  code,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  details,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  metadata,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}: StatusObject | ServiceError): GrpcError {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> trailers = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Metadata();</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  for</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> value </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">of</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> metadata.get(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;grpc-status-details-bin&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">)) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">typeof</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> value !== </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;string&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">)</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      trailers.append(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;grpc-status-details-bin&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, value);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  }</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> GrpcError(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    code </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">as</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> number </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">as</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> StatusCode,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    details,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    trailers,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  );</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><p>What a reader has to know:</p><ul><li>The same code stands in <code>grpc-status</code> and in the details. If they differ, one of the two is wrong. Our reader takes neither side: no details.</li><li>The bytes come from a stranger. Whoever reads details has an error in hands already, and wants no second one. What cannot be read is not there.</li><li>A type that is not known is kept, as bytes. A server between two others hands it on.</li><li>Details are a part of the interface. <code>reason</code> must not change, as a field’s number must not. The text may.</li></ul><p>A client that is told when to come back, comes back then:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/18-errors/client.ts.txt" target="_self">lessons/18-errors/client.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * Once more, if the server says when. A second refusal is the answer.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> async</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> addOrderPatiently(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  shop: OrderManagementClient,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  order: Partial&lt;Order&gt;,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  log: (line: string) =&gt; void,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">): Promise&lt;Outcome&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> first = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> addOrder(shop, order);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;value&#39;</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> in</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> first) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> first;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> waitMs =</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    first.error.code === Status.UNAVAILABLE</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      ? waitOf(first.error)</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      : </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">undefined</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (waitMs === </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">undefined</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> first;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  log(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">told(first)</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">; once more in </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">waitMs</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> ms\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  await</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Promise((resolve) =&gt;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    systemClock.setTimer(() =&gt; resolve(</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">undefined</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">), waitMs),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  );</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> addOrder(shop, order);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "one-detail text-for-programs"
      }, null, _parent));
      _push(`<h2 id="every-field-at-once" tabindex="-1">Every field at once <a class="header-anchor" href="#every-field-at-once" aria-label="Permalink to &quot;Every field at once&quot;">​</a></h2><p>Who checks a field and throws, checks the next one only when the person has sent the form again. A check must not throw. It adds, and somebody else throws, at the end:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/18-errors/shop.ts.txt" target="_self">lessons/18-errors/shop.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * Everything that is wrong with an order, whatever state the shop is</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * in.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> checkOrder: Check&lt;Order&gt; = (order, violations) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (!</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">/</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">^</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\\d</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">{3}</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">$</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">/</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.test(order.id))</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    violations.add(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;id&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;FORMAT&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;three digits&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (order.items.length === </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">)</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    violations.add(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;items&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;EMPTY&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;one item or more&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  violations.each(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;items&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, order.items, (item, here) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (!(item </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">in</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> PRICES))</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      here.add(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;UNKNOWN_ITEM&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;nothing that we sell&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (order.price &lt; </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">)</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    violations.add(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;price&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;NEGATIVE&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;0 or more&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">};</span></span></code></pre></div></div><p><code>violations.each</code> calls a function for each item, with violations that know where they are. What <code>here.add(&#39;&#39;, …)</code> adds is called <code>items[1]</code>. In the shop it is one line, before anything else is looked at:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/18-errors/shop.ts.txt" target="_self">lessons/18-errors/shop.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">getOrder({ value }: { value: string }): Order {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (value === </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;bug&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">throw</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Error(SECRET);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> order = ORDERS.find(({ id }) =&gt; id === value);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (order === </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">undefined</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">throw</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> NoSuchOrder(value);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> order </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">as</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Order;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">},</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">async addOrder(order: Order): Promise&lt;{ value: string }&gt; {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  validate(order, checkOrder);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  if (ORDERS.some(({ id }) =&gt; id === order.id))</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    throw new TakenAlready(order.id);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  if (order.destination === </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;Perth&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> &amp;&amp; turnedAway++ === 0)</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    throw new Busy(BUSY_MS);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  for (const item of order.items) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> left = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> downstream(askStock(item));</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (left === </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">throw</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> OutOfStock(item);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  }</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  return { value: order.id };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">},</span></span></code></pre></div></div><p>A way to a field has the names of the <code>.proto</code>, with dots, and items in brackets. (The comments in <code>error_details.proto</code> counted items from 1 for years, and now count from 0. We count from 0.) The value that is wrong is not in it. It may have been a password.</p><h2 id="what-must-not-leave" tabindex="-1">What must not leave <a class="header-anchor" href="#what-must-not-leave" aria-label="Permalink to &quot;What must not leave&quot;">​</a></h2><p>A handler of <code>grpc-js</code> that fails with <code>callback(new Error(…))</code>:</p>`);
      _push(ssrRenderComponent(_component_TraceExplorer, {
        trace: unref(secret),
        from: "server"
      }, null, _parent));
      _push(`<p>The text of the exception has become <code>grpc-message</code>, letter by letter, with the password in it. If the handler <em>throws</em> the same error, <code>grpc-js</code> says <code>Unknown error</code>, and nothing leaves:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>npm run lesson 18 -- --secret</span></span>
<span class="line"><span></span></span>
<span class="line"><span>callback(new Error(secret))    UNKNOWN: cannot reach postgres://admin:…</span></span>
<span class="line"><span>throw new Error(secret)        UNKNOWN: Unknown error</span></span>
<span class="line"><span>async, and throw               DEADLINE_EXCEEDED: Deadline exceeded</span></span>
<span class="line"><span>callback(error of the system)  UNKNOWN: cannot reach postgres://admin:…</span></span>
<span class="line"><span>callback(error with a number)  PERMISSION_DENIED: cannot reach postgre…</span></span>
<span class="line"><span>callback({ code, details })    UNAVAILABLE: try again later</span></span></code></pre></div><p>The third is the worst of them. Nobody catches what an <code>async</code> handler throws: the client waits until its time is up, and Node ends the process, with all other calls in it. The fifth is the funniest: an error that happened to have the number 7 as its <code>code</code>. So nothing may reach <code>callback</code> but what somebody has written for the caller. That is what <code>handle</code> of lesson 10 is for, and lesson 15’s mask.</p><p>Also <code>DebugInfo</code> is on the list of details. It has the stack. Behind a login of one’s own it may be useful; on the internet it is a map of the server.</p><h2 id="how-large-may-it-be" tabindex="-1">How large may it be? <a class="header-anchor" href="#how-large-may-it-be" aria-label="Permalink to &quot;How large may it be?&quot;">​</a></h2><p>Trailers are headers. A client may say how many octets of them it takes; many take 8 or 16 KiB. Details of 20 KiB, in base64, from both servers to both clients:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>npm run lesson 18 -- --details 20</span></span>
<span class="line"><span></span></span>
<span class="line"><span>grpc-js → grpc-js  NOT_FOUND, with details</span></span>
<span class="line"><span>grpc-js → ours     RESOURCE_EXHAUSTED: ENHANCE_YOUR_CALM: the header li…</span></span>
<span class="line"><span>ours → grpc-js     NOT_FOUND, with details</span></span>
<span class="line"><span>ours → ours        NOT_FOUND, and a remark that details are left out</span></span></code></pre></div><p>The second row is what to be afraid of. <strong>The status stands in the same block as the details</strong>, and is lost with them: the caller reads <code>RESOURCE_EXHAUSTED</code> of an order that was not found. <code>grpc-js</code>, as a server, does not ask how much its client takes; ours looks first. With <code>--details 100</code> a client of <code>grpc-js</code> waits until its time is up.</p><p>So there are few details, and small ones. A list of wrong fields needs an end: with ten thousand wrong items nobody would hear of the first. <code>MAX_VIOLATIONS</code> is 25.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "lost-status"
      }, null, _parent));
      _push(`<h2 id="a-message-that-is-not-a-message" tabindex="-1">A message that is not a message <a class="header-anchor" href="#a-message-that-is-not-a-message" aria-label="Permalink to &quot;A message that is not a message&quot;">​</a></h2><p><code>grpc-message</code> comes from whoever is at the other end, or stands between. Lesson 9 has written it; now read some that nobody has written so:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>npm run lesson 18 -- --text</span></span>
<span class="line"><span></span></span>
<span class="line"><span>in grpc-message     details at grpc-js  on one line, by ours</span></span>
<span class="line"><span>&quot;caf%C3%A9&quot;         &quot;café&quot;              café</span></span>
<span class="line"><span>&quot;100% sure&quot;         &quot;100% sure&quot;         100% sure</span></span>
<span class="line"><span>&quot;50%23 off&quot;         &quot;50%23 off&quot;         50# off</span></span>
<span class="line"><span>&quot;caf%C3&quot;            &quot;caf%C3&quot;            caf�</span></span>
<span class="line"><span>&quot;%2541&quot;             &quot;%41&quot;               %41</span></span>
<span class="line"><span>&quot;gone%0AINFO fine&quot;  &quot;gone\\nINFO fine&quot;   gone\\nINFO fine</span></span>
<span class="line"><span>&quot;%1B[2Jgone&quot;        &quot;\\u001b[2Jgone&quot;     \\u{1b}[2Jgone</span></span>
<span class="line"><span>&quot;cafÃ©&quot;             &quot;&quot;                  café</span></span>
<span class="line"><span>&quot;&quot;                  &quot;&quot;                  NOT_FOUND, and no text</span></span></code></pre></div><p><code>grpc-js</code> decodes with <code>decodeURI</code>. That function is made for addresses: it leaves <code>%23</code> as it is, and one escape that is wrong makes it give up the rest. The last but one is UTF-8 without escapes (<code>Ã©</code> are the two octets of é), and Node’s HTTP/2 drops it.</p><p>But look at the sixth and the seventh. They are decoded as they should be, and now there is a line break in the text. In a log it begins a line, which looks like one that the program has written. <code>ESC [2J</code> clears the screen of whoever looks at that log in a terminal. So there are three steps from the field to a line of a log, and their order matters: decode, once; count and cut, by characters; show what is not printable as an escape.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "order-of-work"
      }, null, _parent));
      _push(`<h2 id="what-a-person-reads" tabindex="-1">What a person reads <a class="header-anchor" href="#what-a-person-reads" aria-label="Permalink to &quot;What a person reads&quot;">​</a></h2><p>Not <code>details</code>. That is a text for developers, in English, and often the only one of its kind. A person wants to know three things: was it my fault, what can I do now, and has anything been done? The client knows them from the code and from the details:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/18-errors/person.ts.txt" target="_self">lessons/18-errors/person.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * What the person in front of the screen reads. Never \`details\`: that</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * is for developers.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> forPerson(error: GrpcError): string {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> localized = detailOf(error, LocalizedMessage);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (localized !== </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">undefined</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> localized.message;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> wrong = detailOf(error, BadRequest);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (wrong !== </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">undefined</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> fields = wrong.fieldViolations.map(({ field }) =&gt; field);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    return</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> \`Please look at: </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">fields</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">join(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;, &#39;</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">)</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">.\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  }</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  switch</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (error.code) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    case</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Status.UNAVAILABLE:</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    case</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Status.DEADLINE_EXCEEDED:</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      return</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> &#39;The shop does not answer. Please try again in a moment.&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    case</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Status.NOT_FOUND:</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      return</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> &#39;There is no such order.&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    case</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Status.UNAUTHENTICATED:</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      return</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> &#39;Please sign in.&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    default</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">:</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      return</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> &#39;Something went wrong. We know of it.&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  }</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>in the log     UNKNOWN: the server failed</span></span>
<span class="line"><span>on the screen  Something went wrong. We know of it.</span></span>
<span class="line"><span>in the log     INVALID_ARGUMENT: 3 fields are wrong: id, items[1], price</span></span>
<span class="line"><span>on the screen  Please look at: id, items[1], price.</span></span>
<span class="line"><span>in the log     FAILED_PRECONDITION: there is no kettle left</span></span>
<span class="line"><span>on the screen  Sorry, no kettle today.</span></span></code></pre></div><h2 id="break-it" tabindex="-1">Break it <a class="header-anchor" href="#break-it" aria-label="Permalink to &quot;Break it&quot;">​</a></h2><p>Handlers that fail with a secret in their hands. Which of them tells it?</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 18</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --secret</span></span></code></pre></div><p>Look for the password, and for the handler after which there is no server any more.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · A handler throws a secret ───────────────────────────────────────────────
  the handler     callback(new Error(secret))
  the client      UNKNOWN: cannot reach postgres://admin:hunter2@10.0.0.7/orders
  the handler     throw new Error(secret)
  the client      UNKNOWN: Unknown error
  the handler     async, and throw
  the client      DEADLINE_EXCEEDED: Deadline exceeded (and Node ends the
                  server)
  the handler     callback(error of the system)
  the client      UNKNOWN: cannot reach postgres://admin:hunter2@10.0.0.7/orders
  the handler     callback(error with a number)
  the client      PERMISSION_DENIED: cannot reach
                  postgres://admin:hunter2@10.0.0.7/orders
  the handler     callback({ code, details })
  the client      UNAVAILABLE: try again later
  our stack       UNKNOWN: the handler failed
An error in Node has a text for those who run the server, and often a code that
is not gRPC’s. callback(error) sends the text, whoever wrote it, and takes any
number for a status: 7 is PERMISSION_DENIED here. So nothing should reach
callback but what somebody has written for the caller.</pre></details><p>Details of any size, from both servers to both clients. Where does it begin to fail, and who waits?</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 18</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --details</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 15</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 18</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --details</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 20</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 18</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --details</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 100</span></span></code></pre></div><p>Look for the code: which of the four clients still hear that the order was not found.</p><details class="output"><summary>What <code>npm run lesson 18 -- --details 15</code> prints</summary><pre tabindex="0">── 1 · NOT_FOUND, with details of 15 KiB ───────────────────────────────────────
  grpc-js →       grpc-js: NOT_FOUND: there is no order 999, with details
  grpc-js →       ours: NOT_FOUND: there is no order 999, with details
  ours →          grpc-js: NOT_FOUND: there is no order 999, with details
  ours →          ours: NOT_FOUND: there is no order 999, with details
Trailers are headers, and a client says how many it takes: ours 16 KiB. grpc-js,
as a server, does not look. Then not only the details are lost but the status
with them: the caller reads RESOURCE_EXHAUSTED of an order that was not found,
or waits until its time is up. Our server looks first, leaves the details out,
and says so.</pre></details><details class="output"><summary>What <code>npm run lesson 18 -- --details 20</code> prints</summary><pre tabindex="0">── 1 · NOT_FOUND, with details of 20 KiB ───────────────────────────────────────
  grpc-js →       grpc-js: NOT_FOUND: there is no order 999, with details
  grpc-js →       ours: RESOURCE_EXHAUSTED: ENHANCE_YOUR_CALM: the header list
                  is too large
  ours →          grpc-js: NOT_FOUND: there is no order 999, with details
  ours →          ours: NOT_FOUND: there is no order 999 (its metadata or its
                  text is too large to be sent)
Trailers are headers, and a client says how many it takes: ours 16 KiB. grpc-js,
as a server, does not look. Then not only the details are lost but the status
with them: the caller reads RESOURCE_EXHAUSTED of an order that was not found,
or waits until its time is up. Our server looks first, leaves the details out,
and says so.</pre></details><details class="output"><summary>What <code>npm run lesson 18 -- --details 100</code> prints</summary><pre tabindex="0">── 1 · NOT_FOUND, with details of 100 KiB ──────────────────────────────────────
  grpc-js →       grpc-js: DEADLINE_EXCEEDED: Deadline exceeded
  grpc-js →       ours: UNAVAILABLE: ENHANCE_YOUR_CALM: a header block of …
                  octets in 5 frames
  ours →          grpc-js: DEADLINE_EXCEEDED: Deadline exceeded
  ours →          ours: NOT_FOUND: there is no order 999 (its metadata or its
                  text is too large to be sent)
Trailers are headers, and a client says how many it takes: ours 16 KiB. grpc-js,
as a server, does not look. Then not only the details are lost but the status
with them: the caller reads RESOURCE_EXHAUSTED of an order that was not found,
or waits until its time is up. Our server looks first, leaves the details out,
and says so.</pre></details><p>Texts that nobody should have sent:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 18</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --text</span></span></code></pre></div><p>Look for the rows in which the second column is wrong, and for the two in which it is right and does harm.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · A message that is not a message ─────────────────────────────────────────
    in grpc-message     details at grpc-js  on one line, by ours
    &quot;caf%C3%A9&quot;         &quot;café&quot;              café
    &quot;100% sure&quot;         &quot;100% sure&quot;         100% sure
    &quot;50%23 off&quot;         &quot;50%23 off&quot;         50# off
    &quot;caf%C3&quot;            &quot;caf%C3&quot;            caf�
    &quot;%2541&quot;             &quot;%41&quot;               %41
    &quot;gone%0AINFO fine&quot;  &quot;gone\\nINFO fine&quot;   gone\\nINFO fine
    &quot;%1B[2Jgone&quot;        &quot;\\u001b[2Jgone&quot;     \\u{1b}[2Jgone
    &quot;cafÃ©&quot;             &quot;&quot;                  café
    &quot;&quot;                  &quot;&quot;                  NOT_FOUND, and no text
grpc-js decodes with decodeURI: one wrong escape, and nothing is decoded; and
%23 stays, since it is a # and would mean something in an address. Neither is
wrong enough to notice. The other column decodes what it can, once, and then
makes sure that it is one line that does nothing to a terminal.</pre></details><h2 id="build-it" tabindex="-1">Build it <a class="header-anchor" href="#build-it" aria-label="Permalink to &quot;Build it&quot;">​</a></h2><p>Four tasks in <code>exercises/18-errors/</code>: domain errors to codes, details in and out, a message that is not a message, and a check that reports every field at once. The last tests of the first, the second and the fourth end at a client or a server of <code>grpc-js</code>.</p>`);
      _push(ssrRenderComponent(_component_BuildIt, { exercise: unref(exercise) }, null, _parent));
      _push(`<div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> exercise</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 18</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 18</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --mine</span></span></code></pre></div><p>With <code>--mine</code> the shop’s errors go through your table, its details through your reader, and its refusals come from your check, on both stacks.</p><h2 id="what-you-have-answered" tabindex="-1">What you have answered <a class="header-anchor" href="#what-you-have-answered" aria-label="Permalink to &quot;What you have answered&quot;">​</a></h2>`);
      _push(ssrRenderComponent(_component_QuizScore, { questions: unref(quiz) }, null, _parent));
      _push(`<h2 id="what-is-still-open" tabindex="-1">What is still open <a class="header-anchor" href="#what-is-still-open" aria-label="Permalink to &quot;What is still open&quot;">​</a></h2><p>Details travel in a trailer with a strange name. Why <code>-bin</code>, what else may stand there, and what may nobody put there? That is lesson 19.</p><h2 id="sources" tabindex="-1">Sources <a class="header-anchor" href="#sources" aria-label="Permalink to &quot;Sources&quot;">​</a></h2><ul><li>grpc/grpc, <a href="https://github.com/grpc/grpc/blob/master/doc/statuscodes.md" target="_blank" rel="noreferrer">statuscodes.md</a>: which codes the library produces, and when; <a href="https://grpc.io/docs/guides/status-codes/" target="_blank" rel="noreferrer">gRPC: Status codes</a>, <a href="https://grpc.io/docs/guides/error/" target="_blank" rel="noreferrer">Error handling</a></li><li>googleapis, <a href="https://github.com/googleapis/googleapis/blob/master/google/rpc/code.proto" target="_blank" rel="noreferrer"><code>code.proto</code></a>: each code, and how to choose between those that look alike; <a href="https://github.com/googleapis/googleapis/blob/master/google/rpc/error_details.proto" target="_blank" rel="noreferrer"><code>error_details.proto</code></a></li><li><a href="https://google.aip.dev/193" target="_blank" rel="noreferrer">AIP-193</a>: errors of an API, <code>ErrorInfo</code> in each of them, texts for developers and for persons</li><li><a href="https://github.com/grpc/proposal/blob/master/A54-restrict-control-plane-status-codes.md" target="_blank" rel="noreferrer">gRFC A54</a>: codes that must not be handed on</li><li><a href="https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md" target="_blank" rel="noreferrer">gRPC over HTTP/2</a>, <em>Status-Message</em> and <em>Percent-Encoded</em>; <a href="https://www.unicode.org/reports/tr9/" target="_blank" rel="noreferrer">UAX #9</a>, for what U+202E does</li><li><code>node_modules/@grpc/grpc-js/src/subchannel-call.ts</code>: <code>decodeURI</code>; <code>server-interceptors.ts</code>: what becomes of an error</li></ul><details class="details custom-block"><summary>What the article said, and what is true</summary><p>The course grew out of a series of articles (in Chinese, with Go) that goes from RPC to gRPC. Where it is wrong, or no longer right, this is what is true:</p><ul><li>It packs <code>epb.BadRequest_FieldViolation</code> into the details, for <code>WithDetails</code> takes any message. On the wire that is the type <code>google.rpc.BadRequest.FieldViolation</code>, and no reader but its own looks for that. Right is a <code>BadRequest</code> with a list of violations.</li><li>Its client has a <code>switch</code> on the types, and one <code>case</code> for it. So it works between the two programs of the article; every other client says <code>Unexpected error type</code>.</li><li><em>&quot;Order ID received is not valid&quot;</em>, with the id and the description of the order in the text: what the caller sent goes into the answer, and from there into logs. Name the field, and not the value.</li><li>If <code>WithDetails</code> fails, it returns the error without details. That is right: details are an extra.</li><li>It knows one reason to use a code. How to choose one, it does not say.</li></ul></details></div>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lessons/18-errors.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
export {
  __pageData,
  _sfc_main as default
};

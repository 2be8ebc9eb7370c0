import { useSSRContext, resolveComponent, unref } from "vue";
import { ssrRenderAttrs, ssrRenderComponent } from "vue/server-renderer";
const exercise = { kind: "handle", id: "02-many-calls", load: () => import("./02-many-calls.exercise.BVrhQrFy.js").then((exercise2) => exercise2.default) };
const outOfOrder = { kind: "handle", id: "out-of-order", load: () => import("./out-of-order.trace.CpK3ZbEK.js").then((trace) => trace.default) };
const lateReply = { kind: "handle", id: "late-reply", load: () => import("./late-reply.trace.BM82TWD4.js").then((trace) => trace.default) };
const twice = { kind: "handle", id: "twice", load: () => import("./twice.trace.a9K1AVmM.js").then((trace) => trace.default) };
const quiz = [
  {
    id: "unknown-id",
    question: "A reply arrives whose id is not in the table. What does a good client do?",
    answers: [
      {
        text: "Close the connection: the server is broken",
        reason: "It may be the late reply of a call that timed out. That is quite normal."
      },
      {
        text: "Ignore it",
        reason: "The call has left the table by another door, and nobody waits any more.",
        right: true
      },
      {
        text: "Give it to the oldest call that waits",
        reason: "Then that caller gets somebody else’s answer: the worst of all."
      }
    ]
  },
  {
    id: "deadline-means",
    question: '`order("soup")` ends with `DEADLINE_EXCEEDED`. How many soups were ordered?',
    answers: [
      { text: "None", reason: "The caller stopped waiting. Nobody told the server to stop." },
      { text: "One", reason: "Perhaps. The request may also have been lost on its way." },
      {
        text: "None or one",
        reason: "A timeout says something about the answer, nothing about the deed.",
        right: true
      }
    ]
  },
  {
    id: "which-name",
    question: "A repeated request must be recognised. Why is the call id not enough?",
    answers: [
      {
        text: "It is too short",
        reason: "Its size does not matter. What it names does."
      },
      {
        text: "It names one try; the next try is another call, perhaps on another connection",
        reason: "The key names what the caller wants. It stays the same however often it is asked for.",
        right: true
      },
      { text: "The server does not see it", reason: "It does, and copies it into the reply." }
    ]
  },
  {
    id: "in-flight",
    question: "A repetition with the same key arrives while the first is still running. What should happen?",
    answers: [
      {
        text: "Run it too, and answer both",
        reason: "Then it has run twice. A cache of finished replies has this hole."
      },
      {
        text: "Answer with an error: busy",
        reason: "That is safe, but the caller must try again. It can be had without."
      },
      {
        text: "Wait for the first, and give its answer to both",
        reason: "So the memory has to hold the promise, not only the finished reply.",
        right: true
      }
    ]
  },
  {
    id: "safe-again",
    question: "Which of these may be repeated without a key?",
    answers: [
      {
        text: '`setPrice("tea", 3)`',
        reason: "Setting twice is the same as setting once: idempotent.",
        right: true
      },
      { text: '`raisePrice("tea", 1)`', reason: "Twice makes it two more expensive." },
      { text: "`nextTicketNumber()`", reason: "Each repetition uses up a number." }
    ]
  }
];
const __pageData = JSON.parse('{"title":"Many calls, one connection","description":"Whose reply is this, and what if none comes? Lesson 2 of RPC from scratch.","frontmatter":{"prev":false,"next":false},"headers":[],"relativePath":"lessons/02-many-calls.md","filePath":"lessons/02-many-calls.md"}');
const __default__ = { name: "lessons/02-many-calls.md" };
const _sfc_main = /* @__PURE__ */ Object.assign(__default__, {
  __ssrInlineRender: true,
  setup(__props) {
    return (_ctx, _push, _parent, _attrs) => {
      const _component_LessonStart = resolveComponent("LessonStart");
      const _component_SequencePicture = resolveComponent("SequencePicture");
      const _component_Quiz = resolveComponent("Quiz");
      const _component_TraceExplorer = resolveComponent("TraceExplorer");
      const _component_BuildIt = resolveComponent("BuildIt");
      const _component_QuizScore = resolveComponent("QuizScore");
      _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="many-calls-one-connection" tabindex="-1">Many calls, one connection <a class="header-anchor" href="#many-calls-one-connection" aria-label="Permalink to &quot;Many calls, one connection&quot;">​</a></h1>`);
      _push(ssrRenderComponent(_component_LessonStart, null, null, _parent));
      _push(`<p>In lesson 1 a salad waited for a roast. The connection could carry one call at a time, because a reply did not say which call it answered. The only way to know was to count.</p><p>The mend takes one number. And once replies have an address, all the questions come that a real RPC system has to answer: what if a reply never comes, comes too late, comes twice, or the whole connection goes?</p><h2 id="the-idea-give-each-call-a-number" tabindex="-1">The idea: give each call a number <a class="header-anchor" href="#the-idea-give-each-call-a-number" aria-label="Permalink to &quot;The idea: give each call a number&quot;">​</a></h2><p>The client numbers its calls. The server copies the number into the reply. That is the <strong>call id</strong>, and Birrell and Nelson had it already. Now three calls can be under way at once, and each reply finds its caller in whatever order they come:</p>`);
      _push(ssrRenderComponent(_component_SequencePicture, { trace: unref(outOfOrder) }, null, _parent));
      _push(`<p>On the client&#39;s side this is a table: id → the promise that waits. A call enters the table when it is sent. It leaves the table <strong>exactly once</strong>, by one of three doors:</p><table tabindex="0"><thead><tr><th>door</th><th>what the caller gets</th></tr></thead><tbody><tr><td>a reply with its id came</td><td>the result, or an error with the server&#39;s code</td></tr><tr><td>its time is over</td><td><code>DEADLINE_EXCEEDED</code></td></tr><tr><td>the connection is gone</td><td><code>UNAVAILABLE</code></td></tr></tbody></table><p>Everything else follows from &quot;exactly once&quot;. A reply whose id is not in the table is nobody&#39;s, and is ignored. A timer that is not needed any more is cleared. After the connection is gone, the table is empty, and stays so.</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 2</span></span></code></pre></div><p>Look for the order of the replies, and for the ids that bring each of them home.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · Three calls at once ─────────────────────────────────────────────────────
Each call gets a number, its id, and the reply carries the same one. So nobody
has to wait in line: the roast was asked for first and comes last.
client ──▶ server  call 1: cook(&quot;roast&quot;)                                44 bytes
  0000  7b 22 69 64 22 3a 31     id = 1
                                   which call this is; the reply carries the
                                   same number (Birrell &amp; Nelson 1984)
  0007  2c 22 6d 65 74 68 6f 64  method = &quot;cook&quot;
        22 3a 22 63 6f 6f 6b 22    which procedure to call (Birrell &amp; Nelson
                                   1984)
  0017  2c 22 70 61 72 61 6d 73  params = [&quot;roast&quot;]
        22 3a 5b 22 72 6f 61 73    the arguments, in order: copies, not
        74 22 5d                   references
  002a  7d                       end of object · the closing bracket
  002b  0a                       newline = \\n · the message ends here
client ──▶ server  call 2: cook(&quot;soup&quot;)                                 43 bytes
  0000  7b 22 69 64 22 3a 32     id = 2
  0007  2c 22 6d 65 74 68 6f 64  method = &quot;cook&quot;
        22 3a 22 63 6f 6f 6b 22
  0017  2c 22 70 61 72 61 6d 73  params = [&quot;soup&quot;]
        22 3a 5b 22 73 6f 75 70
        22 5d
  0029  7d                       end of object
  002a  0a                       newline = \\n
client ──▶ server  call 3: cook(&quot;salad&quot;)                                44 bytes
  0000  7b 22 69 64 22 3a 33     id = 3
  0007  2c 22 6d 65 74 68 6f 64  method = &quot;cook&quot;
        22 3a 22 63 6f 6f 6b 22
  0017  2c 22 70 61 72 61 6d 73  params = [&quot;salad&quot;]
        22 3a 5b 22 73 61 6c 61
        64 22 5d
  002a  7d                       end of object
  002b  0a                       newline = \\n
client ◀── server  reply 3: &quot;one salad&quot;                                 30 bytes
  0000  7b 22 69 64 22 3a 33     id = 3
  0007  2c 22 72 65 73 75 6c 74  result = &quot;one salad&quot;
        22 3a 22 6f 6e 65 20 73    what the procedure returned
        61 6c 61 64 22
  001c  7d                       end of object
  001d  0a                       newline = \\n
client ◀── server  reply 2: &quot;one soup&quot;                                  29 bytes
  0000  7b 22 69 64 22 3a 32     id = 2
  0007  2c 22 72 65 73 75 6c 74  result = &quot;one soup&quot;
        22 3a 22 6f 6e 65 20 73
        6f 75 70 22
  001b  7d                       end of object
  001c  0a                       newline = \\n
client ◀── server  reply 1: &quot;one roast&quot;                                 30 bytes
  0000  7b 22 69 64 22 3a 31     id = 1
  0007  2c 22 72 65 73 75 6c 74  result = &quot;one roast&quot;
        22 3a 22 6f 6e 65 20 72
        6f 61 73 74 22
  001c  7d                       end of object
  001d  0a                       newline = \\n

── 2 · Errors with a code ──────────────────────────────────────────────────────
A program cannot act on a sentence. So an error carries a code, one of a few,
and the sentence is for people:
  server          127.0.0.1:… connected
  caller          cook(&#39;pizza&#39;) → NOT_FOUND: &#39;pizza&#39; is not on the menu
  caller          dance() → UNIMPLEMENTED: there is no procedure &#39;dance&#39;
  server          a bug, and only we see it: TypeError: Cannot read properties
                  of undefined (reading &#39;/etc/passwd&#39;)
  caller          bill() → INTERNAL: the server failed
  server          127.0.0.1:… left (119 bytes came, chunks: 3)
The last one is a bug. Its text stays on the server: an exception can hold a
path, a query, a password.

── 3 · Waiting has an end ──────────────────────────────────────────────────────
The stew takes 400 ms; the caller waits for 100. Its slot is free at once, and
the salad is not held up:
client ──▶ server  call 1: cook(&quot;stew&quot;)                                 43 bytes
  0000  … 23 bytes               as before: id, method
  0017  2c 22 70 61 72 61 6d 73  params = [&quot;stew&quot;]
        22 3a 5b 22 73 74 65 77
        22 5d
  0029  7d                       end of object
  002a  0a                       newline = \\n
··· client: call 1 is given up: DEADLINE_EXCEEDED, no reply within 100 ms
client ──▶ server  call 2: cook(&quot;salad&quot;)                                44 bytes
  0000  … 44 bytes               as before: id, method, params, end of object,
                                 newline
client ◀── server  reply 2: &quot;one salad&quot;                                 30 bytes
  0000  … 30 bytes               as before: id, result, end of object, newline
client ◀── server  reply 1: &quot;one stew&quot;                                  29 bytes
  0000  7b 22 69 64 22 3a 31     id = 1
  0007  2c 22 72 65 73 75 6c 74  result = &quot;one stew&quot;
        22 3a 22 6f 6e 65 20 73
        74 65 77 22
  001b  7d                       end of object
  001c  0a                       newline = \\n
··· client: nobody waits for call 1 any more: its reply is ignored
DEADLINE_EXCEEDED says that no answer came in time. It does not say that nothing
happened: the stew was cooked.

── 4 · Twice the message, once the order ───────────────────────────────────────
So what does a caller do that got no answer? Send it again, and risk a second
order. Unless the request has a name of its own, a key, that stays the same when
it is repeated:
client ──▶ server  call 1: order(&quot;soup&quot;)                                66 bytes
  0000  7b 22 69 64 22 3a 31     id = 1
  0007  2c 22 6d 65 74 68 6f 64  method = &quot;order&quot;
        22 3a 22 6f 72 64 65 72
        22
  0018  … 18 bytes               as before: params
  002a  2c 22 6b 65 79 22 3a 22  key = &quot;table-4-first&quot;
        74 61 62 6c 65 2d 34 2d    names the request, so that a repetition is
        66 69 72 73 74 22          not executed again
  0040  7d                       end of object
  0041  0a                       newline = \\n
client ◀── server  reply 1: &quot;order 1: soup&quot;                             34 bytes
  0000  7b 22 69 64 22 3a 31     id = 1
  0007  2c 22 72 65 73 75 6c 74  result = &quot;order 1: soup&quot;
        22 3a 22 6f 72 64 65 72
        20 31 3a 20 73 6f 75 70
        22
  0020  7d                       end of object
  0021  0a                       newline = \\n
client ──▶ server  call 2: order(&quot;soup&quot;)                                66 bytes
  0000  … 66 bytes               as before: id, method, params, key, end of
                                 object, newline
client ◀── server  reply 2: &quot;order 1: soup&quot;                             34 bytes
  0000  … 34 bytes               as before: id, result, end of object, newline
Two calls, two replies, one order: the server had remembered its answer to that
key. This is at-most-once, as long as the server remembers. What can be done
twice without harm, such as reading, needs none of it: it is idempotent.</pre></details><h2 id="the-code" tabindex="-1">The code <a class="header-anchor" href="#the-code" aria-label="Permalink to &quot;The code&quot;">​</a></h2><p>A client with many calls in flight is a connection, a decoder for what comes, and the table. You build the table.</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/02-many-calls/client.ts.txt" target="_self">lessons/02-many-calls/client.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * Three calls at once over one connection; each reply is printed when</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * it comes.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> async</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> runClient({</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  host,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  port,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  log,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  signal,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}: ClientOptions): Promise&lt;void&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> client = createClient(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> connectTcp({ host, port }, signal),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  );</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> dishes = [</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;roast&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;soup&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;salad&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">];</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Promise.all(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    dishes.map(</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">async</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (dish) =&gt;</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      log(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">dish</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> → </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> client</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">call(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;cook&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> [dish])</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    ),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  );</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  client.close();</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><p>The server runs the calls of a connection at the same time and answers each when it is ready. But not any number of them: a client that sends calls without end would fill the server&#39;s memory. At a hundred, this server stops <em>reading</em>. What the client sends after that stays in the client&#39;s own memory, and the client has to wait.</p><div class="excerpt ts"><p class="file"><a href="/source/src/rpc/serve.ts.txt" target="_self">src/rpc/serve.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> work(): void {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  while</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (running &lt; concurrency &amp;&amp; !congested) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> request = waiting.shift();</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (request === </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">undefined</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">break</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    running++;</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    void</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> handle(request).then(answer);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  }</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (congested || waiting.length &gt; </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) connection.pause();</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  else</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> connection.resume();</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (peerDone &amp;&amp; running === </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> &amp;&amp; waiting.length === </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">)</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    connection.end();</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> answer(reply: Uint8Array): void {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  running--;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (!connection.write(framing.encode(reply))) congested = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">true</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  work();</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><p>The same rule holds for replies. If the client does not read them, <code>write</code> says so, and the server takes up no new work until they are gone. You meet this again as <em>flow control</em>, in lesson 14.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "unknown-id"
      }, null, _parent));
      _push(`<h2 id="the-bytes" tabindex="-1">The bytes <a class="header-anchor" href="#the-bytes" aria-label="Permalink to &quot;The bytes&quot;">​</a></h2>`);
      _push(ssrRenderComponent(_component_TraceExplorer, { trace: unref(outOfOrder) }, null, _parent));
      _push(`<p>An error now has a <code>code</code> besides its message. A program cannot act on a sentence, but it can act on one of a few words: retry on <code>UNAVAILABLE</code>, ask the user on <code>NOT_FOUND</code>. The words are gRPC&#39;s; in lesson 9 they come back as numbers.</p><p>And one kind of error has <em>less</em> in it than before. An exception that nobody meant for the caller, a bug, becomes <code>INTERNAL: the server failed</code>. Its text stays on the server, where a log can have it. It may hold a path, a query, a password.</p><h2 id="waiting-has-an-end" tabindex="-1">Waiting has an end <a class="header-anchor" href="#waiting-has-an-end" aria-label="Permalink to &quot;Waiting has an end&quot;">​</a></h2><p>A caller that waits for ever holds its slot, its memory and its own callers for ever. So a call may have a time limit. When it is over, the caller gets <code>DEADLINE_EXCEEDED</code> and the slot is free; the reply, when it comes, is nobody&#39;s:</p>`);
      _push(ssrRenderComponent(_component_SequencePicture, { trace: unref(lateReply) }, null, _parent));
      _push(`<p>Read that error with care. It says that no answer came <em>in time</em>. The stew was cooked.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "deadline-means"
      }, null, _parent));
      _push(`<h2 id="do-it-again" tabindex="-1">Do it again? <a class="header-anchor" href="#do-it-again" aria-label="Permalink to &quot;Do it again?&quot;">​</a></h2><p>So the caller got no answer: a timeout, or the connection was lost. Should it call again? If the procedure only reads, yes. What can be done twice with the same effect as once is called <strong>idempotent</strong>, and needs no further thought.</p><p>But <code>order(&#39;soup&#39;)</code> twice is two soups. There are two honest ways to live with that:</p><ul><li><strong>at least once</strong>: repeat until an answer comes. It has run, perhaps more than once.</li><li><strong>at most once</strong>: never run twice. The server must then recognise a repetition.</li></ul><p>To be recognised, the <em>request</em> needs a name, one that stays the same when it is sent again: a <strong>key</strong>. (The call id will not do. It names one try, and the second try has another.) The server remembers what it answered to each key, and gives the same answer to every repetition, without running anything:</p>`);
      _push(ssrRenderComponent(_component_TraceExplorer, { trace: unref(twice) }, null, _parent));
      _push(`<p>How long does it remember? Here, the last thousand replies, until it is restarted. That is the small print of every at-most-once: the memory is somewhere, and it ends somewhere. To survive a crash it would have to be on disk, written together with the order itself.</p><p>&quot;Exactly once&quot;, by the way, is not on the list. Over a wire that can lose messages it cannot be had; what is sold under that name is at-least-once sending with a receiver that recognises repetitions.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "which-name in-flight safe-again"
      }, null, _parent));
      _push(`<h2 id="break-it" tabindex="-1">Break it <a class="header-anchor" href="#break-it" aria-label="Permalink to &quot;Break it&quot;">​</a></h2><p>A real server process dies (<code>kill -9</code>) while three calls are running. What becomes of them, and of a fourth?</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 2</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --kill</span></span></code></pre></div><p>Look for <code>UNAVAILABLE</code>: every call that was waiting gets it, and no call is pending afterwards.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · The server dies in the middle of three calls ────────────────────────────
  server          runs as process … on port …
client ──▶ server  call 1: cook(&quot;stew&quot;)                                 43 bytes
  0000  7b 22 69 64 22 3a 31     id = 1
                                   which call this is; the reply carries the
                                   same number (Birrell &amp; Nelson 1984)
  0007  2c 22 6d 65 74 68 6f 64  method = &quot;cook&quot;
        22 3a 22 63 6f 6f 6b 22    which procedure to call (Birrell &amp; Nelson
                                   1984)
  0017  2c 22 70 61 72 61 6d 73  params = [&quot;stew&quot;]
        22 3a 5b 22 73 74 65 77    the arguments, in order: copies, not
        22 5d                      references
  0029  7d                       end of object · the closing bracket
  002a  0a                       newline = \\n · the message ends here
client ──▶ server  call 2: cook(&quot;stew&quot;)                                 43 bytes
  0000  7b 22 69 64 22 3a 32     id = 2
  0007  … 36 bytes               as before: method, params, end of object,
                                 newline
client ──▶ server  call 3: cook(&quot;stew&quot;)                                 43 bytes
  0000  7b 22 69 64 22 3a 33     id = 3
  0007  … 36 bytes               as before: method, params, end of object,
                                 newline
                  3 calls are pending: kill -9 …
  caller          call 1 → UNAVAILABLE: the connection was lost
  caller          call 2 → UNAVAILABLE: the connection was lost
  caller          call 3 → UNAVAILABLE: the connection was lost
                  0 calls are pending
  caller          a fourth call, after that → UNAVAILABLE, at once
Nobody waits for ever: what was pending fails with the connection, and so does
what comes after. Whether a stew was cooked before the end, UNAVAILABLE cannot
say.</pre></details><p>The stew takes 400 ms. Be impatient, then patient:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 2</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --delay</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 100</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 2</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --delay</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 1000</span></span></code></pre></div><p>Look for the stew: with 100 ms the caller gives up, and the server cooks on; with 1000 ms the stew comes.</p><details class="output"><summary>What <code>npm run lesson 2 -- --delay 100</code> prints</summary><pre tabindex="0">── 1 · A stew takes 400 ms, the caller waits 100 ───────────────────────────────
  server          127.0.0.1:… connected
  server          cooking stew
  server          cooking salad
  caller          gets one salad after … ms
  caller          DEADLINE_EXCEEDED after … ms, pending: 0
  server          127.0.0.1:… left (87 bytes came, chunks: 1)
Only the caller stopped. The server cooks on, for nobody: it was never told.
Lesson 17 does that.</pre></details><details class="output"><summary>What <code>npm run lesson 2 -- --delay 1000</code> prints</summary><pre tabindex="0">── 1 · A stew takes 400 ms, the caller waits 1000 ──────────────────────────────
  server          127.0.0.1:… connected
  server          cooking stew
  server          cooking salad
  caller          gets one salad after … ms
  caller          gets one stew after … ms
  server          127.0.0.1:… left (87 bytes came, chunks: 1)
That was patient enough. Try --delay 100.</pre></details><p>Send the same order twice, without a key and with one:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 2</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --twice</span></span></code></pre></div><p>Look for the number of the order: without a key there is a second one, with a key there is not.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · Without a key ───────────────────────────────────────────────────────────
  caller          sends: order(&#39;soup&#39;)
  server          order 1: soup
                  suppose that the answer, &#39;order 1: soup&#39;, is lost on its way
                  back
  caller          sends again: order(&#39;soup&#39;)
  server          order 2: soup
  caller          gets &#39;order 2: soup&#39;

── 2 · With the key &#39;table-4-first&#39; ────────────────────────────────────────────
  caller          sends: order(&#39;soup&#39;)
  server          order 3: soup
                  suppose that the answer, &#39;order 3: soup&#39;, is lost on its way
                  back
  caller          sends again: order(&#39;soup&#39;)
  caller          gets &#39;order 3: soup&#39;
Without a key the soup was ordered twice, with a key once: the server knew the
key, and gave the answer that it had kept. The key belongs to what the guest
wants, the call id to one try at getting it.</pre></details><h2 id="build-it" tabindex="-1">Build it <a class="header-anchor" href="#build-it" aria-label="Permalink to &quot;Build it&quot;">​</a></h2><p>Five tasks in <code>exercises/02-many-calls/</code>: number the calls, bring each reply home, stop waiting, survive the loss of the connection, and the server&#39;s memory for keys. The suite has a clock of its own, so that a timeout of a minute takes no time at all.</p>`);
      _push(ssrRenderComponent(_component_BuildIt, { exercise: unref(exercise) }, null, _parent));
      _push(`<div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> exercise</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 2</span></span></code></pre></div><h2 id="what-you-have-answered" tabindex="-1">What you have answered <a class="header-anchor" href="#what-you-have-answered" aria-label="Permalink to &quot;What you have answered&quot;">​</a></h2>`);
      _push(ssrRenderComponent(_component_QuizScore, { questions: unref(quiz) }, null, _parent));
      _push(`<h2 id="what-is-still-open" tabindex="-1">What is still open <a class="header-anchor" href="#what-is-still-open" aria-label="Permalink to &quot;What is still open&quot;">​</a></h2><p>Our messages end at a newline. That works until a message has one inside, or never ends, or is a picture. <a href="./03-framing.html">Where does a message end?</a></p><h2 id="sources" tabindex="-1">Sources <a class="header-anchor" href="#sources" aria-label="Permalink to &quot;Sources&quot;">​</a></h2><ul><li>Birrell and Nelson, <a href="https://dl.acm.org/doi/10.1145/2080.357392" target="_blank" rel="noreferrer"><em>Implementing Remote Procedure Calls</em></a>, 1984: call identifiers, retransmission, and what a caller may conclude from an exception</li><li><a href="https://grpc.io/docs/guides/status-codes/" target="_blank" rel="noreferrer">gRPC status codes</a>: the codes and who generates which</li><li><a href="https://www.rfc-editor.org/rfc/rfc9110#section-9.2.2" target="_blank" rel="noreferrer">RFC 9110 §9.2.2</a>, <em>Idempotent Methods</em>: the same idea in HTTP</li></ul><details class="details custom-block"><summary>What the article said, and what is true</summary><p>The course grew out of a series of articles (in Chinese, with Go) that goes from RPC to gRPC. Where it is wrong, or no longer right, this is what is true:</p><p>The article&#39;s RPC blocks its caller, so that there is one call at a time, and it concludes that gRPC is <em>&quot;mainly synchronous&quot;</em> and that streams come after. Whether a caller blocks is a matter of the language&#39;s API, not of the protocol: on the wire a connection of gRPC carries as many calls at once as its two ends like, each with an id. It calls that id a <em>stream id</em>, and you see it in lesson 7. Timeouts, duplicates and what to do about them do not come up in it at all.</p></details></div>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lessons/02-many-calls.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
export {
  __pageData,
  _sfc_main as default
};

import { useSSRContext, resolveComponent, unref } from "vue";
import { ssrRenderAttrs, ssrRenderComponent } from "vue/server-renderer";
const exercise = { kind: "handle", id: "01-local-to-remote", load: () => import("./01-local-to-remote.exercise.Cltyu1vQ.js").then((exercise2) => exercise2.default) };
const calls = { kind: "handle", id: "calls", load: () => import("./calls.trace.B-Pxh-Wi.js").then((trace) => trace.default) };
const quiz = [
  {
    id: "who-marshals",
    question: "Which part knows both the name of the procedure and the form of the message?",
    answers: [
      {
        text: "The runtime",
        reason: "The runtime moves bytes from one end to the other. It does not look into them."
      },
      {
        text: "The stub and the skeleton",
        reason: "They turn calls into messages and back.",
        right: true
      },
      {
        text: "The procedure",
        reason: "It is an ordinary function and knows of no message at all."
      }
    ]
  },
  {
    id: "await-stub",
    question: "A stub answers every property with a remote procedure. Why does `await stub` then never end?",
    answers: [
      {
        text: "The server is slow",
        reason: "The server has no such procedure and would say so at once."
      },
      {
        text: "`await` asks for a property `then`, and the stub has one",
        reason: "Whatever has a `then` is taken for a promise, so `await` calls it and waits for a callback that never comes. A stub must not answer to `then`.",
        right: true
      },
      {
        text: "A stub cannot be awaited because it is an object",
        reason: "Any value can be awaited. Most are simply returned."
      }
    ]
  },
  {
    id: "first-bytes",
    question: 'Predict the bytes: which ones go over the wire for `sort(["b"])`? (In hex; the message ends with a newline.)',
    bytes: { encoder: "call", method: "sort", params: [["b"]] },
    reason: 'The list of arguments has one argument, which is itself a list: `[["b"]]`. A stub that spread it would have called `sort("b")`.'
  },
  {
    id: "by-value",
    question: "The caller passes an object, and the procedure changes a field of it. What does the caller see?",
    answers: [
      {
        text: "Its object, unchanged",
        reason: "What arrived over there was a copy. If the caller is to see the change, it must be in the result.",
        right: true
      },
      { text: "Its object, changed", reason: "The two processes share no memory." },
      { text: "An error", reason: "Nothing goes wrong. That is what makes it hard to notice." }
    ]
  },
  {
    id: "no-reply",
    question: 'A call to `pay(100)` ends with "the connection was lost". What do you know?',
    answers: [
      {
        text: "The money was not paid: the call failed",
        reason: "The call failed for you. The server may have run it to the end and lost only the answer."
      },
      {
        text: "The money was paid: otherwise the server would have said so",
        reason: "Perhaps the request never got there."
      },
      {
        text: "Neither: it was paid once, or not at all",
        reason: "That is partial failure. Before you call again, you need a way to make the second call harmless.",
        right: true
      }
    ]
  }
];
const __pageData = JSON.parse('{"title":"From a function call to a remote call","description":"How can a function run on another machine? Lesson 1 of RPC from scratch.","frontmatter":{"prev":false,"next":false},"headers":[],"relativePath":"lessons/01-local-to-remote.md","filePath":"lessons/01-local-to-remote.md"}');
const __default__ = { name: "lessons/01-local-to-remote.md" };
const _sfc_main = /* @__PURE__ */ Object.assign(__default__, {
  __ssrInlineRender: true,
  setup(__props) {
    return (_ctx, _push, _parent, _attrs) => {
      const _component_LessonStart = resolveComponent("LessonStart");
      const _component_EightSteps = resolveComponent("EightSteps");
      const _component_Quiz = resolveComponent("Quiz");
      const _component_TraceExplorer = resolveComponent("TraceExplorer");
      const _component_BuildIt = resolveComponent("BuildIt");
      const _component_QuizScore = resolveComponent("QuizScore");
      _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="from-a-function-call-to-a-remote-call" tabindex="-1">From a function call to a remote call <a class="header-anchor" href="#from-a-function-call-to-a-remote-call" aria-label="Permalink to &quot;From a function call to a remote call&quot;">​</a></h1>`);
      _push(ssrRenderComponent(_component_LessonStart, null, null, _parent));
      _push(`<p>A function call is the most natural thing in programming. The arguments go in, the caller waits, a value comes out. Now the function has to run somewhere else: in another process, on another machine, where the data is. Could the caller go on writing the very same line?</p><p>In 1984 Andrew Birrell and Bruce Nelson showed how, at Xerox PARC, and every RPC system since then has the parts that they named. In this lesson you watch those parts at work on a real connection. Then you build them.</p><h2 id="the-idea-a-stand-in-on-each-side" tabindex="-1">The idea: a stand-in on each side <a class="header-anchor" href="#the-idea-a-stand-in-on-each-side" aria-label="Permalink to &quot;The idea: a stand-in on each side&quot;">​</a></h2><p>The caller cannot reach the procedure. So it gets a stand-in that it can reach: an object with the same methods, called the <strong>stub</strong>. A method of the stub does none of the work. It packs the name of the method and the arguments into a message (it <em>marshals</em> them), has the message sent, and unpacks the answer.</p><p>On the other side stands the stub&#39;s mirror, the <strong>skeleton</strong>. It unpacks the message, makes an ordinary local call on behalf of somebody far away, and packs the result. Between the two, a <strong>runtime</strong> moves bytes, and knows nothing of procedures. (Birrell and Nelson call both of them stubs, <em>user-stub</em> and <em>server-stub</em>. <em>Skeleton</em> is the word of CORBA and of Java&#39;s RMI, ten years later.)</p>`);
      _push(ssrRenderComponent(_component_EightSteps, null, null, _parent));
      _push(`<ol><li>The <strong>caller</strong> calls a method of the stub. That is a local call.</li><li>The <strong>stub</strong> marshals the method&#39;s name and the arguments into bytes.</li><li>The client&#39;s <strong>runtime</strong> sends the bytes and waits.</li><li>The server&#39;s <strong>runtime</strong> takes them off the wire and hands them to the skeleton.</li><li>The <strong>skeleton</strong> unmarshals them and calls the real procedure.</li><li>The <strong>procedure</strong> runs, and returns to the skeleton. It cannot tell who called.</li><li>The <strong>skeleton</strong> marshals the result, and the runtime sends it back.</li><li>The <strong>stub</strong> unmarshals the result and returns it to the caller.</li></ol><p>Run it, and see each step as it happens:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 1</span></span></code></pre></div><p>Look for the numbers 1 to 8: they are the eight steps, and the bytes stand where the network is.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · A local call ────────────────────────────────────────────────────────────
A function in this process. Arguments go onto the stack, the processor jumps,
and the result comes back:
    files.readFile(&#39;notes.txt&#39;)  →  &quot;Remember the milk.\\n&quot;

── 2 · The same call, to another process ───────────────────────────────────────
The function now lives in a server, on port …. The caller has a stub in its
place: an object with the same methods and nothing behind them but a wire.
  1 caller        calls readFile(&quot;notes.txt&quot;): a local call, to the stub
  2 stub          marshals the name and the arguments into 44 bytes
  3 runtime       adds a newline, sends, and waits
client ──▶ server  call: readFile(&quot;notes.txt&quot;)                          45 bytes
  0000  7b 22 6d 65 74 68 6f 64  method = &quot;readFile&quot;
        22 3a 22 72 65 61 64 46    which procedure to call (Birrell &amp; Nelson
        69 6c 65 22                1984)
  0014  2c 22 70 61 72 61 6d 73  params = [&quot;notes.txt&quot;]
        22 3a 5b 22 6e 6f 74 65    the arguments, in order: copies, not
        73 2e 74 78 74 22 5d       references
  002b  7d                       end of object · the closing bracket
  002c  0a                       newline = \\n · the message ends here
  4 runtime       takes the bytes off the wire, up to the newline, and hands
                  them on
  5 skeleton      unmarshals them and calls the real readFile(&quot;notes.txt&quot;)
  6 procedure     runs on the server and returns &quot;Remember the milk.\\n&quot;
  7 skeleton      marshals what came of it; the runtime sends it back
client ◀── server  reply: &quot;Remember the milk.\\n&quot;                        34 bytes
  0000  7b 22 72 65 73 75 6c 74  result = &quot;Remember the milk.\\n&quot;
        22 3a 22 52 65 6d 65 6d    what the procedure returned
        62 65 72 20 74 68 65 20
        6d 69 6c 6b 2e 5c 6e 22
  0020  7d                       end of object
  0021  0a                       newline = \\n
  8 stub          unmarshals the reply and returns &quot;Remember the milk.\\n&quot; to the
                  caller

── 3 · When the procedure fails ────────────────────────────────────────────────
  1 caller        calls readFile(&quot;nothing.txt&quot;): a local call, to the stub
  2 stub          marshals the name and the arguments into 46 bytes
  3 runtime       adds a newline, sends, and waits
client ──▶ server  call: readFile(&quot;nothing.txt&quot;)                        47 bytes
  0000  … 20 bytes               as before: method
  0014  2c 22 70 61 72 61 6d 73  params = [&quot;nothing.txt&quot;]
        22 3a 5b 22 6e 6f 74 68
        69 6e 67 2e 74 78 74 22
        5d
  002d  7d                       end of object
  002e  0a                       newline = \\n
  4 runtime       takes the bytes off the wire, up to the newline, and hands
                  them on
  5 skeleton      unmarshals them and calls the real readFile(&quot;nothing.txt&quot;)
  6 procedure     throws: there is no file &#39;nothing.txt&#39;
  7 skeleton      marshals what came of it; the runtime sends it back
client ◀── server  reply: error there is no file &#39;nothing.txt&#39;          55 bytes
  0000  7b 22 65 72 72 6f 72 22  error = {&quot;message&quot;:&quot;there is no file
        3a 7b 22 6d 65 73 73 61  &#39;nothing.txt&#39;&quot;}
        67 65 22 3a 22 74 68 65    the procedure failed; this is why
        72 65 20 69 73 20 6e 6f
        … 13 more
        78 74 27 22 7d
  0035  7d                       end of object
  0036  0a                       newline = \\n
  8 stub          unmarshals the reply and throws RemoteError
                  there is no file &#39;nothing.txt&#39;
An error cannot jump over a wire. It was caught over there, sent as text, and
thrown again here.

── 4 · What a stub cannot hide ─────────────────────────────────────────────────
  time            local 0.62 µs, remote 80 µs (medians of 300 calls just now)
                  and that is a wire of no length, inside one machine
  memory          local:  files.sort(names) and names is [&quot;a&quot;,&quot;b&quot;,&quot;c&quot;]
                  remote: files.sort(names) and names is [&quot;c&quot;,&quot;a&quot;,&quot;b&quot;]: a copy
                  was sorted, far away
  failure         a local call returns or throws. A remote one can also get no
                  answer, and then nobody here knows whether it ran. Try it: npm
                  run lesson 1 -- --cut after</pre></details>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "who-marshals"
      }, null, _parent));
      _push(`<h2 id="the-code" tabindex="-1">The code <a class="header-anchor" href="#the-code" aria-label="Permalink to &quot;The code&quot;">​</a></h2><p>The procedures are plain functions. Nothing about them is remote:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/01-local-to-remote/files.ts.txt" target="_self">lessons/01-local-to-remote/files.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> files = {</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">  /** The text of a file. */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  readFile(name: string): string {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> text = FILES[name];</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:inherit;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (text === </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">undefined</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">)</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:inherit;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      throw</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Error(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`there is no file &#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">name</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:inherit;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> text;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  },</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">  /**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">   * Puts the names in order, in place, as \`Array.prototype.sort\`</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">   * does.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">   */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  sort(names: string[]): </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:inherit;">void</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    names.sort();</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">};</span></span></code></pre></div></div><p>The server puts them within reach of the network:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/01-local-to-remote/server.ts.txt" target="_self">lessons/01-local-to-remote/server.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * Puts the procedures of \`implementation\` within reach of the</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * network.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> startServer(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  options: ServerOptions,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  implementation: object = files,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">): Promise&lt;RunningServer&gt; {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> startRpcServer(options, createSkeleton(implementation));</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><p>And the client calls one. Look at the line in the middle: apart from <code>await</code>, it is the local call.</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/01-local-to-remote/client.ts.txt" target="_self">lessons/01-local-to-remote/client.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/** Calls \`readFile\`, which is somewhere else, as if it were here. */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> async</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> runClient({</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  host,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  port,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  log,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  signal,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}: ClientOptions): Promise&lt;void&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> connection = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> connectTcp({ host, port }, signal);</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> files = createStub&lt;Files&gt;(createExchange(connection));</span></span>
<span class="line"></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  log(</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> files.readFile(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;notes.txt&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">));</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  connection.end();</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><p>Where does TypeScript know the methods of the stub from? From the type of the implementation, with each result turned into a promise. That is all a stub changes in the <em>type</em> of a procedure, and it is a good deal: it says that the answer comes later, or never.</p><div class="excerpt ts"><p class="file"><a href="/source/src/rpc/stub.ts.txt" target="_self">src/rpc/stub.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * What a remote object looks like from here: the same methods, but</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * each answer comes later.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> type</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Remote&lt;Api&gt; = {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  [Name </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">in</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> keyof</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Api]: Api[Name] </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">extends</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    ...params: </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">infer</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Params</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  ) =&gt; </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">infer</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Result</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    ? (...params: Params) =&gt; Promise&lt;Awaited&lt;Result&gt;&gt;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    : never;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">};</span></span></code></pre></div></div><p>The two ends do not have to share a process. Start each in a terminal of its own, and then stop the server and call again:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 1</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> server</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 1</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> client</span></span></code></pre></div><p>Look at the server’s terminal: it says who came, and how many bytes, in how many pieces.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "await-stub"
      }, null, _parent));
      _push(`<h2 id="the-bytes" tabindex="-1">The bytes <a class="header-anchor" href="#the-bytes" aria-label="Permalink to &quot;The bytes&quot;">​</a></h2><p>This is what went over the wire in a call that returned and in one that threw. It was recorded from a run of the code above, and a test records it again to see that it is still so. Go through it with the mouse or the arrow keys.</p>`);
      _push(ssrRenderComponent(_component_TraceExplorer, { trace: unref(calls) }, null, _parent));
      _push(`<p>The form is our own and as simple as can be: a JSON text a message, and a newline after it. Two things are worth a second look.</p><ul><li><strong>Arguments travel by value.</strong> What arrives is a copy. The server cannot see the caller&#39;s variables, and can change none.</li><li><strong>An error is a kind of reply.</strong> An exception cannot jump over a wire. It is caught over there, sent as text, and a new one is thrown here.</li></ul>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "first-bytes"
      }, null, _parent));
      _push(`<h2 id="what-a-stub-cannot-hide" tabindex="-1">What a stub cannot hide <a class="header-anchor" href="#what-a-stub-cannot-hide" aria-label="Permalink to &quot;What a stub cannot hide&quot;">​</a></h2><p>It was the dream of the 1980s that a remote call would look just like a local one, and that the programmer need not know which is which. Ten years later Jim Waldo and three colleagues wrote down why that cannot be. There are differences that no stub hides:</p><table tabindex="0"><thead><tr><td></td><th>local call</th><th>remote call</th></tr></thead><tbody><tr><td><strong>time</strong></td><td>nanoseconds</td><td>a hundred to a million times as long</td></tr><tr><td><strong>memory</strong></td><td>arguments may be references</td><td>only copies; nothing is shared</td></tr><tr><td><strong>failure</strong></td><td>returns, throws, or the whole program ends</td><td>the other side may die alone, or the wire may break</td></tr></tbody></table><p>The last is the one that matters. When a reply does not come, the caller cannot know whether the procedure has run: perhaps the request was lost, perhaps the answer was. That is <strong>partial failure</strong>, and no local call has it. Birrell and Nelson promised just that much: if the call returns, the procedure ran exactly once; if it fails, it ran once or not at all, and nobody can say which.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "by-value no-reply"
      }, null, _parent));
      _push(`<h2 id="break-it" tabindex="-1">Break it <a class="header-anchor" href="#break-it" aria-label="Permalink to &quot;Break it&quot;">​</a></h2><p>Cut the wire before the procedure has run, and after it. The caller gets the same error both times:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 1</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --cut</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> before</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 1</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --cut</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> after</span></span></code></pre></div><p>Look for what the caller gets: it is the same both times. Then look at what was paid.</p><details class="output"><summary>What <code>npm run lesson 1 -- --cut before</code> prints</summary><pre tabindex="0">── 1 · The wire is cut before the call has run ─────────────────────────────────
  caller          pay(100) …
  caller          gets: the server closed the connection
  server          asked over a new connection: 0 was paid
The caller cannot tell this from --cut after: the same error, and it did not
happen. If it calls again to be safe, it may pay twice; if it does not, it may
not have paid. Lesson 2 mends that.</pre></details><details class="output"><summary>What <code>npm run lesson 1 -- --cut after</code> prints</summary><pre tabindex="0">── 1 · The wire is cut after the call has run ──────────────────────────────────
  caller          pay(100) …
  caller          gets: the server closed the connection
  server          asked over a new connection: 100 was paid
The caller cannot tell this from --cut before: the same error, and it did
happen. If it calls again to be safe, it may pay twice; if it does not, it may
not have paid. Lesson 2 mends that.</pre></details><p>Say something to the server that is not a call. What does it answer, and does it live?</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 1</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --raw</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> &#39;hello&#39;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 1</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --raw</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> &#39;{&quot;method&quot;:&quot;constructor&quot;,&quot;params&quot;:[]}&#39;</span></span></code></pre></div><p>Look for the reply: there is one each time, and the server goes on.</p><details class="output"><summary>What <code>npm run lesson 1 -- --raw &#39;hello&#39;</code> prints</summary><pre tabindex="0">── 1 · Your own message ────────────────────────────────────────────────────────
  server          127.0.0.1:… connected
client ──▶ server  bytes that are not JSON                               6 bytes
  0000  68 65 6c 6c 6f           payload · not JSON
  0005  0a                       newline = \\n · the message ends here
client ◀── server  reply: error Unexpected token &#39;h&#39;, &quot;hello&quot; is not …  74 bytes
  0000  7b 22 65 72 72 6f 72 22  error = {&quot;message&quot;:&quot;Unexpected token &#39;h&#39;,
        3a 7b 22 6d 65 73 73 61  \\&quot;hello\\&quot; is not valid JS…
        67 65 22 3a 22 55 6e 65    the procedure failed; this is why
        78 70 65 63 74 65 64 20
        … 32 more
        64 20 4a 53 4f 4e 22 7d
  0048  7d                       end of object · the closing bracket
  0049  0a                       newline = \\n
Whatever you send, you get an answer, and the server goes on: a skeleton never
throws.
  server          127.0.0.1:… left (6 bytes came, chunks: 1)</pre></details><details class="output"><summary>What <code>npm run lesson 1 -- --raw &#39;{&quot;method&quot;:&quot;constructor&quot;,&quot;params&quot;:[]}&#39;</code> prints</summary><pre tabindex="0">── 1 · Your own message ────────────────────────────────────────────────────────
  server          127.0.0.1:… connected
client ──▶ server  call: constructor()                                  37 bytes
  0000  7b 22 6d 65 74 68 6f 64  method = &quot;constructor&quot;
        22 3a 22 63 6f 6e 73 74    which procedure to call (Birrell &amp; Nelson
        72 75 63 74 6f 72 22       1984)
  0017  2c 22 70 61 72 61 6d 73  params = []
        22 3a 5b 5d                the arguments, in order: copies, not
                                   references
  0023  7d                       end of object · the closing bracket
  0024  0a                       newline = \\n · the message ends here
client ◀── server  reply: error there is no procedure &#39;constructor&#39;     60 bytes
  0000  7b 22 65 72 72 6f 72 22  error = {&quot;message&quot;:&quot;there is no procedure
        3a 7b 22 6d 65 73 73 61  &#39;constructor&#39;&quot;}
        67 65 22 3a 22 74 68 65    the procedure failed; this is why
        72 65 20 69 73 20 6e 6f
        … 18 more
        22 7d
  003a  7d                       end of object
  003b  0a                       newline = \\n
Whatever you send, you get an answer, and the server goes on: a skeleton never
throws.
  server          127.0.0.1:… left (37 bytes came, chunks: 1)</pre></details><p>Make two calls at once over this connection:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 1</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --two</span></span></code></pre></div><p>Look for the two times: the salad takes no time to make, and comes when the roast does.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · Two calls at once ───────────────────────────────────────────────────────
  caller          asks for the roast and, without waiting, for the salad
  server          the roast goes into the oven
  caller          gets the roast after … ms
  server          the salad is made, in no time
  caller          gets the salad after … ms
The salad had to wait for the oven. Replies carry no name, so they must come in
the order of the calls, and one slow call holds up all the others. How do you
let them overtake? That is lesson 2.</pre></details><h2 id="build-it" tabindex="-1">Build it <a class="header-anchor" href="#build-it" aria-label="Permalink to &quot;Build it&quot;">​</a></h2><p>You write the stub and the skeleton: <code>exercises/01-local-to-remote/</code>, five tasks, perhaps forty lines in all. The grader says at once what is right, and what is not to the byte.</p>`);
      _push(ssrRenderComponent(_component_BuildIt, { exercise: unref(exercise) }, null, _parent));
      _push(`<div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> exercise</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 1</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> hint</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 1</span></span></code></pre></div><h2 id="what-you-have-answered" tabindex="-1">What you have answered <a class="header-anchor" href="#what-you-have-answered" aria-label="Permalink to &quot;What you have answered&quot;">​</a></h2>`);
      _push(ssrRenderComponent(_component_QuizScore, { questions: unref(quiz) }, null, _parent));
      _push(`<h2 id="what-is-still-open" tabindex="-1">What is still open <a class="header-anchor" href="#what-is-still-open" aria-label="Permalink to &quot;What is still open&quot;">​</a></h2><p>The salad waited for the oven: over this connection only one call can be under way, since a reply does not say whose it is. And the caller who got no answer still does not know what to do. <a href="./02-many-calls.html">Both in lesson 2</a>.</p><h2 id="sources" tabindex="-1">Sources <a class="header-anchor" href="#sources" aria-label="Permalink to &quot;Sources&quot;">​</a></h2><ul><li>Andrew D. Birrell and Bruce Jay Nelson, <a href="https://dl.acm.org/doi/10.1145/2080.357392" target="_blank" rel="noreferrer"><em>Implementing Remote Procedure Calls</em></a>, ACM Transactions on Computer Systems 2(1), 1984, pages 39–59</li><li>Jim Waldo, Geoff Wyant, Ann Wollrath, Sam Kendall, <em>A Note on Distributed Computing</em>, Sun Microsystems Laboratories, SMLI TR-94-29, 1994</li><li><a href="https://www.rfc-editor.org/rfc/rfc8259" target="_blank" rel="noreferrer">RFC 8259</a>, <em>The JavaScript Object Notation (JSON) Data Interchange Format</em></li></ul><details class="details custom-block"><summary>What the article said, and what is true</summary><p>The course grew out of a series of articles (in Chinese, with Go) that goes from RPC to gRPC. Three of its statements need a correction:</p><ul><li><em>&quot;RPC is a protocol.&quot;</em> It is a way to structure programs. There are dozens of protocols for it; the one above is made up.</li><li><em>&quot;The whole process is transparent to the developer.&quot;</em> The syntax can be. Time, memory and failure are not.</li><li><em>&quot;Eight steps&quot;</em>, of which none was marshalling, although the paragraph above them had described it. It is in steps 2, 5, 7 and 8: half of all the work.</li></ul></details></div>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lessons/01-local-to-remote.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
export {
  __pageData,
  _sfc_main as default
};

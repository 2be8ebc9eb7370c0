import { useSSRContext, resolveComponent, unref } from "vue";
import { ssrRenderAttrs, ssrRenderComponent } from "vue/server-renderer";
const exercise = { kind: "handle", id: "20-multiplexing", load: () => import("./20-multiplexing.exercise.BhoPswVE.js").then((exercise2) => exercise2.default) };
const two = { kind: "handle", id: "two", load: () => import("./two.trace.BeOHTXp5.js").then((trace) => trace.default) };
const quiz = [
  {
    id: "what-tells",
    question: "Two services on one port. How does a server know to which a call belongs?",
    answers: [
      { text: "By the stream’s id", reason: "Ids only count: 1, 3, 5, whichever service it is." },
      { text: "By the connection", reason: "Both may be on one, and here they were." },
      { text: "By `:path`", reason: "It names service and method, in a header.", right: true },
      {
        text: "By the type of the message",
        reason: "A message does not say what it is; two methods may take the same one."
      }
    ]
  },
  {
    id: "package",
    question: "Somebody tidies up and changes `package shop;` to `package shop.v1;`. No message changes. What happens to the clients that are out there?",
    answers: [
      {
        text: "Nothing: the bytes of the messages are the same",
        reason: "They are. But the calls do not arrive where the messages are read."
      },
      {
        text: "Every call ends with UNIMPLEMENTED",
        reason: "The package is part of the path: `/shop.Orders/Get` is no longer there.",
        right: true
      },
      {
        text: "New fields are missing",
        reason: "No field is concerned. It is the name of the service that has changed."
      }
    ]
  },
  {
    id: "library",
    question: "Your code and a library each make a client of `grpc-js` for one server, both without options. The library downloads a large file. Your calls get slow. Why?",
    answers: [
      {
        text: "Both share a connection, and nobody has said so",
        reason: "The pool is the process’s. `grpc.use_local_subchannel_pool` parts them.",
        right: true
      },
      { text: "JavaScript has one thread", reason: "It has, and waiting for a file needs none." },
      {
        text: "A server answers one client after the other",
        reason: "It answers calls as they come, whoever sent them."
      }
    ]
  },
  {
    id: "six",
    question: "HTTP/1.1, six connections, a round trip of 40 ms, 60 requests at once, a server that needs no time. About how long does it take?",
    answers: [
      { text: "40 ms", reason: "That is what streams can do: all of them in one round trip." },
      {
        text: "400 ms",
        reason: "Ten on each connection, one after the other: ten round trips, and the handshake.",
        right: true
      },
      { text: "2.4 s", reason: "That would be all sixty on one connection." }
    ]
  },
  {
    id: "passed-over",
    question: "A server has seen streams 1, 3 and 9. Now HEADERS come for 7.",
    answers: [
      {
        text: "It is a new call that was overtaken",
        reason: "TCP keeps the order: nothing is overtaken on one connection."
      },
      {
        text: "The connection is at its end: a protocol error",
        reason: "When 9 began, 7 was closed. Whoever uses it has lost count.",
        right: true
      },
      {
        text: "It is ignored",
        reason: "Its header block changes HPACK’s table; nobody can skip it."
      }
    ]
  },
  {
    id: "cancel",
    question: "Predict the bytes: the third call on a connection is cancelled. RST_STREAM is type 3, CANCEL is 8.",
    bytes: { encoder: "cancel", stream: 5 },
    reason: "Ids are 1, 3, 5: the third stream is 5. Length 4, type 3, no flags, the id, the code."
  },
  {
    id: "slow-and-idle",
    question: "A client’s calls take seconds. The server’s own figures say one millisecond, and it has nothing to do. What do you look at first?",
    answers: [
      {
        text: "How many streams the client has open, and how many the server takes",
        reason: "What is beyond the limit waits at the client, where no server’s figure sees it.",
        right: true
      },
      { text: "The server’s database", reason: "It would show in the server’s own time." },
      {
        text: "The size of the messages",
        reason: "A large one takes time at the server, too: it has to be read."
      }
    ]
  },
  {
    id: "goaway",
    question: "Three calls run, two wait for a stream, and GOAWAY comes: the server takes what it has. What happens to the two?",
    answers: [
      {
        text: "They fail with UNAVAILABLE",
        reason: "They need not: nothing of them was ever sent."
      },
      {
        text: "They go to another connection at once",
        reason: "The server has not seen them, so nobody does anything twice.",
        right: true
      },
      {
        text: "They wait until the three are over",
        reason: "Then there is room, and still no new stream: GOAWAY is for good."
      }
    ]
  },
  {
    id: "where-are-they",
    question: "One segment is lost, and fourteen answers behind it are late. Where are they in the meantime?",
    answers: [
      { text: "At the server", reason: "It has sent them, and is done with them." },
      {
        text: "In the kernel of the client’s machine",
        reason: "They have come. TCP hands nothing out behind a hole.",
        right: true
      },
      {
        text: "In the client’s HTTP/2",
        reason: "It would hand them on: to it, streams do not wait for each other. It has not got them."
      }
    ]
  }
];
const __pageData = JSON.parse('{"title":"Multiplexing","description":"How many services fit on a port? Lesson 20 of RPC from scratch.","frontmatter":{"prev":false,"next":false},"headers":[],"relativePath":"lessons/20-multiplexing.md","filePath":"lessons/20-multiplexing.md"}');
const __default__ = { name: "lessons/20-multiplexing.md" };
const _sfc_main = /* @__PURE__ */ Object.assign(__default__, {
  __ssrInlineRender: true,
  setup(__props) {
    return (_ctx, _push, _parent, _attrs) => {
      const _component_LessonStart = resolveComponent("LessonStart");
      const _component_TraceExplorer = resolveComponent("TraceExplorer");
      const _component_Quiz = resolveComponent("Quiz");
      const _component_LostSegment = resolveComponent("LostSegment");
      const _component_BuildIt = resolveComponent("BuildIt");
      const _component_QuizScore = resolveComponent("QuizScore");
      _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="multiplexing" tabindex="-1">Multiplexing <a class="header-anchor" href="#multiplexing" aria-label="Permalink to &quot;Multiplexing&quot;">​</a></h1>`);
      _push(ssrRenderComponent(_component_LessonStart, null, null, _parent));
      _push(`<p>A shop has orders, prices, stock and customers. Each is a service, and each has stubs in a dozen programs. Does each of them need a port, and each stub a connection?</p><p>Neither. But these are two things, and they are often taken for one. That a port can have many services is a matter of a table. That a connection can carry many calls is a matter of HTTP/2, and that one has a price. <strong>What shares a port, what shares a connection, and when should it not?</strong></p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 20</span></span></code></pre></div><p>Look for the number of connections in the second and third scenes, and for the row of <code>#</code> in the last one.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · Two services, one port ──────────────────────────────────────────────────
One server has the Greeter and the shop. One client calls both, on one
connection. All that tells the two calls apart for the server:
  stream 1        :path /ecommerce.OrderManagement/GetOrder
  stream 3        :path /hello.Greeter/SayHello
client ──▶ server  HEADERS · stream 3 · POST /hello.Greeter/SayHello    37 bytes
  0000  00 00 1c 01 04 00 00 00  frame header = HEADERS END_HEADERS, stream 3,
        03                       28 bytes
                                   length, type, flags, stream (RFC 9113 §4.1)
  0009                           header block = 28 bytes
                                   compressed header fields (RFC 7541)
  0009  c4                       │ :authority = localhost:…
                                 │   what the client calls the server; HTTP/1.1
                                 │   has Host for it (RFC 9113 §8.3.1)
  000a  83                       │ :method = POST
                                 │   a call is always a POST (gRPC
                                 │   PROTOCOL-HTTP2, Requests)
  000b  04 91 62 72 d1 41 d7 c5  │ :path = /hello.Greeter/SayHello
        61 4a 92 d8 c6 e1 fa c6  │   which method: /package.Service/Method (gRPC
        5a 28 3f                 │   PROTOCOL-HTTP2, Requests)
  001e  86                       │ :scheme = http
                                 │   http in the clear, https over TLS (RFC 9113
                                 │   §8.3.1)
  001f  c3                       │ grpc-accept-encoding = identity,deflate,gzip
                                 │   which compressions I can read (gRPC
                                 │   PROTOCOL-HTTP2, Requests)
  0020  c2                       │ accept-encoding = identity
                                 │   HTTP’s own: gRPC makes no use of it (RFC
                                 │   9110)
  0021  c1                       │ grpc-timeout = 10000m: 10000 ms
                                 │   how long the client is willing to wait
                                 │   (gRPC PROTOCOL-HTTP2, Requests)
  0022  c0                       │ user-agent = grpc-node-js/1.14.7
                                 │   which library this is; for logs (gRPC
                                 │   PROTOCOL-HTTP2, User Agents)
  0023  bf                       │ content-type = application/grpc
                                 │   makes it gRPC, and says how messages are
                                 │   written (gRPC PROTOCOL-HTTP2, Requests)
  0024  be                       │ te = trailers
                                 │   I read trailers: finds out proxies that
                                 │   drop them (gRPC PROTOCOL-HTTP2, Requests)
All the rest of the second call’s headers was in the compression table already.
The server looks the path up in a table of its own. That is all of it; HTTP/2
has no part in it, and never hears of a service. What if the path is wrong?
  a call to       /hello.Greeter/sayHello
  grpc-js         UNIMPLEMENTED: The server does not implement the method
                  /hello.Greeter/sayHello
  ours            UNIMPLEMENTED: hello.Greeter has no method sayHello; did you
                  mean SayHello?
  a call to       /Greeter/SayHello
  grpc-js         UNIMPLEMENTED: The server does not implement the method
                  /Greeter/SayHello
  ours            UNIMPLEMENTED: there is no service Greeter here; did you mean
                  hello.Greeter?
  a call to       /hello.Greeter
  grpc-js         UNIMPLEMENTED: The server does not implement the method
                  /hello.Greeter
  ours            UNIMPLEMENTED: /hello.Greeter is not a path: /service/method
                  is
UNIMPLEMENTED for each of them. Only the words say what to mend.

── 2 · Whose connection is it? ─────────────────────────────────────────────────
Two clients in one process call one server. A line between them counts the
connections:
    two at one server                         connections
    grpc-js, two clients, no options          1
    grpc-js, one of them with another option  2
    grpc-js, each with a pool of its own      2
    grpc-js, clients of two services          1
    ours, two stubs on one channel            1
    ours, two channels                        2
grpc-js keeps one pool of connections for the whole process. Two clients share
one if target, address, credentials and every option are the same; nobody has to
say so. One option more, and they do not. In our stack a connection belongs to
its channel, and who wants to share shares the channel.

── 3 · A hundred calls ─────────────────────────────────────────────────────────
A hundred orders, all asked for at once, over a line that takes 20 ms each way.
A round trip is 40 ms, and the server needs no time. The figures are of this
run:
    100 calls                    connections  time     round trips  sent
    HTTP/1.1, one connection     1            7309 ms  182.7        7.3 KiB
    HTTP/1.1, six, as a browser  6            1407 ms  35.2         7.3 KiB
    HTTP/1.1, one for each       100          445 ms   11.1         6.8 KiB
    gRPC, one connection         1            150 ms   3.7          6.4 KiB
HTTP/1.1 has no numbers on its answers, so a connection waits for one before it
asks for the next. What helps is more connections, and each costs a round trip,
memory at both ends, and a handshake where there is TLS. With streams one
connection is enough.

── 4 · No more than 3 at once ──────────────────────────────────────────────────
This server takes 3 streams at once on a connection, and says so in its
SETTINGS. Seven calls, all at once; the sixth, 106, has 300 ms. The server
answers nothing until that time is over:
  grpc-js         at the server at first: 101 102 103
  grpc-js         106: DEADLINE_EXCEEDED; the server has not heard of it
  grpc-js         in the end, in order: 101 102 103 104 105 107
  ours            at the server at first: 101 102 103
  ours            106: DEADLINE_EXCEEDED; the server has not heard of it
  ours            in the end, in order: 101 102 103 104 105 107
The others wait at the client, where nobody sees them: the server is idle, its
log is empty, and the call is slow. The deadline runs all the same. One that
leaves is never sent.

── 5 · One lost segment ────────────────────────────────────────────────────────
16 calls, answered one every 20 ms. One segment of the answers is lost, and it
takes 600 ms until it has been sent again. An answer in time is a dot, a late
one is #:
    connections  answers           late
    1            ·###############  15
    4            ····#···#···#···  3
One answer was lost. The others had arrived, and lay in the kernel of the
client’s machine: TCP hands out bytes in order, and does not know of streams. So
one connection is one queue again, one layer below.
All of this was one server. With three of them and one connection, who has the
work? That is lesson 21.</pre></details><h2 id="one-port-many-services" tabindex="-1">One port, many services <a class="header-anchor" href="#one-port-many-services" aria-label="Permalink to &quot;One port, many services&quot;">​</a></h2><p>Here are two services on one server of <code>grpc-js</code>:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/20-multiplexing/server.ts.txt" target="_self">lessons/20-multiplexing/server.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * The Greeter of lesson 10 and the shop of lessons 11 to 19: two</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * services, one server, one port.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> async</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> startServer(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  { host, port, log }: ServerOptions,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  look: Find = find,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  options: GrpcOptions = {},</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">): Promise&lt;RunningServer&gt; {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> server = createServer(log, options);</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  server.addService(ecommerce.OrderManagement.service, {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    GetOrder: getOrder(look, log),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> bound = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> listen(server, </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">host</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">:</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">port</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">).catch(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    (error) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      throw</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> asSystemError(error);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  );</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    host,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    port: bound,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    close: () =&gt; stop(server, { graceMs: </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> }),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><p><code>createServer</code> is lesson 10’s and has added the Greeter; this adds the shop. Then a client calls both. Look at what tells the two calls apart:</p>`);
      _push(ssrRenderComponent(_component_TraceExplorer, {
        trace: unref(two),
        from: "client"
      }, null, _parent));
      _push(`<p>The <code>:path</code>. Nothing else: in the second call each of the other headers is one byte (lesson 8), because it is the same. A server looks up <code>/hello.Greeter/SayHello</code> in a table of all methods of all its services, and calls what it finds. HTTP/2 has no part in it: it carries a header, and never learns that there is such a thing as a service. So the answer to the question above is: any number of services fit on a port, as many as the table has room for.</p><p>The lookup is exact. Upper and lower case differ, and the package belongs to the name. That is where it goes wrong in practice, and the error is the same for everything that can be wrong:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>a call to  /hello.Greeter/sayHello</span></span>
<span class="line"><span>grpc-js    UNIMPLEMENTED: The server does not implement the method</span></span>
<span class="line"><span>           /hello.Greeter/sayHello</span></span>
<span class="line"><span>ours       UNIMPLEMENTED: hello.Greeter has no method sayHello; did you</span></span>
<span class="line"><span>           mean SayHello?</span></span>
<span class="line"><span>a call to  /Greeter/SayHello</span></span>
<span class="line"><span>grpc-js    UNIMPLEMENTED: The server does not implement the method</span></span>
<span class="line"><span>           /Greeter/SayHello</span></span>
<span class="line"><span>ours       UNIMPLEMENTED: there is no service Greeter here; did you mean</span></span>
<span class="line"><span>           hello.Greeter?</span></span></code></pre></div><p>Three mistakes look alike here: a method that has another name, a service that is not on this server, and a <code>.proto</code> whose <code>package</code> somebody has changed. The last one is the most expensive, because it breaks every call of every client at once. A server that says which of them it was saves an hour. It can say so only with care: the path is a stranger’s text, may have 16 KiB, and costs its sender nothing.</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 20</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --path</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> /Greeter/SayHello</span></span></code></pre></div><p>Look for the two answers, and then try a path of your own: one slash more, one letter less.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · A call to a path ────────────────────────────────────────────────────────
  the path        /Greeter/SayHello
  grpc-js         UNIMPLEMENTED: The server does not implement the method
                  /Greeter/SayHello
  ours            UNIMPLEMENTED: there is no service Greeter here; did you mean
                  hello.Greeter?
Upper and lower case differ, the package is part of the name, and a path has
exactly two parts. The message was empty: a method that is there may refuse it.</pre></details>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "what-tells package"
      }, null, _parent));
      _push(`<h2 id="whose-connection-is-it" tabindex="-1">Whose connection is it? <a class="header-anchor" href="#whose-connection-is-it" aria-label="Permalink to &quot;Whose connection is it?&quot;">​</a></h2><p>Now the client’s side. The two stubs above shared a connection because they were told to:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/20-multiplexing/client.ts.txt" target="_self">lessons/20-multiplexing/client.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/** A channel, and a stub for each of the two services. */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> connectBoth({ host, port }: Address, options = {}) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> address = </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">host</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">:</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">port</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> shop = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> ecommerce.OrderManagement(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    address,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    credentials.createInsecure(),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    options,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  );</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">  // The second stub is given the channel of the first, and makes none</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">  // of its own.</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> greeter = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> hello.Greeter(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    address,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    credentials.createInsecure(),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      channelOverride: shop.getChannel(),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  );</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> { shop, greeter, close: () =&gt; shop.close() };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><p>A <em>channel</em> is a way to a server; a stub is only names on top of it. Several stubs on one channel is how gRPC is meant to be used in every language.</p><p>But nobody has to say <code>channelOverride</code>. The second scene counts the connections that reach a server, with a proxy between the two that does nothing else:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>two at one server                         connections</span></span>
<span class="line"><span>grpc-js, two clients, no options          1</span></span>
<span class="line"><span>grpc-js, one of them with another option  2</span></span>
<span class="line"><span>grpc-js, each with a pool of its own      2</span></span>
<span class="line"><span>grpc-js, clients of two services          1</span></span>
<span class="line"><span>ours, two stubs on one channel            1</span></span>
<span class="line"><span>ours, two channels                        2</span></span></code></pre></div><p>Two clients that know nothing of each other share a connection. <code>grpc-js</code> has one pool of connections (<em>subchannels</em>) for the whole process, and takes one from it if four things are equal: target, address, credentials, and every option. So a client in your code and a client deep in some library may be on one connection, and one may hold up the other. The sharing also ends without a word: somebody adds a harmless option to one of the two, and there are two connections.</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/20-multiplexing/pool.ts.txt" target="_self">lessons/20-multiplexing/pool.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> LOCAL = { </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;grpc.use_local_subchannel_pool&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">: </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">1</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> OTHER = { </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;grpc.max_reconnect_backoff_ms&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">: </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">5_000</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> };</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> PAIRS: </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">readonly</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> [what: string, pair: Pair][] = [</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  [</span></span>
<span class="line"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">    &#39;grpc-js, two clients, no options&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    (line) =&gt; withOptions(line, {}, {}),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  ],</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  [</span></span>
<span class="line"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">    &#39;grpc-js, one of them with another option&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    (line) =&gt; withOptions(line, {}, OTHER),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  ],</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  [</span></span>
<span class="line"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">    &#39;grpc-js, each with a pool of its own&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    (line) =&gt; withOptions(line, LOCAL, LOCAL),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  ],</span></span></code></pre></div></div><p><code>grpc.use_local_subchannel_pool</code> gives a client a pool of its own. You need it in two cases: if you want several connections on purpose, and if you measure something and want to know what.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "library"
      }, null, _parent));
      _push(`<h2 id="a-hundred-calls" tabindex="-1">A hundred calls <a class="header-anchor" href="#a-hundred-calls" aria-label="Permalink to &quot;A hundred calls&quot;">​</a></h2><p>Why all this sharing? Here are a hundred orders, all asked for at once, over a line that takes 20 ms each way. The server needs no time at all. From one run, on a machine that had other things to do as well:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>100 calls                    connections  time     round trips  sent</span></span>
<span class="line"><span>HTTP/1.1, one connection     1            4768 ms  119.2        7.3 KiB</span></span>
<span class="line"><span>HTTP/1.1, six, as a browser  6            869 ms   21.7         7.3 KiB</span></span>
<span class="line"><span>HTTP/1.1, one for each       100          193 ms   4.8          6.8 KiB</span></span>
<span class="line"><span>gRPC, one connection         1            206 ms   5.1          6.4 KiB</span></span></code></pre></div><p>A connection of HTTP/1.1 carries one request at a time. There is no number on an answer that says to which question it belongs, so the answers have to come in order, and in practice nobody asks the next question before the last answer is there. A hundred calls are a hundred round trips, and what a busy machine adds to each. That is why browsers open six connections to a server, and why programs have connection pools. With a hundred connections all questions are on their way at once, and before them a hundred handshakes: TLS is not even counted here.</p><p>In HTTP/2 each frame has the number of its stream. The hundred questions go out behind each other, the answers come back in any order, and one connection is as fast as a hundred. (One round trip would do; the others are the connection’s beginning: TCP’s greeting, then the SETTINGS for which <code>grpc-js</code> waits.)</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 20</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --delay</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 5</span></span></code></pre></div><p>Look for the last column but one: the first row needs a hundred round trips and more, however short they are.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · A hundred calls, 5 ms each way ──────────────────────────────────────────
    100 calls                    connections  time     round trips  sent
    HTTP/1.1, one connection     1            1467 ms  146.7        7.3 KiB
    HTTP/1.1, six, as a browser  6            268 ms   26.8         7.3 KiB
    HTTP/1.1, one for each       100          219 ms   21.9         6.8 KiB
    gRPC, one connection         1            229 ms   22.9         6.4 KiB
The time of one connection of HTTP/1.1 is a hundred round trips, whatever a
round trip is. That of the streams hardly grows with it.</pre></details>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "six"
      }, null, _parent));
      _push(`<h2 id="numbers-run-out" tabindex="-1">Numbers run out <a class="header-anchor" href="#numbers-run-out" aria-label="Permalink to &quot;Numbers run out&quot;">​</a></h2><p>A stream’s number is its id. The rules are short (RFC 9113 §5.1.1): a client’s ids are odd, each is higher than all before it, and none is ever used again. When stream 9 begins and 7 never did, 7 is closed for good.</p><p>So an id says something even if no stream is open under it. Above the highest, nothing has begun: the stream is idle. Below it, one that was never used was skipped. DATA for either of them is a mistake of the peer’s, and the connection ends. A stream that we have reset is another matter: the peer may not know of it yet, and what it has sent meanwhile comes all the same. That is nobody’s fault, and is dropped in silence. To tell these apart, an end remembers how its streams have ended. It cannot remember 2³⁰ of them. Our stack keeps the last thousand or so of each kind, and of what it has forgotten it assumes what does the least harm.</p><p>Never again means that they run out. There are 31 bits, every second id is the client’s, so a connection has 2³⁰ calls in its life. A thousand calls a second use that up in twelve days. What then? A client that cannot make a new id can open a new connection, says the RFC. Here are both stacks, on a connection that has three ids left:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 20</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --ids</span></span></code></pre></div><p>Look for the fourth call.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · The last ids ────────────────────────────────────────────────────────────
A stream&#39;s id has 31 bits and is never used again; a client&#39;s are odd. So a
connection has 2³⁰ calls in its life: a thousand a second for twelve days. Here
is one that has 3 left:
  grpc-js         call 1, 1 connection: OK
  grpc-js         call 2, 1 connection: OK
  grpc-js         call 3, 1 connection: OK
  grpc-js         call 4, 1 connection: INTERNAL: Received RST_STREAM with code
                  2 triggered by internal client error: No stream ID is
                  available because maximum stream ID has been reached
  grpc-js         call 5, 1 connection: INTERNAL: Received RST_STREAM with code
                  2 triggered by internal client error: No stream ID is
                  available because maximum stream ID has been reached
  ours            call 1, 1 connection: OK
  ours            call 2, 1 connection: OK
  ours            call 3, 1 connection: OK
  ours            call 4, 2 connections: OK
  ours            call 5, 2 connections: OK
RFC 9113 says what a client does then: it opens another connection (§5.1.1).
grpc-js in this version does not, and keeps the one on which no call can be
made. In practice a server that ends its connections after an hour or a day
(max_connection_age) comes first.</pre></details><p><code>grpc-js</code> 1.14 keeps the connection, and every call on it fails with INTERNAL from then on, for as long as the process lives. (Our stack was no better until this lesson was written: its calls waited for a stream until their deadlines.) It is hardly ever seen, since most connections end sooner: nginx ends one after a thousand requests, and many servers after an hour or a day. If yours do not, and a client is busy and patient, now you know what day thirteen looks like.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "passed-over cancel"
      }, null, _parent));
      _push(`<h2 id="no-more-than-there-is-room-for" tabindex="-1">No more than there is room for <a class="header-anchor" href="#no-more-than-there-is-room-for" aria-label="Permalink to &quot;No more than there is room for&quot;">​</a></h2><p>Each open stream costs the server memory, so it says how many it takes at once: <code>SETTINGS_MAX_CONCURRENT_STREAMS</code>. The RFC recommends at least 100; nginx says 128 unless told otherwise, our server 1,024, and one of <code>grpc-js</code> nothing at all, which means any number. A stream that comes all the same is refused.</p><p>So a client counts, and what is beyond the limit waits. In the fourth scene a server takes three. Seven calls are made, and one of them, 106, has 300 ms:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>at the server at first: 101 102 103</span></span>
<span class="line"><span>106: DEADLINE_EXCEEDED; the server has not heard of it</span></span>
<span class="line"><span>in the end, in order: 101 102 103 104 105 107</span></span></code></pre></div><p>It is the same on both stacks. What matters is where they wait: <strong>at the client, where nobody looks.</strong> The server is idle. Its log is empty, its latency is excellent. The client’s calls are slow, and time out, and no message says why.</p><p>The worst form of this needs no load at all. Open a hundred streams that stay open, such as watchers or chats, to a server that takes a hundred. The next call on that connection waits for ever, and it is a <code>GetOrder</code> that takes a millisecond. If you have streams that live for hours, give them a channel of their own.</p><p>A queue has to have four ways out, and most bugs are in the last three. A call leaves when there is a place. It leaves when its deadline passes, from the middle of the queue, and is then never sent. It leaves when it is cancelled. And when the server says GOAWAY, everybody leaves at once, because on this connection there will be no place again:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 20</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --goaway</span></span></code></pre></div><p>Look for which server had which of the five calls. None of them failed, and no server has seen a call twice: what has not been sent may go anywhere.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · The server goes, and calls wait ─────────────────────────────────────────
The server takes 3 calls at once. Five are made, so two wait at the client. Then
the server is shut down: it says GOAWAY, and ends the three in peace. Another
one listens in its place.
  grpc-js         the first server had 101 102 103, the second 104 105
  grpc-js         the calls ended with OK OK OK OK OK
  ours            the first server had 101 102 103, the second 104 105
  ours            the calls ended with OK OK OK OK OK
Who waits has not been sent, so it may go anywhere: the queue is emptied, and
each of them looks for another connection. No server has seen one of them twice.</pre></details>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "slow-and-idle goaway"
      }, null, _parent));
      _push(`<h2 id="one-lost-segment" tabindex="-1">One lost segment <a class="header-anchor" href="#one-lost-segment" aria-label="Permalink to &quot;One lost segment&quot;">​</a></h2><p>One connection for everything. What is the price?</p><p>Sixteen answers, one every 20 ms, on one connection. The second gets lost on the way, as happens on any network, and it takes 600 ms until it has come again:</p>`);
      _push(ssrRenderComponent(_component_LostSegment, { connections: 1 }, null, _parent));
      _push(ssrRenderComponent(_component_LostSegment, { connections: 4 }, null, _parent));
      _push(`<p>The other fourteen were not lost. They had arrived, and lay in the kernel of the client’s machine. But TCP hands out bytes in order, and knows nothing of streams: what is behind a hole has to wait until the hole is filled. It is called <em>head-of-line blocking</em>. HTTP/2 has done away with it between requests, and one layer below it is still there, now for all calls together.</p><p>The last scene of the lesson does this with real sockets, clients and servers: a proxy holds back one segment, and with it all that comes behind it on the connection.</p><div class="excerpt ts long"><p class="file"><a href="/source/lessons/20-multiplexing/line.ts.txt" target="_self">lessons/20-multiplexing/line.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * Passes everything on, later. TCP delivers in order: if a segment is</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * lost, all that comes behind it waits at the receiver&#39;s until it has</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * been sent again. So whatever this holds back holds back the rest of</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * its connection, and nothing of any other.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> async</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> startLine(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  server: TcpAddress,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  { delayMs = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> }: LineOptions = {},</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">): Promise&lt;Line&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  let</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> connections = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  let</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> bytesUp = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> lost = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Map&lt;number, Promise&lt;unknown&gt;&gt;();</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> listener = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> listenTcp(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    { host: LOOPBACK, port: </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    async</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (client) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> number = ++connections;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> upstream = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> connectTcp(server).catch(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        () =&gt; </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">undefined</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      );</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (upstream === </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">undefined</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> client.destroy();</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">      // TCP&#39;s own greeting takes a round trip before a client can say</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">      // anything.</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> up = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Way(upstream, </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">2</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> * delayMs);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> down = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Way(client, </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      pass(client, up, (bytes) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        bytesUp += bytes;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">        return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> delayMs;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      pass(upstream, down, () =&gt; {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        down.waitFor(lost.get(number));</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        lost.delete(number);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">        return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> delayMs;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  );</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    host: listener.host,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    port: listener.port,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    get</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> connections() {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> connections;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    get</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> bytesUp() {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> bytesUp;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    lose: (connection, sentAgain) =&gt; lost.set(connection, sentAgain),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    close: () =&gt; listener.destroy(),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div><label class="unfold"><input type="checkbox">Show all 49 lines</label></div><p>What it measures is what the picture says:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>connections  answers           late</span></span>
<span class="line"><span>1            ·###############  15</span></span>
<span class="line"><span>4            ····#···#···#···  3</span></span></code></pre></div><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 20</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --connections</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 6</span></span></code></pre></div><p>Look for which answers are late: every sixth, from the lost one on.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · One lost segment ────────────────────────────────────────────────────────
    connections  answers           late
    1            ·###############  15
    6            ······#·····#···  2
16 answers, the calls on the connections in turn. On the first of these one
segment is lost, and comes again 600 ms later. Only what is behind it on the
same connection is late.</pre></details><p>HTTP/3 is the way out of this. There the streams are below the encryption, in QUIC over UDP, and a lost packet holds up only the streams whose bytes were in it. gRPC over HTTP/3 exists in a few stacks; <code>grpc-js</code> is not one of them.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "where-are-they"
      }, null, _parent));
      _push(`<h2 id="when-several-connections-are-right" tabindex="-1">When several connections are right <a class="header-anchor" href="#when-several-connections-are-right" aria-label="Permalink to &quot;When several connections are right&quot;">​</a></h2><p>One connection is the right default, and inside of a data centre it is nearly always enough. Take several if one of these is true:</p><ul><li><strong>Packets get lost</strong>, on mobile networks or between continents, and calls are many and small.</li><li><strong>The limit of streams is too low</strong> for what is open at once. Calls wait, and the server is idle.</li><li><strong>Some calls are large.</strong> All streams share the connection’s window and its line (lesson 14); a backup beside a hundred small calls belongs on a channel of its own.</li><li><strong>The server is several processes behind one port.</strong> A connection belongs to one of them, and so does all of its work. With several servers it is the same, and that is lesson 21.</li></ul><p>On <code>grpc-js</code> several connections are several clients, each with <code>grpc.use_local_subchannel_pool</code>, taken in turn. Count what it costs, too: a handshake each, memory at both ends, and HPACK’s tables, which begin empty on each of them.</p><h2 id="break-it" tabindex="-1">Break it <a class="header-anchor" href="#break-it" aria-label="Permalink to &quot;Break it&quot;">​</a></h2><p>A path that nothing answers, and a server that goes:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 20</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --path</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> /hello.Greeter</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 20</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --goaway</span></span></code></pre></div><p>Look for what is wrong with the path, and for who it is that can say so.</p><details class="output"><summary>What <code>npm run lesson 20 -- --path /hello.Greeter</code> prints</summary><pre tabindex="0">── 1 · A call to a path ────────────────────────────────────────────────────────
  the path        /hello.Greeter
  grpc-js         UNIMPLEMENTED: The server does not implement the method
                  /hello.Greeter
  ours            UNIMPLEMENTED: /hello.Greeter is not a path: /service/method
                  is
Upper and lower case differ, the package is part of the name, and a path has
exactly two parts. The message was empty: a method that is there may refuse it.</pre></details><details class="output"><summary>What <code>npm run lesson 20 -- --goaway</code> prints</summary><pre tabindex="0">── 1 · The server goes, and calls wait ─────────────────────────────────────────
The server takes 3 calls at once. Five are made, so two wait at the client. Then
the server is shut down: it says GOAWAY, and ends the three in peace. Another
one listens in its place.
  grpc-js         the first server had 101 102 103, the second 104 105
  grpc-js         the calls ended with OK OK OK OK OK
  ours            the first server had 101 102 103, the second 104 105
  ours            the calls ended with OK OK OK OK OK
Who waits has not been sent, so it may go anywhere: the queue is emptied, and
each of them looks for another connection. No server has seen one of them twice.</pre></details><h2 id="build-it" tabindex="-1">Build it <a class="header-anchor" href="#build-it" aria-label="Permalink to &quot;Build it&quot;">​</a></h2><p>Four tasks in <code>exercises/20-multiplexing/</code>: which name was meant, from a path to a method, the ids of a connection, and the queue behind its limit. They are the stack’s own. When they pass, every call of every lesson goes through them, and the last tests let clients and servers of <code>grpc-js</code> do so.</p>`);
      _push(ssrRenderComponent(_component_BuildIt, { exercise: unref(exercise) }, null, _parent));
      _push(`<div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> exercise</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 20</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 20</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --mine</span></span></code></pre></div><h2 id="what-you-have-answered" tabindex="-1">What you have answered <a class="header-anchor" href="#what-you-have-answered" aria-label="Permalink to &quot;What you have answered&quot;">​</a></h2>`);
      _push(ssrRenderComponent(_component_QuizScore, { questions: unref(quiz) }, null, _parent));
      _push(`<h2 id="what-is-still-open" tabindex="-1">What is still open <a class="header-anchor" href="#what-is-still-open" aria-label="Permalink to &quot;What is still open&quot;">​</a></h2><p>All calls of a channel were on one connection, and so at one server. There are three of them now, and two have nothing to do. Who spreads the calls, and who could? That is lesson 21.</p><h2 id="sources" tabindex="-1">Sources <a class="header-anchor" href="#sources" aria-label="Permalink to &quot;Sources&quot;">​</a></h2><ul><li><a href="https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md" target="_blank" rel="noreferrer">gRPC over HTTP/2</a>, <em>Requests</em>: what <code>:path</code> is</li><li><a href="https://www.rfc-editor.org/rfc/rfc9113" target="_blank" rel="noreferrer">RFC 9113</a>: <a href="https://www.rfc-editor.org/rfc/rfc9113#section-5.1.1" target="_blank" rel="noreferrer">§5.1.1</a>, ids and their end; <a href="https://www.rfc-editor.org/rfc/rfc9113#section-5.1.2" target="_blank" rel="noreferrer">§5.1.2</a> and <a href="https://www.rfc-editor.org/rfc/rfc9113#section-6.5.2" target="_blank" rel="noreferrer">§6.5.2</a>, how many streams at once; <a href="https://www.rfc-editor.org/rfc/rfc9113#section-6.8" target="_blank" rel="noreferrer">§6.8</a>, GOAWAY</li><li><a href="https://www.rfc-editor.org/rfc/rfc9112#section-9.3.2" target="_blank" rel="noreferrer">RFC 9112 §9.3.2</a>, pipelining: why HTTP/1.1 waits</li><li><a href="https://grpc.io/docs/guides/performance/" target="_blank" rel="noreferrer">gRPC: Performance Best Practices</a>: one channel, the limit of streams, and what to do about it</li><li><a href="https://www.rfc-editor.org/rfc/rfc9000#section-2.2" target="_blank" rel="noreferrer">RFC 9000 §2.2</a>, streams that do not wait for each other</li></ul><details class="details custom-block"><summary>What the article said, and what is true</summary><p>The course grew out of a series of articles (in Chinese, with Go) that goes from RPC to gRPC. Where it is wrong, or no longer right, this is what is true:</p><ul><li>It calls two services on one port, and two stubs on one connection, <em>multiplexing</em>, and explains it with HTTP/2. The first is a table of paths, and would work as well over HTTP/1.1. The second is what HTTP/2 is for, and works as well with one service.</li><li>Its server registers both services, and never calls <code>Serve</code>. So it listens, and answers nobody. <code>npm run judge:article</code> builds it with that line added, and lets both of our stacks call both of its services on one connection, and its client both of ours.</li><li>It makes one connection for both stubs, and says that this saves resources. That is right, and it is the default to have. When it is not, you have seen above.</li></ul></details></div>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lessons/20-multiplexing.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
export {
  __pageData,
  _sfc_main as default
};

import { useSSRContext, resolveComponent, unref } from "vue";
import { ssrRenderAttrs, ssrRenderComponent } from "vue/server-renderer";
const exercise = { kind: "handle", id: "32-kubernetes", load: () => import("./32-kubernetes.exercise.BqmYodzU.js").then((exercise2) => exercise2.default) };
const age = { kind: "handle", id: "age", load: () => import("./age.trace.CICk_udl.js").then((trace) => trace.default) };
const quiz = [
  {
    id: "scale-up",
    question: "Ten clients call a Service with one address, over one connection each, and all goes to three pods. You scale to six. Which calls do the three new pods get?",
    answers: [
      {
        text: "None, until a client connects anew.",
        right: true,
        reason: "A pod is chosen when a connection comes. Connections that stand stay where they are, and HTTP/2 gives no reason to make another one."
      },
      {
        text: "Half of them, at once.",
        reason: "kube-proxy does not see calls. It would have to move connections, and nobody can."
      },
      {
        text: "Half of them, after the next probe.",
        reason: "A probe decides who is given new connections. The old ones are not touched."
      }
    ]
  },
  {
    id: "headless-default",
    question: "You make the Service headless, and the client keeps its default policy, `pick_first`. What has changed?",
    answers: [
      {
        text: "The client knows all pods, and sends every call to one of them.",
        right: true,
        reason: "DNS answers with all addresses, and pick_first takes the first one that it can connect to. The service config has to say round_robin."
      },
      {
        text: "The calls are spread over all pods.",
        reason: "A list of addresses does not spread anything. A policy does."
      },
      {
        text: "The call fails: the name has no address any more.",
        reason: "It has as many as there are pods that are ready."
      }
    ]
  },
  {
    id: "slices",
    question: "A watch tells of a change: slice `orders-b` now has one endpoint, which is ready. How many addresses does the resolver tell the channel?",
    answers: [
      {
        text: "That cannot be said from this change alone.",
        right: true,
        reason: "A change tells of one slice. What is in the others was told before, and the resolver has to have remembered it."
      },
      { text: "One.", reason: "Then all that is in orders-a would be gone." },
      {
        text: "None: a resolver tells the channel only what was deleted.",
        reason: "A resolver always tells all addresses that there are."
      }
    ]
  },
  {
    id: "misspelt",
    question: "A Deployment with `livnessProbe` is applied, and nobody asks the API server to be strict. What happens to a pod that hangs?",
    answers: [
      {
        text: "Nothing: it has no liveness probe.",
        right: true,
        reason: "A field that nobody knows is left out, and the rest is valid. At best there is a warning in somebody’s log."
      },
      {
        text: "It is restarted: the server finds the nearest field.",
        reason: "Nobody guesses what you meant, except for an error message."
      },
      {
        text: "It never comes to that: the Deployment is refused.",
        reason: "Only with --validate=strict, which is what kubectl asks for by default today, and other tools may not."
      }
    ]
  },
  {
    id: "probe-port",
    question: "The container’s port has the name `grpc`. What does `readinessProbe: { grpc: { port: grpc } }` come to?",
    answers: [
      {
        text: "The API server refuses it: the port of a grpc probe is a number.",
        right: true,
        reason: "httpGet and tcpSocket take a name or a number. grpc takes a number, and no name."
      },
      {
        text: "The kubelet looks up the name.",
        reason: "It would for httpGet. The type of this field is int32."
      },
      {
        text: "The probe always fails, and the pod is never ready.",
        reason: "It does not get so far. That would be what a misspelt service comes to."
      }
    ]
  },
  {
    id: "grace",
    question: "`preStop` sleeps for 20 s, the longest call takes 15 s, and `terminationGracePeriodSeconds` is left out. What happens to a long call that begins just before SIGTERM?",
    answers: [
      {
        text: "It is cut off after 10 s, by SIGKILL.",
        right: true,
        reason: "The default is 30 s, and it begins together with preStop. 20 are over when SIGTERM comes, so 10 are left."
      },
      {
        text: "It ends well: after SIGTERM there are 30 s.",
        reason: "The grace period does not begin with SIGTERM. It begins when the pod is deleted."
      },
      {
        text: "It is cut off at once.",
        reason: "A server that drains on SIGTERM lets it go on, until SIGKILL."
      }
    ]
  },
  {
    id: "throttled",
    question: "A pod uses 25 % of a CPU on average, and its limit is 30 %. Its median is good, and one call in a hundred takes 80 ms longer. Where would you look first?",
    answers: [
      {
        text: "At nr_throttled in cpu.stat: it may stand still within each period.",
        right: true,
        reason: "A limit is counted per 100 ms. A burst uses up 30 ms in the first part of a period, and the rest of it passes without any work. An average over a minute does not show it."
      },
      {
        text: "Nowhere: it is below its limit.",
        reason: "On average. Its worst moments are shorter than what an average looks at."
      },
      {
        text: "At the network: 80 ms is a retransmission.",
        reason: "Possible, and harder to find. First look at what you have asked for yourself."
      }
    ]
  }
];
const __pageData = JSON.parse('{"title":"Kubernetes","description":"How does it run without you? Lesson 32 of RPC from scratch.","frontmatter":{"prev":false,"next":false},"headers":[],"relativePath":"lessons/32-kubernetes.md","filePath":"lessons/32-kubernetes.md"}');
const __default__ = { name: "lessons/32-kubernetes.md" };
const _sfc_main = /* @__PURE__ */ Object.assign(__default__, {
  __ssrInlineRender: true,
  setup(__props) {
    return (_ctx, _push, _parent, _attrs) => {
      const _component_LessonStart = resolveComponent("LessonStart");
      const _component_Quiz = resolveComponent("Quiz");
      const _component_RolloutPlayground = resolveComponent("RolloutPlayground");
      const _component_TraceExplorer = resolveComponent("TraceExplorer");
      const _component_BuildIt = resolveComponent("BuildIt");
      const _component_QuizScore = resolveComponent("QuizScore");
      _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="kubernetes" tabindex="-1">Kubernetes <a class="header-anchor" href="#kubernetes" aria-label="Permalink to &quot;Kubernetes&quot;">​</a></h1>`);
      _push(ssrRenderComponent(_component_LessonStart, null, null, _parent));
      _push(`<p>The server is in an image, and the image runs anywhere. Somebody still has to start it, three times and on machines that are alive, to give its address to those who call, and to put a new version in its place. That somebody is a program, too. You tell it what should be, and it works until it is so. <strong>How does it run without you?</strong></p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 32</span></span></code></pre></div><p>Look for the table in which one thing after the other is left out of an update. In which rows is no call lost, and what is wrong in one of them?</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · One connection, one pod ─────────────────────────────────────────────────
Three servers stand for three pods. A Service gives them one address. Who looks
after that address is kube-proxy, and it sees connections; here a TCP proxy
stands for it. 30 calls of one client:
    orders-1  30  ████████████████████████████████
    orders-2   0
    orders-3   0
With clusterIP: None the Service is headless: it has no address, and its name
stands for all pods. The same client, with round_robin:
  DNS             orders.shop.svc.cluster.local → 127.0.0.2, 127.0.0.3,
                  127.0.0.4
    orders-1  10  ████████████████████████████████
    orders-2  10  ████████████████████████████████
    orders-3  10  ████████████████████████████████
And with something between that reads calls: a Gateway that follows a GRPCRoute.
Ours sends one call in ten to a fourth pod, the version that is being tried:
    orders-1  9  ████████████████████████████████
    orders-2  9  ████████████████████████████████
    orders-3  9  ████████████████████████████████
    next-1    3  ███████████

── 2 · What one asks for ───────────────────────────────────────────────────────
A manifest says what should be. Five of them, checked against the types that
Kubernetes 1.36 itself publishes, then two that do not hold:
    kind                 apiVersion
    Service              v1                            it holds
    Deployment           apps/v1                       it holds
    PodDisruptionBudget  policy/v1                     it holds
    Job                  batch/v1                      it holds
    GRPCRoute            gateway.networking.k8s.io/v1  it holds
  misspelt        spec.template.spec.containers[0].livnessProbe: unknown field
                  (livenessProbe?)
  the article’s   extensions/v1beta1 Ingress: &quot;Ingress&quot; is not a kind known here
(Checked here, without a cluster: kubectl knows no cluster.)

── 3 · Two probes of one pod ───────────────────────────────────────────────────
  readiness       {&quot;grpc&quot;:{&quot;port&quot;:50051,&quot;service&quot;:&quot;ecommerce.OrderManagement&quot;}}
  liveness        {&quot;grpc&quot;:{&quot;port&quot;:50051}}
The kubelet makes the Check itself; no tool has to be in the image. Here our
probe of lesson 29 does what the kubelet would do:
    the pod                 readiness   liveness
    it loads its catalogue  no calls    left alone
    it works                gets calls  left alone
    its database is away    no calls    left alone
    it is beyond help       no calls    restarted
    its process is gone     no calls    restarted
If the probe&#39;s service is misspelt, the answer is NOT_FOUND, and the pod is
never ready. The name is ecommerce.OrderManagement, with its package.

── 4 · Told, and not asked ─────────────────────────────────────────────────────
DNS is asked again when a connection breaks. The API server has a watch: it
tells each change of a slice of the endpoints. What a resolver makes of that:
    the watch                        the channel hears
    list: .7 is ready                .7
    .8 starts                        –
    .8 is ready                      .7 .8
    the same, once more              –
    .7 leaves                        .8
    .8 leaves, too: nobody is ready  .7 .8
    .9, in a second slice, is ready  .9
    the first slice is deleted       –

── 5 · A new version, under load ───────────────────────────────────────────────
Three pods are replaced by three new ones, one more at a time (maxSurge 1,
maxUnavailable 0). Each pod is a process, and ends by a real SIGTERM, or
SIGKILL; the parts of Kubernetes are stood for by this program, with your steps
if you have written them (--mine). Four callers connect anew for each call,
twelve keep a connection through the Service, four are told of the endpoints.
Seconds are tenths here. Once with everything, and once without each:
    without    calls  anew  stays  headless  lost  killed  connections
    nothing    815    0     0      0         0     0       4 4 4
    readiness  606    3     0      5         8     0       4 4 3
    preStop    822    7     53     0         60    0       4 4 4
    grace      778    0     2      0         2     3       4 4 4
    age        870    0     0      0         0     0       6 5 1
Without readiness calls go to pods that cannot work yet. Without preStop a pod
is gone while its address is still given out. With a grace period that is too
short, calls that take long are cut off. Without a greatest age no call is lost;
but connections stay where they are (the last column: at each new pod), and the
first pod that was ready has most of the work. This is the first thing that a
server says to a connection that is too old; the rest is lesson 29’s:
client ◀── server  GOAWAY · NO_ERROR · last stream 2147483647           24 bytes
  0000  00 00 0f 07 00 00 00 00  frame header = GOAWAY, stream 0, 15 bytes
        00                         length, type, flags, stream (RFC 9113 §4.1)
  0009  7f ff ff ff              last stream = 2147483647
                                   the highest stream that was or may be served
                                   (RFC 9113 §6.8)
  000d  00 00 00 00              error code = 0 NO_ERROR
                                   nothing is wrong (RFC 9113 §6.8)
  0011  6d 61 78 5f 61 67 65     debug data = &quot;max_age&quot;
                                   for a person who reads a log (RFC 9113 §6.8)

── 6 · A limit of CPU ──────────────────────────────────────────────────────────
A program answers bursts of five calls, each of which costs 20 ms of CPU. All in
all it needs a quarter of a CPU. The same under a limit of half a CPU, and of
300m, which is more than it needs. On paper: when the five calls of a burst are
answered, in milliseconds; then what happened here:
    limit  on paper            used  stood still  median   p99
    none   20 40 60 80 100     17 %  0 times      1121 ms  1953 ms
    500m   20 40 110 130 150   17 %  0 times      1076 ms  1896 ms
    300m   20 110 130 220 310  17 %  2 times      1010 ms  1961 ms
  kept by         itself (no cgroup may be made here)
The limit is counted in periods of 100 ms. Who has used 30 ms of a period stands
still for the rest of it, and so do all calls under way. The average never shows
it: so a request for CPU, and no limit.
It runs now, without you. One question is left from the first lesson: is all of
it, every layer that you have built, the real thing? A stranger’s client will
say. That is lesson 33.</pre></details><p>You need neither a cluster nor Docker for this lesson: servers, sockets, signals and probes are real, and small programs stand for the parts of Kubernetes. The run says where. If <code>kubectl</code> knows a cluster on your machine, that one is asked, too.</p><h2 id="words-first" tabindex="-1">Words first <a class="header-anchor" href="#words-first" aria-label="Permalink to &quot;Words first&quot;">​</a></h2><ul><li>A <strong>pod</strong> is one or more processes that live and die together, with an address of their own. It is never repaired. It is replaced, and the new one has another address.</li><li>A <strong>Deployment</strong> says: of this program there should be three. It makes a <strong>ReplicaSet</strong> for each version, and that makes the pods.</li><li>A <strong>Service</strong> is a name for all pods with certain <strong>labels</strong>.</li><li>The <strong>kubelet</strong> is the program on each machine (<strong>node</strong>) that starts pods and probes them.</li><li>The <strong>API server</strong> keeps what should be and what is, and everybody else watches it. A text in which you tell it what should be is a <strong>manifest</strong>.</li></ul><h2 id="one-connection-one-pod" tabindex="-1">One connection, one pod <a class="header-anchor" href="#one-connection-one-pod" aria-label="Permalink to &quot;One connection, one pod&quot;">​</a></h2><p>A Service has an address, and the address is nobody’s. On each node <strong>kube-proxy</strong> has told the kernel: when a connection to this address comes, pick one of the pods for it. That is layer 4 of lesson 21. It sees connections, and a client of gRPC has one. Here are three servers, and in front of them a TCP proxy that stands for kube-proxy. One client makes 30 calls:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>orders-1  30  ████████████████████████████████</span></span>
<span class="line"><span>orders-2   0</span></span>
<span class="line"><span>orders-3   0</span></span></code></pre></div><p>With one pod nobody notices. With three there are two ways out.</p><p><strong>The client chooses.</strong> With <code>clusterIP: None</code> a Service is <strong>headless</strong>: it has no address. DNS answers its name with the addresses of all pods that are ready, and the client takes turns. Our run has a DNS server of fifty lines that does so, over UDP:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/32-kubernetes/distributions.ts.txt" target="_self">lessons/32-kubernetes/distributions.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> client = open(target, {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  lookup: dns.lookup,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  serviceConfig: ROUND_ROBIN,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">});</span></span></code></pre></div></div><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>DNS       orders.shop.svc.cluster.local → 127.0.0.2, 127.0.0.3, 127.0.0.4</span></span>
<span class="line"><span>orders-1  10  ████████████████████████████████</span></span>
<span class="line"><span>orders-2  10  ████████████████████████████████</span></span>
<span class="line"><span>orders-3  10  ████████████████████████████████</span></span></code></pre></div><p>The service config is half of it. With <code>pick_first</code>, the default, the client would have all addresses and use one.</p><p><strong>Somebody between chooses.</strong> For calls from outside the cluster there is the Gateway API, and for gRPC a kind of its own, <strong>GRPCRoute</strong>: which host, which service or method, and to which Services, with weights.</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/32-kubernetes/manifests.ts.txt" target="_self">lessons/32-kubernetes/manifests.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * Calls of one service, from outside, one in ten to the version that</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * is being tried.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> ROUTE = {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  apiVersion: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;gateway.networking.k8s.io/v1&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  kind: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;GRPCRoute&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  metadata: { name: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;orders&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  spec: {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    parentRefs: [{ name: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;outside&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> }],</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    hostnames: [</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;orders.example&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">],</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    rules: [</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        matches: [</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">          { method: { service: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;ecommerce.OrderManagement&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> } },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        ],</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        backendRefs: [</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">          { name: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;orders&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, port: </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">50_051</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, weight: </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">9</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> },</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">          { name: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;orders-next&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, port: </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">50_051</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, weight: </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">1</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        ],</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    ],</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">} </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">satisfies</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> GRPCRoute;</span></span></code></pre></div></div><p>Our stand-in for a Gateway follows this very object, one call in ten to a version that is being tried:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>orders-1  9  ████████████████████████████████</span></span>
<span class="line"><span>orders-2  9  ████████████████████████████████</span></span>
<span class="line"><span>orders-3  9  ████████████████████████████████</span></span>
<span class="line"><span>next-1    3  ███████████</span></span></code></pre></div><p>The Service’s port says <code>appProtocol: kubernetes.io/h2c</code>. Otherwise a Gateway may speak HTTP/1.1 to your pods, which no gRPC server understands.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "scale-up headless-default"
      }, null, _parent));
      _push(`<h2 id="told-and-not-asked" tabindex="-1">Told, and not asked <a class="header-anchor" href="#told-and-not-asked" aria-label="Permalink to &quot;Told, and not asked&quot;">​</a></h2><p>A client asks DNS again when a connection breaks, and not more often than every 30 seconds. A pod that is new breaks nothing. So a client may not know of it for as long as all goes well.</p><p>There is another way to know. For each Service the API server has <strong>EndpointSlices</strong>: lists of its pods’ addresses, up to a hundred in each, with <strong>conditions</strong>:</p><table tabindex="0"><thead><tr><th>condition</th><th>left out means</th><th>says</th></tr></thead><tbody><tr><td><code>ready</code></td><td>true</td><td>calls may go there</td></tr><tr><td><code>serving</code></td><td>true</td><td>its readiness probe says yes, whether or not it is leaving</td></tr><tr><td><code>terminating</code></td><td>false</td><td>it was told to end</td></tr></tbody></table><p>Who may read them can <strong>watch</strong> them: a list first, and then each change of a slice, as it happens (<code>ADDED</code>, <code>MODIFIED</code>, <code>DELETED</code>). A change tells of one slice. The resolver of lesson 21 has to say all addresses. So it remembers what each slice adds:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/32-kubernetes/watch-names.ts.txt" target="_self">lessons/32-kubernetes/watch-names.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * \`pods:orders\`: a resolver that does not ask again and again. It is</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * told.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> watchNames(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  source: SliceSource,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  portName = </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;grpc&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">): ResolverFactory {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> () =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    let</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> stop = () =&gt; {};</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      start(listener) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">        const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> changes = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> EndpointChanges({</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">          portName,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">          found: (addresses) =&gt; listener.resolved({ addresses }),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        changes.listed(source.slices());</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        stop = source.watch((change) =&gt; changes.changed(change));</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      resolveAgain() {},</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      close: () =&gt; stop(),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>the watch                        the channel hears</span></span>
<span class="line"><span>list: .7 is ready                .7</span></span>
<span class="line"><span>.8 starts                        –</span></span>
<span class="line"><span>.8 is ready                      .7 .8</span></span>
<span class="line"><span>the same, once more              –</span></span>
<span class="line"><span>.7 leaves                        .8</span></span>
<span class="line"><span>.8 leaves, too: nobody is ready  .7 .8</span></span>
<span class="line"><span>.9, in a second slice, is ready  .9</span></span>
<span class="line"><span>the first slice is deleted       –</span></span></code></pre></div><p>The row in which nobody is ready is a rule of kube-proxy, and a good one: who is leaving and still serves is better than nobody.</p><p>Slices have more rules. A port has a name, the number belongs to the slice, and in an update two numbers may be there at a time. An endpoint that moves from one slice to another stands in both for a moment. In a cluster with two address families there are slices of IPv4 and of IPv6 for the same pods.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "slices"
      }, null, _parent));
      _push(`<h2 id="a-manifest-is-data" tabindex="-1">A manifest is data <a class="header-anchor" href="#a-manifest-is-data" aria-label="Permalink to &quot;A manifest is data&quot;">​</a></h2><p>YAML is text for people. What the API server takes is data, with a type for each field, and it publishes the types. Five objects are checked against them, and the Deployment once more with a letter missing:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>kind                 apiVersion</span></span>
<span class="line"><span>Service              v1                            it holds</span></span>
<span class="line"><span>Deployment           apps/v1                       it holds</span></span>
<span class="line"><span>PodDisruptionBudget  policy/v1                     it holds</span></span>
<span class="line"><span>Job                  batch/v1                      it holds</span></span>
<span class="line"><span>GRPCRoute            gateway.networking.k8s.io/v1  it holds</span></span>
<span class="line"><span></span></span>
<span class="line"><span>misspelt   spec.template.spec.containers[0].livnessProbe: unknown field</span></span>
<span class="line"><span>           (livenessProbe?)</span></span></code></pre></div><p>If nobody is <strong>strict</strong>, a field that is not known is left out. There is no error, the pods run, and they have no liveness probe. <code>kubectl</code> asks for <code>--validate=strict</code> by default today; other tools may not. So write manifests as typed literals (<code>satisfies Deployment</code>), and the compiler says it while you type; or check them against the published types in a test. Here the table of types comes out of a real API server, and <code>npm run judge:kubernetes</code> compares the two.</p><p>Five objects make a service: the Deployment, the headless Service, the GRPCRoute, and</p><ul><li>a <strong>Job</strong>, for a program that ends: a client that makes its calls and is done. It has <code>restartPolicy: Never</code>, and a number of tries.</li><li>a <strong>PodDisruptionBudget</strong>. Somebody empties a node, to repair it. The budget says how many pods have to stay. If it says all of them, nobody can ever empty that node.</li></ul><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 32</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --manifests</span></span></code></pre></div><p>Look for the labels: in how many places must they agree? If you have a cluster (kind or minikube make one on your machine), <code>npm run lesson 32 -- --cluster</code> asks its API server whether it would take each of them, strictly, and keeps nothing.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">{
      &quot;apiVersion&quot;: &quot;v1&quot;,
      &quot;kind&quot;: &quot;List&quot;,
      &quot;items&quot;: [
        {
          &quot;apiVersion&quot;: &quot;v1&quot;,
          &quot;kind&quot;: &quot;Service&quot;,
          &quot;metadata&quot;: {
            &quot;name&quot;: &quot;orders&quot;
          },
          &quot;spec&quot;: {
            &quot;clusterIP&quot;: &quot;None&quot;,
            &quot;selector&quot;: {
              &quot;app&quot;: &quot;orders&quot;
            },
            &quot;ports&quot;: [
              {
                &quot;name&quot;: &quot;grpc&quot;,
                &quot;port&quot;: 50051,
                &quot;appProtocol&quot;: &quot;kubernetes.io/h2c&quot;
              }
            ]
          }
        },
        {
          &quot;apiVersion&quot;: &quot;apps/v1&quot;,
          &quot;kind&quot;: &quot;Deployment&quot;,
          &quot;metadata&quot;: {
            &quot;name&quot;: &quot;orders&quot;
          },
          &quot;spec&quot;: {
            &quot;replicas&quot;: 3,
            &quot;selector&quot;: {
              &quot;matchLabels&quot;: {
                &quot;app&quot;: &quot;orders&quot;
              }
            },
            &quot;strategy&quot;: {
              &quot;type&quot;: &quot;RollingUpdate&quot;,
              &quot;rollingUpdate&quot;: {
                &quot;maxSurge&quot;: 1,
                &quot;maxUnavailable&quot;: 1
              }
            },
            &quot;template&quot;: {
              &quot;metadata&quot;: {
                &quot;labels&quot;: {
                  &quot;app&quot;: &quot;orders&quot;
                }
              },
              &quot;spec&quot;: {
                &quot;terminationGracePeriodSeconds&quot;: 27,
                &quot;containers&quot;: [
                  {
                    &quot;name&quot;: &quot;orders&quot;,
                    &quot;image&quot;: &quot;registry.example/orders:1.4.2&quot;,
                    &quot;ports&quot;: [
                      {
                        &quot;name&quot;: &quot;grpc&quot;,
                        &quot;containerPort&quot;: 50051
                      }
                    ],
                    &quot;readinessProbe&quot;: {
                      &quot;grpc&quot;: {
                        &quot;port&quot;: 50051,
                        &quot;service&quot;: &quot;ecommerce.OrderManagement&quot;
                      }
                    },
                    &quot;livenessProbe&quot;: {
                      &quot;grpc&quot;: {
                        &quot;port&quot;: 50051
                      }
                    },
                    &quot;lifecycle&quot;: {
                      &quot;preStop&quot;: {
                        &quot;sleep&quot;: {
                          &quot;seconds&quot;: 5
                        }
                      }
                    },
                    &quot;resources&quot;: {
                      &quot;requests&quot;: {
                        &quot;cpu&quot;: &quot;200m&quot;,
                        &quot;memory&quot;: &quot;128Mi&quot;
                      },
                      &quot;limits&quot;: {
                        &quot;memory&quot;: &quot;128Mi&quot;
                      }
                    }
                  }
                ]
              }
            }
          }
        },
        {
          &quot;apiVersion&quot;: &quot;policy/v1&quot;,
          &quot;kind&quot;: &quot;PodDisruptionBudget&quot;,
          &quot;metadata&quot;: {
            &quot;name&quot;: &quot;orders&quot;
          },
          &quot;spec&quot;: {
            &quot;minAvailable&quot;: 2,
            &quot;selector&quot;: {
              &quot;matchLabels&quot;: {
                &quot;app&quot;: &quot;orders&quot;
              }
            }
          }
        },
        {
          &quot;apiVersion&quot;: &quot;batch/v1&quot;,
          &quot;kind&quot;: &quot;Job&quot;,
          &quot;metadata&quot;: {
            &quot;name&quot;: &quot;orders-client&quot;
          },
          &quot;spec&quot;: {
            &quot;backoffLimit&quot;: 4,
            &quot;template&quot;: {
              &quot;spec&quot;: {
                &quot;restartPolicy&quot;: &quot;Never&quot;,
                &quot;containers&quot;: [
                  {
                    &quot;name&quot;: &quot;client&quot;,
                    &quot;image&quot;: &quot;registry.example/orders-client:1.4.2&quot;,
                    &quot;args&quot;: [
                      &quot;--target&quot;,
                      &quot;dns:///orders:50051&quot;
                    ]
                  }
                ]
              }
            }
          }
        },
        {
          &quot;apiVersion&quot;: &quot;gateway.networking.k8s.io/v1&quot;,
          &quot;kind&quot;: &quot;GRPCRoute&quot;,
          &quot;metadata&quot;: {
            &quot;name&quot;: &quot;orders&quot;
          },
          &quot;spec&quot;: {
            &quot;parentRefs&quot;: [
              {
                &quot;name&quot;: &quot;outside&quot;
              }
            ],
            &quot;hostnames&quot;: [
              &quot;orders.example&quot;
            ],
            &quot;rules&quot;: [
              {
                &quot;matches&quot;: [
                  {
                    &quot;method&quot;: {
                      &quot;service&quot;: &quot;ecommerce.OrderManagement&quot;
                    }
                  }
                ],
                &quot;backendRefs&quot;: [
                  {
                    &quot;name&quot;: &quot;orders&quot;,
                    &quot;port&quot;: 50051,
                    &quot;weight&quot;: 9
                  },
                  {
                    &quot;name&quot;: &quot;orders-next&quot;,
                    &quot;port&quot;: 50051,
                    &quot;weight&quot;: 1
                  }
                ]
              }
            ]
          }
        }
      ]
    }</pre></details>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "misspelt"
      }, null, _parent));
      _push(`<h2 id="two-probes" tabindex="-1">Two probes <a class="header-anchor" href="#two-probes" aria-label="Permalink to &quot;Two probes&quot;">​</a></h2><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>readiness   {&quot;grpc&quot;:{&quot;port&quot;:50051,&quot;service&quot;:&quot;ecommerce.OrderManagement&quot;}}</span></span>
<span class="line"><span>liveness    {&quot;grpc&quot;:{&quot;port&quot;:50051}}</span></span></code></pre></div><p>The kubelet makes the Check of lesson 29 itself: no tool in the image. The port is a number, never a name. Readiness asks for the service, liveness for none:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>the pod                 readiness   liveness</span></span>
<span class="line"><span>it loads its catalogue  no calls    left alone</span></span>
<span class="line"><span>it works                gets calls  left alone</span></span>
<span class="line"><span>its database is away    no calls    left alone</span></span>
<span class="line"><span>it is beyond help       no calls    restarted</span></span>
<span class="line"><span>its process is gone     no calls    restarted</span></span></code></pre></div><p>A misspelt service in a probe is not misspelt for anybody but your server: it answers <code>NOT_FOUND</code>, and the pod is never ready. And a probe has no TLS. A server that takes only TLS needs a second port for it, or <code>exec</code>.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "probe-port"
      }, null, _parent));
      _push(`<h2 id="a-new-version-under-load" tabindex="-1">A new version, under load <a class="header-anchor" href="#a-new-version-under-load" aria-label="Permalink to &quot;A new version, under load&quot;">​</a></h2><p>An update takes old pods away and puts new ones in their place, a few at a time. Two numbers bound it: <code>maxSurge</code>, so many more there may be meanwhile, and <code>maxUnavailable</code>, so many fewer may be ready. Three pods with 1 and 0: one new pod starts, gets ready, one old pod is told to leave, and so on. Pods that are leaving are counted by nobody.</p><p>What happens to a pod that is told to leave? Two things, at the same moment:</p><ol><li>It is marked as terminating, and everybody who watches hears of it, sooner or later.</li><li>The kubelet begins to end it: first <code>preStop</code>, then SIGTERM, and SIGKILL when the <strong>grace period</strong> is over. The grace period begins together with <code>preStop</code>.</li></ol><p>Nobody waits for the first before the second. So the wait has to be there: <code>preStop: { sleep: { seconds: 5 } }</code> (for good since Kubernetes 1.34) puts SIGTERM off, and meanwhile the pod takes calls. Lesson 29 had the same wait in the server (its step 2). One of the two is enough.</p>`);
      _push(ssrRenderComponent(_component_RolloutPlayground, null, null, _parent));
      _push(`<p>The run does it with processes and real signals; seconds are tenths there. Four callers connect anew for each call, twelve keep a connection through the Service’s address, and four have a resolver that watches:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>without    calls  anew  stays  headless  lost  killed  connections</span></span>
<span class="line"><span>nothing    815    0     0      0         0     0       4 4 4</span></span>
<span class="line"><span>readiness  606    3     0      5         8     0       4 4 3</span></span>
<span class="line"><span>preStop    822    7     53     0         60    0       4 4 4</span></span>
<span class="line"><span>grace      778    0     2      0         2     3       4 4 4</span></span>
<span class="line"><span>age        870    0     0      0         0     0       6 5 1</span></span></code></pre></div><p>(One run, on two cores that had much else to do. Yours will have other numbers. On a machine that is not too busy the first and the last row lose nothing.)</p><ul><li>Without <strong>readiness</strong> a pod gets calls as soon as it runs, and it is not able to work yet.</li><li>Without <strong>preStop</strong> it is gone while its address is still given out. A connection that was refused costs more than one call: the channel waits a second before it tries again, and whatever comes in that second fails at once (lesson 21).</li><li>With a <strong>grace period</strong> that is too short, SIGKILL comes while long calls are under way.</li><li>Without a <strong>greatest age</strong> of connections no call is lost. Look at the last column: so many of the twelve connections are at each new pod. Who was first has most, and keeps them.</li></ul><p>A server that has <code>maxConnectionAgeMs</code> (in grpc-js <code>grpc.max_connection_age_ms</code>) asks each connection to go after that time, ±10 % by chance. This is what it says first. The client takes its next call elsewhere; the answer to the PING and the second GOAWAY follow as in lesson 29, and nothing is lost by it:</p>`);
      _push(ssrRenderComponent(_component_TraceExplorer, {
        trace: unref(age),
        from: "server"
      }, null, _parent));
      _push(`<div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 32</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --without</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> preStop</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 32</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --plan</span></span></code></pre></div><p>Look in the first for the column that loses, in each of three runs. In the second, look for a row that lost calls although its preStop was right.</p><details class="output"><summary>What <code>npm run lesson 32 -- --without preStop</code> prints</summary><pre tabindex="0">── 1 · An update without preStop ───────────────────────────────────────────────
Three pods are replaced by three new ones, under load, three times. Calls that
were lost, by who made them: anew for each call, with a connection that stays,
or told of the endpoints.
    without  calls  anew  stays  headless  lost  killed  connections
    preStop  813    11    54     0         65    0       4 4 4
    preStop  822    5     163    0         168   0       4 4 3
    preStop  800    2     118    0         120   0       4 4 4</pre></details><details class="output"><summary>What <code>npm run lesson 32 -- --plan</code> prints</summary><pre tabindex="0">── 1 · The same update, on paper ───────────────────────────────────────────────
Three pods; two can carry the load, and there is room for four: maxSurge 1,
maxUnavailable 1. Whoever calls notices within 5 s that a pod leaves, and the
longest call takes 20 s. Clients and time are simulated; the steps are those of
the exercise:
    preStop  grace period  readiness  lost        ended after
    5 s      27 s          yes        0 of 936    32 s
    0 s      27 s          yes        110 of 810  26.75 s
    2 s      27 s          yes        50 of 858   28.75 s
    5 s      10 s          yes        129 of 582  17.25 s
    5 s      27 s          no         54 of 936   32 s</pre></details>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "grace"
      }, null, _parent));
      _push(`<h2 id="requests-and-limits" tabindex="-1">Requests and limits <a class="header-anchor" href="#requests-and-limits" aria-label="Permalink to &quot;Requests and limits&quot;">​</a></h2><p>A <strong>request</strong> is for the one who looks for a node: so much CPU and memory is kept free for this pod. A <strong>limit</strong> is for the kernel: no more than that. For memory it means that a process which takes more is killed. For CPU it is counted in periods of 100 ms: with a limit of <code>300m</code> a pod may use 30 ms in each, and stands still for the rest.</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 32</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --throttle</span></span></code></pre></div><p>Look for the limit that is above what the program uses, and for how often it stood still all the same. If your machine has much else to do, the run says that its times mean nothing.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · A limit of CPU ──────────────────────────────────────────────────────────
A program answers bursts of five calls, each of which costs 20 ms of CPU. All in
all it needs a quarter of a CPU. The same under a limit of half a CPU, and of
300m, which is more than it needs. On paper: when the five calls of a burst are
answered, in milliseconds; then what happened here:
    limit  on paper            used  stood still  median   p99
    none   20 40 60 80 100     15 %  0 times      2210 ms  2563 ms
    500m   20 40 110 130 150   17 %  0 times      958 ms   1829 ms
    300m   20 110 130 220 310  15 %  1 times      1024 ms  2342 ms
  kept by         itself (no cgroup may be made here)
The limit is counted in periods of 100 ms. Who has used 30 ms of a period stands
still for the rest of it, and so do all calls under way. The average never shows
it: so a request for CPU, and no limit.</pre></details><p>A program answers bursts of five calls, each of which works for 20 ms; it needs a quarter of a CPU. When are the five answered, in milliseconds, if it has a machine of its own? (A test works it out.)</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>limit  the five calls of a burst</span></span>
<span class="line"><span>none   20 40 60 80 100</span></span>
<span class="line"><span>500m   20 40 110 130 150</span></span>
<span class="line"><span>300m   20 110 130 220 310</span></span></code></pre></div><p>With <code>300m</code> the program uses less than its limit, on average, and its slowest calls take three times as long. p99 is made of those. (The run measures it, too.)</p><p>Calls come in bursts. A burst uses up the quota in the first third of a period, and all calls under way wait for the next. So: request CPU, and do not limit it; request memory, and limit it. (Where you may make a cgroup, the kernel keeps the quota in this run. Otherwise the program keeps it by itself, and the run says so.)</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "throttled"
      }, null, _parent));
      _push(`<h2 id="build-it" tabindex="-1">Build it <a class="header-anchor" href="#build-it" aria-label="Permalink to &quot;Build it&quot;">​</a></h2><p>Four tasks in <code>exercises/32-kubernetes/</code>: manifests that hold, addresses out of changes, an update step by step, and a plan in which no call is lost. The last one is judged by a simulation that runs your own steps, with clients who notice late and calls that take long.</p><ul><li>The types of manifests are in <code>#services/kubernetes/generated/types</code>; your editor knows them.</li><li><code>selector: { matchLabels: { app: &#39;orders&#39; } }</code> of a Deployment and of a budget selects pods; a Service says <code>selector: { app: &#39;orders&#39; }</code>.</li><li><code>resources: { requests: { cpu, memory }, limits: { memory } }</code> belong to a container, and so do <code>ports: [{ name, containerPort }]</code>, probes and <code>lifecycle</code>.</li><li><code>compareAddresses(a, b)</code> is for <code>sort</code>; <code>unique(addresses)</code> sorts, and leaves out what stands there twice.</li><li>A percentage is a text: <code>&#39;25%&#39;</code>.</li></ul>`);
      _push(ssrRenderComponent(_component_BuildIt, { exercise: unref(exercise) }, null, _parent));
      _push(`<div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> exercise</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 32</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 32</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --mine</span></span></code></pre></div><p>With <code>--mine</code> the manifests are yours, the resolver is told by yours, and your steps and your plan update the pods.</p><h2 id="what-you-have-answered" tabindex="-1">What you have answered <a class="header-anchor" href="#what-you-have-answered" aria-label="Permalink to &quot;What you have answered&quot;">​</a></h2>`);
      _push(ssrRenderComponent(_component_QuizScore, { questions: unref(quiz) }, null, _parent));
      _push(`<h2 id="what-is-still-open" tabindex="-1">What is still open <a class="header-anchor" href="#what-is-still-open" aria-label="Permalink to &quot;What is still open&quot;">​</a></h2><p>It runs without you. One question is left, and it is the first one: is what you have built the real thing? Can a stranger’s client tell your server from Google’s? That is lesson 33.</p><h2 id="sources" tabindex="-1">Sources <a class="header-anchor" href="#sources" aria-label="Permalink to &quot;Sources&quot;">​</a></h2><ul><li>Kubernetes: <a href="https://kubernetes.io/docs/concepts/workloads/controllers/deployment/" target="_blank" rel="noreferrer">Deployments</a>, <a href="https://kubernetes.io/docs/concepts/services-networking/service/#headless-services" target="_blank" rel="noreferrer">headless Services</a>, <a href="https://kubernetes.io/docs/concepts/services-networking/endpoint-slices/" target="_blank" rel="noreferrer">EndpointSlices</a>, <a href="https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#define-a-grpc-liveness-probe" target="_blank" rel="noreferrer">gRPC probes</a>, <a href="https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination" target="_blank" rel="noreferrer">Pod termination</a>, <a href="https://kubernetes.io/docs/tasks/run-application/configure-pdb/" target="_blank" rel="noreferrer">PodDisruptionBudget</a>, <a href="https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/" target="_blank" rel="noreferrer">resources</a></li><li><a href="https://github.com/kubernetes/enhancements/tree/master/keps/sig-network/2727-grpc-probe" target="_blank" rel="noreferrer">KEP-2727</a>: gRPC probes; <a href="https://github.com/kubernetes/enhancements/tree/master/keps/sig-node/3960-pod-lifecycle-sleep-action" target="_blank" rel="noreferrer">KEP-3960</a>: <code>sleep</code>; <a href="https://github.com/kubernetes/enhancements/tree/master/keps/sig-network/1669-proxy-terminating-endpoints" target="_blank" rel="noreferrer">KEP-1669</a>: endpoints that are leaving</li><li>Gateway API: <a href="https://gateway-api.sigs.k8s.io/api-types/grpcroute/" target="_blank" rel="noreferrer">GRPCRoute</a>; <a href="https://kubernetes.io/blog/2025/11/11/ingress-nginx-retirement/" target="_blank" rel="noreferrer">ingress-nginx is retired</a></li><li><a href="https://github.com/grpc/grpc/blob/master/doc/naming.md" target="_blank" rel="noreferrer">gRPC name resolution</a>, and <a href="https://github.com/grpc/proposal/blob/master/A9-server-side-conn-mgt.md" target="_blank" rel="noreferrer">keepalive and the age of connections</a> (gRFC A9)</li><li>Linux: <a href="https://docs.kernel.org/scheduler/sched-bwc.html" target="_blank" rel="noreferrer">CPU bandwidth control</a></li></ul><details class="details custom-block"><summary>What the article said, and what is true</summary><p>The course grew out of a series of articles (in Chinese, with Go) that goes from RPC to gRPC. Where it is wrong, or no longer right, this is what is true:</p><ul><li>Its Deployment has one replica behind a Service of type NodePort. With three it would be as in our first picture: one connection, one pod. And an update of one replica without <code>preStop</code> is a pause.</li><li>There is no probe in it. So a pod is ready as soon as its process runs.</li><li>It limits CPU, to half of one. See above.</li><li><code>extensions/v1beta1</code> Ingress was removed in Kubernetes 1.22 (August 2021). Its successor is <code>networking.k8s.io/v1</code>, with <code>pathType</code>, <code>ingressClassName</code> and <code>service.port.name</code> in place of <code>servicePort</code>; <code>kubernetes.io/ingress.class</code> as an annotation is gone, too.</li><li>It turns TLS off for that Ingress (<code>ssl-redirect: &quot;false&quot;</code>). ingress-nginx spoke gRPC only over TLS, so its plaintext client would not have got through. And ingress-nginx is retired: since March 2026 nobody mends it. What takes its place is the Gateway API, with <code>GRPCRoute</code> for gRPC.</li><li>Its Job has no target and no deadline: the client finds the server by a name that is compiled in.</li></ul></details></div>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lessons/32-kubernetes.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
export {
  __pageData,
  _sfc_main as default
};

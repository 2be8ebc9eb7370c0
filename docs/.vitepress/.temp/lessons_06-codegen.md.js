import { useSSRContext, resolveComponent, unref } from "vue";
import { ssrRenderAttrs, ssrRenderComponent } from "vue/server-renderer";
const exercise = { kind: "handle", id: "06-codegen", load: () => import("./06-codegen.exercise.DiNMjjTP.js").then((exercise2) => exercise2.default) };
const order = { kind: "handle", id: "order", load: () => import("./order.trace.D96p9sL4.js").then((trace) => trace.default) };
const quiz = [
  {
    id: "path-case",
    question: "In TypeScript a method is `placeOrder`, in the file `rpc PlaceOrder` in `service Kitchen` of `package kitchen`. Which path goes on the wire?",
    answers: [
      {
        text: "/Kitchen/PlaceOrder",
        reason: "The package is part of a service’s name: two packages may each have a Kitchen."
      },
      {
        text: "/kitchen.Kitchen/placeOrder",
        reason: "That is how TypeScript calls it. A server in Go has never heard of it."
      },
      {
        text: "/kitchen.Kitchen/PlaceOrder",
        reason: "Package, service and method, as the file spells them, in every language.",
        right: true
      }
    ]
  },
  {
    id: "hello-ada",
    question: 'Predict the bytes: `HelloRequest.encode({ name: "Ada" })`, generated from `message HelloRequest { string name = 1; }`. (A is 41, d is 64, a is 61.)',
    bytes: { encoder: "hello", name: "Ada" },
    reason: 'The tag, 1 × 8 + 2; the length; the text. The word "name" is in the generated code, and not in the bytes.'
  },
  {
    id: "renamed",
    question: "`total_cents = 2` is renamed to `cents = 2`, and only the server is built anew. What does an old client read?",
    answers: [
      {
        text: "The number, as totalCents",
        reason: "On the wire there is field 2. What it is called is everybody’s own affair.",
        right: true
      },
      { text: "0, because the field is not there", reason: "Field 2 is there, as before." },
      { text: "An error", reason: "The bytes have no names in which one could see a difference." }
    ]
  },
  {
    id: "oneof-type",
    question: 'Why is a oneof `{ case: "table"; value: number } | { case: "address"; value: string }`, and not two optional properties?',
    answers: [
      {
        text: "So that two members cannot be set at once, and value has a type as soon as case is known",
        reason: "A discriminated union: what cannot be on the wire cannot be written either.",
        right: true
      },
      { text: "Because it is shorter on the wire", reason: "The bytes are the same: one field." },
      {
        text: "Because TypeScript has no optional properties",
        reason: "It has, and fields with `optional` become such."
      }
    ]
  },
  {
    id: "eval",
    question: "A Chrome extension forbids `eval`. Which of these cannot read a message there?",
    answers: [
      {
        text: "protobufjs by reflection",
        reason: "It makes its functions from text while the program runs, with `new Function()`.",
        right: true
      },
      {
        text: "protobufjs, static",
        reason: "The same functions, but they stand in a file: nothing is made of a text any more."
      },
      {
        text: "@bufbuild/protobuf with protoc-gen-es",
        reason: "It walks over the descriptor and makes no functions."
      }
    ]
  },
  {
    id: "vanished-total",
    question: "A client with proto-loader and no options prints `receipt.totalCents.toFixed(2)`. One day an order is free. What happens?",
    answers: [
      { text: "It prints 0.00", reason: "That would be so with `defaults: true`." },
      {
        text: "TypeError: Cannot read properties of undefined",
        reason: "Zero is not on the wire, and without `defaults` what is not on the wire is not in the object.",
        right: true
      },
      { text: "It prints NaN", reason: "There is nothing on which toFixed could be called." }
    ]
  },
  {
    id: "import-path",
    question: "`proto/kitchen/kitchen.proto` needs `proto/kitchen/menu.proto`. The include path is `proto`. What does the import say?",
    answers: [
      {
        text: 'import "menu.proto"',
        reason: "It is not read from the folder of the file that imports."
      },
      {
        text: 'import "./menu.proto"',
        reason: "An import is not a relative path: `.` and `..` do not count in it."
      },
      {
        text: 'import "kitchen/menu.proto"',
        reason: "Counted from the include path, which all tools are given alike.",
        right: true
      }
    ]
  }
];
const __pageData = JSON.parse('{"title":"Code generation","description":"Who writes the stub? Lesson 6 of RPC from scratch.","frontmatter":{"prev":false,"next":false},"headers":[],"relativePath":"lessons/06-codegen.md","filePath":"lessons/06-codegen.md"}');
const __default__ = { name: "lessons/06-codegen.md" };
const _sfc_main = /* @__PURE__ */ Object.assign(__default__, {
  __ssrInlineRender: true,
  setup(__props) {
    return (_ctx, _push, _parent, _attrs) => {
      const _component_LessonStart = resolveComponent("LessonStart");
      const _component_FromContract = resolveComponent("FromContract");
      const _component_Quiz = resolveComponent("Quiz");
      const _component_TraceExplorer = resolveComponent("TraceExplorer");
      const _component_BuildIt = resolveComponent("BuildIt");
      const _component_QuizScore = resolveComponent("QuizScore");
      _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="code-generation" tabindex="-1">Code generation <a class="header-anchor" href="#code-generation" aria-label="Permalink to &quot;Code generation&quot;">​</a></h1>`);
      _push(ssrRenderComponent(_component_LessonStart, null, null, _parent));
      _push(`<p>A schema now says what the bytes of a message are. But the message is only half of a call. The stub of lesson 1 took any name and any arguments, and sent them off. Whether the server had such a procedure, the client learned only from its answer. Somebody has to write a stub that knows, and a skeleton that fits it, in every language that takes part. <strong>Who writes the stub?</strong></p><p>A program does. It reads the schema, and prints another program. In this lesson you write it.</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 6</span></span></code></pre></div><p>Look for the tree, and for the program that is printed from it.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · One description, two ends ───────────────────────────────────────────────
The stub of lesson 1 did what it was told: any name, any arguments, off they
went. Whether the server has such a procedure came out when it answered. This is
the kitchen of lesson 2, written down before anybody writes a program:
    service Kitchen {
      // What there is, and what it costs.
      rpc GetMenu(MenuRequest) returns (Menu) {
        option idempotency_level = NO_SIDE_EFFECTS;
      }
    
      // Takes an order, and returns its number.
      rpc PlaceOrder(Order) returns (Receipt);
    
      // The receipt again, each time that something has changed.
      rpc WatchOrder(Receipt) returns (stream Receipt);
    }

── 2 · The description as a tree ───────────────────────────────────────────────
A parser reads it. What comes out is a tree (AST) in which every name has been
found, also those that are imported:
    kitchen/menu.proto
      enum Course
        0 COURSE_UNSPECIFIED, 1 COURSE_STARTER, 2 COURSE_MAIN, 3 COURSE_DESSERT
      message Dish
        1 name        implicit  string
        2 course      implicit  Course
    kitchen/kitchen.proto
      message MenuRequest
        1 course      implicit  Course
      message Menu
        1 prices      map       string → uint32
      message Order
        1 dishes      repeated  Dish
        2 table       optional  uint32 (oneof place)
        3 address     optional  string (oneof place)
        4 tipCents    optional  uint32
      message Receipt
        1 orderId     implicit  uint64
        2 totalCents  implicit  uint32
        3 paid        implicit  bool
      service Kitchen
        GetMenu     MenuRequest → Menu
        PlaceOrder  Order → Receipt
        WatchOrder  Receipt → stream Receipt

── 3 · A program that writes a program ─────────────────────────────────────────
A generator walks over the tree and prints. For a message, a type:
    export interface Order extends Message {
      /** In the order in which they are wanted. */
      dishes: Dish[];
      place?:
      | { case: &#39;table&#39;; value: number }
      | { case: &#39;address&#39;; value: string };
      /** Absent: nobody has said. Zero: no tip. */
      tipCents?: number;
    }
For a method, what both ends have to know of it:
        placeOrder: {
          path: &#39;/kitchen.Kitchen/PlaceOrder&#39;,
          requestStream: false,
          responseStream: false,
          encodeRequest: Order.encode,
          decodeRequest: (bytes: Uint8Array) =&gt; Order.decode(bytes),
          encodeResponse: Receipt.encode,
          decodeResponse: (bytes: Uint8Array) =&gt; Receipt.decode(bytes),
        },
And for each end a type: the stub to be called, the skeleton to be filled in.
    export interface KitchenClient&lt;Options = unknown&gt; {
      /** What there is, and what it costs. */
      getMenu(request: MenuRequest, options?: Options): Promise&lt;Menu&gt;;
      /** Takes an order, and returns its number. */
      placeOrder(request: Order, options?: Options): Promise&lt;Receipt&gt;;
      /** The receipt again, each time that something has changed. */
      watchOrder(request: Receipt, options?: Options): AsyncIterable&lt;Receipt&gt;;
    }

── 4 · Compiled, and called ────────────────────────────────────────────────────
The text is compiled and loaded, and serves lesson 2’s connection in lesson 3’s
frames. JSON has no bytes, so the message goes as hex digits:
client ──▶ server  call 1: PlaceOrder Order { dishes: Dish { name: &quot;…  109 bytes
  0000  00 00 00 69              length = 105
                                   how many bytes the payload has: 32 bits, the
                                   highest byte first (big-endian)
  0004                           payload = 105 bytes · the message itself
  0004  7b 22 69 64 22 3a 31     │ id = 1
                                 │   which call this is; the reply carries the
                                 │   same number (Birrell &amp; Nelson 1984)
  000b  2c 22 6d 65 74 68 6f 64  │ method = &quot;/kitchen.Kitchen/PlaceOrder&quot;
        22 3a 22 2f 6b 69 74 63  │   which procedure to call (Birrell &amp; Nelson
        68 65 6e 2e 4b 69 74 63  │   1984)
        68 65 6e 2f 50 6c 61 63  │
        65 4f 72 64 65 72 22     │
  0032                           │ params
                                 │   the arguments, in order: copies, not
                                 │   references
  0032  2c 22 70 61 72 61 6d 73  │ │ name = params · which member this is
        22 3a                    │ │
  003c                           │ │ [0] = Order { dishes: Dish { name: &quot;soup&quot;,
                                 │ │ course: COURSE_STARTER…
                                 │ │   a protobuf message; JSON has no bytes, so
                                 │ │   each is written as two hex digits
                                 │ │   (protobuf encoding #structure)
  003c  5b 22                    │ │ │ quote · here the message begins
  003e  30 61 30 38 30 61 30 34  │ │ │ dishes = Dish { name: &quot;soup&quot;, course:
        37 33 36 66 37 35 37 30  │ │ │ COURSE_STARTER (1) }
        31 30 30 31              │ │ │   field 1, repeated kitchen.Dish
  0052  30 61 30 38 30 61 30 34  │ │ │ dishes = Dish { name: &quot;stew&quot;, course:
        37 33 37 34 36 35 37 37  │ │ │ COURSE_MAIN (2) }
        31 30 30 32              │ │ │
  0066  31 30 30 34              │ │ │ table = 4
                                 │ │ │   field 2, uint32, of oneof place
  006a  22                       │ │ │ quote · the message ends
  006b  5d                       │ │ end of list · the closing bracket
  006c  7d                       │ end of object
client ◀── server  reply 1: Receipt { orderId: 9007199254740993, tota…  48 bytes
  0000  00 00 00 2c              length = 44
  0004                           payload = 44 bytes
  0004  7b 22 69 64 22 3a 31     │ id = 1
  000b                           │ result = Receipt { orderId: 9007199254740993,
                                 │ totalCents: 1700 }
  000b  2c 22 72 65 73 75 6c 74  │ │ quote
        22 3a 22                 │ │
  0016  30 38 38 31 38 30 38 30  │ │ orderId = 9007199254740993
        38 30 38 30 38 30 38 30  │ │   field 1, uint64
        31 30                    │ │
  0028  31 30 61 34 30 64        │ │ totalCents = 1700 · field 2, uint32
  002e  22                       │ │ quote
  002f  7d                       │ end of object

── 5 · What the compiler knows now ─────────────────────────────────────────────
Four slips, of which lesson 2 would have noticed none before the program ran:
  tsc             kitchen.placeOrdr({ dishes: [] });
                  Property &#39;placeOrdr&#39; does not exist on type
                  &#39;KitchenClient&lt;unknown&gt;&#39;. Did you mean &#39;placeOrder&#39;?
  tsc             kitchen.placeOrder({ dishs: [] });
                  Object literal may only specify known properties, but &#39;dishs&#39;
                  does not exist in type &#39;Order&#39;. Did you mean to write
                  &#39;dishes&#39;?
  tsc             kitchen.placeOrder({ dishes: [], place: { case: &#39;table&#39;,
                  value: &#39;four&#39; } });
                  Type &#39;string&#39; is not assignable to type &#39;number&#39;.
  tsc             (await kitchen.placeOrder({ dishes: [] })).orderId + 1;
                  Operator &#39;+&#39; cannot be applied to types &#39;bigint&#39; and &#39;1&#39;.

── 6 · The same bytes, four libraries ──────────────────────────────────────────
Others have written generators too. A receipt, 08 81 80 80 80 80 80 80 10, is
read as:
  ours            { orderId: 9007199254740993n, totalCents: 0, paid: false }
  @bufbuild       { $typeName: &#39;kitchen.Receipt&#39;, orderId: 9007199254740993n,
                  totalCents: 0, paid: false }
  protobufjs      { orderId: Long { low: 1, high: 2097152 } }
  proto-loader    { orderId: Long { low: 1, high: 2097152 } }
They agree about the bytes, and about little else: what a 64-bit number is, and
where a zero stays. What each of them emits: -- --tools; how fields vanish: --
--vanish.
Both ends are written by a program now. What they talk over is still our own:
JSON, hex digits, one reply for a call. gRPC puts the same messages on HTTP/2,
of which lesson 7 takes the frames apart.</pre></details><h2 id="the-contract" tabindex="-1">The contract <a class="header-anchor" href="#the-contract" aria-label="Permalink to &quot;The contract&quot;">​</a></h2><p>This is the kitchen of lesson 2, written down before there is a client or a server. A <code>service</code> has methods; each takes one message and returns one. <code>stream</code> in front of a type means any number of them, one after the other. The option <code>idempotency_level</code> is a promise: a method with <code>NO_SIDE_EFFECTS</code> only reads, one with <code>IDEMPOTENT</code> may be called twice with the effect of once (lesson 2). So a client knows what it may try again.</p><div class="excerpt proto long"><p class="file"><a href="/source/proto/kitchen/kitchen.proto.txt" target="_self">proto/kitchen/kitchen.proto</a></p><div class="language-proto vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">proto</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">syntax</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> = </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&quot;proto3&quot;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">package</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> kitchen</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">import</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> &quot;kitchen/menu.proto&quot;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">option</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> go_package = </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&quot;example.com/rpc-from-scratch/kitchen&quot;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">// The kitchen of lesson 2, with a contract.</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">service</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Kitchen {</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">  // What there is, and what it costs.</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  rpc</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> GetMenu(MenuRequest) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">returns</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (Menu) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    option</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> idempotency_level = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">NO_SIDE_EFFECTS</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  }</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">  // Takes an order, and returns its number.</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  rpc</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> PlaceOrder(Order) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">returns</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (Receipt);</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">  // The receipt again, each time that something has changed.</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  rpc</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> WatchOrder(Receipt) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">returns</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">stream</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Receipt);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">message</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> MenuRequest {</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">  // All courses, unless one is asked for.</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  Course</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> course = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">1</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">message</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Menu {</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">  // Cents, by the name of the dish.</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  map</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">&lt;</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">string</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">, </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">uint32</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">&gt; prices = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">1</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">message</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Order {</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">  // In the order in which they are wanted.</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  repeated</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> Dish</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> dishes = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">1</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">  // Where it goes: to a table, or out of the house.</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  oneof</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> place {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    uint32</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> table = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">2</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    string</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> address = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">3</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  }</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">  // Absent: nobody has said. Zero: no tip.</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  optional</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> uint32</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> tip_cents = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">4</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">message</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Receipt {</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">  // Beyond 2^53, where JavaScript&#39;s numbers have gaps.</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  uint64</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> order_id = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">1</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  uint32</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> total_cents = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">2</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  bool</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> paid = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">3</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div><label class="unfold"><input type="checkbox">Show all 50 lines</label></div><p>Both ends are made from this file and nothing else. That is why it is worth so much: it is short, it is the same for Go and for TypeScript, and two teams can agree on it before either has written a line.</p><h2 id="from-a-text-to-a-program" tabindex="-1">From a text to a program <a class="header-anchor" href="#from-a-text-to-a-program" aria-label="Permalink to &quot;From a text to a program&quot;">​</a></h2>`);
      _push(ssrRenderComponent(_component_FromContract, null, null, _parent));
      _push(`<p>Three steps, in every generator there is:</p><ol><li><strong>Parse.</strong> The text becomes a tree: files with messages, messages with fields, services with methods. (The general name is <em>abstract syntax tree</em>, AST.)</li><li><strong>Resolve.</strong> <code>Dish</code> in <code>kitchen.proto</code> is a word. The parser finds the message of this name, in this file or in one that is imported, and links the two. If there is none, that is an error now, and not in the middle of a call.</li><li><strong>Emit.</strong> Functions walk over the tree and return text. They are templates, not magic; the art is to know what the text has to be.</li></ol><div class="excerpt ts"><p class="file"><a href="/source/lessons/06-codegen/generate.ts.txt" target="_self">lessons/06-codegen/generate.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * The three steps of every generator: read the file, understand it,</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * print a program.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> generateFrom(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  path: string,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  changes?: Changes,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">): Map&lt;string, string&gt; {</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> files = parseProto([path], (imported) =&gt;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    readProto(imported, changes),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  );</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Map(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    [...files.values()].map((file) =&gt; [</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      targetOf(file),</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      generate(file),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    ]),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  );</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><p><code>npm run lesson 6</code> prints the tree, and <code>-- --emit kitchen/menu.proto</code> all that is made of a file.</p><h2 id="what-is-emitted" tabindex="-1">What is emitted <a class="header-anchor" href="#what-is-emitted" aria-label="Permalink to &quot;What is emitted&quot;">​</a></h2><p><strong>For a message</strong> a type, a function that makes an empty one, and functions that write and read it. What a field becomes depends on how often it may occur:</p><table tabindex="0"><thead><tr><th>in the <code>.proto</code></th><th>in the type</th><th>while absent</th></tr></thead><tbody><tr><td><code>uint32 total_cents</code></td><td><code>totalCents: number</code></td><td><code>0</code></td></tr><tr><td><code>uint64 order_id</code></td><td><code>orderId: bigint</code></td><td><code>0n</code></td></tr><tr><td><code>optional uint32 tip_cents</code>, <code>Dish dish</code></td><td><code>tipCents?: number</code>, <code>dish?: Dish</code></td><td><code>undefined</code></td></tr><tr><td><code>repeated Dish dishes</code></td><td><code>dishes: Dish[]</code></td><td><code>[]</code></td></tr><tr><td><code>map&lt;string, uint32&gt; prices</code></td><td><code>prices: Map&lt;string, number&gt;</code></td><td>an empty <code>Map</code></td></tr><tr><td><code>oneof place { … }</code></td><td><code>place?: { case: &#39;table&#39;; value: number } | { case: … }</code></td><td><code>undefined</code></td></tr></tbody></table><p>Each type also <code>extends Message</code>: a message keeps the fields that its reader does not know (lesson 5). The last row is the one with a trick. A union whose members have a different text in <code>case</code> is called a <em>discriminated union</em>: as soon as a program has looked at <code>case</code>, the compiler knows what <code>value</code> is. So no program can take an address for a table.</p><p><strong>For a service</strong> three things. The <strong>definition</strong> is an object, which the program needs while it runs: for each method its path, which side streams, its promise if it makes one, and the functions that pack and unpack. The <strong>client</strong> and the <strong>server</strong> are only types: what the stub looks like, and what the skeleton has to be filled with. A stream becomes something over which one walks with <code>for await</code>: an <code>AsyncIterable</code> for the end that reads it. The end that writes it may hand in a simple array too; we call that type <code>Source</code>.</p><p>The path is the whole name of a method on the wire: <code>/kitchen.Kitchen/PlaceOrder</code>, package and service and method as the file spells them. In TypeScript the method is called <code>placeOrder</code>, in Go <code>PlaceOrder</code>, in Python&#39;s stub too. They all send the same path.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "path-case"
      }, null, _parent));
      _push(`<h2 id="little-is-generated-the-rest-is-written-once" tabindex="-1">Little is generated, the rest is written once <a class="header-anchor" href="#little-is-generated-the-rest-is-written-once" aria-label="Permalink to &quot;Little is generated, the rest is written once&quot;">​</a></h2><p>One could emit a function for each method that opens a connection and sends. But they would differ in the path and the types only. What is the same need not be generated: it is written once, by hand, and works for every definition. This is the whole stub, and it knows neither kitchens nor orders:</p><div class="excerpt ts long"><p class="file"><a href="/source/lessons/06-codegen/stub.ts.txt" target="_self">lessons/06-codegen/stub.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * A client&#39;s stub: what the definition says, made into functions. It</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * works for every service.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> createStub&lt;Service </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">extends</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> ServiceDefinition&gt;(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  { methods }: Service,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  client: RpcClient,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">): ClientStub&lt;Service, CallOptions&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> stub = Object.entries(methods).map(([name, method]) =&gt; [</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    name,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    (request: unknown, options?: CallOptions) =&gt;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      call(client, method, request, options),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  ]);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Object.fromEntries(stub) </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">as</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> ClientStub&lt;Service, CallOptions&gt;;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * Packs the request, sends it over lesson 2&#39;s connection, unpacks the</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * reply.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">async</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> call(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  client: RpcClient,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  method: MethodDefinition,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  request: unknown,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  options?: CallOptions,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">): Promise&lt;unknown&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (method.requestStream || method.responseStream)</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    throw</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> noStreams(method);</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> bytes = toHex(method.encodeRequest(request), </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> reply = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> client.call(method.path, [bytes], options);</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> method.decodeResponse(fromHex(reply </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">as</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> string));</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div><label class="unfold"><input type="checkbox">Show all 32 lines</label></div><p>And its mirror on the server:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/06-codegen/skeleton.ts.txt" target="_self">lessons/06-codegen/skeleton.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * A server&#39;s skeleton: the procedures that lesson 2&#39;s dispatcher</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * looks up, by path. Each unpacks its request, calls the function</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * that belongs to it, and packs what comes back.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> createSkeleton&lt;Server </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">extends</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> object&gt;(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  { methods }: ServiceDefinition,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  implementation: Server,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">): Record&lt;string, (hex: string) =&gt; Promise&lt;string&gt;&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> functions = implementation </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">as</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Implementation;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> procedures = Object.entries(methods).map(([name, method]) =&gt; [</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    method.path,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    async</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (hex: string) =&gt; {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (method.requestStream || method.responseStream)</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">        throw</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> noStreams(method);</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> reply = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> functions[name]!(unpack(method, hex), {});</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> toHex(method.encodeResponse(reply), </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  ]);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Object.fromEntries(procedures);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div></div><p>The same division is in every gRPC library: <code>@grpc/grpc-js</code> makes its client from a definition with a <code>path</code>, <code>requestStream</code>, <code>responseStream</code> and four functions for the messages. You have just seen the shape of its <code>ServiceDefinition</code>.</p><p>Now somebody fills in the skeleton. The type says what has to be there:</p><div class="excerpt ts long"><p class="file"><a href="/source/lessons/06-codegen/kitchen.ts.txt" target="_self">lessons/06-codegen/kitchen.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * \`KitchenServer\` was generated: leave a method out, or answer with</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * something else, and this file does not compile. */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> createKitchen(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  log: (line: string) =&gt; void,</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">): KitchenServer {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  let</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> orders = NUMBERS_BEGIN;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    getMenu({ course }) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> dishes = DISHES.filter(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        (dish) =&gt; course === </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> || dish.course === course,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      );</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Menu.create({</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        prices: </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">new</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Map(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">          dishes.map(({ name, cents }) =&gt; [name, cents]),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        ),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    },</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    placeOrder({ dishes, place, tipCents = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> }) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> totalCents = dishes.reduce(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        (sum, { name }) =&gt; sum + priceOf(name),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        tipCents,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      );</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> where =</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        place?.case === </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;table&#39;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">          ? </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`table </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">place</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">value</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">          : (place?.value ?? </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;nowhere&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      log(</span></span>
<span class="line"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">        \`for </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">where</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">: </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">dishes</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">map(</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">({</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> name </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">})</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> =&gt;</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> name)</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">.</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">join(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&#39;, &#39;</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">)</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">      );</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Receipt.create({ orderId: ++orders, totalCents });</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    },</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    async</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> *</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">watchOrder(receipt) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      yield</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> receipt;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">      yield</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> { ...receipt, paid: </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">true</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  };</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div><label class="unfold"><input type="checkbox">Show all 40 lines</label></div><p>And somebody calls it:</p><div class="excerpt ts"><p class="file"><a href="/source/lessons/06-codegen/client.ts.txt" target="_self">lessons/06-codegen/client.ts</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> client = createClient(</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> connectTcp({ host, port }, signal),</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  { framing: lengthFraming },</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> kitchen: Kitchen = createStub(KitchenDefinition, client);</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> { prices } = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> kitchen.getMenu({</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  course: Course.COURSE_MAIN,</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">});</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">for</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> [dish, cents] </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">of</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> prices)</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  log(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">dish</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> is </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">cents</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> cents\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> { orderId, totalCents } = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">await</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> kitchen.placeOrder(SUPPER);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">log(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">\`order </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">orderId</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">: </span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">\${</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">totalCents</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> cents\`</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span></code></pre></div></div><h2 id="the-bytes" tabindex="-1">The bytes <a class="header-anchor" href="#the-bytes" aria-label="Permalink to &quot;The bytes&quot;">​</a></h2><p>The generated code runs over what we have: lesson 2&#39;s calls with their ids, in lesson 3&#39;s frames. JSON has no bytes, so the message goes as a text of hex digits, twice as long as the message itself. Open a field to see its parts.</p>`);
      _push(ssrRenderComponent(_component_TraceExplorer, { trace: unref(order) }, null, _parent));
      _push(`<p>Look at what is <em>not</em> there: no <code>dishes</code>, no <code>table</code>. The names are in the contract, and both ends have it. In lesson 9 the path becomes a header, the hex digits become bytes, and the rest of the JSON is gone.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "hello-ada renamed"
      }, null, _parent));
      _push(`<h2 id="what-the-compiler-knows-now" tabindex="-1">What the compiler knows now <a class="header-anchor" href="#what-the-compiler-knows-now" aria-label="Permalink to &quot;What the compiler knows now&quot;">​</a></h2><table tabindex="0"><thead><tr><th>one writes</th><th>and TypeScript says</th></tr></thead><tbody><tr><td><code>kitchen.placeOrdr(…)</code></td><td>Property &#39;placeOrdr&#39; does not exist … Did you mean &#39;placeOrder&#39;?</td></tr><tr><td><code>kitchen.placeOrder({ dishs: [] })</code></td><td>… &#39;dishs&#39; does not exist in type &#39;Order&#39;. Did you mean to write &#39;dishes&#39;?</td></tr><tr><td><code>place: { case: &#39;table&#39;, value: &#39;four&#39; }</code></td><td>Type &#39;string&#39; is not assignable to type &#39;number&#39;.</td></tr><tr><td><code>receipt.orderId + 1</code></td><td>Operator &#39;+&#39; cannot be applied to types &#39;bigint&#39; and &#39;1&#39;.</td></tr></tbody></table><p>Lesson 2 would have noticed none of them before the program ran: it sends what it is given. The last it would never notice: JSON makes an ordinary number of the id, above 2<sup>53</sup> a wrong one, and adds 1. The run shows these messages as the real compiler gives them.</p><p>It knows only <em>our</em> contract, though. If the server was built from another version of it, the compiler cannot tell; then the rules of lesson 5 decide what happens. Renaming a field is harmless on the wire and breaks every program that is compiled again. Changing its number is the other way round: everything compiles, and nothing is understood.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "oneof-type"
      }, null, _parent));
      _push(`<h2 id="the-tools-of-the-trade" tabindex="-1">The tools of the trade <a class="header-anchor" href="#the-tools-of-the-trade" aria-label="Permalink to &quot;The tools of the trade&quot;">​</a></h2><p>You will not use our generator at work. These are the ones that you meet, each on the same <code>kitchen.proto</code>.</p><h3 id="protobufjs-by-reflection" tabindex="-1">protobufjs, by reflection <a class="header-anchor" href="#protobufjs-by-reflection" aria-label="Permalink to &quot;protobufjs, by reflection&quot;">​</a></h3><p>It parses the <code>.proto</code> while the program runs, makes the text of a function for each message, and turns it into a function with <code>new Function()</code>. That is code generation too, a moment before it is needed:</p><div class="language-js vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">js</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Receipt$encode(m,w,q){</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  …</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:inherit;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">(m.orderId!=</span><span style="--shiki-light:#2B2722;--shiki-dark:#E3A6C8;">null</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">&amp;&amp;Object.hasOwnProperty.call(m,</span><span style="--shiki-light:#2B2722;--shiki-dark:#B3CA86;">&quot;orderId&quot;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">))</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  w.uint32(</span><span style="--shiki-light:#2B2722;--shiki-dark:#E3A6C8;">8</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">).uint64(m.orderId)</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:inherit;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">  if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">(m.totalCents!=</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">null</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">&amp;&amp;Object.hasOwnProperty.call(m,</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&quot;totalCents&quot;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">))</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  w.uint32(</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">16</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">).uint32(m.totalCents)</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  …</span></span></code></pre></div><p>There is no build step, and there are no types. If a Content-Security-Policy forbids <code>eval</code>, it does not work.</p><h3 id="protobufjs-static" tabindex="-1">protobufjs, static <a class="header-anchor" href="#protobufjs-static" aria-label="Permalink to &quot;protobufjs, static&quot;">​</a></h3><p>With <code>pbjs</code> and <code>pbts</code>, from the package <code>protobufjs-cli</code>: the same functions, written to a file, and a second file with types. For our 69 lines of <code>.proto</code> version 1.3.3 wrote 1,703 lines of JavaScript and 624 of types:</p><div class="excerpt txt long"><p class="file"><a href="/source/lessons/06-codegen/recorded/pbjs.txt.txt" target="_self">lessons/06-codegen/recorded/pbjs.txt</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">$ npx pbjs -t static-module -w es6 -p proto -o kitchen.js kitchen/kitchen.proto</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">Receipt.encode = </span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">function</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> encode(message, writer, q) {</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (!writer)</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        writer = $Writer.create();</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (q === </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">undefined</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">)</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        q = </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">0</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (q &gt; $util.recursionLimit)</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">        throw</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Error(</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&quot;max depth exceeded&quot;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (message.orderId != </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">null</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> &amp;&amp; Object.hasOwnProperty.call(message, </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&quot;orderId&quot;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">))</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        writer.uint32(</span><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/* id 1, wireType 0 =*/</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">8</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">).uint64(message.orderId);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (message.totalCents != </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">null</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> &amp;&amp; Object.hasOwnProperty.call(message, </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&quot;totalCents&quot;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">))</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        writer.uint32(</span><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/* id 2, wireType 0 =*/</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">16</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">).uint32(message.totalCents);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    if</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> (message.paid != </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">null</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> &amp;&amp; Object.hasOwnProperty.call(message, </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&quot;paid&quot;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">))</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">        writer.uint32(</span><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/* id 3, wireType 0 =*/</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">24</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">).bool(message.paid);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">    return</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> writer;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">};</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">$ npx pbts -o kitchen.d.ts kitchen.js</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">interface</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> IReceipt {</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">    /** Receipt orderId */</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    orderId?: (number|Long|null);</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">    /** Receipt totalCents */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    totalCents?: (number|null);</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">    /** Receipt paid */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">    paid?: (boolean|null);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div><label class="unfold"><input type="checkbox">Show all 29 lines</label></div><h3 id="grpc-proto-loader-with-generated-types" tabindex="-1">@grpc/proto-loader, with generated types <a class="header-anchor" href="#grpc-proto-loader-with-generated-types" aria-label="Permalink to &quot;@grpc/proto-loader, with generated types&quot;">​</a></h3><p>A small layer on protobufjs&#39; reflection, which makes what <code>@grpc/grpc-js</code> wants: a definition for each service. Its companion emits types, and only types:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npx </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">proto-loader-gen-types</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --grpcLib=@grpc/grpc-js</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --outDir=gen</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> \\</span></span>
<span class="line"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">  -I</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> proto</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> kitchen/kitchen.proto</span></span></code></pre></div><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> interface</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Receipt {</span></span>
<span class="line"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">  &#39;orderId&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">?: (number | string | Long);</span></span>
<span class="line"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">  &#39;totalCents&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">?: (number);</span></span>
<span class="line"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">  &#39;paid&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">?: (boolean);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> interface</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Receipt__Output {</span></span>
<span class="line"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">  &#39;orderId&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">?: (Long);</span></span>
<span class="line"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">  &#39;totalCents&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">?: (number);</span></span>
<span class="line"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">  &#39;paid&#39;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">?: (boolean);</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">}</span></span></code></pre></div><p>Two for each message: what you may hand in, and what comes out. What comes out depends on the options, and they are given <em>twice</em>: to the generator on its command line, and to <code>loadSync</code> in the program. If they differ, the types are wrong, and nobody notices.</p><h3 id="buf-generate-or-protoc" tabindex="-1">buf generate, or protoc <a class="header-anchor" href="#buf-generate-or-protoc" aria-label="Permalink to &quot;buf generate, or protoc&quot;">​</a></h3><p><code>protoc</code> is the original compiler; <code>buf</code> does the same, and checks style and compatibility besides. Neither knows TypeScript: each parses, and hands the tree (a protobuf message, <code>CodeGeneratorRequest</code>) to a <em>plugin</em>, any program that reads it from its standard input and answers with files. For TypeScript that is <code>protoc-gen-es</code>:</p><div class="language-yaml vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">yaml</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"># buf.gen.yaml</span></span>
<span class="line"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">version</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">v2</span></span>
<span class="line"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">plugins</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">:</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  - </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">local</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">protoc-gen-es</span></span>
<span class="line"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">    out</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">gen</span></span>
<span class="line"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">    opt</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">: </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">target=ts</span></span></code></pre></div><p>or <code>protoc -I proto --es_out=gen --es_opt=target=ts kitchen/kitchen.proto</code>, with the plugin on the <code>PATH</code>. We ran both, and they wrote the same file:</p><div class="excerpt txt long"><p class="file"><a href="/source/lessons/06-codegen/recorded/buf.txt.txt" target="_self">lessons/06-codegen/recorded/buf.txt</a></p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">$ npx buf generate</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * @generated from message kitchen.Receipt</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> type</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> Receipt = Message&lt;</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">&quot;kitchen.Receipt&quot;</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">&gt; &amp; {</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">  /**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">   * Beyond 2^53, where JavaScript&#39;s numbers have gaps.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">   *</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">   * @generated from field: uint64 order_id = 1;</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">   */</span></span>
<span class="line highlighted"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  orderId: bigint;</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">  /**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">   * @generated from field: uint32 total_cents = 2;</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">   */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  totalCents: number;</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">  /**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">   * @generated from field: bool paid = 3;</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">   */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  paid: boolean;</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">};</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/**</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * Describes the message kitchen.Receipt.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> * Use \`create(ReceiptSchema)\` to create a new message.</span></span>
<span class="line"><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;"> */</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;">export</span><span style="--shiki-light:#2B2722;--shiki-light-font-weight:bold;--shiki-dark:#DFE3E6;--shiki-dark-font-weight:bold;"> const</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;"> ReceiptSchema: GenMessage&lt;Receipt&gt; = </span><span style="--shiki-light:#6B6459;--shiki-light-font-style:italic;--shiki-dark:#97A1AA;--shiki-dark-font-style:italic;">/*@__PURE__*/</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">  messageDesc(file_kitchen_kitchen, </span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;">3</span><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">);</span></span></code></pre></div><label class="unfold"><input type="checkbox">Show all 29 lines</label></div><p>No code for any field: the file has the descriptor in it, as text, and the library <code>@bufbuild/protobuf</code> walks over that while it reads and writes, as our plain codec of lesson 5 does. 238 lines for both files, and most are comments.</p><h3 id="which-one" tabindex="-1">Which one? <a class="header-anchor" href="#which-one" aria-label="Permalink to &quot;Which one?&quot;">​</a></h3><p>(The course installs <code>protobufjs</code> and <code>@grpc/proto-loader</code>, and <code>npm run lesson 6 -- --tools</code> runs them. What <code>pbjs</code> and <code>buf</code> wrote was recorded: protobufjs-cli 1.3.3, buf 1.75.0, protoc-gen-es 2.13.0; protoc was Debian&#39;s 3.21.12.)</p><table tabindex="0"><thead><tr><th>take</th><th>when</th></tr></thead><tbody><tr><td>proto-loader</td><td>you begin with <code>@grpc/grpc-js</code>, or the <code>.proto</code> is known only at run time: a proxy, a test tool</td></tr><tr><td>… with generated types</td><td>the same in TypeScript, as a team: put the generator into the build</td></tr><tr><td>protobufjs, static</td><td>you need protobufjs where <code>eval</code> is forbidden, or no parser at run time</td></tr><tr><td><code>buf</code> with <code>protoc-gen-es</code></td><td>a new project, the browser too, several languages from one place</td></tr></tbody></table>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "eval"
      }, null, _parent));
      _push(`<h2 id="traps" tabindex="-1">Traps <a class="header-anchor" href="#traps" aria-label="Permalink to &quot;Traps&quot;">​</a></h2><h3 id="an-import-that-is-not-found" tabindex="-1">An import that is not found <a class="header-anchor" href="#an-import-that-is-not-found" aria-label="Permalink to &quot;An import that is not found&quot;">​</a></h3><p><code>kitchen.proto</code> and <code>menu.proto</code> lie side by side, and yet the import says <code>kitchen/menu.proto</code>. An import is not read from the file in which it stands, but from the <strong>include path</strong>: <code>-I proto</code> for <code>protoc</code>, <code>includeDirs</code> for proto-loader, the module&#39;s <code>path</code> for buf. Give the file itself as <code>proto/kitchen/kitchen.proto</code>, without an include path, and every tool looks for its import in the wrong place. protoc says:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span>kitchen/menu.proto: File not found.</span></span>
<span class="line"><span>proto/kitchen/kitchen.proto:5:1: Import &quot;kitchen/menu.proto&quot;</span></span>
<span class="line"><span>    was not found or had errors.</span></span></code></pre></div><p>So there is one root, and all imports are written from there.</p><h3 id="fields-that-vanish" tabindex="-1">Fields that vanish <a class="header-anchor" href="#fields-that-vanish" aria-label="Permalink to &quot;Fields that vanish&quot;">​</a></h3><p>The same nine bytes, a receipt of 0 cents, read by proto-loader:</p><table tabindex="0"><thead><tr><th>options</th><th>what the program gets</th></tr></thead><tbody><tr><td>none</td><td><code>{ orderId: Long { low: 1, high: 2097152 } }</code></td></tr><tr><td><code>defaults: true</code></td><td><code>{ orderId: Long { … }, totalCents: 0, paid: false }</code></td></tr><tr><td><code>defaults: true, longs: Number</code></td><td><code>{ orderId: 9007199254740992, totalCents: 0, paid: false }</code></td></tr><tr><td><code>defaults: true, longs: String</code></td><td><code>{ orderId: &#39;9007199254740993&#39;, totalCents: 0, paid: false }</code></td></tr><tr><td><code>keepCase: true, longs: String</code></td><td><code>{ order_id: &#39;9007199254740993&#39; }</code></td></tr></tbody></table><p>Without <code>defaults</code> what is zero is not there, and <code>receipt.totalCents</code> is <code>undefined</code>. With <code>keepCase</code> the names are those of the file, without it camelCase. And who <em>writes</em> a field in the wrong case gets no error: <code>{ total_cents: 5 }</code> becomes no bytes at all.</p><h3 id="long" tabindex="-1">Long <a class="header-anchor" href="#long" aria-label="Permalink to &quot;Long&quot;">​</a></h3><p>protobufjs was made before <code>bigint</code>. Its 64-bit numbers are objects of two 32-bit halves. <code>longs: Number</code> makes numbers of them, and above 2<sup>53</sup> wrong ones: look at the last digit. Take <code>longs: String</code>, and <code>BigInt(…)</code> where you calculate.</p>`);
      _push(ssrRenderComponent(_component_Quiz, {
        questions: unref(quiz),
        only: "vanished-total import-path"
      }, null, _parent));
      _push(`<h2 id="break-it" tabindex="-1">Break it <a class="header-anchor" href="#break-it" aria-label="Permalink to &quot;Break it&quot;">​</a></h2><p>What the generator makes of any file below <code>proto/</code>; with <code>--mine</code>, your generator:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 6</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --emit</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> kitchen/menu.proto</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 6</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --emit</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> hello.proto</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --mine</span></span></code></pre></div><p>Look for the last line: how many lines became how many.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · kitchen/menu.proto, as a program ────────────────────────────────────────
    // Generated from kitchen/menu.proto by \`npm run generate\`. Do not edit.
    import { decode, encode } from &#39;#protobuf/codec&#39;;
    import { create } from &#39;#protobuf/create&#39;;
    import type { ProtoFile } from &#39;#protobuf/schema/proto-file&#39;;
    import type { Message, MessageType, OpenEnum } from &#39;#protobuf/message&#39;;
    import type { Reader } from &#39;#protobuf/fast/reader&#39;;
    import type { Writer } from &#39;#protobuf/fast/writer&#39;;
    
    /** The file itself, for reflection. */
    export const file: ProtoFile = {
      path: &quot;kitchen/menu.proto&quot;,
      imports: [],
      descriptor:
      &#39;ChJraXRjaGVuL21lbnUucHJvdG8SB2tpdGNoZW4iQwoERGlzaBISCgRuYW1lGAEgASgJUgRu…
      &#39;dXJzZRgCIAEoDjIPLmtpdGNoZW4uQ291cnNlUgZjb3Vyc2UqWQoGQ291cnNlEhYKEkNPVVJT…
      &#39;RklFRBAAEhIKDkNPVVJTRV9TVEFSVEVSEAESDwoLQ09VUlNFX01BSU4QAhISCg5DT1VSU0Vf…
      &#39;QiZaJGV4YW1wbGUuY29tL3JwYy1mcm9tLXNjcmF0Y2gva2l0Y2hlbmIGcHJvdG8z&#39;,
    };
    
    /** When it is eaten. */
    export const Course = {
      COURSE_UNSPECIFIED: 0,
      COURSE_STARTER: 1,
      COURSE_MAIN: 2,
      COURSE_DESSERT: 3,
    } as const;
    export type Course = OpenEnum&lt;typeof Course&gt;;
    
    /** Something that can be eaten. */
    export interface Dish extends Message {
      name: string;
      course: Course;
    }
    
    export const Dish: MessageType&lt;Dish&gt; = {
      descriptor: {
        name: &#39;kitchen.Dish&#39;,
        fields: [
          { number: 1, name: &#39;name&#39;, type: &#39;string&#39;, cardinality: &#39;implicit&#39; },
          { number: 2, name: &#39;course&#39;, type: &#39;enum&#39;, cardinality: &#39;implicit&#39;, e…
        ],
      },
      create: (init) =&gt; create(Dish.descriptor, emptyDish(), init),
      encode: (message) =&gt; encode(Dish.descriptor, message, writeDish),
      decode: (bytes, limits) =&gt; decode(Dish.descriptor, bytes, emptyDish(), re…
    };
    
    export function emptyDish(): Dish {
      return { name: &#39;&#39;, course: 0 };
    }
    
    export function writeDish(message: Dish, writer: Writer): void {
      if (message.name) writer.tag(10).string(message.name);
      if (message.course != null &amp;&amp; message.course !== 0) writer.tag(16).int32(…
      if (message.$unknown) writer.raw(message.$unknown);
    }
    
    export function readDish(message: Dish, reader: Reader): void {
      while (reader.position &lt; reader.end) {
        switch (reader.tag()) {
          case 10:
            message.name = reader.string();
            break;
          case 16:
            message.course = reader.int32();
            break;
          default:
            message.$unknown = reader.skip(message.$unknown);
        }
      }
    }
19 lines of .proto became 71 lines of TypeScript. The emitters that printed them
are those of src/, or with --mine your own.</pre></details><p>A field gets another name. What changes in the bytes, and what does the compiler say?</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 6</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --rename</span></span></code></pre></div><p>Look for the line of <code>tsc</code>: it names what has to change, before anything runs.</p><details class="output"><summary>What it prints</summary><pre tabindex="0">── 1 · total_cents = 2 becomes cents = 2 ───────────────────────────────────────
On the wire nothing happens. An old server’s receipt, read by the new schema:
  sent            totalCents: 1700
  read            cents: 1700

── 2 · The same program, after npm run generate ────────────────────────────────
    const { orderId, totalCents } = await kitchen.placeOrder({ dishes: [] });
    return \`order \${orderId}: \${totalCents} cents\`;
  tsc             const { orderId, totalCents } = await kitchen.placeOrder({
                  dishes: [] });
                  Property &#39;totalCents&#39; does not exist on type &#39;Receipt&#39;.
The compiler lists every place that has to change, before anything runs. In
lesson 2 the name was a word in a JSON text: the program would have run, and
printed &quot;undefined cents&quot;.</pre></details><p>What the other tools emit; how fields vanish; an import in the wrong place:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 6</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --tools</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 6</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --vanish</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 6</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --import</span></span></code></pre></div><p>Look for what each tool makes of a zero, of 64 bits, and of a name in the wrong case. With <code>--import</code>, look for the path that all of them find.</p><details class="output"><summary>What <code>npm run lesson 6 -- --tools</code> prints</summary><pre tabindex="0">── 1 · Ours: a type, and code for each field ───────────────────────────────────
    export interface Receipt extends Message {
      /** Beyond 2^53, where JavaScript&#39;s numbers have gaps. */
      orderId: bigint;
      totalCents: number;
      paid: boolean;
    }
    export function writeReceipt(message: Receipt, writer: Writer): void {
      if (message.orderId != null &amp;&amp; message.orderId !== 0n) writer.tag(8).uint…
      if (message.totalCents != null &amp;&amp; message.totalCents !== 0) writer.tag(16…
      if (message.paid) writer.tag(24).bool(message.paid);
      if (message.$unknown) writer.raw(message.$unknown);
    }

── 2 · protobufjs, reflection: code while the program runs ─────────────────────
No file is generated. It makes this text, and a function of it with new
Function():
    function Receipt$encode(m,w,q){
      if(!w)
      w=Writer.create()
      if(q===undefined)q=0
      if(q&gt;util.recursionLimit)
      throw Error(&quot;max depth exceeded&quot;)
      if(m.orderId!=null&amp;&amp;Object.hasOwnProperty.call(m,&quot;orderId&quot;))
      w.uint32(8).uint64(m.orderId)
      if(m.totalCents!=null&amp;&amp;Object.hasOwnProperty.call(m,&quot;totalCents&quot;))
      w.uint32(16).uint32(m.totalCents)
      if(m.paid!=null&amp;&amp;Object.hasOwnProperty.call(m,&quot;paid&quot;))
      w.uint32(24).bool(m.paid)
      return w
    }
No build step, and no types. If a Content-Security-Policy forbids eval, it
cannot be used.

── 3 · proto-loader with proto-loader-gen-types: types only ────────────────────
The code is protobufjs’ as above; the types stand beside it, printed just now:
    // Original file: proto/kitchen/kitchen.proto
    
    import type { Long } from &#39;@grpc/proto-loader&#39;;
    
    export interface Receipt {
      &#39;orderId&#39;?: (number | string | Long);
      &#39;totalCents&#39;?: (number);
      &#39;paid&#39;?: (boolean);
    }
    
    export interface Receipt__Output {
      &#39;orderId&#39;?: (Long);
      &#39;totalCents&#39;?: (number);
      &#39;paid&#39;?: (boolean);
    }
Two types a message: what one may hand in, and what comes out. They are right
only if the program calls loadSync with the options that were given to the
generator.

── 4 · protobufjs, static (pbjs and pbts): the same code, in a file ────────────
Not installed here. When we ran protobufjs-cli 1.3.3, it printed among much
else:
    $ npx pbjs -t static-module -w es6 -p proto -o kitchen.js kitchen/kitchen.p…
    Receipt.encode = function encode(message, writer, q) {
        if (!writer)
            writer = $Writer.create();
        if (q === undefined)
            q = 0;
        if (q &gt; $util.recursionLimit)
            throw Error(&quot;max depth exceeded&quot;);
        if (message.orderId != null &amp;&amp; Object.hasOwnProperty.call(message, &quot;ord…
            writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.orderId);
        if (message.totalCents != null &amp;&amp; Object.hasOwnProperty.call(message, &quot;…
            writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.totalCents);
        if (message.paid != null &amp;&amp; Object.hasOwnProperty.call(message, &quot;paid&quot;))
            writer.uint32(/* id 3, wireType 0 =*/24).bool(message.paid);
        return writer;
    };
    
    $ npx pbts -o kitchen.d.ts kitchen.js
    interface IReceipt {
    
        /** Receipt orderId */
        orderId?: (number|Long|null);
    
        /** Receipt totalCents */
        totalCents?: (number|null);
    
        /** Receipt paid */
        paid?: (boolean|null);
    }

── 5 · buf generate with protoc-gen-es: types, and a descriptor ────────────────
Not installed here either. buf 1.75.0 with protoc-gen-es 2.13.0 printed:
    $ npx buf generate
    /**
     * @generated from message kitchen.Receipt
     */
    export type Receipt = Message&lt;&quot;kitchen.Receipt&quot;&gt; &amp; {
      /**
       * Beyond 2^53, where JavaScript&#39;s numbers have gaps.
       *
       * @generated from field: uint64 order_id = 1;
       */
      orderId: bigint;
    
      /**
       * @generated from field: uint32 total_cents = 2;
       */
      totalCents: number;
    
      /**
       * @generated from field: bool paid = 3;
       */
      paid: boolean;
    };
    
    /**
     * Describes the message kitchen.Receipt.
     * Use \`create(ReceiptSchema)\` to create a new message.
     */
    export const ReceiptSchema: GenMessage&lt;Receipt&gt; = /*@__PURE__*/
      messageDesc(file_kitchen_kitchen, 3);
No code for a single field: the file holds the descriptor, and
@bufbuild/protobuf reads it as our plain codec does.</pre></details><details class="output"><summary>What <code>npm run lesson 6 -- --vanish</code> prints</summary><pre tabindex="0">── 1 · A receipt, read by @grpc/proto-loader ───────────────────────────────────
Order 9007199254740993, of 0 cents, not paid: the same bytes every time, and
only the options change.
  options         none
                  { orderId: Long { low: 1, high: 2097152 } }
  options         defaults: true
                  { orderId: Long { low: 1, high: 2097152 }, totalCents: 0,
                  paid: false }
  options         defaults: true, longs: Number
                  { orderId: 9007199254740992, totalCents: 0, paid: false }
  options         defaults: true, longs: String
                  { orderId: &#39;9007199254740993&#39;, totalCents: 0, paid: false }
  options         keepCase: true, longs: String
                  { order_id: &#39;9007199254740993&#39; }
By default zeros are left out, so totalCents is undefined; a 64-bit number is an
object called Long, and with longs: Number it is another number. Names are
camelCase, unless keepCase is set; and a name in the wrong case is not an error:
  writes          { totalCents: 5 } → 10 05
  writes          { total_cents: 5 } → no bytes
Nothing was written, and nobody said so. Generated types would have.</pre></details><details class="output"><summary>What <code>npm run lesson 6 -- --import</code> prints</summary><pre tabindex="0">── 1 · import &quot;kitchen/menu.proto&quot; ─────────────────────────────────────────────
kitchen.proto and menu.proto lie side by side in proto/kitchen/. Yet the import
names the folder too: it is not read from the file that imports, but from the
include path, here proto/.
  tool            proto-loader: loadSync(&quot;proto/kitchen/kitchen.proto&quot;)
                  ENOENT: no such file or directory, open
                  &#39;proto/kitchen/kitchen/menu.proto&#39;
  tool            proto-loader: loadSync(&quot;kitchen/kitchen.proto&quot;, { includeDirs:
                  [&quot;proto&quot;] })
                  found
  tool            protobufjs: protobuf.loadSync(&quot;proto/kitchen/kitchen.proto&quot;)
                  ENOENT: no such file or directory, open
                  &#39;proto/kitchen/kitchen/menu.proto&#39;
  tool            protobufjs: root.resolvePath = (origin, target) =&gt;
                  join(&quot;proto&quot;, target)
                  found
  tool            ours, from inside the folder: parseProto([&quot;kitchen.proto&quot;])
                  kitchen/menu.proto: there is no such file, which
                  kitchen.proto:5:8 imports
The path from the include path is the file’s name, for every tool and in every
language: it ends up in descriptors and in what reflection tells. So choose one
root (proto/), give it to every tool, and write all imports from there.</pre></details><h2 id="build-it" tabindex="-1">Build it <a class="header-anchor" href="#build-it" aria-label="Permalink to &quot;Build it&quot;">​</a></h2><p>The emitters for types and for services, in <code>exercises/06-codegen/</code>. Five tasks: the empty message, a property for each field, the oneof, the method, and both ends. The parser is there, and so are the functions that write and read fields. What you emit is compiled, its types are read by TypeScript, and it is called over a connection; how you lay it out is your own affair.</p>`);
      _push(ssrRenderComponent(_component_BuildIt, { exercise: unref(exercise) }, null, _parent));
      _push(`<div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> exercise</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 6</span></span>
<span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">npm </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">run</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> lesson</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> 6</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --mine</span></span></code></pre></div><p>And then let it loose on all of <code>proto/</code>. It is what <code>npm run generate</code> does, with your emitters instead of ours:</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">node </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">--conditions=exercise-06</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --import</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> tsx</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> \\</span></span>
<span class="line"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">  src/protobuf/compiler/main.ts</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --to</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> .course/mine</span></span></code></pre></div><h2 id="what-you-have-answered" tabindex="-1">What you have answered <a class="header-anchor" href="#what-you-have-answered" aria-label="Permalink to &quot;What you have answered&quot;">​</a></h2>`);
      _push(ssrRenderComponent(_component_QuizScore, { questions: unref(quiz) }, null, _parent));
      _push(`<h2 id="what-is-still-open" tabindex="-1">What is still open <a class="header-anchor" href="#what-is-still-open" aria-label="Permalink to &quot;What is still open&quot;">​</a></h2><p>Both ends are written by a program now, and agree before the first byte. What they talk over is still our own invention: JSON around hex digits, one reply for each call, no streams. gRPC took a protocol that browsers, proxies and firewalls know already. Lesson 7 takes its frames apart: HTTP/2.</p><h2 id="sources" tabindex="-1">Sources <a class="header-anchor" href="#sources" aria-label="Permalink to &quot;Sources&quot;">​</a></h2><ul><li>Birrell &amp; Nelson, <em>Implementing Remote Procedure Calls</em> (1984): stubs were generated there too, by a program called Lupine, from interface modules</li><li><a href="https://protobuf.dev/programming-guides/proto3/" target="_blank" rel="noreferrer">Protobuf language guide</a>: <em>Defining Services</em>, <em>Importing Definitions</em>, <em>Generating Your Classes</em>; <a href="https://protobuf.dev/programming-guides/style/" target="_blank" rel="noreferrer">style guide</a></li><li><a href="https://github.com/protocolbuffers/protobuf/blob/main/src/google/protobuf/compiler/plugin.proto" target="_blank" rel="noreferrer">plugin.proto</a>: how a compiler talks to its plugins</li><li><a href="https://protobuf.dev/reference/go/go-generated/#package" target="_blank" rel="noreferrer">Go generated code guide</a>: <code>go_package</code>; <a href="https://grpc.io/docs/languages/go/quickstart/" target="_blank" rel="noreferrer">gRPC Go quick start</a>: the commands</li><li><a href="https://github.com/protobufjs/protobuf.js" target="_blank" rel="noreferrer">protobufjs</a>, <a href="https://github.com/grpc/grpc-node/tree/master/packages/proto-loader" target="_blank" rel="noreferrer">@grpc/proto-loader</a>, <a href="https://buf.build/docs/generate/" target="_blank" rel="noreferrer">buf generate</a>, <a href="https://github.com/bufbuild/protobuf-es" target="_blank" rel="noreferrer">Protobuf-ES</a></li></ul><details class="details custom-block"><summary>What the article said, and what is true</summary><p>The course grew out of a series of articles (in Chinese, with Go) that goes from RPC to gRPC. Where it is wrong, or no longer right, this is what is true:</p><p>The article generates Go. Its commands do not work any more:</p><table tabindex="0"><thead><tr><th>the article</th><th>today</th></tr></thead><tbody><tr><td><code>git clone</code> into <code>$GOPATH/src</code>, <code>go get -u …/protoc-gen-go</code></td><td>modules: <code>go install google.golang.org/protobuf/cmd/protoc-gen-go@latest</code> and <code>go install google.golang.org/grpc/cmd/protoc-gen-go-grpc@latest</code></td></tr><tr><td><code>github.com/golang/protobuf</code>, <code>ptypes/wrappers</code></td><td>superseded by <code>google.golang.org/protobuf</code>, <code>types/known/wrapperspb</code></td></tr><tr><td><code>protoc --go_out=plugins=grpc: ./ *.proto</code></td><td>two plugins, each with its own output; see below</td></tr></tbody></table><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes course-light course-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#2B2722;--shiki-dark:#DFE3E6;">protoc </span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">--go_out=.</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --go_opt=paths=source_relative</span><span style="--shiki-light:#85305F;--shiki-dark:#E3A6C8;"> \\</span></span>
<span class="line"><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;">  --go-grpc_out=.</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> --go-grpc_opt=paths=source_relative</span><span style="--shiki-light:#4A6218;--shiki-dark:#B3CA86;"> hello.proto</span></span></code></pre></div><p>We ran both. The article&#39;s line fails already at the space before <code>./</code>; without it, at <code>plugins</code>: <em>&quot;plugins are not supported; use &#39;protoc --go-grpc_out=...&#39; to generate gRPC&quot;</em>. The other writes <code>hello.pb.go</code> and <code>hello_grpc.pb.go</code>.</p><p>Its <code>.proto</code> does not get that far:</p><ul><li><code>import</code> stands before <code>syntax</code>. <code>syntax</code> has to be the first statement. (<em>&quot;unexpected <code>syntax</code> declaration&quot;</em>, says buf.)</li><li><code>option go_package = &quot;hello&quot;</code> is refused by Go&#39;s plugin: <em>&quot;The import path must contain at least one period (&#39;.&#39;) or forward slash (&#39;/&#39;) character&quot;</em>. The comment speaks of two parts, which would be divided by a <code>;</code> that is not there.</li><li><code>service List</code>, <code>rpc getList</code>: it works, but the style guide wants TitleCase for a method too (<code>GetList</code>). The name is on the wire, so it cannot be mended later.</li><li><code>searchOrders(google.protobuf.StringValue)</code> uses a type whose file, <code>google/protobuf/wrappers.proto</code>, is not imported, and the Go code beside it uses two other types.</li><li><code>required</code> and <code>[default = 10]</code> do not exist in proto3. Lesson 5 says what does.</li></ul></details></div>`);
    };
  }
});
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("lessons/06-codegen.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
export {
  __pageData,
  _sfc_main as default
};

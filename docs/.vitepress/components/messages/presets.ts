/** Where the playground begins: a schema, a type, and a value or its bytes. */
export interface Preset {
  schema: string;
  type: string;
  value?: string;
  hex?: string;
}

const SCHEMA = `syntax = "proto3";

message Order {
  string id = 1;
  repeated string items = 2;
  optional string note = 3;
  float price = 4;
  repeated uint32 counts = 5;
  map<string, uint32> stock = 6;
  oneof payment {
    string card = 7;
    Invoice invoice = 8;
  }
  Status status = 9;
}

message Invoice {
  string to = 1;
  sint32 days = 2;
}

enum Status {
  NEW = 0;
  SENT = 1;
}
`;

const OLD = `syntax = "proto3";

// Last year's: it knows nothing of 5 to 9.
message Order {
  string id = 1;
  repeated string items = 2;
  string note = 3;
  float price = 4;
}
`;

const VALUE = `{
  "id": "o-7",
  "items": ["tea", "milk"],
  "price": 4.5,
  "counts": [2, 300],
  "stock": { "oven": 1 },
  "invoice": { "to": "Ada", "days": -3 },
  "status": "SENT"
}`;

const BYTES =
  '0a 03 6f 2d 37 12 03 74 65 61 1a 00 25 00 00 90 40 2a 03 02 ac 02 42 07 0a 03 41 64 61 10 05 48 01';

export const PRESETS = {
  order: { schema: SCHEMA, type: 'Order', value: VALUE },
  zero: {
    schema: SCHEMA,
    type: 'Order',
    value: `{
  "id": "",
  "note": "",
  "price": 0,
  "card": ""
}`,
  },
  old: { schema: OLD, type: 'Order', hex: BYTES },
  twice: {
    schema: SCHEMA,
    type: 'Order',
    hex: '0a 01 61 12 03 74 65 61 42 05 0a 03 41 64 61 0a 01 62 12 04 6d 69 6c 6b 42 02 10 05',
  },
  wrongType: {
    schema: SCHEMA.replace('float price = 4', 'fixed32 price = 4'),
    type: 'Order',
    hex: BYTES,
  },
  cut: { schema: SCHEMA, type: 'Order', hex: '0a 03 6f 2d 37 12 09 74 65 61' },
} as const satisfies Record<string, Preset>;

export type PresetName = keyof typeof PRESETS;

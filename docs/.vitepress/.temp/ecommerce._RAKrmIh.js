import { d as decode, e as encode, c as create } from "./create.eyJSjx8E.js";
const Order = {
  descriptor: {
    name: "ecommerce.Order",
    fields: [
      { number: 1, name: "id", type: "string", cardinality: "implicit" },
      { number: 2, name: "items", type: "string", cardinality: "repeated" },
      { number: 3, name: "description", type: "string", cardinality: "implicit" },
      { number: 4, name: "price", type: "float", cardinality: "implicit" },
      { number: 5, name: "destination", type: "string", cardinality: "implicit" }
    ]
  },
  create: (init) => create(Order.descriptor, emptyOrder(), init),
  encode: (message) => encode(Order.descriptor, message, writeOrder),
  decode: (bytes, limits) => decode(Order.descriptor, bytes, emptyOrder(), readOrder, limits)
};
function emptyOrder() {
  return { id: "", items: [], description: "", price: 0, destination: "" };
}
function writeOrder(message, writer) {
  if (message.id) writer.tag(10).string(message.id);
  for (const item of message.items ?? []) writer.tag(18).string(item);
  if (message.description) writer.tag(26).string(message.description);
  if (message.price != null && !Object.is(message.price, 0)) writer.tag(37).float(message.price);
  if (message.destination) writer.tag(42).string(message.destination);
  if (message.$unknown) writer.raw(message.$unknown);
}
function readOrder(message, reader) {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.id = reader.string();
        break;
      case 18:
        reader.item(message.items).push(reader.string());
        break;
      case 26:
        message.description = reader.string();
        break;
      case 37:
        message.price = reader.float();
        break;
      case 42:
        message.destination = reader.string();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}
export {
  Order as O
};

function sentOn(trace, from, stream) {
  return trace.events.filter(
    (event) => event.kind === "message" && event.from === from && event.call === String(stream)
  );
}
function headersIn({ fields }) {
  const block = fields.find(({ name }) => name === "header block");
  return (block?.children ?? []).map(({ name, value = "", length }) => ({
    name,
    value,
    bytes: length
  }));
}
const sizeOf = ({ bytes }) => bytes.length / 2;
const pairingTexts = {
  title: "Two clients, two servers",
  caption: "Bytes on the wire. Choose a pairing to see them.",
  columns: {
    pairing: "client → server",
    request: "request",
    answer: "answer",
    secondRequest: "2nd request",
    secondAnswer: "2nd answer"
  },
  from: (client) => `${client} →`,
  headers: {
    title: "Headers of both stacks, side by side",
    name: "header",
    absent: "not sent",
    size: (bytes) => bytes === 1 ? "1 byte" : `${bytes} bytes`,
    parts: { request: "The request", response: "The answer begins", trailers: "The answer ends" }
  }
};
export {
  sizeOf as a,
  headersIn as h,
  pairingTexts as p,
  sentOn as s
};

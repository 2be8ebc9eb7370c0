/** The words around the recordings of lesson 10. */
export const pairingTexts = {
  title: 'Two clients, two servers',
  caption: 'Bytes on the wire. Choose a pairing to see them.',
  columns: {
    pairing: 'client → server',
    request: 'request',
    answer: 'answer',
    secondRequest: '2nd request',
    secondAnswer: '2nd answer',
  },
  from: (client: string) => `${client} →`,
  headers: {
    title: 'Headers of both stacks, side by side',
    name: 'header',
    absent: 'not sent',
    size: (bytes: number) => (bytes === 1 ? '1 byte' : `${bytes} bytes`),
    parts: { request: 'The request', response: 'The answer begins', trailers: 'The answer ends' },
  },
};

/** The words inside the pictures of the lessons. */
export const lessonTexts = {
  eightSteps: {
    alt: 'The caller calls the stub; the stub hands bytes to the client’s runtime; they cross the network to the server’s runtime, go up to the skeleton and to the procedure; the result goes back the same way.',
    caption: 'A remote call in eight steps. The caller and the procedure know nothing of the rest.',
    caller: 'caller',
    stub: 'client stub',
    clientRuntime: 'runtime',
    serverRuntime: 'runtime',
    skeleton: 'server skeleton',
    procedure: 'procedure',
  },
};

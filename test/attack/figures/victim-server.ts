import { answerMeasurements } from './victim.ts';
import { victimServer } from './victim-services.ts';

/** The server under attack, in a process of its own. */
const { port } = await victimServer().listen({ port: 0 });
answerMeasurements(() => {});
process.send?.({ port });

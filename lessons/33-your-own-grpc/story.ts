import type { RunOptions } from '#course/lesson/define-lesson';
import { drawTable } from '#course/lesson/draw-table';
import type { Stage } from '#course/lesson/stage';
import { type Layer, loadLayers } from '#course/tiers/layers';
import type { Trace, TraceMessage } from '#inspect/trace';
import { LOOPBACK } from '#transport/tcp';
import { recordCall } from './call.ts';
import { tellCut } from './cut.ts';
import { drawStack, drawWritten, namesOf } from './draw.ts';
import { loadEarned } from './judged.ts';
import { writePage } from './page.ts';
import { startServer } from './server.ts';
import { type Figure, measure, ratioText } from './speed/measure.ts';
import { type Meeting, meetGo, meetGrpcJs, meetPython } from './strangers.ts';
import { tellTurns } from './turns.ts';
import { countWritten, WRITERS } from './writers.ts';

export async function tellStory(stage: Stage, { experiments }: RunOptions): Promise<void> {
  if (experiments.turns) return tellTurns(stage);
  if (experiments.cut !== undefined) return tellCut(stage, String(experiments.cut));
  const layers = await loadLayers();
  await tellLayers(stage, layers);
  const trace = await tellBytes(stage, layers);
  const meetings = await tellStrangers(stage);
  const figures = await tellFigures(stage);
  await tellEarned(stage);
  if (experiments.page === undefined) return;
  const { earned, when } = await loadEarned();
  const file = writePage(String(experiments.page), {
    layers,
    trace,
    meetings,
    figures,
    earned,
    when,
  });
  stage.say('The page is one file without scripts: open it, or send it to somebody.');
  stage.step('page', file);
}

async function tellLayers(stage: Stage, layers: readonly Layer[]): Promise<void> {
  await stage.scene('Whose stack this is');
  stage.say(
    'Every layer that an exercise has you write is a module, and each can be yours. A filled square is your file, an empty one is borrowed from us; with --mine all that pass are yours.',
  );
  stage.print(drawStack(layers));
  const names = namesOf(layers);
  if (names !== '') stage.step('not ours', names);
  else stage.step('not ours', 'none: npm run lesson 33 -- --mine takes yours');
}

async function tellBytes(stage: Stage, layers: readonly Layer[]): Promise<Trace> {
  await stage.scene('One call, and who wrote which byte');
  stage.say(
    'SayHello("Ada"), with this stack at both ends. Under each byte stands the letter of the layer that wrote it.',
  );
  const trace = await recordCall();
  const messages = trace.events.filter((event): event is TraceMessage => event.kind === 'message');
  for (const message of messages) {
    stage.step(message.from, message.title);
    stage.print(drawWritten(message));
  }
  const rows = countWritten(messages).map(([layer, bytes]) => {
    const owner = layers.find(({ name }) => name === layer);
    const whose = owner ? `lesson ${owner.entry.number}, ${owner.whose}` : 'no exercise';
    return [`${WRITERS[layer]?.letter ?? '?'}  ${layer}`, whose, String(bytes)];
  });
  stage.print(drawTable([['letter and layer', 'of', 'bytes'], ...rows]));
  stage.say('The question, field by field:');
  for (const message of messages.slice(1, 2)) stage.show(message);
  return trace;
}

async function tellStrangers(stage: Stage): Promise<Meeting[]> {
  await stage.scene('Strangers call it, and are called');
  stage.say(
    'grpc-js comes with the course. grpc-go and Python’s grpcio are asked if they are on this machine; nothing is fetched for it.',
  );
  const server = await startServer({ host: LOOPBACK, port: 0, log: () => {} });
  const meetings: Meeting[] = [];
  try {
    meetings.push(await meetGrpcJs());
    const others = [
      [
        'grpc-go',
        meetGo,
        'not asked, as it is not here: npm run exercise 33 -- --install builds it where Go is',
      ],
      ['grpcio', meetPython, 'not asked, as it is not here: python3 cannot import grpc'],
    ] as const;
    for (const [who, meet, absent] of others) {
      // What a stranger's program runs into is not the end of the story.
      const meeting = await meet(server).catch((error: Error) => error);
      if (meeting instanceof Error) stage.step(who, `asked, and failed: ${firstLine(meeting)}`);
      else if (meeting === undefined) stage.step(who, absent);
      else meetings.push(meeting);
    }
  } finally {
    await server.close();
  }
  const rows = meetings.map(({ who, theyCall, weCall }) => [who, theyCall, weCall]);
  stage.print(drawTable([['', 'they call us', 'we call them'], ...rows]));
  return meetings;
}

async function tellFigures(stage: Stage): Promise<Figure[]> {
  await stage.scene('Beside grpc-js');
  stage.say(
    'Each client calls a server of its own stack, in turns, in this run, on this machine. The ratio is what counts: its middle, its lowest and its highest.',
  );
  const figures = await measure({ rounds: 7, ms: 40, warmUpMs: 150 });
  const rows = figures.map((figure) => [
    String(figure.inFlight),
    figure.ours.toLocaleString('en'),
    figure.grpcJs.toLocaleString('en'),
    ratioText(figure),
  ]);
  stage.print(drawTable([['in flight', 'calls/s', 'grpc-js', 'ratio'], ...rows]));
  return figures;
}

async function tellEarned(stage: Stage): Promise<void> {
  await stage.scene('What other people’s suites say');
  stage.say(
    'npm run exercise 33 asks them, once its tasks pass. What they said last of your layers:',
  );
  const { earned, when } = await loadEarned();
  const sign = { passed: '✓', failed: '✗', absent: '·', open: '·' };
  for (const { tier, state, said } of earned) stage.step(`${sign[state]} ${tier.name}`, said);
  if (when) stage.step('when', when);
}

const firstLine = ({ message }: Error) => message.split('\n')[0] ?? '';

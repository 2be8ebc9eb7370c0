import type { Stage } from '#course/lesson/stage';
import { createExchange } from '#rpc/exchange';
import { createStub, type Exchange, type Remote } from '#rpc/stub';
import type { Connection } from '#transport/connection';
import type { Files } from './files.ts';

/**
 * The eight steps of a remote call (after Birrell & Nelson 1984, figure 1), told as they happen.
 * Nothing of the stub or the skeleton is changed for it: one listens where they touch the rest.
 *
 *     caller → stub → runtime ═══ network ═══ runtime → skeleton → procedure
 *        1       2       3                       4          5          6
 *              ← 8                                        ← 7
 */
export type Tell = (who: string, what: string) => void;

/** The procedures, telling when they are called and what they return: steps 5 and 6. */
export function telling<Procedures extends object>(procedures: Procedures, tell: Tell): Procedures {
  const told = Object.entries(procedures).map(([name, procedure]) => [
    name,
    (...params: unknown[]) => {
      tell('4 runtime', 'takes the bytes off the wire, up to the newline, and hands them on');
      tell('5 skeleton', `unmarshals them and calls the real ${name}(${listed(params)})`);
      try {
        const result: unknown = procedure(...params);
        tell('6 procedure', `runs on the server and returns ${JSON.stringify(result ?? null)}`);
        return result;
      } catch (error) {
        tell('6 procedure', `throws: ${(error as Error).message}`);
        throw error;
      } finally {
        tell('7 skeleton', 'marshals what came of it; the runtime sends it back');
      }
    },
  ]);
  return Object.fromEntries(told) as Procedures;
}

/** A stub that tells what it does: steps 1, 2, 3 and 8. */
export function tellingStub(connection: Connection, tell: Tell): Remote<Files> {
  const exchange = createExchange(connection);
  const told: Exchange = async (request) => {
    tell('2 stub', `marshals the name and the arguments into ${request.length} bytes`);
    tell('3 runtime', 'adds a newline, sends, and waits');
    return exchange(request);
  };
  return createStub<Files>(told);
}

/** Makes one call and tells its first and its last step. */
export async function callAndTell(stage: Stage, stub: Remote<Files>, name: string): Promise<void> {
  stage.step('1 caller', `calls readFile(${JSON.stringify(name)}): a local call, to the stub`);
  try {
    const text = await stub.readFile(name);
    stage.step('8 stub', `unmarshals the reply and returns ${JSON.stringify(text)} to the caller`);
  } catch (error) {
    stage.step('8 stub', `unmarshals the reply and throws ${(error as Error).name}`);
    stage.step('', (error as Error).message);
  }
}

function listed(params: unknown[]): string {
  return params.map((param) => JSON.stringify(param)).join(', ');
}

import protobuf from 'protobufjs';
import type { Stage } from '#course/lesson/stage';
import { parseProto } from '#protobuf/compiler/parse-proto';
import { ProtoError } from '#protobuf/compiler/proto-error';

/** The article's example of a message, as it stands there. */
const ARTICLE = `syntax = "proto3";
package hello;

message SearchRequest {
  required string query = 1;
  optional int32 page_number = 2 [default = 10];
  repeated int32 result_per_page = 3;
}
`;

/** `--article`: what is wrong with `required` and `default`. */
export async function tryArticle(stage: Stage): Promise<void> {
  await stage.scene('The article’s message, to the parser');
  stage.print(ARTICLE);
  sayProblem(stage, ARTICLE);
  stage.say('Without `required`:');
  const optional = ARTICLE.replace('required ', '');
  sayProblem(stage, optional);
  stage.say('And without the default:');
  sayProblem(stage, optional.replace(' [default = 10]', ''));

  await stage.scene('What they do in proto2');
  stage.say(
    'In proto2 both are allowed, and protobufjs speaks it. A client no longer sends a query, the server has it as required:',
  );
  stage.step('server', attempt(10, Uint8Array.of(0x10, 3)));
  stage.say(
    'The whole message is refused, with everything else that is in it. And every program on the way that only passes it on refuses it too. So nobody can ever stop sending the field. Now a query without a page number, to two servers of which one has got [default = 20]:',
  );
  const query = Uint8Array.of(0x0a, 3, 0x74, 0x65, 0x61);
  stage.step('server, 10', attempt(10, query));
  stage.step('server, 20', attempt(20, query));
  stage.say(
    'The same bytes, two values: a default is not in the message, each end has its own. In proto3 it is always zero, and what must be there is for the program to check, which can say so in words.',
  );
}

function sayProblem(stage: Stage, text: string): void {
  try {
    parseProto(['search.proto'], () => text);
    stage.step('✓ accepted', 'this is proto3');
  } catch (error) {
    if (!(error instanceof ProtoError)) throw error;
    stage.step('✗ refused', error.message);
  }
}

/** What a proto2 reader makes of the bytes. */
function attempt(byDefault: number, bytes: Uint8Array): string {
  const text = ARTICLE.replace('proto3', 'proto2').replace('10]', `${byDefault}]`);
  const { root } = protobuf.parse(text, { keepCase: true });
  const type = root.resolveAll().lookupType('hello.SearchRequest');
  try {
    const { query, page_number: page } = type.decode(bytes) as protobuf.Message & {
      query: string;
      page_number: number;
    };
    return `query ${JSON.stringify(query)}, page_number ${page}`;
  } catch (error) {
    return `error: ${(error as Error).message}`;
  }
}

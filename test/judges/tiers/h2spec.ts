import { existsSync } from 'node:fs';
import { H2SPEC, install, judge } from '../h2spec/judge.ts';
import { cannotRun, finish, mayInstall, requireGo } from './tier.ts';

/** h2spec, the HTTP/2 conformance suite, strict, on the layers with which this program was started. */
if (!existsSync(H2SPEC)) {
  requireGo('h2spec is not here');
  if (!mayInstall) cannotRun('h2spec is not here; --install builds it with Go (a minute, 20 MB)');
  install();
}
const { text, isGood, output } = await judge(process.execArgv);
if (!isGood) console.log(output);
finish(isGood, text);

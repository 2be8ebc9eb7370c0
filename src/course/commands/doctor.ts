import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { loadCatalogue, loadLesson } from '#course/catalogue';
import { ODD_CHARACTER, ROOT } from '#course/paths';
import { terminalPaint } from '#course/terminal';

interface Finding {
  state: 'good' | 'bad' | 'optional';
  text: string;
}

/** `npm run doctor`: what the course needs and whether it is here. Fails only for what it needs. */
export async function doctor(): Promise<void> {
  const paint = terminalPaint();
  const findings = [
    checkPath(),
    checkNode(),
    ...checkDependencies(),
    ...(await checkPorts()),
    ...checkTools(),
  ];
  for (const { state, text } of findings) {
    if (state === 'good') console.log(`${paint.good('✓')} ${text}`);
    else if (state === 'bad') console.log(`${paint.bad('✗')} ${text}`);
    else console.log(`${paint.faint('·')} ${text}`);
  }
  const bad = findings.filter((finding) => finding.state === 'bad').length;
  console.log(
    bad === 0 ? '\nAll that the course needs is here.' : `\n${bad} to mend before you begin.`,
  );
  process.exitCode = bad === 0 ? 0 : 1;
}

function checkPath(): Finding {
  return ODD_CHARACTER === undefined
    ? { state: 'good', text: 'a path that every tool can read' }
    : {
        state: 'bad',
        text: `there is a ${ODD_CHARACTER} in the path ${ROOT}, at which tools fail: move the folder`,
      };
}

interface Manifest {
  engines: { node: string };
  dependencies: Record<string, string>;
  version: string;
}

function readManifest(path: string): Manifest {
  return JSON.parse(readFileSync(`${ROOT}${path}`, 'utf8')) as Manifest;
}

function checkNode(): Finding {
  const wanted = readManifest('package.json').engines.node;
  const [major = 0, minor = 0] = wanted.replace('>=', '').split('.').map(Number);
  const [hasMajor = 0, hasMinor = 0] = process.versions.node.split('.').map(Number);
  const enough = hasMajor > major || (hasMajor === major && hasMinor >= minor);
  return enough
    ? { state: 'good', text: `Node ${process.versions.node} (needed: ${wanted})` }
    : { state: 'bad', text: `Node ${process.versions.node} is too old: ${wanted} is needed` };
}

function checkDependencies(): Finding[] {
  const missing = Object.keys(readManifest('package.json').dependencies).filter((name) => {
    try {
      readManifest(`node_modules/${name}/package.json`);
      return false;
    } catch {
      return true;
    }
  });
  return missing.length === 0
    ? [{ state: 'good', text: 'every dependency is installed' }]
    : [{ state: 'bad', text: `not installed: ${missing.join(', ')}; run npm ci` }];
}

/** The ports on which `lesson N server` listens. The other commands choose free ones. */
async function checkPorts(): Promise<Finding[]> {
  const taken: number[] = [];
  for (const entry of await loadCatalogue()) {
    if (!entry.written) continue;
    const { port } = await loadLesson(entry);
    if (!(await isFree(port))) taken.push(port);
  }
  return taken.length === 0
    ? [{ state: 'good', text: 'the ports of the lessons are free' }]
    : [
        {
          state: 'optional',
          text: `in use: port ${taken.join(', ')}; give such a lesson another with -- --port`,
        },
      ];
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

function checkTools(): Finding[] {
  const tools: [command: string, args: string[], use: string][] = [
    ['git', ['--version'], 'to pull new lessons'],
    ['chromium', ['--version'], 'for npm run test:site'],
    ['go', ['version'], 'for the external judges'],
  ];
  return tools.map(([command, args, use]) => {
    try {
      const text = execFileSync(command, args, {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      return { state: 'good', text: `${text.split('\n')[0]} (optional, ${use})` };
    } catch {
      return { state: 'optional', text: `${command} is not here: only needed ${use}` };
    }
  });
}

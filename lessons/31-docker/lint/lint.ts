import { CLIENT_RULES, RULES, SERVER_RULES } from './rules.ts';
import { type Finding, readStages } from './stages.ts';

/** All that the rules have against a Dockerfile, in the order of its lines. */
export function lint(text: string, role: 'server' | 'client'): Finding[] {
  const stages = readStages(text);
  if (stages.length === 0) return [{ line: 1, text: 'there is no FROM' }];
  const rules = [...RULES, ...(role === 'server' ? SERVER_RULES : CLIENT_RULES)];
  return rules.flatMap((rule) => rule.find(stages)).sort((a, b) => a.line - b.line);
}

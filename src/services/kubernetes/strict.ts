import { distance } from 'fastest-levenshtein';
import { SCHEMA } from './generated/schema.ts';

/** Of which group and version a kind is. */
const API_VERSIONS: Readonly<Record<string, string>> = {
  Deployment: 'apps/v1',
  Service: 'v1',
  Job: 'batch/v1',
  PodDisruptionBudget: 'policy/v1',
  EndpointSlice: 'discovery.k8s.io/v1',
  GRPCRoute: 'gateway.networking.k8s.io/v1',
};

/** Something that an API server would refuse, or, if it is not asked to be strict, forget. */
export interface Problem {
  /** `spec.template.spec.containers[0].livnessProbe` */
  path: string;
  text: string;
}

// #region strict
/** All that is wrong with the form of a manifest: fields that nobody knows, missing, or of another type. */
export function problemsOf(manifest: unknown): Problem[] {
  const { kind, apiVersion } = (manifest ?? {}) as { kind?: unknown; apiVersion?: unknown };
  const isKnown = typeof kind === 'string' && Object.hasOwn(API_VERSIONS, kind);
  const known = isKnown ? API_VERSIONS[kind] : undefined;
  if (known === undefined)
    return [{ path: 'kind', text: `${show(kind)} is not a kind known here` }];
  if (apiVersion !== known) {
    return [{ path: 'apiVersion', text: `${show(apiVersion)}: a ${String(kind)} is of ${known}` }];
  }
  return check(manifest, String(kind), '');
}

function check(value: unknown, type: string, path: string): Problem[] {
  // To Kubernetes null is the same as nothing.
  if (value === undefined || value === null || type === 'any') return [];
  if (type.endsWith('[]')) {
    if (!Array.isArray(value)) return [{ path, text: `${show(value)} is not a list` }];
    return value.flatMap((item, i) => check(item, type.slice(0, -2), `${path}[${i}]`));
  }
  if (!(type in SCHEMA) && !type.startsWith('{')) {
    return isA(value, type) ? [] : [{ path, text: `${show(value)} is not ${NAMES[type] ?? type}` }];
  }
  if (typeof value !== 'object' || Array.isArray(value)) {
    return [{ path, text: `${show(value)} is not an object` }];
  }
  const at = (key: string) => (path === '' ? key : `${path}.${key}`);
  const entries = Object.entries(value);
  if (type.startsWith('{')) {
    return entries.flatMap(([key, item]) => check(item, type.slice(1, -1), at(key)));
  }
  const fields = SCHEMA[type]!;
  const problems = entries.flatMap(([key, item]) =>
    Object.hasOwn(fields, key)
      ? check(item, fields[key]!.replace('!', ''), at(key))
      : [{ path: at(key), text: `unknown field${guess(key, Object.keys(fields))}` }],
  );
  for (const [key, field] of Object.entries(fields)) {
    const isMissing = ((value as Record<string, unknown>)[key] ?? undefined) === undefined;
    if (field.endsWith('!') && isMissing) problems.push({ path: at(key), text: 'is missing' });
  }
  return problems;
}
// #endregion strict

const NAMES: Readonly<Record<string, string>> = {
  int: 'a whole number',
  number: 'a number',
  string: 'a text',
  boolean: 'true or false',
  quantity: 'a quantity (200m, 64Mi, 0.5)',
  'int-or-string': 'a whole number or a text',
};

const QUANTITY = /^[+-]?(\d+\.?\d*|\.\d+)(m|[kMGTPE]i?|Ki|[eE][+-]?\d+)?$/;

function isA(value: unknown, type: string): boolean {
  if (type === 'int') return Number.isInteger(value);
  if (type === 'quantity') return typeof value === 'number' || QUANTITY.test(String(value));
  if (type === 'int-or-string') return Number.isInteger(value) || typeof value === 'string';
  return describe(value) === type;
}

/** `string`, `number` or `boolean`, as the schema names them. */
const describe = (value: unknown): string => typeof value;

/** ` (livenessProbe?)`, if a field is not far away. */
function guess(key: string, fields: readonly string[]): string {
  const near = fields
    .map((field) => ({ field, far: distance(key, field) }))
    .sort((a, b) => a.far - b.far)[0];
  return near !== undefined && near.far <= 3 ? ` (${near.field}?)` : '';
}

function show(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}

/**
 * Makes the two files of `src/services/kubernetes/generated/` out of what an API server says of itself
 * (OpenAPI v3): the table that the strict check reads, and the same as types for TypeScript.
 */

/** A schema of OpenAPI, as far as Kubernetes uses it. */
export interface OpenApi {
  $ref?: string;
  allOf?: OpenApi[];
  oneOf?: OpenApi[];
  anyOf?: OpenApi[];
  type?: string;
  format?: string;
  description?: string;
  items?: OpenApi;
  properties?: Record<string, OpenApi>;
  additionalProperties?: OpenApi | boolean;
  required?: string[];
  enum?: string[];
  'x-kubernetes-int-or-string'?: boolean;
}

/** A field: `Probe`, `Container[]`, `{string}` for a map; with `!` if it must be there. */
type Table = Record<string, Record<string, string>>;

/** The kinds that the lesson knows, by the end of their names. */
export const KINDS = [
  'apps.v1.Deployment',
  'core.v1.Service',
  'batch.v1.Job',
  'policy.v1.PodDisruptionBudget',
  'discovery.v1.EndpointSlice',
  'gateway.v1.GRPCRoute',
];

/** @returns the texts of `schema.ts` and `types.ts`. */
export function writeTables(schemas: Record<string, OpenApi>, origin: string) {
  const table: Table = {};
  const told = new Map<string, string>();
  const names = new Map<string, string>();
  const short = (full: string) => full.slice(full.lastIndexOf('.') + 1);

  function add(name: string, schema: OpenApi): void {
    const required = new Set(schema.required);
    const fields: Record<string, string> = {};
    table[name] = fields;
    for (const [key, value] of Object.entries(schema.properties ?? {})) {
      told.set(`${name}.${key}`, firstSentence(value.description));
      fields[key] = `${typeOf(value, name, key)}${required.has(key) ? '!' : ''}`;
    }
  }

  function typeOf(schema: OpenApi, owner: string, key: string): string {
    const [only] = schema.allOf ?? [];
    if (only !== undefined && schema.allOf!.length === 1 && only.$ref) {
      return typeOf(only, owner, key);
    }
    if (schema.$ref) return named(schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1));
    if (schema['x-kubernetes-int-or-string'] || schema.format === 'int-or-string') {
      return 'int-or-string';
    }
    if (schema.type === 'array') return `${typeOf(schema.items!, owner, key)}[]`;
    if (schema.type === 'integer') return 'int';
    if (schema.type === 'number') return 'number';
    if (schema.type === 'object') {
      const { additionalProperties, properties } = schema;
      if (properties) {
        // A custom resource has no names for its parts: a field's part is named after the field.
        const name = `${owner}${key[0]!.toUpperCase()}${key.slice(1)}`;
        if (!(name in table)) add(name, schema);
        return name;
      }
      if (typeof additionalProperties === 'object') {
        return `{${typeOf(additionalProperties, owner, key)}}`;
      }
      return 'any';
    }
    return schema.type ?? 'any';
  }

  function named(full: string): string {
    const schema = schemas[full]!;
    if (schema.format === 'int-or-string') return 'int-or-string';
    if (/\.Quantity$/.test(full)) return 'quantity';
    if (schema.type === 'string') return 'string';
    if (!schema.properties) return 'any';
    const name = short(full);
    const before = names.get(name);
    if (before !== undefined && before !== full) throw new Error(`two types named ${name}`);
    if (before === undefined) {
      names.set(name, full);
      add(name, schema);
    }
    return name;
  }

  for (const kind of KINDS) {
    const full = Object.keys(schemas).find((name) => name.endsWith(`.${kind}`));
    if (full === undefined) throw new Error(`the API server does not know ${kind}`);
    named(full);
  }
  return { schema: schemaText(table, origin), types: typesText(table, told, origin) };
}

const head = (origin: string) =>
  `// Generated from ${origin}: npm run judge:kubernetes -- --write\n`;

function schemaText(table: Table, origin: string): string {
  const lines = sorted(table).map(([name, fields]) => {
    const inner = Object.entries(fields).map(([key, type]) => `${quoted(key)}: '${type}'`);
    return `  ${name}: { ${inner.join(', ')} },\n`;
  });
  return `${head(origin)}// biome-ignore-all format: a type a line
/** Each type: its fields, and what each of them is. \`!\`: it must be there. */
export const SCHEMA: Readonly<Record<string, Readonly<Record<string, string>>>> = {
${lines.join('')}};
`;
}

function typesText(table: Table, told: Map<string, string>, origin: string): string {
  const blocks = sorted(table).map(([name, fields]) => {
    const lines = Object.entries(fields).map(([key, type]) => {
      const note = told.get(`${name}.${key}`);
      const isNeeded = type.endsWith('!');
      const plain = inTypeScript(isNeeded ? type.slice(0, -1) : type);
      const comment = note ? `  /** ${note} */\n` : '';
      return `${comment}  ${quoted(key)}${isNeeded ? '' : '?'}: ${plain};\n`;
    });
    return `export interface ${name} {\n${lines.join('')}}\n`;
  });
  return `${head(origin)}// biome-ignore-all lint: generated\n// biome-ignore-all format: generated\n\n${blocks.join('\n')}`;
}

function inTypeScript(type: string): string {
  if (type.endsWith('[]'))
    return `readonly ${inTypeScript(type.slice(0, -2))}[]`.replace(
      /readonly (.*\|.*)\[\]/,
      'readonly ($1)[]',
    );
  if (type.startsWith('{')) return `Readonly<Record<string, ${inTypeScript(type.slice(1, -1))}>>`;
  if (type === 'int' || type === 'number') return 'number';
  if (type === 'quantity' || type === 'int-or-string') return 'string | number';
  if (type === 'any') return 'unknown';
  return type;
}

const sorted = (table: Table) => Object.entries(table).sort(([a], [b]) => (a < b ? -1 : 1));
const quoted = (key: string) => (/^[A-Za-z_$][\w$]*$/.test(key) ? key : `'${key}'`);

/** What a person at an editor wants to read: a line. */
function firstSentence(text = ''): string {
  const [line = ''] = text.split(/\n|(?<=\.) /);
  return line.replaceAll('*/', '* /').trim();
}

/** A row of metrics as one reads it: how many calls, how they ended, how many were quick. */
export interface RedRow {
  method: string;
  status: string;
  calls: number;
  /** How many took at most so many seconds, by the bound. */
  within: Map<string, number>;
}

const NAME = 'grpc_server_call_duration_seconds';

/** Reads `/metrics` (Prometheus, exposition format 0.0.4), as a collector does. */
export function readMetrics(text: string): RedRow[] {
  const rows = new Map<string, RedRow>();
  for (const line of text.split('\n')) {
    const [, kind = '', labels = '', value = ''] =
      /^grpc_server_call_duration_seconds_(bucket|count)\{(.*)\} (.*)$/.exec(line) ?? [];
    if (kind === '') continue;
    const { grpc_method = '', grpc_status = '', le } = labelsOf(labels);
    const key = `${grpc_method} ${grpc_status}`;
    const row = rows.get(key) ?? {
      method: grpc_method,
      status: grpc_status,
      calls: 0,
      within: new Map<string, number>(),
    };
    rows.set(key, row);
    if (kind === 'count') row.calls = Number(value);
    else if (le !== undefined) row.within.set(le, Number(value));
  }
  return [...rows.values()];
}

function labelsOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  );
}

/** How many lines of the text are numbers, and not comments. */
export const countRows = (text: string) =>
  text.split('\n').filter((line) => line !== '' && !line.startsWith('#')).length;

export const METRIC = NAME;

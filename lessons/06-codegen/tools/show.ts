/** `{ orderId: Long { low: 1, high: 2097152 } }`: an object's own properties, on one line. */
export function show(message: object): string {
  const members = Object.entries(message).map(([name, value]) => `${name}: ${showValue(value)}`);
  return `{ ${members.join(', ')} }`;
}

function showValue(value: unknown): string {
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'object' && value !== null) {
    const { low, high } = value as { low?: number; high?: number };
    return low === undefined ? JSON.stringify(value) : `Long { low: ${low}, high: ${high} }`;
  }
  return typeof value === 'string' ? `'${value}'` : String(value);
}

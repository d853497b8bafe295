/** Which other resources the configuration of one names: by id, ARN or address in code. */

/** Of one resource; more say little. */
const MAX_MENTIONS = 100;
const MAX_DEPTH = 24;
/** Names without any of these are ordinary words far too often. */
const LIKE_AN_ID = /[.:/|-]/u;
const MIN_LENGTH = 5;
const MAX_LENGTH = 300;

/** Each once, in the order of the shape. */
export function mentionsIn(shape: unknown): readonly string[] {
  const found = new Set<string>();
  collect(shape, found, 0);
  return [...found];
}

function collect(value: unknown, found: Set<string>, depth: number): void {
  if (found.size >= MAX_MENTIONS || depth > MAX_DEPTH) return;
  if (typeof value === 'string') {
    const name = addressOf(value);
    if (name.length >= MIN_LENGTH && name.length <= MAX_LENGTH && LIKE_AN_ID.test(name) && !/[\s\0]/u.test(name)) found.add(name);
  } else if (typeof value === 'object' && value !== null) {
    for (const each of Object.values(value)) collect(each, found, depth + 1);
  }
}

/** References of code are written as root, type and address: `production|aws.ec2.security-group|aws_security_group.ops`. */
export function addressOf(text: string): string {
  const parts = text.split('|');
  return parts.length === 3 ? (parts[2] ?? text) : text;
}

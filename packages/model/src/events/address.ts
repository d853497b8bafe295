/** The IPv4 or IPv6 address in a text, without brackets, port and zone; null for names, `AWS Internal`, `private`. */
export function address(value: unknown): string | null {
  if (typeof value !== 'string' || value.length < 2 || value.length > 60) return null;
  const code = value.charCodeAt(0);
  // A digit, a hexadecimal letter, a colon or a bracket: most names are out here.
  if (!((code >= 48 && code <= 58) || (code >= 97 && code <= 102) || (code >= 65 && code <= 70) || code === 91)) return null;
  const match = V4.exec(value) ?? V6.exec(value) ?? BRACKETS.exec(value);
  return match?.[1] ?? null;
}

const V4 = /^(\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3})(?::\d{1,5})?$/;
const V6 = /^((?=[^:]*:[^:]*:)[0-9A-Fa-f:.]+)(?:%\w+)?$/;
const BRACKETS = /^\[((?=[^:]*:[^:]*:)[0-9A-Fa-f:.]+)\](?::\d{1,5})?$/;

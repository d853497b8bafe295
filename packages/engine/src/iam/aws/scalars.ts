/** Numbers and dates in conditions. Null for what is neither. */

/** Decimal integers and fractions. */
export function parseNumber(text: string): number | null {
  return /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i.test(text) && text.length < 400 ? Number(text) : null;
}

const DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?([Zz]|[+-]\d\d:?\d\d)?)?)?)?$/;

/**
 * Milliseconds since 1970 of an ISO 8601 date (W3C profile: also a day, month or year alone, in UTC) or of seconds since 1970.
 * Source: IAM User Guide, "Date condition operators".
 */
export function parseDate(text: string): number | null {
  const trimmed = text.trim();
  // Four digits are a year; seconds since 1970 have more.
  if (/^-?\d{5,13}(?:\.\d{1,6})?$/.test(trimmed)) return Number(trimmed) * 1000;
  const match = DATE.exec(trimmed);
  if (!match) return null;
  const [, year, month = '1', day = '1', hour = '0', minute = '0', second = '0', fraction = '', zone = 'Z'] = match;
  const numbers = [month, day, hour, minute, second].map(Number);
  const [mo = 1, d = 1, h = 0, mi = 0, s = 0] = numbers;
  if (mo < 1 || mo > 12 || d < 1 || d > 31 || h > 24 || mi > 59 || s > 60) return null;
  const milliseconds = Number(`0.${fraction || '0'}`) * 1000;
  return Date.UTC(Number(year), mo - 1, d, h, mi, s, milliseconds) - zoneOffset(zone);
}

function zoneOffset(zone: string): number {
  const match = /^([+-])(\d\d):?(\d\d)$/.exec(zone);
  if (!match) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return (match[1] === '-' ? -minutes : minutes) * 60_000;
}

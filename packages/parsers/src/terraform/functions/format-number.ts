/** The number verbs of format: %b %d %o %x %e %f %g, written as Go's big numbers write them. */
import { formatNumber } from '../../values/index.ts';

/** Digits of a whole number in a base; null when it has a fraction. */
export function formatInteger(value: number, base: number): string | null {
  return Number.isInteger(value) ? BigInt(value).toString(base) : null;
}

/** %f (`f`) or %e (`e`) with a number of decimals; exponents have at least two digits. */
export function formatFloat(value: number, style: 'f' | 'e', decimals: number, upper = false): string {
  const digits = Math.min(decimals, 100);
  // toFixed turns to exponents at 1e21; whole numbers that big have no decimals to show but zeros.
  const fixed = Math.abs(value) >= 1e21 ? BigInt(value).toString() + (digits > 0 ? `.${'0'.repeat(digits)}` : '') : value.toFixed(digits);
  const text = (style === 'f' ? fixed : widenExponent(value.toExponential(digits))) + '0'.repeat(style === 'f' ? decimals - digits : 0);
  return upper ? text.toUpperCase() : text;
}

function widenExponent(text: string): string {
  return text.replace(/e([+-])(\d)$/, 'e$10$2');
}

/** %g: plain digits, or an exponent below 1e-4 and from 1e6 on (from the precision on when one is given), as big numbers do in Go. */
export function formatGeneral(value: number, precision: number | null, upper: boolean): string {
  if (value === 0) return '0';
  const significant = precision === null ? null : Math.min(Math.max(precision, 1), 100);
  const scientific = significant === null ? value.toExponential() : value.toExponential(significant - 1);
  const exponent = Number(scientific.slice(scientific.indexOf('e') + 1));
  const limit = significant ?? 6;
  let text: string;
  if (exponent < -4 || exponent >= limit) text = widenExponent(trimZeros(scientific));
  else if (significant === null) text = formatNumber(value);
  else text = trimZeros(value.toFixed(Math.min(100, Math.max(0, significant - 1 - exponent))));
  return upper ? text.toUpperCase() : text;
}

function trimZeros(text: string): string {
  return text.replace(/(\.\d*?)0+(?=e|$)/, '$1').replace(/\.(?=e|$)/, '');
}

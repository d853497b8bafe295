/** The errors that expressions can have. */
import { CelFault } from './values.ts';

export const faults = {
  noField: (name: string): CelFault =>
    new CelFault('no-such-field', {
      en: `${quoted(name)} is missing (ask with has() or .?)`,
      ja: `${quoted(name)} がありません (has() か .? で確かめられます)`,
    }),
  noKey: (key: string): CelFault =>
    new CelFault('no-such-field', { en: `there is no key ${quoted(key)}`, ja: `キー ${quoted(key)} がありません` }),
  noIndex: (index: string, length: number): CelFault =>
    new CelFault('out-of-range', {
      en: `there is no element ${index}: the list has ${length}`,
      ja: `要素 ${index} がありません (要素数は ${length})`,
    }),
  overflow: (): CelFault => new CelFault('overflow', { en: 'the number does not fit into 64 bits', ja: '数が 64 ビットに収まりません' }),
  timeRange: (): CelFault => new CelFault('overflow', { en: 'the time is out of range', ja: '時刻が範囲外です' }),
  zero: (): CelFault => new CelFault('divide-by-zero', { en: 'division by zero', ja: '0 で割っています' }),
  noOverload: (name: string, types: readonly string[]): CelFault =>
    new CelFault('no-overload', {
      en: `${name} does not take ${types.join(', ')}`,
      ja: `${name} に ${types.join(', ')} は使えません`,
    }),
  notBool: (type: string): CelFault =>
    new CelFault('no-overload', { en: `a condition is needed, not ${type}`, ja: `真偽値が必要ですが ${type} です` }),
  badValue: (name: string, reason: string): CelFault =>
    new CelFault('bad-value', { en: `${name}: ${reason}`, ja: `${name}: 値が正しくありません (${reason})` }),
  noVariable: (name: string): CelFault =>
    new CelFault('no-such-field', { en: `there is no ${quoted(name)} here`, ja: `${quoted(name)} はここにはありません` }),
  noOptional: (): CelFault => new CelFault('bad-value', { en: 'the optional holds no value', ja: 'optional に値がありません' }),
};

function quoted(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

/** Parts of times. In UTC, or at a fixed offset such as `+09:00`; names of time zones need a database that is not here. */
import { faults } from '../faults.ts';
import type { CelValue } from '../values.ts';
import type { CelFunction } from './define.ts';
import { define, text, time } from './define.ts';
import type { CivilTime } from './time-texts.ts';
import { civilTime } from './time-texts.ts';

const parts: Readonly<Record<string, (time: CivilTime) => number>> = {
  getFullYear: ({ year }) => year,
  getMonth: ({ month }) => month - 1,
  getDate: ({ day }) => day,
  getDayOfMonth: ({ day }) => day - 1,
  getDayOfWeek: ({ weekday }) => weekday,
  getDayOfYear: ({ dayOfYear }) => dayOfYear,
  getHours: ({ hour }) => hour,
  getMinutes: ({ minute }) => minute,
  getSeconds: ({ second }) => second,
  getMilliseconds: ({ nanosecond }) => Math.floor(nanosecond / 1_000_000),
};

const units: Readonly<Record<string, bigint>> = {
  getHours: 3_600_000_000_000n,
  getMinutes: 60_000_000_000n,
  getSeconds: 1_000_000_000n,
  getMilliseconds: 1_000_000n,
};

export function timeFunctions(): readonly CelFunction[] {
  return [
    ...Object.entries(parts).flatMap(([name, part]) => [
      define(`timestamp.${name}(): int`, ([a]) => BigInt(part(civilTime(time(a))))),
      define(`timestamp.${name}(string): int`, ([a, zone]) => inZone(time(a), text(zone), part)),
    ]),
    ...Object.entries(units).map(([name, unit]) => define(`duration.${name}(): int`, ([a]) => time(a) / unit)),
  ];
}

function inZone(nanoseconds: bigint, zone: string, part: (time: CivilTime) => number): CelValue {
  if (zone === 'UTC' || zone === 'Z') return BigInt(part(civilTime(nanoseconds)));
  const offset = /^([+-]?)(\d\d):(\d\d)$/.exec(zone);
  if (!offset)
    return faults.badValue('timezone', `only UTC and offsets such as +09:00 are known, not ${JSON.stringify(zone.slice(0, 40))}`);
  const minutes = BigInt(Number(offset[2]) * 60 + Number(offset[3])) * (offset[1] === '-' ? -1n : 1n);
  return BigInt(part(civilTime(nanoseconds + minutes * 60_000_000_000n)));
}

/** Behavior: titles, and why. */
import type { BehaviorEvidence, BehaviorId } from '@kumomori/engine';

const s = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
type Of<K extends BehaviorEvidence['kind']> = Extract<BehaviorEvidence, { readonly kind: K }>;

const volumes: Readonly<Record<Of<'volume'>['what'], string>> = {
  reads: 'objects read',
  megabytes: 'megabytes out',
  deletes: 'deletions',
  secrets: 'secrets read',
  errors: 'failed calls',
};
const news: Readonly<Record<Of<'new'>['what'], string>> = {
  network: 'network',
  country: 'country',
  asn: 'provider',
  agent: 'program',
  region: 'region',
  service: 'service',
  action: 'call',
  hour: 'hour',
};
const bursts: Readonly<Record<Of<'burst'>['what'], string>> = {
  shares: 'snapshots and images given to others',
  snapshots: 'snapshots, images and backups deleted',
  deletes: 'deletions',
};
const titles: Readonly<Record<BehaviorId, string>> = {
  'volume-spike': 'Far more read, sent or deleted in a day than ever',
  'impossible-travel': 'Sign-ins at two places that no journey connects',
  'credentials-elsewhere': 'Credentials of an instance used elsewhere',
  'dormant-wakes': 'Identity active after months of silence',
  'leaver-active': 'Somebody who left is active',
  'password-guessing': 'Passwords are being guessed',
  'guessed-password': 'Sign-in from where passwords were guessed',
  'mining-launches': 'Machines launched where and as nobody launches them',
  'snapshots-shared': 'Many snapshots given to others',
  'snapshots-deleted': 'Many snapshots and backups deleted',
  'mass-deletion': 'Far more deleted within two hours than ever',
  'discovery-burst': 'Somebody looks around with calls never made before',
  'public-for-a-moment': 'Open to everybody for a moment',
  'logging-stopped': 'Recording of audit events was stopped',
  'risky-entity': 'Several unusual signs of one principal together',
};

export const behavior = {
  titles,
  noGeoip: 'no --geoip file: countries, providers of networks and impossible travel are not looked at',
  badGeoip: (file: string) => `${file} is no database of addresses in MaxMind's format (.mmdb)`,
  badSettings: (file: string) => `${file} cannot be read as YAML`,
  unknownSettings: (file: string, names: readonly string[]) =>
    `${file}: no behavior or threshold with a number is called ${names.join(', ')}`,
  leftOut: (count: number) => `behavior of ${s(count, 'principal')} was left out to stay within memory`,
  because: {
    volume: ({ what, count, usual, most, days }: Of<'volume'>) =>
      `${count} ${volumes[what]} in a day; in the ${days} days before ${usual} on a usual one and ${most} at most`,
    peers: ({ count, most, group }: Of<'peers'>) =>
      `${group === 'peers' ? 'principals of the same kind' : 'all others'} had at most ${most} on ${s(count, 'day')} of these two weeks`,
    new: ({ what, value, hours, others }: Of<'new'>) =>
      `first time with this ${news[what]}: ${value}; never before in ${s(hours, 'active hour')}, ${others === 0 ? 'nor with anybody else' : `and with ${others} others only`}`,
    hour: ({ hour, isWeekend, hours }: Of<'hour'>) =>
      `active at ${String(hour).padStart(2, '0')}:00 UTC ${isWeekend ? 'on a weekend' : 'on a working day'}, unlike in ${s(hours, 'active hour')} before`,
    travel: ({ from, to, kilometers, minutes }: Of<'travel'>) => `from ${from} to ${to}: ${kilometers} km in ${s(minutes, 'minute')}`,
    networks: ({ session, home, other, calls, by }: Of<'networks'>) =>
      `${session} ${by === 'addresses' ? `called from ${other}, no address of the account` : `called from ${home.join(', ')} and, with ${by === 'credential' ? 'the same credential' : 'calls in between'}, from ${other}`}: ${s(calls, 'call')}`,
    asleep: ({ days, since, by }: Of<'asleep'>) =>
      since === null
        ? 'never used before, as the snapshot says'
        : `not active for ${s(days, 'day')}, ${by === 'logs' ? 'as the logs say' : 'as the snapshot says'}`,
    left: ({ name, on, calls }: Of<'left'>) =>
      `${name} left ${on === '' ? '(the list does not say when)' : `on ${on}`}; ${s(calls, 'successful call')} since`,
    guesses: ({ failures, users, addresses, minutes }: Of<'guesses'>) =>
      `${s(failures, 'failed sign-in')} of ${s(users, 'user')} from ${s(addresses, 'address', 'addresses')} within ${s(minutes, 'minute')}`,
    success: ({ user, minutes }: Of<'success'>) => `${user} signed in from there ${s(minutes, 'minute')} after it began`,
    launches: ({ launches, instances, failed, regions, types, minutes }: Of<'launches'>) =>
      `${s(launches, 'launch', 'launches')} (${s(instances, 'machine')}, ${failed} failed) in ${regions.join(', ')} within ${s(Math.max(1, minutes), 'minute')}${types.length > 0 ? `: ${types.join(', ')}` : ''}`,
    'unused-region': ({ region, days }: Of<'unused-region'>) =>
      `nobody of the account wrote anything in ${region} in the ${s(days, 'day')} before`,
    burst: ({ what, count, most }: Of<'burst'>) => `${count} ${bursts[what]} within two hours; ${most} at most before`,
    discovery: ({ calls, services, denied, of }: Of<'discovery'>) =>
      `${s(calls, 'kind')} of reading calls for the first time within an hour, ${s(services, 'service')} new; ${denied} of ${s(of, 'call')} denied`,
    public: ({ thing, minutes, by, undoneBy, outsiders }: Of<'public'>) =>
      `${thing} was open to everybody for ${s(minutes, 'minute')}, from ${by} to ${undoneBy}${outsiders > 0 ? `; ${s(outsiders, 'principal')} never seen before came in that time` : ''}`,
    stopped: ({ thing, minutes }: Of<'stopped'>) =>
      `${thing} ${minutes === null ? 'was not started again in these logs' : `was started again after ${s(minutes, 'minute')}`}`,
    contribution: ({ of, points }: Of<'contribution'>) => `"${titles[of]}" (${points} points)`,
  },
};

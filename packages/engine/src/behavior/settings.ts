/** Thresholds as data: each with its reason. Times in the unit that the name says. */
import { isRecord } from '@kumomori/model';
import type { BehaviorId } from './catalogue.ts';

type Thresholds = Readonly<Record<string, readonly [value: number, reason: string]>>;

/** Value and reason. `on: 0` switches a behavior off. */
export const BEHAVIOR_SETTINGS = {
  'volume-spike': {
    on: [1, 'one alert and no false one among 400 principals and 30 days of generated logs'],
    least: [50, 'fewer calls a day are a person clicking'],
    leastMegabytes: [200, 'less leaves any day with a report or an image'],
    factor: [5, 'busy days are two or three times the busiest of the two weeks before'],
    z: [5, 'deviations of the logarithm; without a history it takes about 150 calls'],
    historyDays: [14, 'two weeks hold both weekends and most jobs'],
    learningDays: [7, 'before a whole week nobody knows what is usual: a new principal is no anomaly'],
  },
  'impossible-travel': {
    on: [1, 'only with a GeoIP file'],
    kilometersPerHour: [900, 'a passenger plane'],
    kilometers: [500, 'below, GeoIP files err'],
    sharedBy: [5, 'an address that so many people sign in from is an office or a VPN'],
  },
  'credentials-elsewhere': {
    on: [1, 'credentials of an instance are for that instance'],
    sharedBy: [2, 'networks that other instances of the account use as well are its way out'],
  },
  'dormant-wakes': { on: [1, 'a credential that nobody misses when it is abused'], days: [90, 'the period reviews of access use'] },
  'leaver-active': {
    on: [1, 'only with a list of people'],
    graceHours: [36, 'the end of the last day everywhere on earth: UTC-12, and half a day for what still runs'],
  },
  'password-guessing': {
    on: [1, 'failed sign-ins by address and by user'],
    users: [8, 'a family shares no address with eight wrong passwords an hour'],
    failures: [20, 'people stop or reset before'],
    egressUsers: [3, 'an address with so many good sign-ins before is our own way out: three times the thresholds'],
  },
  'guessed-password': { on: [1, 'a success after guessing'], hours: [24, 'a guessed password is tried on the same day'] },
  'mining-launches': {
    on: [1, 'the bill comes at the end of the month'],
    regions: [4, 'nobody deploys to four regions by hand within a quarter of an hour'],
    minutes: [15, 'scripts go through all regions in minutes'],
    instances: [5, 'so many at once, in a region never used'],
    learningDays: [7, 'before a week no region counts as unused'],
  },
  'snapshots-shared': {
    on: [1, 'copies outside stay outside'],
    least: [3, 'one may be an errand'],
    factor: [3, 'above the busiest two hours before'],
  },
  'snapshots-deleted': {
    on: [1, 'what ransom begins with'],
    least: [10, 'lifecycle jobs delete a few'],
    factor: [3, 'above the busiest two hours before'],
  },
  'mass-deletion': {
    on: [1, 'destruction'],
    least: [50, 'teardown of a stack is below'],
    factor: [5, 'above the busiest two hours before'],
  },
  'discovery-burst': {
    on: [1, 'whoever found a key looks around'],
    calls: [20, 'different reading calls never made before, within an hour; a new console page makes about ten'],
    callsWhenDenied: [10, 'fewer are enough when many are denied'],
    denied: [10, 'tools of one’s own know what they may'],
    deniedShare: [20, 'percent of the calls of that hour'],
    learningDays: [5, 'until then all calls are new'],
  },
  'public-for-a-moment': { on: [1, 'long enough to copy'], hours: [24, 'longer is no moment: checks see it'] },
  'logging-stopped': { on: [1, 'what follows is not seen'] },
  'risky-entity': {
    on: [1, 'small signs together'],
    medium: [12, 'three independent rarities of about one in fifty'],
    high: [20, 'an alert of its own and two rarities more'],
    kinds: [3, 'fewer kinds of signs are one change of habit'],
    halfLifeHours: [24, 'an attack is a matter of a day'],
    learningDays: [5, 'before, everything is new'],
    learningHours: [20, 'active hours before anything is rare'],
  },
} as const satisfies Readonly<Record<BehaviorId, Thresholds>>;

type Defaults = typeof BEHAVIOR_SETTINGS;

/** What applies: numbers only. */
export type BehaviorSettings = { readonly [B in BehaviorId]: { readonly [T in keyof Defaults[B]]: number } };

/** Overrides by behavior and name; names that do not exist and values that are no number ≥ 0 come back as `unknown`. */
export function behaviorSettings(overrides: unknown = {}): { readonly settings: BehaviorSettings; readonly unknown: readonly string[] } {
  const unknown: string[] = [];
  const given = isRecord(overrides) ? overrides : {};
  if (!isRecord(overrides)) unknown.push(String(overrides).slice(0, 40));
  for (const key of Object.keys(given)) if (!Object.hasOwn(BEHAVIOR_SETTINGS, key)) unknown.push(key);
  const entries = Object.entries<Thresholds>(BEHAVIOR_SETTINGS).map(([id, thresholds]) => {
    const own = given[id];
    const values = new Map(Object.entries(thresholds).map(([name, [value]]) => [name, value]));
    if (own === false || own === true) values.set('on', own ? 1 : 0);
    else if (isRecord(own))
      for (const [name, value] of Object.entries(own)) {
        const number = typeof value === 'boolean' ? Number(value) : value;
        if (values.has(name) && typeof number === 'number' && Number.isFinite(number) && number >= 0) values.set(name, number);
        else unknown.push(`${id}.${name}`);
      }
    else if (own !== undefined) unknown.push(id);
    return [id, Object.fromEntries(values)] as const;
  });
  // The entries are those of BEHAVIOR_SETTINGS, with the same names.
  return { settings: Object.fromEntries(entries) as unknown as BehaviorSettings, unknown };
}

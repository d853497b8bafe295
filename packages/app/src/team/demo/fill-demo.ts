/** `npm run demo`: 90 days of a team's work in an empty database, the same for the same scan. */
import type { JudgedFinding } from '../../use-cases/index.ts';
import type { Actor } from '../../store/index.ts';
import { SYSTEM } from '../../store/index.ts';
import { addUser } from '../access/index.ts';
import type { Asking, Team } from '../context.ts';
import { openTeam } from '../context.ts';
import { endExceptions } from '../exceptions/index.ts';
import { saveDepartment } from '../governance/index.ts';
import { addSource } from '../runs/index.ts';
import type { ChannelSetting } from '../settings/index.ts';
import { changeSetting, saveChannel } from '../settings/index.ts';
import { addIncidents, deliverStory } from './alarms.ts';
import type { DemoPerson, PersonKey } from './company.ts';
import { departments, ownership, people } from './company.ts';
import type { JudgedFolder } from './scans.ts';
import { readJudged, recordScan } from './scans.ts';
import { recordScoreDay } from './score-days.ts';
import type { Told } from './story.ts';
import { DAYS, isThere, storyOf } from './story.ts';
import { centralDay, departmentsDay, exceptionsDay } from './work.ts';

const DAY_MS = 86_400_000;
/** Scans: each week first, every third day of the last month. */
const SCANS: readonly number[] = [90, 83, 76, 69, 62, 55, 48, 41, 34, 30, 27, 24, 21, 18, 15, 12, 9, 6, 3, 0];

const CHANNEL: ChannelSetting = {
  ...{ id: 'slack-cloud', kind: 'slack', language: 'ja', timeZone: 'Asia/Tokyo', toDepartment: false, enabled: true },
  settings: { url: 'https://hooks.example.com/services/demo' },
};

export interface DemoOptions {
  /** Folder that judging examples/estate wrote. */
  readonly judged: string;
  /** Of the estate: what a new scan of the demo's source looks at. */
  readonly estate: string;
  readonly password: string;
}

export interface DemoLogin extends DemoPerson {
  readonly password: string;
}

/** Fills an empty database; returns a login of each role. Times count back from the team's now. */
export async function fillDemo(
  real: Omit<Team, 'publish' | 'listen'>,
  { judged, estate, password }: DemoOptions,
): Promise<readonly DemoLogin[]> {
  const end = real.now().getTime();
  let clock = end - (DAYS + 1) * DAY_MS;
  // Everything happens through the product's own functions, on another clock: history, due dates and the audit trail fit together.
  const team = openTeam({ ...real, now: () => new Date(clock) });
  const as = await found(team, password);
  const folder = readJudged(judged);
  const told = storyOf(folder.findings);
  const sourceId = await addSource(team, as.admin, {
    ...{ kind: 'code', name: 'estate', settings: { path: estate }, schedule: '0 3 * * * Asia/Tokyo', departmentId: null, enabled: true },
  });
  for (let day = DAYS; day >= 0; day -= 1) {
    // The last scan is a quarter of an hour old, whatever the time of day.
    clock = end - day * DAY_MS - 15 * 60_000;
    if (SCANS.includes(day)) await scan(team, { sourceId, folder, told, day });
    await team.store.system((tx) => endExceptions(tx, team.now()));
    clock += 4 * 60_000;
    const next = SCANS.find((each) => each < day) ?? -1;
    const office = { team, as, endsSoon: endsBetween(told, day, next) };
    const isBusinessDay = ![0, 6].includes(team.now().getUTCDay());
    if (isBusinessDay) await centralDay(office);
    clock += 4 * 60_000;
    if (isBusinessDay && day > 0) await departmentsDay(office, day);
    await exceptionsDay(office, day, () => (clock += 2 * 60_000));
    await recordScoreDay(team);
  }
  clock = end;
  await addIncidents(team);
  await deliverStory(team);
  // What was told is told: a server of the demo sends nothing.
  await saveChannel(team, as.admin, { ...CHANNEL, enabled: false });
  return (['admin', 'security', 'approver', 'auditor', 'ec'] as const).map((key) => ({ ...people[key], password }));
}

/** Departments, people, who owns what, who is told. */
async function found(team: Team, password: string): Promise<Readonly<Record<PersonKey, Asking>>> {
  const system: Asking = { actor: SYSTEM };
  for (const each of departments) await saveDepartment(team, system, each);
  const entries: [string, Asking][] = [];
  for (const [key, person] of Object.entries(people)) {
    const userId = await addUser(team, system, { ...person, language: 'ja', password });
    const actor: Actor = { kind: 'user', userId, name: person.name, role: person.role, departments: person.departments, scopes: null };
    entries.push([key, { actor, address: '192.0.2.10' }]);
  }
  // One entry for each key of `people`.
  const as = Object.fromEntries(entries) as Record<PersonKey, Asking>;
  await changeSetting(team, as.admin, { key: 'ownership', value: ownership });
  await saveChannel(team, as.admin, CHANNEL);
  const route = {
    id: 'grave',
    match: { atLeast: 'high' },
    channels: ['slack-cloud'],
    mode: 'immediate',
    dedupeMinutes: 0,
    quiet: null,
    isLast: true,
  };
  await changeSetting(team, as.admin, { key: 'routing', value: { routes: [route] } });
  return as;
}

interface ScanOfDay {
  readonly sourceId: string;
  readonly folder: JudgedFolder;
  readonly told: readonly Told[];
  readonly day: number;
}

async function scan(team: Team, { sourceId, folder, told, day }: ScanOfDay): Promise<void> {
  const findings: readonly JudgedFinding[] = told.filter((each) => isThere(each, day)).map(({ finding }) => finding);
  await recordScan(team, { sourceId, findings, judged: folder, isFull: day === DAYS || day === 0 });
}

function endsBetween(told: readonly Told[], day: number, next: number): (fingerprint: string) => boolean {
  const ending = new Set(told.filter((each) => isThere(each, day) && !isThere(each, next)).map(({ finding }) => finding.fingerprint));
  return (fingerprint) => next >= 0 && ending.has(fingerprint);
}

/** Sentences of an investigation that several formats share. */
import type { Messages } from '../../i18n/index.ts';
import type { HopOutput, InvestigationOutput, SurroundingsOutput, TimelineOutput } from './report.ts';

type Texts = Messages['investigate'];

/** The last part of an ARN with its session: short enough for a column; other names as they are. */
export function shortName(principal: string | null, session: string | null = null): string {
  const name = principal === null ? '' : principal.startsWith('arn:') ? principal.split(':').slice(5).join(':') : principal;
  return session === null || name === '' || session === name || /^A(?:KIA|SIA)/.test(session) ? name : `${name} (${session})`;
}

/** `2026-03-01 10:04:00`. */
export function shortTime(time: string | null): string {
  return time === null ? '' : time.slice(0, 19).replace('T', ' ');
}

export function summaryLines({ summary, logs, scope, entity }: InvestigationOutput, texts: Texts): readonly string[] {
  const { events, first, last, failures, matches, worst, techniques } = summary;
  const asked = scope.from === null && scope.to === null ? texts.all : texts.scope(shortTimeOrNull(scope.from), shortTimeOrNull(scope.to));
  const lead = `${texts.kinds[entity.kind]} · ${asked} · ${texts.read(logs.objects, logs.kind)}`;
  if (events === 0) return [lead, texts.noEvents];
  return [
    lead,
    texts.summary(events, shortTime(first), shortTime(last)),
    ...(failures > 0 ? [texts.failures(failures)] : []),
    `${worst === null ? texts.noMatches : texts.matches(matches, texts.levels[worst])}${techniques.length > 0 ? ` (${techniques.join(', ')})` : ''}`,
  ];
}

function shortTimeOrNull(time: string | null): string | null {
  return time === null ? null : shortTime(time);
}

/** What stands in the last column of a timeline. */
export function marksOf({ rules, isNew }: TimelineOutput, texts: Texts): readonly string[] {
  const found = rules.map(({ level, title }) => `[${texts.levels[level]}] ${title}`);
  return isNew.length === 0 ? found : [...found, texts.newMark(isNew.map((kind) => texts.newKinds[kind]))];
}

export function outcomeOf({ outcome, error }: TimelineOutput, texts: Texts): string {
  return error === null ? texts.outcomes[outcome] : `${texts.outcomes[outcome]} (${error})`;
}

/** One end of a hop: its name, session and key. */
export function endOf({ principal, session, credential, account }: HopOutput['from'], texts: Texts): string {
  const name = principal === null ? texts.someone : shortName(principal, session);
  const details = [account, credential].filter((each) => each !== null);
  return details.length === 0 ? name : `${name} [${details.join(' · ')}]`;
}

export function reachLines(
  { administrator, assumes, escalation, services }: SurroundingsOutput['reach'][number],
  texts: Texts,
): readonly string[] {
  const most = 12;
  const shown = (list: readonly string[]): readonly string[] => list.slice(0, most).map((each) => shortName(each));
  return [
    texts.administrator[administrator],
    ...(assumes.length > 0 ? [texts.canTake(shown(assumes), assumes.length)] : []),
    ...(escalation.length > 0 ? [texts.canEscalate(shown(escalation))] : []),
    ...(services.length > 0 ? [texts.canReach(shown(services), services.length)] : []),
  ];
}

/** `1.4 MB`; powers of 1000. */
export function bytesText(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  return `${(bytes / 1000 ** power).toFixed(power === 0 ? 0 : 1)} ${units[power]}`;
}

/** `08 09 13–17`: hours with events. */
export function hoursText(hours: readonly number[]): string {
  const active = hours.flatMap((count, hour) => (count > 0 ? [hour] : []));
  const runs: [number, number][] = [];
  for (const hour of active) {
    const last = runs.at(-1);
    if (last && last[1] === hour - 1) last[1] = hour;
    else runs.push([hour, hour]);
  }
  const two = (hour: number): string => String(hour).padStart(2, '0');
  return runs.map(([from, to]) => (from === to ? two(from) : `${two(from)}–${two(to)}`)).join(' ');
}

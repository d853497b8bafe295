/** TARGETs → what the internet reaches of them, and who reaches whom. */
import type { Exposure, ExposureChange, ExposureReason, PortRange, Reachability } from '@kumomori/engine';
import { exposureOf, reachability } from '@kumomori/engine';
import type { CoverageGap, Diagnostic, Range } from '@kumomori/model';
import { messagesIn, reasonIn } from '../i18n/index.ts';
import { exposureText } from './exposure-text.ts';
import type { EstateRead, ReadEstateOptions } from './read-estate.ts';
import { readEstateOf } from './read-estate.ts';

export interface FindExposureOptions extends ReadEstateOptions {
  /** `internet`, a node or a CIDR: only what is reached from there. */
  readonly from: string | null;
  /** Who reaches whom within the own networks, too. */
  readonly matrix: boolean;
}

interface Placed {
  readonly file: string | null;
  readonly line: number | null;
}

/** One station of the way. `text`: the same for people, in their language. */
export interface ExposureStep extends Placed {
  readonly station: string;
  readonly says: ExposureReason['says'];
  readonly node: string | null;
  readonly detail: string;
  readonly text: string;
}

/** One change that would expose it. */
export interface ExposureAway extends Placed {
  readonly change: string;
  readonly node: string | null;
  readonly ports: readonly PortRange[];
  readonly text: string;
}

/** As contracts.md §4 has it, with what tells more. */
export interface ExposureRow {
  readonly node: string;
  readonly type: string;
  readonly reachable: boolean | 'unknown';
  readonly from: string;
  readonly ports: readonly PortRange[];
  readonly because: readonly string[];
  readonly oneChangeAway: readonly ExposureAway[] | null;
  readonly steps: readonly ExposureStep[];
  readonly families: readonly (4 | 6)[];
  readonly shields: readonly string[];
  readonly login: string | null;
  readonly file: string;
  readonly line: number;
}

export interface ExposureReport {
  readonly schemaVersion: '1';
  readonly exposure: readonly ExposureRow[];
  /** Left out unless it was asked for. */
  readonly matrix?: Reachability;
  readonly coverage: readonly CoverageGap[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Throws AppErrors for TARGETs that are not there or cannot be read. */
export async function findExposure(options: FindExposureOptions): Promise<ExposureReport> {
  const read = await readEstateOf(options);
  const found = exposureOf(read.estate).filter(({ from }) => options.from === null || from === options.from);
  return {
    schemaVersion: '1',
    exposure: found.map((each) => rowOf(each, read, options)).toSorted(compareRows),
    ...(options.matrix && { matrix: reachability(read.estate) }),
    coverage: read.gaps,
    diagnostics: read.diagnostics,
  };
}

/** One exposure as it is told. */
export function rowOf(
  exposure: Exposure,
  { shown }: Pick<EstateRead, 'shown'>,
  { language }: Pick<ReadEstateOptions, 'language'>,
): ExposureRow {
  const texts = messagesIn(language).exposure;
  const placed = (place: Range | null): Placed => (place ? shown(place) : { file: null, line: null });
  const step = (reason: ExposureReason): ExposureStep => {
    const detail = reason.says === 'undecided' ? reasonIn(language, reason.detail) : reason.detail;
    const { station, says, node } = reason;
    return { station, says, node, detail, text: exposureText(texts, { ...reason, detail }), ...placed(reason.place) };
  };
  const away = ({ station, node, ports, place }: ExposureChange): ExposureAway => ({
    change: station,
    node,
    ports,
    text: texts.away(texts.stations[station], node ?? '', portsText(ports)),
    ...placed(place),
  });
  const { node, type, reachable, from, ports, families, shields, login } = exposure;
  return {
    ...{ node, type, reachable, from, ports },
    because: [...new Set(exposure.because.map(({ station }) => station))],
    oneChangeAway: exposure.oneChangeAway?.map(away) ?? null,
    steps: exposure.because.map(step),
    ...{ families, shields, login },
    ...shown(exposure.place),
  };
}

/** `tcp/22, tcp/80-81`. */
export function portsText(ports: readonly PortRange[]): string {
  return ports
    .map(({ protocol, from, to }) => (protocol === 'all' ? 'all' : `${protocol}/${from === to ? from : `${from}-${to}`}`))
    .join(', ');
}

/** What is reached first, then what may be, then what a single change would expose. */
function compareRows(a: ExposureRow, b: ExposureRow): number {
  return rankOf(a) - rankOf(b) || (a.node < b.node ? -1 : a.node > b.node ? 1 : a.from < b.from ? -1 : a.from > b.from ? 1 : 0);
}

function rankOf({ reachable, oneChangeAway, from }: ExposureRow): number {
  if (reachable === true) return from === 'internet' ? 0 : 1;
  return reachable === 'unknown' ? 2 : oneChangeAway ? 3 : 4;
}

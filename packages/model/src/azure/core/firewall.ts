/** Firewall rules of Azure databases: ranges from a first to a last address. */
import type { AddressRange } from '../../net/index.ts';
import { coversInternet, parseCidr } from '../../net/index.ts';

/** What the firewall rules of all Azure databases have. */
export interface AddressRangeRule {
  /** First address that is let in. */
  readonly start: string;
  /** Last address that is let in. */
  readonly end: string;
}

/** Does the rule let the internet in (two fifths of it or more)? Addresses that are none count for nothing. */
export function admitsInternet(rule: AddressRangeRule): boolean {
  const range = rangeOf(rule);
  return range !== null && coversInternet([range]);
}

/** 0.0.0.0 to 0.0.0.0 stands for every Azure service of every customer. */
export function admitsAllOfAzure({ start, end }: AddressRangeRule): boolean {
  return start === '0.0.0.0' && end === '0.0.0.0';
}

function rangeOf({ start, end }: AddressRangeRule): AddressRange | null {
  const first = parseCidr(start);
  const last = parseCidr(end);
  if (!first || !last || first.family !== last.family || last.last < first.first) return null;
  return { family: first.family, first: first.first, last: last.last };
}

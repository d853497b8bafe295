/** Which of the attributes that were read a person has to look at. */
import type { Evidence } from '@kumomori/model';

/** A range of addresses, or everybody. */
const WHO = /^(?:\*|[\d.]+\/\d+|[\da-f:.]*:[\da-f:.]*\/\d+)$/i;

/**
 * Index of the value somebody wrote that decided, -1 when all are defaults or absent. Usually the one read last; of the attributes of one
 * rule or statement, who is let in says more than a port, an action or a number that was read after it.
 */
export function decidingIndex(evidence: readonly Evidence[]): number {
  const isWritten = ({ state }: Evidence): boolean => state === 'explicit' || state === 'redacted';
  const last = evidence.findLastIndex(isWritten);
  const element = elementOf(evidence[last]?.path ?? '');
  if (element === null) return last;
  const who = evidence.findLastIndex(
    (each) =>
      isWritten(each) &&
      typeof each.value === 'string' &&
      WHO.test(each.value) &&
      elementOf(each.path) === element &&
      isAboutWho(each.path),
  );
  return who === -1 ? last : who;
}

/** `ingress[1]` of `ingress[1].cidrs[0]`, `document.statements[0]` of `document.statements[0].principals[0].value`. */
function elementOf(path: string): string | null {
  return /^[^[]+\[\d+\](?=\.)/.exec(path)?.[0] ?? null;
}

function isAboutWho(path: string): boolean {
  return /\.(?:\w*[cC]idrs?|principals)\b/.test(path);
}

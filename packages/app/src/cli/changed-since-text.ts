/** What came and went since an earlier snapshot, for people. */
import type { ChangedSinceReport, FlippedFinding } from '@kumomori/model';
import { plain } from '../use-cases/index.ts';
import type { CliContext } from './program.ts';

/** `limit`: failures shown of each kind. */
export function changedSinceText({ snapshot, resources, ...flips }: ChangedSinceReport, { messages }: CliContext, limit: number): string {
  const texts = messages.live.changes;
  const list = (title: (count: number) => string, findings: readonly FlippedFinding[]): readonly string[] => {
    if (findings.length === 0) return [];
    const lines = findings.slice(0, limit).map(lineOf);
    const rest = findings.length - lines.length;
    return [title(findings.length), ...lines, ...(rest > 0 ? [`  ${messages.live.collect.more(rest)}`] : [])];
  };
  const told = [...list(texts.new, flips.new), ...list(texts.resolved, flips.resolved)];
  return ['', plain(texts.head(snapshot, resources)), ...(told.length > 0 ? told : [texts.none]), ''].join('\n');
}

function lineOf({ severity, checkId, resource }: FlippedFinding): string {
  const place = [resource.account, resource.region].filter((part) => part !== null && part !== '').join(' ');
  return plain(`  ${severity}  ${checkId}  ${resource.name}${place === '' ? '' : `  (${place})`}`);
}

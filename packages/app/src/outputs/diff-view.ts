import type { DiffReport } from '@kumomori/model';
import type { Messages } from './messages.en.ts';

/** One line; what there is none of is left out, but for the new ones: that there are none is the news. */
export function diffCounts({ resolved, silenced, moved, ...counts }: DiffReport, { diff: words }: Messages): string {
  const parts = [
    words.new(counts.new),
    ...(counts.newUnknown > 0 ? [words.newUnknown(counts.newUnknown)] : []),
    ...(counts.changed > 0 ? [words.changed(counts.changed)] : []),
    words.resolved(resolved.length),
    ...(silenced.length > 0 ? [words.silenced(silenced.length)] : []),
    ...(moved.length > 0 ? [words.moved(moved.length)] : []),
    words.unchanged(counts.unchanged),
  ];
  return parts.join(' · ');
}

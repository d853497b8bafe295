/** Which of the recorded pages make up a list, and whether it was read to its end. */
import type { RecordedCall } from '@kumomori/model';
import { textOf } from '@kumomori/model';

export interface Pages {
  readonly pages: readonly RecordedCall[];
  /** Why there may be more: `was refused (Forbidden)`; null when there is nothing else. */
  readonly lacks: string | null;
}

/** `records`: of one kind, in the order they were made; each namespace may have a list of its own. */
export function pagesOf(records: readonly RecordedCall[]): Pages {
  if (records.length === 0) return { pages: [], lacks: 'was not asked for' };
  const byPath = Map.groupBy(records, ({ record }) => textOf(record.request, 'path') ?? '');
  const lists = [...byPath.values()].map(pagesOfPath);
  return { pages: lists.flatMap(({ pages }) => pages), lacks: lists.find(({ lacks }) => lacks !== null)?.lacks ?? null };
}

function pagesOfPath(records: readonly RecordedCall[]): Pages {
  let pages: RecordedCall[] = [];
  let lacks: string | null = null;
  for (const each of records) {
    const { request, response, error } = each.record;
    if (error) {
      // Of a kind that the server does not have there is nothing to miss.
      if (!/^(?:NotFound|404)$/.test(error.code)) lacks = `failed (${error.code})`;
      continue;
    }
    // Begun anew: what was listed before may be gone.
    if (textOf(request, 'restart') !== undefined && textOf(request, 'continue') === undefined) pages = [];
    pages.push(each);
    lacks = (textOf(response, 'metadata.continue') ?? '') === '' ? null : 'was not read to its end';
  }
  return { pages, lacks };
}

/** Which folders of a tree of dates can hold what was delivered from a day on. */

/** `2026/11/20/` below anything, with the names Hive (`year=2026/`) and Azure (`y=2026/`) put before them. */
const YEAR = /(?:^|\/)(?:year=|y=)?(20\d{2})\/$/;
const MONTH = /(?:^|\/)(?:year=|y=)?(20\d{2})\/(?:month=|m=)?(\d{2})\/$/;
const DAY = /(?:^|\/)(?:year=|y=)?(20\d{2})\/(?:month=|m=)?(\d{2})\/(?:day=|d=)?(\d{2})\/$/;

export type FolderVerdict =
  /** All in it is older. */
  | 'before'
  /** All in it is of one day: there is nothing more to narrow. */
  | 'day'
  /** Not known yet. */
  | 'open';

/** `prefix` ends with a slash; `since` is YYYY-MM-DD. */
export function folderVerdict(prefix: string, since: string): FolderVerdict {
  const day = DAY.exec(prefix);
  if (day) return `${day[1]}-${day[2]}-${day[3]}` < since ? 'before' : 'day';
  const month = MONTH.exec(prefix);
  if (month) return `${month[1]}-${month[2]}` < since.slice(0, 7) ? 'before' : 'open';
  const year = YEAR.exec(prefix);
  return year && (year[1] ?? '') < since.slice(0, 4) ? 'before' : 'open';
}

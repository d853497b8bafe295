/** Dates that people write into descriptions and comments, in English and Japanese. */

export interface WrittenDate {
  /** `YYYY-MM-DD`; of a month, quarter or year its last day. */
  readonly day: string;
  /** `end`: until then; `start`: since then. */
  readonly meaning: 'end' | 'start';
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const DAY_MS = 86_400_000;
const REIWA_BEGINS = 2018;

interface Pattern {
  readonly written: RegExp;
  /** Year, month and day of what was matched; null when they are none. Month or day 0: the end of the year or month. */
  read(groups: readonly string[]): readonly [number, number, number] | null;
}

const numbers = (texts: readonly string[]): readonly number[] => texts.map((text) => Number(text || '0'));

/** The first pattern that fits a place in the text counts; longer forms stand before those that they contain. */
const patterns: readonly Pattern[] = [
  {
    written: /(20\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/g,
    read: (groups) => {
      const [year = 0, month = 0, day = 0] = numbers(groups);
      return [year, month, day];
    },
  },
  {
    written: /(20\d\d)年度末/g,
    read: ([year]) => [Number(year) + 1, 3, 31],
  },
  {
    written: /(20\d\d)\s*年\s*(?:(\d{1,2})\s*月\s*(?:(\d{1,2})\s*日)?|末)/g,
    read: (groups) => {
      const [year = 0, month = 0, day = 0] = numbers(groups);
      return [year, month, day];
    },
  },
  {
    written: /(?:令和\s*|(?<![A-Za-z0-9])R)(\d{1,2})\s*[年./]\s*(\d{1,2})\s*[月./]\s*(\d{1,2})?/g,
    read: (groups) => {
      const [year = 0, month = 0, day = 0] = numbers(groups);
      return [REIWA_BEGINS + year, month, day];
    },
  },
  {
    written: /(?<!\d)(20\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/g,
    read: ([year, month, day]) => [Number(year), Number(month), Number(day)],
  },
  {
    written: new RegExp(`\\b${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(20\\d\\d)\\b`, 'gi'),
    read: ([month = '', day, year]) => [Number(year), monthOf(month), Number(day)],
  },
  {
    written: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?[ -]${MONTH}[ ,-]+(20\\d\\d)\\b`, 'gi'),
    read: ([day, month = '', year]) => [Number(year), monthOf(month), Number(day)],
  },
  { written: new RegExp(`\\b${MONTH}\\s+(20\\d\\d)\\b`, 'gi'), read: ([month = '', year]) => [Number(year), monthOf(month), 0] },
  { written: /\b(\d{1,2})\/(\d{1,2})\/(20\d\d)\b/g, read: ([a, b, year]) => laterReading(Number(year), Number(a), Number(b)) },
  { written: /\bq([1-4])[ /-]?(20\d\d)\b/gi, read: ([quarter, year]) => [Number(year), Number(quarter) * 3, 0] },
  { written: /\b(20\d\d)[ /-]?q([1-4])\b/gi, read: ([year, quarter]) => [Number(year), Number(quarter) * 3, 0] },
  { written: /\b(20\d\d)[-/](0[1-9]|1[0-2])(?![-/\d])/g, read: ([year, month]) => [Number(year), Number(month), 0] },
  { written: /\bend of (20\d\d)\b/gi, read: ([year]) => [Number(year), 0, 0] },
];

const STARTS_BEFORE =
  /(?:since|from|added|opened|created|introduced|as of|granted|追加日?|開放日?|作成日?|付与日?|登録日?)\s*(?:on|in|at|[:：])?\s*$/i;
const STARTS_AFTER = /^\s*(?:から|より|以降に?(?!削除|撤去|廃止)|に?(?:追加|開放|作成|付与|登録)|〜|～|~|\s(?:to|-|–)\s)/;

/** Every date that is certainly one, in the order of the text. A date says an end unless its words say a beginning. */
export function writtenDates(text: string): readonly WrittenDate[] {
  const found: { readonly at: number; readonly end: number; readonly date: WrittenDate }[] = [];
  for (const { written, read } of patterns) {
    for (const match of text.matchAll(written)) {
      const at = match.index;
      const end = at + match[0].length;
      if (found.some((each) => at < each.end && end > each.at)) continue;
      const parts = read(match.slice(1).map((group: string | undefined) => group ?? ''));
      const day = parts && dayOf(...parts);
      if (day === null) continue;
      const isStart = STARTS_BEFORE.test(text.slice(Math.max(0, at - 20), at)) || STARTS_AFTER.test(text.slice(end, end + 12));
      found.push({ at, end, date: { day, meaning: isStart ? 'start' : 'end' } });
    }
  }
  return found.toSorted((a, b) => a.at - b.at).map(({ date }) => date);
}

/** Whole days from one `YYYY-MM-DD` to another, negative backwards; null when one of them is no date. */
export function daysBetween(from: string, to: string): number | null {
  const [start, end] = [Date.parse(`${from}T00:00:00Z`), Date.parse(`${to}T00:00:00Z`)];
  return Number.isNaN(start) || Number.isNaN(end) ? null : Math.round((end - start) / DAY_MS);
}

function monthOf(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

/** Of 3/4/2026 nobody knows whether it is in March or April: nothing is late before the later one. */
function laterReading(year: number, a: number, b: number): readonly [number, number, number] {
  if (a > 12) return [year, b, a];
  return b > 12 || a >= b ? [year, a, b] : [year, b, a];
}

function dayOf(year: number, month: number, day: number): string | null {
  const time = day > 0 ? new Date(Date.UTC(year, month - 1, day)) : new Date(Date.UTC(year, month === 0 ? 12 : month, 0));
  const isDate = month <= 12 && (day === 0 || time.getUTCDate() === day);
  return isDate ? time.toISOString().slice(0, 10) : null;
}

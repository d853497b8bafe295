/** The contents on paper: two columns a page, a chapter's title never last in one. */
import type { Language } from '@kumomori/model';
import type { PdfNode, PdfObject } from './pdf-nodes.ts';
import { CONTENT_WIDTH, ink } from './pdf-nodes.ts';
import type { FrameworkReport } from './report.ts';

/** Of more controls only the chapters are listed. */
const MAX_LISTED = 240;
/** Lines in a column, a chapter's title counting for two. */
const LINES = 47;
/** Letters of eight points in a line; Japanese ones count for two. */
const LETTERS = 52;
const GAP = 26;

/** Which part of the contents an entry stands in; parts are columns, from left to right, page after page. */
export interface ContentsPlan {
  readonly chapters: ReadonlyMap<string, string>;
  readonly controls: ReadonlyMap<string, string>;
  /** Of what follows the controls. */
  readonly last: string | null;
  readonly parts: readonly string[];
}

/** Columns filled one after the other; without chapters, more controls than can be listed give no contents. */
export function planContents(report: FrameworkReport, language: Language): ContentsPlan {
  const isListed = report.controls.length <= MAX_LISTED;
  const chapters = new Map<string, string>();
  const controls = new Map<string, string>();
  const parts: string[] = [];
  if (!isListed && report.groups.length === 0) return { chapters, controls, last: null, parts };
  const titles = isListed ? report.controls.map(({ control, title }) => linesOf(`${control}  ${title[language]}`)) : [];
  const total = titles.reduce((sum, lines) => sum + lines, 2 * (report.groups.length + 1));
  // Columns of about the same length, on as few pages as will do.
  const columns = 2 * Math.ceil(total / (2 * LINES));
  const perColumn = Math.min(LINES, Math.ceil(total / columns) + 2);
  let left = 0;
  /** What stands together needs so many lines. */
  const place = (lines: number, together = lines): string => {
    if (left < together) {
      parts.push(`part-${parts.length}`);
      left = perColumn;
    }
    left -= lines;
    return parts.at(-1) ?? '';
  };
  for (const [index, { control, group }] of report.controls.entries()) {
    if (group !== null && !chapters.has(group)) chapters.set(group, place(2, isListed ? 4 : 2));
    if (isListed) controls.set(control, place(titles[index] ?? 1));
  }
  return { chapters, controls, last: place(2), parts };
}

function linesOf(text: string): number {
  let letters = 0;
  for (const char of text) letters += char > '\u2e80' ? 2 : 1;
  return Math.ceil(letters / LETTERS);
}

/** What makes a title an entry of the contents. */
export function contentsEntry(part: string | null): PdfObject {
  return part === null ? {} : { tocItem: part, tocStyle: { bold: true, fontSize: 8.5 }, tocMargin: [0, 6, 0, -1.5] };
}

export function contentsNodes({ parts }: ContentsPlan, title: PdfNode): readonly PdfNode[] {
  const pages: PdfNode[] = [];
  const width = (CONTENT_WIDTH - GAP) / 2;
  for (let index = 0; index < parts.length; index += 2) {
    const columns = [parts[index], parts[index + 1]].map((part) =>
      part === undefined ? { width, text: '' } : { width, toc: { id: part, numberStyle: { fontSize: 8, color: ink.dim } } },
    );
    pages.push(...(index === 0 ? [title] : []), { columns, columnGap: GAP, pageBreak: 'after' });
  }
  return pages;
}

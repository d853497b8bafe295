/** What exceptions would hide, for people. */
import { plain, renderGrid, toJson } from '../use-cases/index.ts';
import type { ExceptionPreview, Messages } from '../use-cases/index.ts';

const SHOWN = 20;

export interface PreviewOptions {
  readonly format: string;
  readonly messages: Messages;
  readonly width: number;
}

/** JSON for the format `json`, otherwise a list. */
export function renderPreview(exceptions: readonly ExceptionPreview[], { format, messages, width }: PreviewOptions): string {
  if (format === 'json') return toJson(exceptions);
  const texts = messages.cli.preview;
  if (exceptions.length === 0) return `${texts.none}\n`;
  const blocks = exceptions.map((each) => {
    const head = `${each.file}:${each.line}  ${each.checks.join(', ')}`;
    const about = `  ${texts.about(each.owner, each.expires, each.expired)}: ${each.reason}`;
    const rows = each.findings.slice(0, SHOWN).map(({ checkId, status, address, file }) => [status, checkId, address, file]);
    const columns = [
      { title: texts.columns.status },
      { title: texts.columns.check, shrinks: true },
      { title: texts.columns.resource, shrinks: true },
      { title: texts.columns.file, shrinks: true },
    ];
    const list = rows.length === 0 ? [`  ${texts.nothing}`] : renderGrid(columns, rows, { width, indent: 2 });
    const more = each.findings.length > SHOWN ? [`  ${texts.more(each.findings.length - SHOWN)}`] : [];
    return [plain(head), plain(about), ...list, ...more].join('\n');
  });
  return `${blocks.join('\n\n')}\n`;
}

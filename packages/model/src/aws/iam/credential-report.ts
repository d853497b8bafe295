/**
 * The credential report: a table of users, made every four hours at most, as CSV in base64. Only for what no other call answers.
 * Source: IAM User Guide, "Generate credential reports for your AWS account", read 2026-11-22.
 */
import type { LiveContext } from '../../live/index.ts';
import { Missing, textOf } from '../../live/index.ts';
import { decodeBase64Text } from '../../secrets/index.ts';

type Row = ReadonlyMap<string, string>;

const tables = new WeakMap<LiveContext, ReadonlyMap<string, Row> | Missing>();

/** The row of a user (`<root_account>` for root); undefined: the report, which may be hours old, has none. O(report) once. */
export function reportRow(user: string, context: LiveContext): Row | Missing | undefined {
  const table = tables.get(context) ?? readReport(context);
  tables.set(context, table);
  return table instanceof Missing ? table : table.get(user);
}

function readReport(context: LiveContext): ReadonlyMap<string, Row> | Missing {
  const answer = context.answer('iam:GetCredentialReport', {});
  if (answer instanceof Missing) return answer;
  const text = decodeBase64Text(textOf(answer, 'Content') ?? '');
  if (text === null) return new Missing('the credential report could not be read');
  const [head = '', ...lines] = text.split(/\r?\n/);
  const columns = cellsOf(head);
  const rows = lines.map((line) => {
    const cells = cellsOf(line);
    return new Map(columns.map((column, index) => [column, cells[index] ?? '']));
  });
  return new Map(rows.map((row) => [row.get('user') ?? '', row]));
}

/** Names of users may hold commas; cells with one are in quotation marks. */
function cellsOf(line: string): readonly string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
}

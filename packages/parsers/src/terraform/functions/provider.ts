/** Functions that providers define, by full name (`provider::aws::arn_parse`). The local name of the provider may be another. */
import { mapValue, stringValue } from '@kumomori/model';
import type { TextPiece } from '../../values/index.ts';
import { firstUnknown, textFromPieces, textPieces } from '../../values/index.ts';
import type { FunctionTable } from './context.ts';
import { define, fail, variadic } from './support.ts';

export const providerFunctions: FunctionTable = {
  'aws::arn_build': define(
    ['string', 'string', 'string', 'string', 'value'],
    ([partition, service, region, account, resource], { range }) => {
      const pieces = textPieces(resource);
      return pieces
        ? textFromPieces([`arn:${partition}:${service}:${region}:${account}:`, ...pieces], range)
        : fail('argument 5 must be a string');
    },
  ),
  'aws::arn_parse': variadic(1, 1, ([arn], { range }) => {
    const pieces = arn ? textPieces(arn) : null;
    if (!arn || !pieces) return fail('argument 1 must be a string');
    const parts = splitArn(pieces);
    // Unknown text before the last separator may hold separators itself.
    if (!parts) return arn.kind === 'unknown' ? arn : arn.kind === 'template' ? firstUnknown(arn) : fail('the text is not an ARN');
    const [head, resource] = parts;
    const names = ['partition', 'service', 'region', 'account_id'];
    const entries = new Map(names.map((name, at) => [name, stringValue(head[at + 1] ?? '', range)]));
    return mapValue(new Map([...entries, ['resource', textFromPieces(resource, range)]]), range);
  }),
  'aws::trim_iam_role_path': define(['string'], ([arn]) => {
    const match = /^(arn:[^:]*:iam::[^:]*:role\/)(?:.*\/)?([^/]+)$/.exec(arn);
    return match ? `${match[1]}${match[2]}` : fail('the text is not the ARN of an IAM role');
  }),
};

/** The five parts before the resource, and the resource; null when they are not all in the known beginning. */
function splitArn(pieces: readonly TextPiece[]): readonly [readonly string[], readonly TextPiece[]] | null {
  const [first, ...others] = pieces;
  if (typeof first !== 'string') return null;
  const parts = first.split(':');
  if (parts.length < 6 || parts[0] !== 'arn') return null;
  return [parts.slice(0, 5), [parts.slice(5).join(':'), ...others]];
}

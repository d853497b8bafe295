/** The `Condition` element (IAM guide, "IAM JSON policy elements: Condition operators" and "Single-valued vs. multivalued context keys"). */
import type { Look } from './context.test-helper.ts';
import { compareValue, isOperator } from './operators.test-helper.ts';
import type { Operator } from './operators.test-helper.ts';
import { isJson, textsOf } from './row.test-helper.ts';
import type { Statement } from './row.test-helper.ts';
import type { Three } from './three.test-helper.ts';
import { all, known, not, some } from './three.test-helper.ts';

/** All operators and all keys must hold; no `Condition` holds always. */
export function conditionsHold(statement: Statement, look: Look): Three {
  const element = statement.body.Condition;
  if (element === undefined) return 'yes';
  if (!isJson(element)) return 'no';
  return all(
    Object.entries(element).flatMap(([name, keys]) =>
      isJson(keys)
        ? Object.entries(keys).map(([key, values]) => holds({ name, key, values: textsOf(values) }, look, statement.hasVariables))
        : [known(false)],
    ),
  );
}

interface Test {
  readonly name: string;
  readonly key: string;
  readonly values: readonly string[];
}

function holds({ name, key, values }: Test, look: Look, hasVariables: boolean): Three {
  const value = look(key);
  if (name === 'Null') return isNull(value, values);
  const parts = /^(?:(ForAllValues|ForAnyValue):)?(.+?)(IfExists)?$/.exec(name);
  const operator = operatorOf(parts?.[2] ?? '');
  if (!operator) return 'no';
  const quantifier = parts?.[1];
  if (value.is === 'unknown') return 'unknown';
  if (value.is === 'absent') {
    if (parts?.[3] !== undefined || quantifier === 'ForAllValues') return 'yes';
    return known(quantifier === undefined && operator.negated);
  }
  // "An empty data set, such as an empty string" has nothing to compare.
  if (quantifier !== undefined && value.values.every((text) => text === '')) return known(quantifier === 'ForAllValues');
  const each = value.values.map((request) => {
    const matched = some(values.map((wanted) => compareValue(operator.base, request, wanted, hasVariables ? look : null)));
    return operator.negated ? not(matched) : matched;
  });
  if (quantifier === 'ForAllValues') return all(each);
  if (quantifier === 'ForAnyValue') return some(each);
  // Without a quantifier several values of a request count as "one of them is meant": a negated operator is the opposite of that.
  return operator.negated ? all(each) : some(each);
}

function isNull(value: ReturnType<Look>, values: readonly string[]): Three {
  if (value.is === 'unknown') return 'unknown';
  return known(values.some((wanted) => (wanted.toLowerCase() === 'true') === (value.is === 'absent')));
}

/** `StringNotLike` is the opposite of `StringLike`, `NotIpAddress` of `IpAddress`; the others have no opposite. */
function operatorOf(name: string): { readonly base: Operator; readonly negated: boolean } | null {
  if (isOperator(name)) return { base: name, negated: false };
  const positive = name.replace('Not', '');
  return positive !== name && isOperator(positive) ? { base: positive, negated: true } : null;
}

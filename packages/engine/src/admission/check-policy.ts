/** Type checking of policies against what is known of the kinds they look at. */
import type { AdmissionPolicy, CelDeclarations, CelProblem, CelType, PlacedCel, Text } from '@kumomori/model';
import { celType } from '@kumomori/model';
import { checkCel } from '../cel/index.ts';
import { declarationsOf } from './fields.ts';

export interface AdmissionProblem {
  readonly cel: PlacedCel;
  /** Offset in the expression. */
  readonly start: number;
  readonly code: string;
  readonly message: Text;
}

/** Mistakes that show without any object: names and functions that do not exist, types that do not fit, attributes that no such kind has. */
export function checkAdmissionPolicy(policy: AdmissionPolicy): readonly AdmissionProblem[] {
  const dyn = celType('dyn');
  const variables = new Map<string, CelType>(
    ['object', 'oldObject', 'request', 'params', 'namespaceObject', 'authorizer', 'variables'].map((name) => [name, dyn]),
  );
  const declarations: CelDeclarations = { variables, object: () => undefined };
  const cels = [
    ...policy.conditions.map(({ cel }) => cel),
    ...policy.variables.map(({ cel }) => cel),
    ...policy.validations.flatMap(({ cel, messageCel }) => (messageCel ? [cel, messageCel] : [cel])),
    ...policy.auditAnnotations.map(({ cel }) => cel),
  ];
  const typed = declarationsOf(policy);
  return cels.flatMap((cel) => {
    const mistakes = checkCel(cel.expression, declarations).problems.filter(({ severity }) => severity === 'error');
    return [
      ...mistakes,
      ...(typed === null ? [] : misspelt(cel, { ...typed, variables: new Map([...variables, ...typed.variables]) })),
    ].map(({ start, code, message }) => ({ cel, start, code, message }));
  });
}

/** Attributes that the kind has not; what else the types say depends on more than is known of them. */
function misspelt(cel: PlacedCel, declarations: CelDeclarations): readonly CelProblem[] {
  return checkCel(cel.expression, declarations).problems.filter(({ code }) => code === 'cel-field');
}

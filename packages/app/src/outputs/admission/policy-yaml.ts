/** Admission rules as manifests: one ValidatingAdmissionPolicy and its binding. */
import type { AdmissionAction, AdmissionRule, AdmissionSubject } from '@kumomori/model';

export interface PolicyManifest {
  /** Of the policy and of its binding. */
  readonly name: string;
  readonly action: AdmissionAction;
  /** As comments at the top. */
  readonly notes: readonly string[];
  readonly subject: AdmissionSubject;
  readonly validations: readonly { readonly rule: AdmissionRule; readonly message: string }[];
}

/** YAML of two documents. Names and messages are ours; expressions stand as they are, in literal blocks. */
export function policyYaml({ name, action, notes, subject, validations }: PolicyManifest): string {
  const used = usedVariables(
    subject.variables,
    validations.map(({ rule }) => rule.expression),
  );
  const lines = [
    ...notes.map((note) => `# ${note.replaceAll(/[\r\n]+/g, ' ')}`),
    'apiVersion: admissionregistration.k8s.io/v1',
    'kind: ValidatingAdmissionPolicy',
    'metadata:',
    `  name: ${name}`,
    '  labels:',
    '    app.kubernetes.io/managed-by: kumomori',
    'spec:',
    '  failurePolicy: Fail',
    '  matchConstraints:',
    '    resourceRules:',
    ...resourceRules(subject.resources),
    ...(used.length > 0 ? ['  variables:'] : []),
    ...used.flatMap((variable) => [`    - name: ${variable}`, ...block('expression', subject.variables[variable] ?? '')]),
    '  validations:',
    ...validations.flatMap(({ rule, message }) => [
      '    - expression: |-',
      ...indented(rule.expression),
      `      message: ${JSON.stringify(message)}`,
    ]),
    '---',
    'apiVersion: admissionregistration.k8s.io/v1',
    'kind: ValidatingAdmissionPolicyBinding',
    'metadata:',
    `  name: ${name}`,
    '  labels:',
    '    app.kubernetes.io/managed-by: kumomori',
    'spec:',
    `  policyName: ${name}`,
    `  validationActions: [${action}]`,
  ];
  return `${lines.join('\n')}\n`;
}

function resourceRules(resources: readonly string[]): readonly string[] {
  const groups = Map.groupBy(resources, (resource) => resource.slice(0, resource.indexOf('/')));
  return [...groups].flatMap(([group, all]) => [
    `      - apiGroups: ['${group}']`,
    "        apiVersions: ['*']",
    '        operations: [CREATE, UPDATE]',
    `        resources: [${all.map((resource) => resource.slice(group.length + 1)).join(', ')}]`,
  ]);
}

function block(key: string, expression: string): readonly string[] {
  return [`      ${key}: |-`, ...indented(expression)];
}

/** As a literal block: nothing has to be escaped. */
function indented(expression: string): readonly string[] {
  return expression.split('\n').map((line) => `        ${line}`);
}

/** In the order they are declared, with those that they ask in turn. */
function usedVariables(variables: AdmissionSubject['variables'], expressions: readonly string[]): readonly string[] {
  const used = new Set<string>();
  const open = [...expressions];
  for (let text = open.pop(); text !== undefined; text = open.pop()) {
    for (const [, name = ''] of text.matchAll(/\bvariables\.(\w+)/g)) {
      if (used.has(name) || !Object.hasOwn(variables, name)) continue;
      used.add(name);
      open.push(variables[name] ?? '');
    }
  }
  return Object.keys(variables).filter((name) => used.has(name));
}

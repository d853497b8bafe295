/** Manifests → policies and bindings. */
import type {
  AdmissionBinding,
  AdmissionMatch,
  AdmissionPolicy,
  AdmissionResourceRule,
  AdmissionValidation,
  Diagnostic,
  Manifest,
  NamedCel,
  Text,
  Value,
} from '@kumomori/model';
import { admissionActions } from '@kumomori/model';
import { AdmissionReading, at, items, textOf, texts } from './reading.ts';

export interface ReadAdmission {
  readonly policies: readonly AdmissionPolicy[];
  readonly bindings: readonly AdmissionBinding[];
  /** With the sentence in both languages. */
  readonly diagnostics: readonly (Diagnostic & { readonly text: Text })[];
}

const GROUP = 'admissionregistration.k8s.io';
const MAX_EXPRESSIONS = 500;

/** Policies, bindings and webhooks: those are never judged by policies themselves. */
export function isAdmission({ apiVersion, kind }: Pick<Manifest, 'apiVersion' | 'kind'>): boolean {
  return apiVersion.startsWith(`${GROUP}/`) && /^(?:Validating|Mutating)(?:AdmissionPolicy(?:Binding)?|WebhookConfiguration)$/.test(kind);
}

/** Versions v1, v1beta1 and v1alpha1. A policy with a mistake is left out, the mistake is a diagnostic. Never throws. */
export function readAdmission(manifests: readonly Manifest[]): ReadAdmission {
  const policies: AdmissionPolicy[] = [];
  const bindings: AdmissionBinding[] = [];
  const diagnostics: ReadAdmission['diagnostics'][number][] = [];
  for (const manifest of manifests) {
    if (!isAdmission(manifest) || manifest.kind.endsWith('WebhookConfiguration')) continue;
    const reading = new AdmissionReading(manifest);
    if (manifest.kind.startsWith('Mutating')) {
      const name = manifest.name ?? '?';
      reading.complain(
        {
          en: `${manifest.kind} ${name} is not simulated: objects are judged as they are before it changes them`,
          ja: `${manifest.kind} ${name} はシミュレーションしません。オブジェクトは変更前の内容で判定します`,
        },
        manifest.range,
      );
    } else if (manifest.kind === 'ValidatingAdmissionPolicy') {
      const policy = readPolicy(manifest, reading);
      if (policy && !reading.isBroken) policies.push(policy);
    } else {
      const binding = readBinding(manifest, reading);
      if (binding && !reading.isBroken) bindings.push(binding);
    }
    diagnostics.push(...reading.diagnostics);
  }
  return { policies, bindings, diagnostics };
}

function readPolicy(manifest: Manifest, reading: AdmissionReading): AdmissionPolicy | null {
  const spec = at(manifest.value, 'spec');
  if (manifest.name === null || spec?.kind !== 'map') return reading.complain(missing('metadata.name, spec'), manifest.range);
  const constraints = at(spec, 'matchConstraints');
  if (items(at(constraints, 'resourceRules')).length === 0)
    reading.complain(missing('matchConstraints.resourceRules'), constraints?.range ?? null);
  const validations = items(at(spec, 'validations')).flatMap((each) => readValidation(each, reading));
  if (validations.length === 0 && items(at(spec, 'auditAnnotations')).length === 0) reading.complain(missing('validations'), spec.range);
  const paramKind = at(spec, 'paramKind');
  return {
    name: manifest.name,
    range: manifest.range,
    failurePolicy: textOf(at(spec, 'failurePolicy')) === 'Ignore' ? 'Ignore' : 'Fail',
    paramKind:
      paramKind?.kind === 'map'
        ? { apiVersion: textOf(at(paramKind, 'apiVersion')) ?? '', kind: textOf(at(paramKind, 'kind')) ?? '' }
        : null,
    match: readMatch(constraints, reading),
    conditions: named(at(spec, 'matchConditions'), 'expression', reading),
    variables: named(at(spec, 'variables'), 'expression', reading),
    validations,
    auditAnnotations: named(at(spec, 'auditAnnotations'), 'valueExpression', reading),
  };
}

function missing(what: string): Text {
  return { en: `${what} is missing`, ja: `${what} がありません` };
}

function readValidation(value: Value, reading: AdmissionReading): readonly AdmissionValidation[] {
  const cel = reading.cel(at(value, 'expression'), 'expression');
  if (!cel) {
    if (at(value, 'expression') === undefined) {
      reading.isBroken = true;
      reading.complain(missing('expression'), value.range);
    }
    return [];
  }
  return [
    {
      cel,
      message: textOf(at(value, 'message')),
      messageCel: reading.cel(at(value, 'messageExpression'), 'messageExpression'),
      reason: textOf(at(value, 'reason')) ?? 'Invalid',
    },
  ];
}

function named(value: Value | undefined, key: string, reading: AdmissionReading): readonly NamedCel[] {
  return items(value)
    .slice(0, MAX_EXPRESSIONS)
    .flatMap((each) => {
      const name = textOf(at(each, 'name')) ?? textOf(at(each, 'key')) ?? '';
      const cel = reading.cel(at(each, key), key);
      if (!cel) reading.isBroken = true;
      return cel ? [{ name, cel }] : [];
    });
}

function readMatch(value: Value | undefined, reading: AdmissionReading): AdmissionMatch {
  return {
    rules: items(at(value, 'resourceRules')).map(readRule),
    excluded: items(at(value, 'excludeResourceRules')).map(readRule),
    namespaces: reading.selector(at(value, 'namespaceSelector')),
    objects: reading.selector(at(value, 'objectSelector')),
    policy: textOf(at(value, 'matchPolicy')) === 'Exact' ? 'Exact' : 'Equivalent',
  };
}

function readRule(value: Value): AdmissionResourceRule {
  const scope = textOf(at(value, 'scope'));
  return {
    apiGroups: texts(at(value, 'apiGroups')),
    apiVersions: texts(at(value, 'apiVersions')),
    resources: texts(at(value, 'resources')),
    operations: texts(at(value, 'operations')),
    resourceNames: texts(at(value, 'resourceNames')),
    scope: scope === 'Cluster' || scope === 'Namespaced' ? scope : '*',
  };
}

function readBinding(manifest: Manifest, reading: AdmissionReading): AdmissionBinding | null {
  const spec = at(manifest.value, 'spec');
  const policyName = textOf(at(spec, 'policyName'));
  if (manifest.name === null || policyName === null) return reading.complain(missing('metadata.name, spec.policyName'), manifest.range);
  const written = texts(at(spec, 'validationActions'));
  const actions = admissionActions.filter((action) => written.includes(action));
  if (actions.length === 0) reading.complain(missing('validationActions'), spec?.range ?? null);
  const paramRef = at(spec, 'paramRef');
  const match = at(spec, 'matchResources');
  return {
    name: manifest.name,
    range: manifest.range,
    policyName,
    // v1alpha1 had no actions: everything was refused.
    actions: actions.length === 0 ? ['Deny'] : actions,
    paramRef:
      paramRef?.kind === 'map'
        ? {
            name: textOf(at(paramRef, 'name')),
            namespace: textOf(at(paramRef, 'namespace')),
            selector: at(paramRef, 'selector') === undefined ? null : reading.selector(at(paramRef, 'selector')),
            ifNotFound: textOf(at(paramRef, 'parameterNotFoundAction')) === 'Allow' ? 'Allow' : 'Deny',
          }
        : null,
    match: match?.kind === 'map' ? readMatch(match, reading) : null,
  };
}

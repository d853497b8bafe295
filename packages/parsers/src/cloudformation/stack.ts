/** One deployment of a template: its parameters, conditions, resources and outputs, evaluated when asked for. */
import type { DeclaredAttribute, DeclaredBlock, DeclaredResource, MapValue, Range, UnknownValue, Value } from '@kumomori/model';
import { stringValue, unknownValue, withStep } from '@kumomori/model';
import type { WrittenMember } from '../documents/index.ts';
import { memberRange, membersOf } from '../documents/index.ts';
import type { Draft } from './draft.ts';
import { draftsOf } from './draft.ts';
import { evaluate } from './evaluate.ts';
import { inlineTemplate } from './inline-template.ts';
import { isLoop } from './for-each.ts';
import { evaluateCondition } from './functions/index.ts';
import type { Loader } from './loader.ts';
import { nestedPath, parametersProperty, writtenPath } from './nested.ts';
import { parameterValue } from './parameters.ts';
import type { TerraformModuleCall } from '../terraform/index.ts';
import type { Deployment } from './pseudo-parameters.ts';
import { pseudoParameter } from './pseudo-parameters.ts';
import type { Run } from './run.ts';
import { expandServerless } from './sam/index.ts';
import type { Scope } from './scope.ts';
import { NO_VALUE } from './scope.ts';
import type { Template } from './template.ts';

export interface StackOptions {
  readonly template: Template;
  readonly run: Run;
  readonly loader: Loader;
  /** Path of the template that is deployed as a whole. */
  readonly rootPath: string;
  /** The logical ids that lead to it, `''` for the root. */
  readonly address: string;
  readonly given: ReadonlyMap<string, Value>;
  /** It is not known whether the stack is made at all. */
  readonly isUncertain: boolean;
  readonly deployment: Deployment;
  /** Paths of the templates it is nested in, its own included. */
  readonly ancestors: readonly string[];
}

/** Settings beside `Properties` that checks look at. */
const SHOWN_SETTINGS = ['DeletionPolicy', 'UpdateReplacePolicy', 'Metadata'];

export class Stack implements Scope {
  readonly run: Run;
  readonly template: Template;
  readonly #options: StackOptions;
  readonly #parameters: ReadonlyMap<string, WrittenMember>;
  readonly #parameterValues = new Map<string, Value>();
  /** Null while a condition is being evaluated. */
  readonly #conditions = new Map<string, Value | null>();
  readonly #outputs = new Map<string, Value>();
  #drafts: ReadonlyMap<string, Draft> | null = null;
  /** Null while a nested stack is being made, or when its template is not here. */
  readonly #nested = new Map<string, Stack | null>();

  constructor(options: StackOptions) {
    this.#options = options;
    this.run = options.run;
    this.template = options.template;
    this.#parameters = new Map(membersOf(options.template.sections.Parameters).map((member) => [member.key, member]));
  }

  parameter(name: string): Value | null {
    const known = this.#parameterValues.get(name);
    if (known) return known;
    const declared = this.#parameters.get(name);
    if (!declared) return null;
    const value = parameterValue(declared, { given: this.#options.given.get(name), address: this.#addressOf(name) });
    this.#parameterValues.set(name, value);
    return value;
  }

  pseudoParameter(name: string): Value | null {
    return name.startsWith('AWS::') ? pseudoParameter(name, this.#options.deployment) : null;
  }

  mapping(name: string): MapValue | null {
    const mapping = this.template.sections.Mappings.entries.get(name);
    return mapping?.kind === 'map' ? mapping : null;
  }

  include(location: string): Value | null {
    const { loader } = this.#options;
    const path = loader.resolve(this.template.path, location);
    return path === null ? null : loader.document(path);
  }

  condition(name: string, at: Range | null): Value {
    const known = this.#conditions.get(name);
    if (known) return known;
    if (known === null) return unknownValue('cycle', `condition ${name} depends on itself`, at);
    const written = this.template.sections.Conditions.entries.get(name);
    if (!written) return unknownValue('unresolved-reference', `the template declares no condition ${name}`, at);
    this.#conditions.set(name, null);
    const value = this.run.deeper(at, () => evaluateCondition(written, this, (each) => evaluate(each, this)));
    this.#conditions.set(name, value);
    return value;
  }

  resource(name: string, attribute: string, at: Range | null): Value | null {
    const draft = this.#draftNamed(name);
    if (!draft) {
      // An attribute of a resource; also what SAM makes of one and nobody judges by itself (`Function.Alias`).
      const dot = name.indexOf('.');
      return dot === -1 ? null : this.resource(name.slice(0, dot), name.slice(dot + 1), at);
    }
    const output = attribute.startsWith('Outputs.') ? this.#nestedIn(draft)?.output(attribute.slice('Outputs.'.length)) : null;
    if (output) return withStep(output, { kind: 'module-output', name: `${name}.${attribute}`, range: at });
    const shown = attribute === '' ? name : `${name}.${attribute}`;
    const value = unknownValue('computed', `${shown} is known when the stack is made`, at);
    return { ...value, refs: [{ address: this.#addressOf(name), attribute }] };
  }

  /** The value of an output; null when the template declares none of this name. */
  output(name: string): Value | null {
    const known = this.#outputs.get(name);
    if (known) return known;
    const written = this.template.sections.Outputs.entries.get(name);
    const value = written?.kind === 'map' ? written.entries.get('Value') : undefined;
    if (!value) return null;
    const evaluated = this.run.deeper(value.range, () => evaluate(value, this));
    if (evaluated === NO_VALUE) return null;
    this.#outputs.set(name, evaluated);
    return evaluated;
  }

  /** Every resource that is, or may be, made: of this stack and of those it nests. */
  declared(): readonly DeclaredResource[] {
    return [...this.#allDrafts().values()].flatMap((draft) => {
      const existence = this.#existenceOf(draft);
      if (existence === 'never' || !this.run.takeResource(draft.head)) return [];
      const block = this.#blockOf(draft, existence === 'perhaps');
      const nested = this.#nestedIn(draft)?.declared() ?? [];
      return [this.#identified(draft, block), ...nested];
    });
  }

  /** The drafts, for whoever reads comments in their metadata. */
  drafts(): readonly Draft[] {
    return [...this.#allDrafts().values()];
  }

  /** The resources that nest a template of this code, in this stack and in those it nests. */
  moduleCalls(): readonly TerraformModuleCall[] {
    return [...this.#nested].flatMap(([name, stack]) => {
      const draft = this.#draftNamed(name);
      if (!stack || !draft) return [];
      const call: TerraformModuleCall = {
        address: this.#addressOf(name),
        name,
        moduleAddress: this.#options.address,
        moduleDir: this.template.path,
        source: null,
        version: null,
        dir: stack.template.path,
        range: draft.range,
        head: draft.head,
      };
      return [call, ...stack.moduleCalls()];
    });
  }

  /** Every template that was deployed below this one. */
  nestedStacks(): readonly Stack[] {
    return [...this.#nested.values()].flatMap((stack) => (stack ? [stack, ...stack.nestedStacks()] : []));
  }

  #identified(draft: Draft, block: DeclaredBlock): DeclaredResource {
    const { region } = this.#options.deployment;
    const path = pathOf(draft.settings.entries.get('Metadata'));
    return {
      mode: 'managed',
      type: draft.type,
      name: draft.name,
      address: this.#addressOf(draft.shownAs ?? draft.name),
      ...(draft.shownAs !== null && { reference: this.#addressOf(draft.name) }),
      ...(path !== null && { label: path }),
      moduleAddress: this.#options.address,
      moduleDir: this.template.path,
      rootDir: this.#options.rootPath,
      key: null,
      block,
      provider: 'aws',
      region:
        region === undefined
          ? unknownValue('unset-variable', 'the region is chosen when the stack is made', draft.head)
          : stringValue(region),
    };
  }

  #addressOf(name: string): string {
    return this.#options.address === '' ? name : `${this.#options.address}/${name}`;
  }

  #existenceOf(draft: Draft): 'always' | 'perhaps' | 'never' {
    const perhaps = draft.isUncertain || this.#options.isUncertain ? 'perhaps' : 'always';
    const name = draft.settings.entries.get('Condition');
    if (name?.kind !== 'string') return perhaps;
    const condition = this.condition(name.value, name.range);
    if (condition.kind !== 'bool') return 'perhaps';
    return condition.value ? perhaps : 'never';
  }

  #blockOf(draft: Draft, uncertain: boolean): DeclaredBlock {
    const attributes = new Map<string, DeclaredAttribute>();
    const rest = this.#collect(draft.properties, attributes);
    for (const member of membersOf(draft.settings)) if (SHOWN_SETTINGS.includes(member.key)) this.#take(member, attributes, draft.range);
    return { type: 'resource', range: draft.range, head: draft.head, attributes, blocks: [], rest, uncertain, via: null };
  }

  #collect(properties: Value, attributes: Map<string, DeclaredAttribute>): UnknownValue | null {
    if (properties.kind !== 'map') return null;
    const isPlain = ![...properties.entries.keys()].some((key) => key.startsWith('Fn::') || isLoop(key));
    if (isPlain) {
      for (const member of membersOf(properties)) this.#take(member, attributes, properties.range);
      return null;
    }
    const value = evaluate(properties, this);
    if (value.kind === 'unknown') return value;
    if (value.kind !== 'map') return null;
    for (const member of membersOf(value)) {
      const range = memberRange(member) ?? properties.range;
      if (range) attributes.set(member.key, { value: member.value, range });
    }
    return value.rest;
  }

  #take(member: WrittenMember, attributes: Map<string, DeclaredAttribute>, fallback: Range | null): void {
    const value = evaluate(member.value, this);
    const range = memberRange(member) ?? fallback;
    if (value !== NO_VALUE && range) attributes.set(member.key, { value, range });
  }

  #draftNamed(name: string): Draft | undefined {
    return this.#allDrafts().get(name);
  }

  #allDrafts(): ReadonlyMap<string, Draft> {
    if (this.#drafts) return this.#drafts;
    // While loops over collections are written out no resource is known by name.
    this.#drafts = new Map();
    const written = draftsOf(this.template.sections.Resources, this, (value) => evaluate(value, this));
    const drafts = expandServerless(written, this.template);
    this.#drafts = new Map(drafts.map((draft) => [draft.name, draft]));
    return this.#drafts;
  }

  #nestedIn(draft: Draft): Stack | null {
    const known = this.#nested.get(draft.name);
    if (known !== undefined) return known;
    this.#nested.set(draft.name, null);
    const stack = this.#makeNested(draft);
    this.#nested.set(draft.name, stack);
    return stack;
  }

  #makeNested(draft: Draft): Stack | null {
    const property = parametersProperty(draft.type);
    if (property === null || draft.properties.kind !== 'map') return null;
    const { ancestors } = this.#options;
    const template = this.#templateOf(draft, draft.properties);
    if (!template) return null;
    if (ancestors.length > this.run.limits.stackDepth || !this.run.takeStack(draft.head)) return null;
    return new Stack({
      ...this.#options,
      template,
      address: this.#addressOf(draft.name),
      given: this.#handedOver(draft.properties.entries.get(property)),
      isUncertain: this.#existenceOf(draft) === 'perhaps',
      ancestors: [...ancestors, template.path],
    });
  }

  /** Written out inside of this one, or a file of its own. */
  #templateOf(draft: Draft, properties: MapValue): Template | null {
    const body = draft.type === 'AWS::CloudFormation::StackSet' ? properties.entries.get('TemplateBody') : undefined;
    if (body) return inlineTemplate(body, evaluate(body, this), this.template);
    const { loader, ancestors } = this.#options;
    const path = nestedPath(draft, this.template.path, { loader, read: (value) => evaluate(value, this) });
    if (path !== null && ancestors.includes(path)) {
      this.run.report(draft.head, { code: 'cycle', message: `the template ${path} nests itself` });
      return null;
    }
    if (path === null) this.#sayMissing(draft);
    return path === null ? null : loader.template(path);
  }

  /** Addresses and buckets are somewhere else on purpose; a path is meant to be beside the template. */
  #sayMissing(draft: Draft): void {
    const written = writtenPath(draft, (value) => evaluate(value, this));
    if (written === null || /^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(written.text)) return;
    const message = `the template "${written.text.slice(0, 200)}" is not on this disk`;
    this.run.report(written.range ?? draft.head, { severity: 'warning', code: 'module-not-found', message });
  }

  #handedOver(parameters: Value | undefined): ReadonlyMap<string, Value> {
    return new Map(
      argumentsIn(parameters).flatMap((member) => {
        const value = evaluate(member.value, this);
        if (value === NO_VALUE) return [];
        return [[member.key, withStep(value, { kind: 'module-argument', name: member.key, range: memberRange(member) })] as const];
      }),
    );
  }
}

/** A mapping; of a stack set a list of keys and values. */
function argumentsIn(parameters: Value | undefined): readonly WrittenMember[] {
  if (parameters?.kind === 'map') return membersOf(parameters);
  if (parameters?.kind !== 'list') return [];
  return parameters.items.flatMap((item) => {
    const key = item.kind === 'map' ? item.entries.get('ParameterKey') : undefined;
    const value = item.kind === 'map' ? item.entries.get('ParameterValue') : undefined;
    return key?.kind === 'string' && value ? [{ key: key.value, keyRange: key.range, value }] : [];
  });
}

function pathOf(metadata: Value | undefined): string | null {
  const path = metadata?.kind === 'map' ? metadata.entries.get('aws:cdk:path') : undefined;
  // `Orders/Bucket/Resource`: the last part is the resource inside its construct.
  return path?.kind === 'string' ? path.value.replace(/\/Resource$/, '') : null;
}

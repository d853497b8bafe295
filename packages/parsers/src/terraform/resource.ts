/** Resources and data sources: their instances, evaluated attribute by attribute when asked for. */
import type { Range, Reference, DeclaredAttribute, DeclaredBlock, UnknownCode, UnknownValue, Value } from '@kumomori/model';
import { mapValue, unknownValue, withDependencies } from '@kumomori/model';
import { addressKey } from './address.ts';
import { reasonOfComputed } from './always-set.ts';
import { blocksAsValue, evaluateAttribute, evaluateBlocks, settingsOf } from './blocks.ts';
import { dataSourceAttribute } from './data-sources.ts';
import type { Declaration } from './declarations.ts';
import type { Expanded } from './expansion.ts';
import { expand } from './expansion.ts';
import { Memo } from './memo.ts';
import type { Expandable, InstanceView, Instances, Scope } from './scope.ts';
import { rangeOf } from './scope.ts';

export class Resource implements Expandable {
  readonly declaration: Declaration;
  readonly mode: 'managed' | 'data';
  readonly type: string;
  readonly name: string;
  readonly address: string;
  readonly #scope: Scope;
  #instances: ResourceInstances | null = null;
  #expanding = false;

  /** `scope` is that of the module; `prefix` the address of the module instance. */
  constructor(declaration: Declaration, scope: Scope, prefix: string) {
    const [type = '', name = ''] = declaration.block.labels;
    this.declaration = declaration;
    this.mode = declaration.block.type === 'data' ? 'data' : 'managed';
    this.type = type;
    this.name = name;
    this.address = `${prefix === '' ? '' : `${prefix}.`}${this.mode === 'data' ? 'data.' : ''}${type}.${name}`;
    this.#scope = { ...scope, source: declaration.source };
  }

  instances(): ResourceInstances {
    if (this.#instances) return this.#instances;
    if (this.#expanding) {
      const message = `the number of instances of ${this.address} depends on itself`;
      this.#scope.run.report(this.headRange(), { code: 'cycle', message });
      return { kind: 'single', items: [], rest: unknownValue('cycle', message, this.headRange()) };
    }
    this.#expanding = true;
    const { kind, items, rest } = expand(this.declaration.body, this.#scope);
    this.#instances = { kind, rest, items: items.map((item) => new ResourceInstance(this, this.#scope, item)) };
    return this.#instances;
  }

  headRange(): Range {
    return { source: this.declaration.source, start: this.declaration.block.head.start, end: this.declaration.block.head.end };
  }
}

export interface ResourceInstances extends Instances {
  readonly items: readonly ResourceInstance[];
}

export class ResourceInstance implements InstanceView {
  readonly resource: Resource;
  readonly key: string | number | null;
  readonly uncertain: boolean;
  readonly address: string;
  readonly #scope: Scope;
  readonly #memo: Memo;
  readonly #attributes = new Map<string, DeclaredAttribute>();
  #blocks: readonly DeclaredBlock[] | null = null;
  #block: DeclaredBlock | null = null;
  #object: Value | null = null;

  constructor(resource: Resource, scope: Scope, { key, uncertain, scope: instance }: Expanded) {
    this.resource = resource;
    this.key = key;
    this.uncertain = uncertain;
    this.address = resource.address + addressKey(key);
    this.#scope = { ...scope, instance };
    this.#memo = new Memo(scope.run);
  }

  /** Every argument and nested block evaluated. */
  block(uncertain = this.uncertain): DeclaredBlock {
    if (this.#block && this.#block.uncertain === uncertain) return this.#block;
    const { declaration } = this.resource;
    const attributes = new Map<string, DeclaredAttribute>();
    for (const { attribute } of settingsOf(declaration.body)) {
      const evaluated = this.#argument(attribute.name);
      if (evaluated) attributes.set(attribute.name, evaluated);
    }
    const range = rangeOf(this.#scope, declaration.block);
    this.#block = {
      type: declaration.block.type,
      range,
      head: this.resource.headRange(),
      attributes,
      blocks: this.blocks(),
      uncertain,
      via: null,
    };
    return this.#block;
  }

  blocks(): readonly DeclaredBlock[] {
    this.#blocks ??= evaluateBlocks(this.resource.declaration.body.blocks, this.#scope);
    return this.#blocks;
  }

  attribute(name: string): Value {
    const reference: Reference = { address: this.address, attribute: name };
    return withDependencies(this.#attributeValue(name), [{ refs: [reference], sensitive: false }]);
  }

  object(): Value {
    if (this.#object) return this.#object;
    const { declaration } = this.resource;
    const entries = new Map<string, Value>();
    for (const { block } of declaration.body.blocks) {
      const name = block.type === 'dynamic' ? (block.labels[0] ?? '') : block.type;
      if (name !== 'lifecycle' && name !== 'provisioner' && name !== 'connection') entries.set(name, this.attribute(name));
    }
    for (const { attribute } of settingsOf(declaration.body)) entries.set(attribute.name, this.attribute(attribute.name));
    const rest = { ...this.#decidedElsewhere(''), refs: [{ address: this.address, attribute: '' }] };
    this.#object = mapValue(entries, rangeOf(this.#scope, declaration.block.head), rest);
    return this.#object;
  }

  /** What the code sets; a null there leaves the value to the provider just as leaving it out does. */
  #attributeValue(name: string): Value {
    const written = this.#argument(name)?.value;
    if (written && written.kind !== 'null') return written;
    const { mode, type, declaration } = this.resource;
    const computed = this.#decidedElsewhere(name);
    if (mode === 'data') {
      const rendered = this.#memo.get(
        `${this.address}.${name}`,
        this.resource.headRange(),
        () => dataSourceAttribute({ type, name: this.resource.name, scope: this.#scope, block: () => this.block() }, name) ?? computed,
      );
      if (rendered !== computed) return rendered;
    }
    const isBlock = declaration.body.blocks.some(
      ({ block }) => block.type === name || (block.type === 'dynamic' && block.labels[0] === name),
    );
    if (!isBlock) return computed;
    const rest = { ...computed, refs: [{ address: this.address, attribute: name }] };
    return this.#memo.get(`${this.address}.${name}`, this.resource.headRange(), () =>
      blocksAsValue(
        this.blocks().filter((block) => block.type === name),
        rest,
      ),
    );
  }

  #argument(name: string): DeclaredAttribute | null {
    const known = this.#attributes.get(name);
    if (known) return known;
    const sourced = this.resource.declaration.body.attributes.get(name);
    if (sourced === undefined) return null;
    const here = { ...this.#scope, source: sourced.source };
    let range: Range = rangeOf(here, sourced.attribute);
    const value = this.#memo.get(`${this.address}.${name}`, rangeOf(here, sourced.attribute.value), () => {
      const evaluated = evaluateAttribute(sourced, here);
      range = evaluated.range;
      return evaluated.value;
    });
    const attribute = { value, range };
    // During a cycle the answer is provisional and must not be kept.
    if (value.kind !== 'unknown' || value.reason.code !== 'cycle') this.#attributes.set(name, attribute);
    return attribute;
  }

  #decidedElsewhere(name: string): UnknownValue {
    const { mode } = this.resource;
    const code: UnknownCode = mode === 'data' ? 'data-source' : 'computed';
    const subject = name === '' ? this.address : `${this.address}.${name}`;
    const detail = mode === 'data' ? `${subject} is read from the cloud` : `${subject} is decided by the provider`;
    const value = unknownValue(code, detail, this.resource.headRange());
    return mode === 'managed' && !this.uncertain ? { ...value, reason: reasonOfComputed(name, value.reason) } : value;
  }
}

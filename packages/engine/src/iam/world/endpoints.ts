/** Policies of VPC endpoints: they limit what comes through them. Source: AWS PrivateLink guide, "Control access to VPC endpoints using endpoint policies", read 2026-11-22. */
import type { Estate } from '@kumomori/model';
import type { AccessCondition, CompiledPolicy } from '../aws/index.ts';
import { compilePolicy } from '../aws/index.ts';
import type { Policies } from './policies.ts';
import type { HeldPolicy } from './types.ts';

const KEY = 'aws:sourcevpce';

/** The endpoints of an estate that have a policy of their own. One without lets everything pass. */
export class Endpoints {
  readonly #byName = new Map<string, HeldPolicy>();
  /** Their policies, each once: where they tell resources apart, answers differ. */
  readonly compiled: readonly CompiledPolicy[];
  readonly documents: readonly object[];

  constructor(estate: Estate, policies: Policies) {
    const all: HeldPolicy[] = [];
    for (const entity of estate.all('aws.resource-policy')) {
      const { resourceKind, resource, names, document, node, place } = entity;
      if (resourceKind !== 'ec2.vpc-endpoint') continue;
      const held = policies.ofDocument(document, { name: node, place, what: node, isOfResource: true });
      if (!held) continue;
      all.push(held);
      for (const name of [...names, ...(typeof resource === 'string' ? [resource] : [])]) {
        this.#byName.set(name, held);
        this.#byName.set(name.slice(name.lastIndexOf('/') + 1), held);
      }
    }
    this.documents = all.map(({ document }) => document);
    this.compiled = this.documents.map(compilePolicy);
  }

  /** None has a policy of its own. */
  get isEmpty(): boolean {
    return this.#byName.size === 0;
  }

  /**
   * Policies of the endpoints one of which a request surely comes through: by what is known of it, else by what it is allowed under. Null: it
   * may come another way, or nothing is known of one of them.
   */
  through(context: unknown, condition: AccessCondition | null): readonly HeldPolicy[] | null {
    if (this.isEmpty) return null;
    const ids = typeof context === 'string' ? [context] : condition && required(condition);
    if (!ids) return null;
    const found = ids.map((id) => this.#byName.get(id)).filter((each) => each !== undefined);
    return found.length === ids.length && found.length > 0 ? found : null;
  }
}

/** Ids of endpoints without one of which the condition never holds; null: it holds without any. */
function required(condition: AccessCondition): readonly string[] | null {
  if (condition.kind === 'test') {
    const isDemand = condition.key.toLowerCase() === KEY && /^(?:ForAnyValue:)?StringEquals(?:IgnoreCase)?$/i.test(condition.operator);
    return isDemand ? condition.values : null;
  }
  if (condition.kind === 'and') return condition.of.map(required).find((each) => each !== null) ?? null;
  if (condition.kind !== 'or') return null;
  const ways = condition.of.map(required);
  const all = ways.filter((each) => each !== null);
  return all.length === ways.length ? [...new Set(all.flat())] : null;
}

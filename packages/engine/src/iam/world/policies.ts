/** Documents of the estate as held policies: managed ones by ARN, unknown ones by what is not known of them. */
import type { AwsGrant, Estate, Known, Range, SourcedDocument } from '@kumomori/model';
import { isUndecided } from '@kumomori/model';
import type { ManagedPolicies } from './managed-policies.ts';
import { managedDocument, managedPathOf } from './managed-policies.ts';
import type { HeldPolicy } from './types.ts';
import { unknownDocument } from './unknown-policy.ts';

export class Policies {
  readonly #estate: Estate;
  readonly #managed: ManagedPolicies;
  readonly #documents = new Map<string, object>();

  constructor(estate: Estate, managed: ManagedPolicies) {
    this.#estate = estate;
    this.#managed = managed;
  }

  /** What a grant gives. Undefined: nothing (an inline policy that is not written). */
  ofGrant(grant: AwsGrant, group: string | null): HeldPolicy | undefined {
    const { policy, document, place } = grant;
    if (isUndecided(policy)) return this.#unknown(`a policy of ${grant.node}: ${policy.undecided.detail}`, { place, group, arn: null });
    if (policy !== undefined) return this.byArn(policy, { place, group, account: grant.account });
    const held = this.ofDocument(document, { name: inlineName(grant), place, what: grant.node });
    return held && { ...held, group };
  }

  /** A managed policy of the account or of AWS. */
  byArn(arn: string, { place, group, account }: { place: Range | null; group: string | null; account: string }): HeldPolicy {
    const text = arn.startsWith('~customer-policy') ? `arn:aws:iam::${account}:policy${arn.slice('~customer-policy'.length)}` : arn;
    const common = { place, group, arn: text };
    const found = this.#estate.named('aws.managed-policy', text, { account });
    const own = found.find(({ type }) => !type.startsWith('data.')) ?? found[0];
    if (own && !isUndecided(own.document)) {
      const held = this.ofDocument(own.document, { name: nameOf(text), place, what: own.node });
      if (held) return { ...held, ...common };
    }
    const name = nameOf(text);
    const ofAws = managedDocument(text, this.#managed) ?? (own && this.#byName(name));
    if (ofAws) return { ...common, name, document: ofAws, statements: [], unknown: null };
    return this.#unknown(`policy ${text}`, common);
  }

  /** A data source by name can only mean a policy of AWS when AWS has one of that name: two of a name are an error of the provider. */
  #byName(name: string): object | undefined {
    const path = managedPathOf(name, this.#managed);
    return path === undefined ? undefined : this.#managed.documents.get(path);
  }

  /** Undefined: there is none. */
  ofDocument(
    document: Known<SourcedDocument | undefined>,
    { name, place, what, isOfResource = false }: { name: string; place: Range | null; what: string; isOfResource?: boolean },
  ): HeldPolicy | undefined {
    if (document === undefined) return undefined;
    const common = { name, place, group: null, arn: null };
    if (isUndecided(document)) return this.#unknown(`policy of ${what}: ${document.undecided.detail}`, { ...common, isOfResource });
    const content = this.#shared(document.document);
    return content && { ...common, document: content, statements: document.statements, unknown: null };
  }

  unknown(what: string, place: Range | null, isOfResource = false): HeldPolicy {
    return this.#unknown(what, { place, group: null, arn: null, isOfResource });
  }

  #unknown(
    what: string,
    { isOfResource = false, ...common }: Pick<HeldPolicy, 'place' | 'group' | 'arn'> & { isOfResource?: boolean },
  ): HeldPolicy {
    const name = common.arn === null ? what : nameOf(common.arn);
    const document = unknownDocument(what, isOfResource ? '*' : undefined);
    return { ...common, name, document, statements: [], unknown: what };
  }

  /** Equal documents become one object. */
  #shared(document: unknown): object | undefined {
    if (typeof document !== 'object' || document === null) return undefined;
    const text = JSON.stringify(document);
    const known = this.#documents.get(text);
    if (known) return known;
    this.#documents.set(text, document);
    return document;
  }
}

function nameOf(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}

function inlineName({ id, names, node }: AwsGrant): string {
  const within = /#inline\/(.+)$/.exec(id)?.[1];
  return within ?? names.find((each) => !each.startsWith('~') && !each.startsWith('arn:') && each !== id) ?? node;
}

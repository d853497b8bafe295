/**
 * Which members of Terraform's JSON syntax are blocks, with how many labels, and which strings hold expressions or plain text. Everything
 * else is an attribute: inside resources, JSON cannot tell an attribute from a nested block without the provider's schema.
 * Source: Terraform documentation, "JSON Configuration Syntax", read 2026-11-22.
 */
export interface BodyShape {
  readonly blocks: Readonly<Record<string, BlockShape>>;
  /** Attributes whose strings are references or types, not templates. */
  readonly expressions: readonly string[];
  /** Attributes whose strings are taken as they are: `${` means nothing there. */
  readonly literals: readonly string[];
}

export interface BlockShape {
  readonly labels: number;
  readonly body: () => BodyShape;
}

function shape(given: Partial<BodyShape>): BodyShape {
  return { blocks: {}, expressions: [], literals: [], ...given };
}

const plain = shape({});
const condition: BlockShape = { labels: 0, body: () => plain };
const lifecycle = shape({
  blocks: { precondition: condition, postcondition: condition },
  expressions: ['ignore_changes', 'replace_triggered_by'],
});
const provisioner = shape({ blocks: { connection: { labels: 0, body: () => plain } } });
const dynamicContent = shape({ blocks: { dynamic: { labels: 1, body: () => dynamic } } });
const dynamic: BodyShape = shape({ blocks: { content: { labels: 0, body: () => dynamicContent } }, expressions: ['iterator'] });

const resource = shape({
  blocks: {
    dynamic: { labels: 1, body: () => dynamic },
    lifecycle: { labels: 0, body: () => lifecycle },
    provisioner: { labels: 1, body: () => provisioner },
    connection: { labels: 0, body: () => plain },
  },
  expressions: ['depends_on', 'provider'],
});

const variable = shape({ blocks: { validation: condition }, expressions: ['type'], literals: ['default', 'description'] });
const output = shape({ blocks: { precondition: condition }, expressions: ['depends_on'], literals: ['description'] });
const module = shape({ expressions: ['depends_on', 'providers'], literals: ['source', 'version'] });
const provider = shape({ literals: ['alias', 'version'] });
const check = shape({ blocks: { data: { labels: 2, body: () => resource }, assert: condition } });
const removed = shape({
  blocks: { lifecycle: { labels: 0, body: () => plain }, provisioner: { labels: 1, body: () => provisioner } },
  expressions: ['from'],
});
const terraform = shape({
  blocks: {
    required_providers: { labels: 0, body: () => plain },
    backend: { labels: 1, body: () => plain },
    cloud: { labels: 0, body: () => shape({ blocks: { workspaces: condition } }) },
    provider_meta: { labels: 1, body: () => plain },
  },
});

/** The top level of a `*.tf.json` file. */
export const fileShape: BodyShape = shape({
  blocks: {
    resource: { labels: 2, body: () => resource },
    data: { labels: 2, body: () => resource },
    ephemeral: { labels: 2, body: () => resource },
    variable: { labels: 1, body: () => variable },
    output: { labels: 1, body: () => output },
    module: { labels: 1, body: () => module },
    provider: { labels: 1, body: () => provider },
    check: { labels: 1, body: () => check },
    locals: { labels: 0, body: () => plain },
    terraform: { labels: 0, body: () => terraform },
    moved: { labels: 0, body: () => shape({ expressions: ['from', 'to'] }) },
    import: { labels: 0, body: () => shape({ expressions: ['to', 'provider'] }) },
    removed: { labels: 0, body: () => removed },
  },
});
